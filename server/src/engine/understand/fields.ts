import type { Field, FieldName, Form } from "../model/facts.js";
import { ownerRoles } from "../model/owner-roles.js";
import type { Inline } from "../reading/inline.js";
import type { RowUnit, TableInfo, Unit } from "../reading/units.js";
import { entryLines } from "./entry-lines.js";
import { fieldNameOf } from "./field-names.js";
import { labelWithRemarks } from "./label-remarks.js";
import { isPlaceholder } from "./placeholders.js";
import { stampSource } from "./stamps.js";

/** The fields that a unit's own labels or cells give. */
export function readFields(unit: Unit): readonly Field[] {
  switch (unit.kind) {
    case "heading":
      return labelledParts(unit.slot, unit.inline, "heading");
    case "paragraph":
      return labelledParts(unit.slot, unit.inline, unit.item ? "list" : "label");
    case "row":
      return rowFields(unit);
  }
}

const columnsOfTables = new WeakMap<TableInfo, readonly (FieldName | undefined)[]>();

/** The field that each column of a table gives, by its header. */
export function columnsOf(table: TableInfo): readonly (FieldName | undefined)[] {
  let columns = columnsOfTables.get(table);
  if (!columns) {
    const names = table.header.map((cell) => fieldNameOf(cell.inline.text));
    // "| Between | Next step | Who |": whoever does the next step, where another column has those who disagree.
    const told = names.filter((name) => name === "parties").length > 1 && names.includes("nextStep");
    columns = names.map((name, index) =>
      told && name === "parties" && /^who$/i.test(table.header[index]?.inline.text.trim() ?? "") ? "owner" : name,
    );
    columnsOfTables.set(table, columns);
  }
  return columns;
}

function rowFields(row: RowUnit): Field[] {
  const fields: Field[] = [];
  const columns = columnsOf(row.table);
  row.cells.forEach((cell, index) => {
    const name = columns[index];
    const header = row.table.header[index];
    if (name === undefined || header === undefined) return;
    const value = cell.inline.text.trim();
    fields.push({
      name,
      key: header.inline.text,
      value: isPlaceholder(value) ? "" : value,
      place: { slot: row.slot, start: cell.start, end: cell.end },
      keyPlace: { slot: row.slot, start: header.start, end: header.end },
      form: "row",
    });
    // A remark in a cell: "Use Postgres (owner: Engineering)".
    if (cell.inline.prose.includes("(") && cell.inline.prose.includes(":")) {
      fields.push(
        ...labelledParts(row.slot, cell.inline, "row").filter(
          (field) => row.slot.text[field.keyPlace.start - 1] === "(",
        ),
      );
    }
  });
  return fields;
}

/**
 * A label: up to 40 characters, perhaps a remark in brackets or who made it, then a colon. Anchored at the start of a part; when it was said may
 * stand before it.
 */
const label = new RegExp(
  String.raw`^[\s*_]*(?:${stampSource}[*_]*)?([^\s:*_|][^:|\n]{0,40}?)(?:\s*\(([^()]{1,80})\)|,?\s((?:made|taken|reached|agreed) (?:jointly |together )?by\s[^:|\n]{2,60}))?[\s*_]*:[\s*_]*`,
  "u",
);
/** "Decision - the launch waits": the same with a dash, for what nobody writes otherwise. */
const dashed = /^\s*(decision(?: (?:needed|required|pending))?|disagreement|objection)\s{1,3}[–—-]{1,2}\s+(?=\S)/i;
/** "Decision W-17, paper bags": the same with a number, which a comma may end; what goes on as a clause speaks of it. */
const numbered =
  /^\s*((?:[Dd]ecision|DECISION|[Dd]isagreement)(?: needed)? \(?[A-Z]{1,6}-\d{1,5}\)?)(?:,|\s{1,3}[–—-])\s+(?!(?:which|that|who|whose|where|when|as|and|or|but|taken|made|reached|agreed|by|from|on|in|of|was|is|has|had|still|too|again)\b)(?=\S)/;

/** The longest stretch before a colon that can be a label with its remark. */
const longestLabel = 130;
/** With the marks around it. */
const longestHead = 150;

/**
 * Where the label that a colon ends may begin: after the line's end, the sentence or the separator before it (`Owner: @a | Status: open`),
 * or at the bold text that holds it.
 */
