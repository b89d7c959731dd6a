import { placeIn, type TextSource } from "./attributes.js";
import { figuresOf } from "./figures.js";
import type { ItemText } from "./item-text.js";
import type { Setting } from "./setting.js";

/** What a measure is to come to: "Orders on time: from 92 % to 95 %". */
const comesTo =
  /^(?:from|to|at|under|below|over|above|up|down|less|more|fewer|no|not|between|about|around|roughly|within|half|twice|double|stays?|holds?|kept|(?:cut|raise[ds]?|lower(?:ed|s)?|grow[ns]?|reduced?|increased?|falls?|drops?|rises?|goes?|improved?) (?:from|to|by|below|under|above|over|past))\b/i;

/** "Storage: restore of 1 TB from 55 min to 20 min": whose key result it is stands before it. */
export function withoutTeam(read: ItemText, source: TextSource, setting: Setting): ItemText {
  const { text } = source.inline;
  const rest = /^\s*:\s+(?=\p{L})/u.exec(text.slice(read.end));
  const team = text.slice(read.start, read.end);
  if (setting.kind !== "objective" || !rest || !/^\p{Lu}[\p{L}& -]{1,24}$/u.test(team) || team.split(" ").length > 3)
    return read;
  const start = read.end + rest[0].length;
  const stop = /\s[–—-]\s|[;.](?=\s|$)|\s\(|,\s(?=@|\p{L}+:)/u.exec(text.slice(start));
  if (!/\d/.test(text.slice(start)) || comesTo.test(text.slice(start))) return read;
  read.attributes.owners.push({ text: team, place: placeIn(source, read.start, read.end), role: "team" });
  return { ...read, start, end: stop ? start + stop.index : text.trimEnd().length };
}

const byWhen = /\bby (?:the )?(?:\d|end|close|start|middle|mid\b|early|late|q[1-4]|\p{Lu})/u;

/** "Fuel a trip: 31 l by the end of March" of the figures that a report is to be judged by: a key result, whoever holds it. */
export function asMeasure(read: ItemText, { unit, inline }: TextSource, setting: Setting): ItemText {
  const { text } = inline;
  if (!setting.measured || read.called !== undefined || !byWhen.test(text)) return read;
  const [target] = figuresOf(text, (start, end) => ({ slot: unit.slot, start, end })).filter(
    ({ kind }) => kind === "target",
  );
  const name =
    target && /^\s*\p{L}[^:;.]{3,80}?(?=:\s|\s(?:down|up|at|from|to|under|over|below|above)\s)/u.exec(text)?.[0];
  if (target === undefined || name === undefined || target.place.start < name.length) return read;
  if (!byWhen.test(text.slice(target.place.end))) return read;
  const start = name.length - name.trimStart().length;
  return { ...read, start, end: name.length, called: "key-result", numbered: true };
}
