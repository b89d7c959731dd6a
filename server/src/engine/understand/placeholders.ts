const wholeValue =
  /^(?:tbd|tba|tbc|t\.b\.d\.?|n\/?a|none(?: yet)?|nobody(?: yet)?|no one(?: yet)?|unknown|unassigned|vacant|open role|to be (?:decided|determined|announced|confirmed|named|filled|appointed|found|hired|recruited|elected|assigned|chosen|agreed)|xxx+|todo|\?+|-+|–|—|…|\.\.\.|accepted or rejected|<[^<>]*>|\{[^{}]*\}|\[[^[\]]*(?:name|date|owner|title|insert|your)[^[\]]*\]|none \(put your name here\))[.!]?$/i;

/** "none at present", "nobody (for now)", "currently vacant": that it is so today does not make it less empty. */
const today =
  "currently|presently|at present|at the moment|at this (?:time|point|stage)|for now|for the moment|for the time being|right now|just now|so far|as yet|yet|still|as of (?:now|today)";
const untilNow = new RegExp(`(?:,?\\s(?:${today})|\\s?\\((?:${today})\\))[.!]?$`, "i");
const stillNow = new RegExp(`^(?:${today}),?:?\\s`, "i");

/** Whether a value only holds the place of one: "TBD", "N/A", "none", "<name>", "Accepted or Rejected" (SPEC §3). */
export function isPlaceholder(value: string): boolean {
  const text = value.trim();
  if (text === "") return true;
  return text.length <= 80 && (wholeValue.test(text) || isEmptyNow(text));
}

function isEmptyNow(text: string): boolean {
  const core = text.replace(untilNow, "").replace(stillNow, "");
  return core.length < text.length && /\p{L}/u.test(core) && wholeValue.test(core);
}
