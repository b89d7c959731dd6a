const wholeValue =
  /^(?:tbd|tba|tbc|t\.b\.d\.?|n\/?a|none(?: yet)?|nobody(?: yet)?|no one(?: yet)?|unknown|unassigned|vacant|open role|to be (?:decided|determined|announced|confirmed|named|filled)|xxx+|todo|\?+|-+|–|—|…|\.\.\.|accepted or rejected|<[^<>]*>|\{[^{}]*\}|\[[^[\]]*(?:name|date|owner|title|insert|your)[^[\]]*\]|none \(put your name here\))[.!]?$/i;

/** Whether a value only holds the place of one: "TBD", "N/A", "none", "<name>", "Accepted or Rejected" (SPEC §3). */
export function isPlaceholder(value: string): boolean {
  const text = value.trim();
  return text === "" || (text.length <= 80 && wholeValue.test(text));
}