function labelStarts(slot: Unit["slot"], inline: Inline, colon: number, strong: readonly number[]): number[] {
  const { text } = inline;
  const floor = Math.max(0, colon - longestLabel);
  const starts: number[] = [];
  let at = colon - 1;
  let remarks = 0;
  for (; at >= floor; at -= 1) {
    const code = text.charCodeAt(at);
    if (code === 41 || code === 93) remarks += 1;
    // "(owner: Engineering)": a label in brackets begins after them; "Decision (Engineering):" has its remark before the colon.
    if (code === 40 || code === 91) {
      if (remarks === 0) break;
      remarks -= 1;
    }
    // A semicolon parts labels, and within its remark what one of them says besides.
    if (code === 124 || code === 0xb7 || code === 0x2022 || (code === 59 && remarks === 0) || code === 10) break;
    if (code !== 32) continue;
    const before = text.charCodeAt(at - 1);
    if (before === 46 || before === 63 || before === 33 || isSeparator(before)) {
      starts.push(at + 1);
    } else {
      if (endsLine(slot.text, inline.sourceStart(at))) break;
      // "AB: Decision: …", "Colour: Decision needed: …": who says it, or what it is about, before the label.
      if (before === 58 && at < 60 && statesAfter.test(text.slice(at + 1, colon + 1)) && !shows.test(text.slice(0, at)))
        starts.push(at + 1);
    }
  }
  if (at >= floor || floor === 0) starts.push(at + 1);
  for (const start of strong) if (start >= floor && start < colon && start > at) starts.push(start);
  return starts.sort((a, b) => b - a);
}

/** A label that states something by itself, whatever stands before it. */
const statesAfter =
  /^[*_]*(?:decision(?: (?:needed|required|pending))?|resolved|resolution|disagreement|objection|open question)[*_]*(?:\s?\([^()]{1,80}\))?[*_]*:/i;
/** Words that lead up to a label as an example of one. */
const shows =
  /[.?!]\s|\b(?:examples?|e\.g|i\.e|templates?|format|write|written|syntax|labels?|forms?|like|use|style|prefix)\b/i;

/** "Owner: @a, Status: open", "Owner: @a – Status: open", "… / owner: @a": what may stand between labels in one line. */
function isSeparator(code: number): boolean {
  return code === 44 || code === 45 || code === 47 || code === 0x2013 || code === 0x2014 || code === 0x2192;
}

/** Labels that begin in small letters behind such a separator: "…, owner: ana", "… – depends on: the ramp". */
const inSmallLetters: ReadonlySet<FieldName> = new Set<FieldName>([
  ...ownerRoles,
  "nextStep",
  "domain",
  "team",
  "dependsOn",
]);

function followsSeparator(text: string, at: number): boolean {
  return text.charCodeAt(at - 1) === 32 && isSeparator(text.charCodeAt(at - 2));
}

function isCapital(text: string, at: number): boolean {
  return /^\p{Lu}/u.test(text.slice(at, at + 2));
}

/** Whether a visible space stands for the end of a line: a soft one, or a hard one of two spaces, a backslash or `<br>`. */
function endsLine(source: string, from: number): boolean {
  let at = from;
  while (source.charCodeAt(at) === 32 || source.charCodeAt(at) === 92) at += 1;
  const code = source.charCodeAt(at);
  return code === 10 || code === 13 || (code === 60 && /^<br ?\/?>/i.test(source.slice(at, at + 6)));
}

interface Label {
  readonly name: FieldName;
  readonly key: string;
  readonly start: number;
  readonly from: number;
  readonly keyEnd: number;
}

