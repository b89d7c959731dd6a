import type { Field } from "../../model/facts.js";
import { fieldNameOf } from "../field-names.js";
import { listedNames } from "../parted-names.js";
import { isPlaceholder } from "../placeholders.js";
import { textOffsetOf } from "../prose/text-offset.js";
import { dateOf, priorityOf } from "../values.js";
import {
  type Attributes,
  noAttributes,
  placeIn,
  type TextSource,
  takeField,
  takeStated,
  takeToken,
} from "./attributes.js";
import { readBehindNames, readBrackets } from "./bracketed.js";
import { columnName } from "./columns.js";
import { ownersAtEnd } from "./owners-at-end.js";
import { wordedPeriod } from "./periods.js";
import { mark, statusOfMark, takeMarks, takeSignAtEnd } from "./status-marks.js";

/** The title of an item and what its own words say of it. Offsets are those of the visible text. */
export interface ItemText {
  readonly start: number;
  readonly end: number;
  readonly attributes: Attributes;
  /** What a label before the title calls it ("Objective 2: …", "KR 1.1: …"). */
  readonly called: "item" | "goal" | "objective" | "key-result" | undefined;
  /** Whether that label has a number ("KR 1.1"). */
  readonly numbered: boolean;
  /** The labelled values of the text, each without what follows it: the unit's own, and those inside ("Tap to pay, Owner: @ana"). */
  readonly fields: readonly Field[];
}