function labelledParts(slot: Unit["slot"], inline: Inline, form: Form): Field[] {
  const { prose } = inline;
  let colon = prose.indexOf(":");
  const found: Label[] = form === "heading" ? [] : labelWithDash(prose);
  const stops: Label[] = [];
  const strong = inline.marks.flatMap((mark) =>
    mark.kind === "strong" ? [mark.start, ...behindTitle(inline.text, mark)] : [],
  );
  if (form !== "heading" && found.length === 0 && strong.length > 0) stops.push(...labelWithStop(inline));
  if (colon < 0 && found.length === 0 && stops.length === 0) return [];
  for (; colon >= 0; colon = prose.indexOf(":", colon + 1)) {
    const read = labelAt(slot, inline, colon, strong);
    if (read && read.start !== found.at(-1)?.start) found.push(read);
  }
  for (const label of stops) {
    const at = found.findIndex(({ start }) => start >= label.start);
    if (found[at]?.start !== label.start) found.splice(at < 0 ? found.length : at, 0, label);
  }
  const own = found.length > 0 ? ownLines(slot, inline) : [];
  const entries = found.some(({ name }) => inSmallLetters.has(name)) ? entryLines(slot, inline) : [];
  return found.map(({ name, key, start, from, keyEnd }, index) => {
    const line =
      (start === 0 || own.includes(start) ? own.find((at) => at >= from) : undefined) ??
      (inSmallLetters.has(name) ? entries.find((at) => at >= from) : undefined);
    const following = Math.min(found[index + 1]?.start ?? inline.text.length, line ?? inline.text.length);
    // "Decision (owner: Ana): …": the label in brackets stands within the one whose colon comes later.
    const next = following < start ? inline.text.length : following;
    const bracket = closingBracket(inline.text, start, from);
    let to = bracket >= 0 ? Math.min(bracket, Math.max(next, from)) : Math.max(next, from);
    while (
      to > from &&
      (index + 1 < found.length || to === line ? /[\s|;·•([,–—-]/ : /[\s|;·•([]/).test(inline.text[to - 1] ?? "")
    )
      to -= 1;
    const value = inline.text.slice(from, to);
    return {
      name,
      key,
      value: isPlaceholder(value) ? "" : value,
      place:
        to <= from
          ? emptyPlace(slot, inline, keyEnd)
          : { slot, start: inline.sourceStart(from), end: inline.sourceEnd(to) },
      keyPlace: { slot, start: inline.sourceStart(start), end: inline.sourceEnd(keyEnd) },
      form,
    };
  });
}

/** "**BX-2 Berth map** Owner: Bo": where a label may follow the title in bold that a paragraph begins with. */
function behindTitle(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): readonly number[] {
  return start <= 1 && text[end] === " " && isCapital(text, end + 1) ? [end + 1] : [];
}

/** "Last changed: 3 June": a line below another that begins with a label, whatever it says. */
const ownLabel = /^[\s*_]*\p{Lu}[\p{L}'’-]*(?: [\p{L}'’-]+){0,3}[*_]*:[*_]*(?=\s)/u;

/** Where the lines begin that have a label of their own, known or not; a label at the head of a line ends there. */
function ownLines(slot: Unit["slot"], inline: Inline): readonly number[] {
  const { text, prose } = inline;
  const lines: number[] = [];
  for (let at = prose.indexOf(":"); at >= 0; at = prose.indexOf(":", at + 1)) {
    let start = at;
    while (start > 0 && at - start < longestOwnLabel && !startsLine(slot, inline, start)) start -= 1;
    if (
      start > 0 &&
      startsLine(slot, inline, start) &&
      ownLabel.test(text.slice(start, at + 2)) &&
      !lines.includes(start)
    )
      lines.push(start);
  }
  return lines;
}

const longestOwnLabel = 40;

function startsLine(slot: Unit["slot"], inline: Inline, at: number): boolean {
  const before = inline.text.charCodeAt(at - 1);
  return before === 10 || (before === 32 && endsLine(slot.text, inline.sourceStart(at - 1)));
}

function labelWithDash(prose: string): Label[] {
  const match = /[–—-]/.test(prose.slice(0, 32)) ? (dashed.exec(prose) ?? numbered.exec(prose)) : null;
  const key = match?.[1];
  const name = key === undefined ? undefined : fieldNameOf(key);
  if (!match || key === undefined || name === undefined) return [];
  const start = match[0].indexOf(key);
  return [{ name, key, start, from: match[0].length, keyEnd: start + key.length }];
}

/** What a run-in heading of one of these names gives is the field's value; a "Goal." or "Scope." introduces a text. */
const runIn: ReadonlySet<FieldName> = new Set<FieldName>([
  ...ownerRoles,
  "decision",
  "disagreement",
  "question",
  "status",
  "outcome",
  "input",
  "inputFrom",
  "backing",
  "nextStep",
  "due",
  "since",
  "reviewBy",
]);
/** Words that make a label with a colon, and with a stop say how it is with what follows. */
const tellsState =
  /^(?:resolved|settled|agreed|open|closed|chosen|vote|consensus|asked|by|review|present)$|^(?:not|still|left|yet to|un\w+)\b/i;

/** "**Decision.** Paper bags it is.", "**Owner.** Ana": a label in bold that a full stop ends, at the start of what it is of. */
function labelWithStop({ text, marks }: Inline): Label[] {
  return marks.flatMap((mark) => {
    if (mark.kind !== "strong" || mark.end - mark.start > 42) return [];
    if (!/(?:^|[\n.!?|·•])\s*$/.test(text.slice(Math.max(0, mark.start - 4), mark.start))) return [];
    const match = /^(\p{L}[^.:;?!|]{1,39})\.?$/u.exec(text.slice(mark.start, mark.end).trim());
    const stop = text.slice(mark.start, mark.end + 1).indexOf(".");
    const key = match?.[1];
    if (key === undefined || stop < 0 || tellsState.test(key)) return [];
    const name = fieldNameOf(key);
    const space = /^\s+(?=\S)/.exec(text.slice(mark.start + stop + 1));
    if (name === undefined || !runIn.has(name) || !space) return [];
    const keyEnd = mark.start + stop;
    return [{ name, key, start: mark.start, from: keyEnd + 1 + space[0].length, keyEnd }];
  });
}

/** Values in brackets are short: what opens further before a label has nothing to do with it. */
const longestBrackets = 300;

/** Where the brackets close that hold a label ("(Owner: @a; Target: Q3) because …"): its value ends there; -1 where it is in none. */
function closingBracket(text: string, start: number, from: number): number {
  let depth = 0;
  for (let at = start - 1; at >= 0 && at >= start - longestBrackets; at -= 1) {
    const char = text[at];
    if (char === ")" || char === "]") depth += 1;
    if (char !== "(" && char !== "[") continue;
    if (depth > 0) depth -= 1;
    else return matching(text, from, char);
  }
  return -1;
}

/** The first bracket at or after `from` that closes one that was opened before it. */
function matching(text: string, from: number, opening: "(" | "["): number {
  const closing = opening === "(" ? ")" : "]";
  let depth = 0;
  for (let at = from; at < text.length && at < from + longestBrackets; at += 1) {
    if (text[at] === opening) depth += 1;
    if (text[at] !== closing) continue;
    if (depth === 0) return at;
    depth -= 1;
  }
  return -1;
}

/** Where a value would go that is not there: behind the colon and the marks that close its label. */
function emptyPlace(slot: Unit["slot"], inline: Inline, colon: number): Field["place"] {
  let at = inline.sourceEnd(colon + 1);
  while (slot.text[at] === "*" || slot.text[at] === "_") at += 1;
  return { slot, start: at, end: at };
}

/** The label that the colon ends, from the nearest place before it where one that means something begins. */
function labelAt(slot: Unit["slot"], inline: Inline, colon: number, strong: readonly number[]): Label | undefined {
  const starts = labelStarts(slot, inline, colon, strong);
  for (const start of starts) {
    const match = label.exec(inline.prose.slice(start, start + longestHead));
    const key = match?.[1];
    if (!match || !key || start + match[0].lastIndexOf(":") !== colon) continue;
    const name = fieldNameOf(key);
    if (
      name === undefined ||
      (followsSeparator(inline.text, start) && !isCapital(inline.text, start) && !inSmallLetters.has(name))
    )
      continue;
    const remark = match[2] ?? match[3];
    return {
      name,
      key: remark === undefined ? key : `${key} (${remark})`,
      start,
      from: start + match[0].length,
      keyEnd: colon,
    };
  }
  return remarkedAt(inline, colon, starts);
}

/** The same where the label says besides which statement it is, or whose: `Decision (Engineering), DL-4`. */
function remarkedAt(inline: Inline, colon: number, starts: readonly number[]): Label | undefined {
  for (const start of starts) {
    const head = inline.prose.slice(start, start + longestHead);
    const read = labelWithRemarks(head);
    if (!read || start + head.slice(0, read.length).lastIndexOf(":") !== colon) continue;
    const name = fieldNameOf(read.word);
    if (name !== undefined) return { name, key: read.key, start, from: start + read.length, keyEnd: colon };
  }
  return undefined;
}