const called =
  /^(objective|goal|o|kr|key result|milestone|initiative|epic|project|feature|item|theme|bet|workstream|deliverable)(?:\s*#?\s*(\d{1,2}(?:\.\d{1,2})*))?(?![.\d]\d|\d)\s*(?:[([]([^()[\]]{1,60})[)\]])?\s*(?:[:.–—]|-(?=\s))\s*/i;
/** "KR1.1 Orders on time", "KR 1.2, orders on time": a number is enough where it stands close to its letters, and nothing else goes by such. */
const calledByNumber =
  /^(O|KR|Objective|Key [Rr]esult)((?<=O|KR) ?\d{1,2}(?:\.\d{1,2})*| \d{1,2}(?:\.\d{1,2})*)()(?:,(?!\s(?:and|or|but|which|where|as|though|also|like|with|then|KR|O\d|Key)\b))?\s+(?=["“‘(]?\p{Lu}|(?<=KR[\s\d.,]{0,9}|[a-z] [\d.]{1,8},?\s{1,4})["“‘(]?\p{L})/u;
const coded =
  /^\[?(p-?[0-4]|p-(?:critical|high|medium|low)|#\d{1,2})\]?\s*(?:[:.)–—-]\s*|\s(?!(?:was|were|is|had|has|said|told|needed|wanted|found|asked|thought)\b))(?=\S)/i;
const ticket = /^[[(]?([A-Z][A-Z0-9]{1,9}-\d{1,6}(?!\d))[\])]?\s*(?:[:,|–—-]\s*)?(?=\S)/;
/** "…, status: on track (BX-12)": behind all that is said of it. */
const idAtEnd = /\s[[(]([A-Z][A-Z0-9]{1,9}-\d{1,6})[\])][.\s]*$/;
const prefix =
  /^([^:–—()[\]]{2,28}?(?:\d:\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?)?)(?:\s*\(([^()]{1,40})\))?\s*(?::|\s[–—-])\s+(?=\S)/u;

/**
 * Reads the text of a bullet, a naming cell or a heading as an item. `fields` are the labels that the text itself holds; `planned` says
 * that it is planned work by its place, and a colon behind its name no label's ("**Ramp opened**: 4 May").
 */
export function readItemText(source: TextSource, fields: readonly Field[], planned = false): ItemText {
  const attributes = noAttributes();
  const opening = readOpening(source, attributes);
  const labels = innerLabels(source, fields, opening.at);
  const limit = firstField(source, [...fields, ...labels], opening.at);
  const labelled = takeMarks([...fields.map(withoutNextLabel), ...labels], attributes);
  const bracketed = readBrackets(source, labelled, opening.at, attributes);
  const told = readBehindNames(source, bracketed, attributes);
  for (const field of told) takeField(field, attributes, source.context, source.reference);
  const stop = titleStop(source, opening.at, limit);
  const end = cutTail(source, attributes, opening.at, stop);
  takeRest(source, attributes, stop, limit, planned);
  takeBehindLabels(source, attributes, told);
  attributes.id ??= idAtEnd.exec(source.inline.text)?.[1];
  const owned =
    opening.called === "objective" || opening.called === "goal" ? ownersAtEnd(source, attributes, end) : end;
  return {
    start: opening.at,
    end: owned,
    attributes,
    called: opening.called,
    numbered: opening.numbered,
    fields: told,
  };
}

/** Reads what stands before the title: marks, priorities, periods, domains, what the item is called. */
function readOpening(
  source: TextSource,
  attributes: Attributes,
): Pick<ItemText, "called" | "numbered"> & { at: number } {
  const { text } = source.inline;
  let at = text.length - text.trimStart().length;
  let kind: ItemText["called"];
  let numbered = false;
  for (let pass = 0; pass < 6; pass += 1) {
    const rest = text.slice(at, at + 120);
    const taken = takeMark(source, attributes, at, rest) || takeCoded(source, attributes, at, rest);
    if (taken > 0) {
      at += taken;
      continue;
    }
    const named = called.exec(rest) ?? calledByNumber.exec(rest);
    if (named && ((named[1] ?? "").length + (named[2] ?? "").length > 1 || /^O\s?:/.test(named[0]))) {
      kind = kindCalled(named[1] ?? "");
      numbered = named[2] !== undefined;
      if (named[3]) {
        const from = at + named[0].indexOf(named[3]);
        takeTokens(source, attributes, from, from + named[3].length);
      }
      at += named[0].length;
      continue;
    }
    const before = takePrefix(source, attributes, at, rest);
    if (before === 0) break;
    at += before;
  }
  return { at, called: kind, numbered };
}

function kindCalled(word: string): ItemText["called"] {
  const name = word.toLowerCase();
  if (name === "kr" || name === "key result") return "key-result";
  if (name === "goal") return "goal";
  return name === "objective" || name === "o" ? "objective" : "item";
}

function takeMark(source: TextSource, attributes: Attributes, at: number, rest: string): number {
  const match = mark.exec(rest);
  if (!match?.[1]) return 0;
  const sign = match[1];
  const place = placeIn(source, at, at + match[0].trimEnd().length);
  if (sign === ":muscle:" || sign.startsWith("💪")) {
    attributes.priority ??= { text: "stretch", scheme: "flagship", level: 2, place };
    return match[0].length;
  }
  const status = statusOfMark(sign);
  if (status?.class !== undefined) attributes.status ??= { text: sign, class: status.class, place };
  return match[0].length;
}

function takeCoded(source: TextSource, attributes: Attributes, at: number, rest: string): number {
  const match = coded.exec(rest);
  const linked =
    match?.[1]?.startsWith("#") &&
    source.inline.marks.find((mark) => mark.kind === "link" && mark.start <= at + 1 && mark.end > at + 1);
  // "[#12](…) Berth map": the number of an issue, no rank.
  if (match?.[1] && linked && linked.end <= at + match[0].trimEnd().length) {
    attributes.id ??= match[1];
    return match[0].length;
  }
  if (match?.[1]) {
    const priority = priorityOf(match[1], source.context) ?? priorityOf(match[1].replace(/^p-/i, ""), source.context);
    if (priority) {
      const from = at + match[0].indexOf(match[1]);
      attributes.priority ??= { ...priority, text: match[1], place: placeIn(source, from, from + match[1].length) };
      return match[0].length;
    }
  }
  const id = ticket.exec(rest);
  if (!id?.[1] || id[0].length >= rest.trimEnd().length) return 0;
  attributes.id ??= id[1];
  return id[0].length;
}

/** "Product: …", "Engineering (Distribution): …", "Q3 2026: …", "Must have — …". */
function takePrefix(source: TextSource, attributes: Attributes, at: number, rest: string): number {
  const match = prefix.exec(rest);
  const word = match?.[1];
  if (!match || word === undefined || fieldNameOf(word) === "owner") return 0;
  const { vocabulary } = source.context;
  const place = placeIn(source, at, at + word.length);
  const parts = listedNames(word, vocabulary);
  if (parts.every((part) => vocabulary.domainByWord.has(part.trim().toLowerCase()))) {
    for (const part of parts) attributes.domainWords.push({ text: part.trim(), place });
    if (match[2] !== undefined) attributes.owners.push({ text: match[2], place, role: "team" });
    return match[0].length;
  }
  // "L (P1): New ladders": the effort, and how urgent it is behind it.
  const inner = match[2] && word.length <= 8 ? priorityOf(match[2], source.context) : undefined;
  if (inner?.scheme === "p-level" && match[2]) {
    const from = at + match[0].indexOf(match[2], word.length);
    attributes.priority ??= { ...inner, text: match[2], place: placeIn(source, from, from + match[2].length) };
    return match[0].length;
  }
  const priority = /^\d+$/.test(word) ? undefined : priorityOf(word, source.context);
  if (priority && priority.text.length >= word.length - 2) {
    attributes.priority ??= { ...priority, place };
    return match[0].length;
  }
  const date = dateOf(word, source.context, source.reference);
  if (date && word.replace(timeOfDay, "").length <= date.text.length + 8) {
    attributes.target ??= { text: word, date, place };
    return match[0].length;
  }
  if (wordedPeriod(word)?.end !== word.length) return 0;
  attributes.target ??= { text: word, date: undefined, place };
  return match[0].length;
}

/** The hour of a day. */
const timeOfDay = /,? (?:at )?\d{1,2}(?::\d\d)?(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?$/i;

const innerLabel = /(?:[,;([–—|·]\s*|[.!?]\s+)(\p{L}[\p{L} ]{1,22}?)\s*:\s*((?:(?!\s[–—·-]\s)[^,;()[\]|]){1,80})/gu;

/** Labels after a comma, dash, bracket or sentence, by the same names as a table's columns. */
function innerLabels(source: TextSource, fields: readonly Field[], opening: number): Field[] {
  const { prose } = source.inline;
  if (prose.indexOf(":", opening) < 0) return [];
  const found: Field[] = [];
  innerLabel.lastIndex = opening;
  for (let match = innerLabel.exec(prose); match; match = innerLabel.exec(prose)) {
    const key = match[1] ?? "";
    const name = columnName(key);
    const from = match.index + match[0].length - (match[2] ?? "").length;
    const value = (match[2] ?? "").slice(0, firstField(source, fields, from) - from).trim();
    if (name === undefined || fields.some((field) => field.key === key)) continue;
    const keyStart = match.index + match[0].indexOf(key);
    found.push({
      name,
      key,
      value: isPlaceholder(value) ? "" : value,
      place: placeIn(source, from, from + value.length),
      keyPlace: placeIn(source, keyStart, keyStart + key.length),
      form: "label",
    });
  }
  return found;
}

/** A value that runs on into the next label ends before it: "@ana, Status: planned". */
function withoutNextLabel(field: Field): Field {
  const next = /(?:[,;|]|\s[–—·-])\s*\p{L}[\p{L} ]{1,22}\s*:\s/u.exec(field.value);
  if (!next) return field;
  const { slot, start } = field.place;
  return {
    ...field,
    value: field.value.slice(0, next.index).trim(),
    place: { slot, start, end: Math.min(start + next.index, field.place.end) },
  };
}

/** Where the first label inside the text begins, past the opening. */
function firstField(source: TextSource, fields: readonly Field[], from: number): number {
  const { text } = source.inline;
  let limit = text.length;
  for (const field of fields) {
    const key = field.key.replace(/ \([^()]*\)$/, "");
    const at = text.indexOf(key, from);
    if (at > from && at < limit) limit = at;
  }
  return limit;
}

const stops = /\s[–—-]\s|\s*[—–]\s*(?=[A-Z@(])|[:;]\s|[.!?](?=\s|$)|\s[|·•]\s|\s→\s/g;

/** Where the title ends at the latest: the bold words that it begins with, else the first dash, colon or sentence end. */
function titleStop(source: TextSource, from: number, limit: number): number {
  const { text, marks } = source.inline;
  const bold = marks.find(
    (run) =>
      (run.kind === "strong" || run.kind === "link" || run.kind === "delete") &&
      run.start <= from &&
      run.end > from + 2,
  );
  if (bold && bold.kind !== "link" && bold.end < limit) {
    return trimmedEnd(text, from, bold.end);
  }
  const start = bold && bold.end <= limit ? bold.end : from;
  const line = lineStop(text, from, limit);
  stops.lastIndex = start;
  for (let match = stops.exec(text); match && match.index < line; match = stops.exec(text)) {
    if (match.index <= from + 2 || isAbbreviation(text, match.index)) continue;
    return match.index;
  }
  return line;
}

/** Lines that are wrapped are at least so long. */
const narrowest = 56;

/** Where a line ends before its time: whoever breaks it although the next word had room begins something else. */
function lineStop(text: string, from: number, limit: number): number {
  const end = text.indexOf("\n", from);
  if (end < 0 || end >= limit) return limit;
  const next = /^\s*(\S{1,40})/.exec(text.slice(end + 1, end + 60))?.[1] ?? "";
  return end - from + 1 + next.length < narrowest && end > from + 2 ? trimmedEnd(text, from, end) : limit;
}

function isAbbreviation(text: string, at: number): boolean {
  return (
    text[at] === "." &&
    /(?:\b(?:e\.g|i\.e|etc|vs|approx|incl|no|v\d*)|\b\p{Lu})$/iu.test(text.slice(Math.max(at - 8, 0), at))
  );
}

function trimmedEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /[\s.:,;–—|·([-]/.test(text[end - 1] ?? "")) end -= 1;
  return end;
}

/** Takes attributes off the end of the title: signs, brackets and comma parts that are nothing else. */
function cutTail(source: TextSource, attributes: Attributes, from: number, stop: number): number {
  const { text } = source.inline;
  let end = trimmedEnd(text, from, stop);
  for (let pass = 0; pass < 6; pass += 1) {
    const title = text.slice(from, end);
    const signed = takeSignAtEnd(source, attributes, from, end);
    if (signed !== undefined) {
      end = trimmedEnd(text, from, signed);
      continue;
    }
    const bracket = /[([]([^()[\]]{1,80})[)\]]$/.exec(title);
    if (bracket?.[1] !== undefined) {
      const open = from + bracket.index + 1;
      const remark = bracket[1].split(" ").length >= 4;
      if (!takeTokens(source, attributes, open, open + bracket[1].length)) {
        if (!remark) break;
        attributes.remark ??= { text: bracket[1], place: placeIn(source, open, open + bracket[1].length) };
      }
      end = trimmedEnd(text, from, from + bracket.index);
      continue;
    }
    const comma = /,(?!\d{3}(?!\d))[^,]*$/.exec(title)?.index ?? -1;
    const handle = /\s@[\w/-]+$/.exec(title);
    const cut = handle ? handle.index : comma;
    if (cut <= 0 || !takeToken(source, attributes, from + cut + (handle ? 0 : 1), end)) {
      end = beforeDate(source, attributes, from, end);
      break;
    }
    end = trimmedEnd(text, from, from + cut);
  }
  return end;
}

/** "Lamps on the pier, due 3 June, still with Bo": by when, before words that say something else; gives the end of the title before it. */
const datedWithin = /,\s*((?:(?:was |is )?due|eta|target(?:ed)?|deadline|planned for)\b[^,;]{3,40})[,;]\s/i;

function beforeDate(source: TextSource, attributes: Attributes, from: number, end: number): number {
  const title = source.inline.text.slice(from, end);
  const match = attributes.target ? null : datedWithin.exec(title);
  if (!match?.[1] || !/\d/.test(match[1])) return end;
  const start = from + match.index + match[0].indexOf(match[1]);
  if (!takeToken(source, attributes, start, start + match[1].length)) return end;
  return trimmedEnd(source.inline.text, from, from + match.index);
}

/** Whether every part of a stretch is an attribute; all that are, are taken. */
function takeTokens(source: TextSource, attributes: Attributes, start: number, end: number): boolean {
  const { text } = source.inline;
  let all = true;
  let from = start;
  for (let index = start; index <= end; index += 1) {
    if (index < end && (!/[,;|·\n]/.test(text[index] ?? "") || /^,\d{3}(?!\d)/.test(text.slice(index, index + 5))))
      continue;
    if (!takeToken(source, attributes, from, index)) all = false;
    from = index + 1;
  }
  return all;
}

const restSeparators = /[,;|·•()[\]\n]|\s[–—-]\s|[—–]|[.!?]\s|\s→\s/g;
const longestRest = 400;
/** Longer parts are sentences, and what follows them is more of the same. */
const longestPhrase = 30;

/** Attributes among the words after the title. */
function takeRest(source: TextSource, attributes: Attributes, start: number, limit: number, planned: boolean): void {
  const rest = source.inline.text.slice(start, Math.min(limit, start + longestRest));
  let from = 0;
  let prose = false;
  restSeparators.lastIndex = 0;
  const take = (to: number): void => {
    const colon = planned && from === 0 ? (/^\s*:\s+/.exec(rest)?.[0].length ?? 0) : 0;
    const taken =
      colon > 0 && colon < to
        ? takeStated(source, attributes, start + colon, start + to)
        : takeToken(source, attributes, start + from, start + to, prose);
    if (!taken && to - from > longestPhrase) prose = true;
  };
  for (let match = restSeparators.exec(rest); match; match = restSeparators.exec(rest)) {
    take(match.index);
    from = match.index + match[0].length;
  }
  take(rest.length);
}

/** What goes on as a clause says something of the label before it, and nothing by itself. */
const goesOn = /^\s*(?:which|who|whose|where|when|while|that|and|but|or|as|because|since|was|were|is|has|had)\b/i;

/** "[Owner: @ana], Q1 2027", "(Lead: @bo) dropped": attributes behind a label that a bracket or a comma ends, up to the next label or sentence. */
function takeBehindLabels(source: TextSource, attributes: Attributes, fields: readonly Field[]): void {
  const { unit, inline } = source;
  const own = fields.filter(({ place, keyPlace }) => place.slot === unit.slot && keyPlace.start >= unit.start);
  const starts = own.map(({ keyPlace }) => textOffsetOf(inline, keyPlace.start));
  for (const { place, value } of own) {
    const from = textOffsetOf(inline, place.start) + value.length;
    const behind = /^[)\]]?[\s,;–—-]*/.exec(inline.text.slice(from))?.[0] ?? "";
    const start = from + behind.length;
    const next = Math.min(...starts.filter((at) => at >= start), inline.text.length);
    const sentence = /[.!?](?=\s|$)|[([]/.exec(inline.text.slice(start, next));
    const end = sentence ? start + sentence.index : next;
    if (behind === "" || goesOn.test(inline.text.slice(start, end))) continue;
    takeRest(source, attributes, start, end, false);
  }
}
