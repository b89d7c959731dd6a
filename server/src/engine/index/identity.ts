import { titleKey } from "../matching/title-index.js";
import type { Decision, Disagreement, FactBase, PlanItem } from "../model/facts.js";
import { currencyBefore, currencyBehind } from "../text/currencies.js";
import { spacedWords } from "../text/words.js";
import { concernName } from "../understand/document-links.js";
import { idOfTitle } from "../understand/head/title.js";
import { isNumberAlone, resultNumber } from "../understand/items/stated-results.js";
import { isTopical } from "../understand/prose/disagreement-topic.js";
import { recordEntryIn, recordNamedFirst } from "../understand/prose/record-entries.js";
import { choiceNames } from "./choice-names.js";
import type { PlanDocument } from "./document.js";
import type { Identity } from "./fact-index.js";
import { headingSlug } from "./links.js";
import { namedChoice } from "./named-choices.js";
import { linkKey, normaliseId, numberedEntry, theLog } from "./references.js";

/** What a plan item is known by in other plans. */
export function itemIdentity(item: PlanItem, document: PlanDocument): Identity | undefined {
  const { ids, numbers } = resultIds(item, document);
  return { title: item.title, ids: [...idsOf(item, document), ...ids], numbers };
}

/** OKRs keep key results under their numbers; others may speak of them by the number alone ("the target for KR 1.2"). */
function resultIds(
  item: PlanItem,
  { head }: PlanDocument,
): { readonly ids: readonly string[]; readonly numbers: readonly string[] } {
  const alone = item.kind === "objective" && isNumberAlone(item.title);
  const number = item.kind === "objective" ? resultNumber(alone ? item.title : opening(item)) : undefined;
  if (number === undefined || alone === (head.kind === "okr")) return { ids: [], numbers: [] };
  const ids = [`key result ${number}`];
  return { ids, numbers: head.kind === "okr" ? ids : [] };
}

/** The words that the item begins with: of a row its first cell. */
function opening({ unit }: PlanItem): string {
  return (unit?.kind === "row" ? unit.cells[0]?.inline : unit?.inline)?.text ?? "";
}

/** What a decision is known by: a record by its title, any other by what it says. What else a record states is part of that one decision. */
export function decisionIdentity(decision: Decision, document: PlanDocument): Identity | undefined {
  if (isPartOfRecord(decision, document)) return undefined;
  const title = decision.record ? (document.head.title?.text ?? decision.text) : ownWords(withoutStart(decision.text));
  const ids = decisionIds(decision, document);
  return { title, ids, numbers: numbersOf(decision, document), names: choicesOf(decision) };
}

/** What was chosen, and between which: a decision and the question that it answers go by the same. */
function choicesOf(decision: Decision): readonly string[] {
  if (decision.record) return [];
  const choice = namedChoice(decision.text);
  return choice ? [...choiceNames(decision), `choice ${choice.subject}`] : choiceNames(decision);
}

function isPartOfRecord({ record, unit }: Decision, { head }: PlanDocument): boolean {
  return (
    !record &&
    unit?.kind !== "row" &&
    head.kind === "decision" &&
    head.id !== undefined &&
    head.status?.decision !== undefined
  );
}

const ofDeciding =
  /\b(?:okay|ok|consensus|agree(?:ment|d)?|approv(?:al|ed?)|accept(?:ed)?|proposals?|motions?|resolutions?|resolved|votes?|stage(?: \d)?|fcp|merged?|clos(?:e|ed)|issues?|cancel(?:led|ed)?|discuss(?:ed|ion)?|topics?|nominated|agenda|principle|proceed|changes?|forward|prs?|review)\b/giu;
/** What is longer tells what it is about. */
const longestForm = 80;

/** "Do we have consensus on this change?", "We've agreed to close the issue" name nothing: where they stand tells what is meant. */
function ownWords(text: string): string {
  const words = text.replace(/https?:\/\/\S+/g, " ");
  return words.length > longestForm || titleKey(words.replace(ofDeciding, " ")) !== "" ? words : "";
}

const months =
  "january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter";
const start = new RegExp(
  `\\s(?:from|until|till|since|in|as of) (?:early |mid-|late |next |this )?(?:${months})(?: 20\\d\\d)?(?![\\p{L}\\p{N}])`,
  "iu",
);
const amount = new RegExp(
  `\\s(?:to|at|of|is|are|costs?|pays?)\\s(?:${currencyBefore}\\s?\\d|\\d[\\d.,]*\\s?(?:%|per ?cent|p\\b|k\\b|${currencyBehind}))`,
  "iu",
);

const counted = /(?<![\p{L}\p{N}.,:#/-])\d[\d.,]*(?=\s\p{Ll}{3,}s\b(?!\s?[-–:]))/gu;

/** "The fee rises to £3 from August": of an amount the time from which it holds is no part of what it is. */
function withoutStart(text: string): string {
  // How many it is differs between two records of one decision: "at 50 metres", "at 100 metres".
  const words = text.replace(addition, "$1").replace(counted, "");
  return amount.test(words) ? words.replace(start, "") : words;
}

/** "The gloves are paid for by us, two pairs a year": what is added behind a whole sentence. */
const addition =
  /^((?!(?:for|in|on|at|from|to|with|by|if|when|after|before|until|since|because|as)\b)[^,;:]{18,}),\s(?:not|rather than|instead of|with|without|including|except|as|so|for|until|because|\d|two|three|four|five|six|every|each|once|twice)\b[^\n]*$/i;

export function disagreementIdentity(disagreement: Disagreement, document: PlanDocument): Identity | undefined {
  return {
    title: disagreement.topic,
    ids: [...idsOf(disagreement, document), ...concernIds(disagreement, document)],
    names: [...mattersOf(disagreement, document), ...matterOfDay(disagreement, document)],
  };
}

/**
 * "## Weekend columns", and below it the disagreement about "shading of the weekend columns": the next minutes tell how "weekend columns" ended.
 * In notes what is over goes by its short name, and what is open by the heading whose words it takes up.
 */
function mattersOf({ topic, topicShared, status, section }: Disagreement, { head }: PlanDocument): readonly string[] {
  if (head.kind !== "notes" || topicShared) return [];
  if (status === "resolved") return matterName(topic);
  const heading = section.path.at(-1);
  if (!heading || !isTopical(heading)) return [];
  const words = spacedWords(topic);
  const named = tellingWords(heading.text).every((word) => words.includes(` ${word} `));
  return named ? matterName(heading.text.replace(/^\W{0,2}\d{1,2}(?:\.\d{1,2})*[.)]?\s+/, "")) : [];
}

/** "Release notes, open since 16 March: settled": what names too much by itself is known by the day on which it was left open. */
function matterOfDay({ topic, since, section }: Disagreement, { head }: PlanDocument): readonly string[] {
  const day = since ?? section.date ?? head.date;
  if (head.kind !== "notes" || day === undefined || topic.length > longestForm || titleKey(topic) !== "") return [];
  return [`matter of ${day.start} ${spacedWords(topic).trim()}`];
}

/** One word names too much to be a matter's name in all minutes. */
function matterName(text: string): readonly string[] {
  const key = titleKey(text);
  return key === "" || text.length > longestForm || tellingWords(text).length < 2 ? [] : [`matter ${key}`];
}

const tellingWord = /(?<![\p{L}\p{N}])\p{L}[\p{L}\p{N}-]{3,}/gu;

function tellingWords(text: string): readonly string[] {
  return text.toLowerCase().match(tellingWord) ?? [];
}

const reference = "([A-Z]{2,6}[- ]?0*\\d{1,6})";
/** "RFC 12, cold-start", "ADR-7: cold start". */
const ofRecord = new RegExp(
  `^${reference}\\s?(?:[,:/›]|\\s[–—-])\\s?(?:the )?(?:concern )?(\\p{L}[^.;:()]{2,60})$`,
  "u",
);
/** "cold-start (RFC 12)", "Cold start in ADR-7". */
const inRecord = new RegExp(
  `^(\\p{L}[^.;:()]{2,60}?)(?:,|\\s\\(|\\s(?:in|of|on|from))\\s?(?:the )?${reference}\\)?$`,
  "u",
);

/** A concern goes by its name and the record in which it was raised, wherever both are named. */
function concernIds({ topic }: Disagreement, { head, path }: PlanDocument): readonly string[] {
  if (head.kind === "decision" && head.id !== undefined) {
    return recordNames(normaliseId(head.id), path).map((record) => `${record}:${concernName(topic)}`);
  }
  const first = ofRecord.exec(topic);
  const last = first ? null : inRecord.exec(topic);
  const [record, name] = [first?.[1] ?? last?.[2], first?.[2] ?? last?.[1]];
  return record === undefined || name === undefined ? [] : [`${normaliseId(record)}:${concernName(name)}`];
}

/** Ids by which other passages may name a decision. */
export function decisionIds(decision: Decision, document: PlanDocument): string[] {
  const ids = [...idsOf(decision, document), ...recordsBehind(decision, document)];
  if (decision.record) {
    if (document.head.id !== undefined) ids.push(...recordNames(normaliseId(document.head.id), document.path));
    const titled = idOfTitle(document.head.title?.text ?? "");
    if (titled !== undefined) ids.push(normaliseId(titled));
    ids.push(`${document.path}#`.toLowerCase());
  }
  return ids;
}

/** What a record is called by its number, which each folder of records counts for itself. */
function numbersOf({ record }: Decision, { head, path }: PlanDocument): readonly string[] {
  if (!record || head.id === undefined) return [];
  const id = normaliseId(head.id);
  return /^(?:(?:adr|rfc|rfd|dr)-)?\d+$/.test(id) ? recordNames(id, path) : [];
}

/** A record that has only a number goes by the kind of its folder as well: `docs/adr/0007-push.md` is ADR 7. */
function recordNames(id: string, path: string): readonly string[] {
  if (!/^\d+$/.test(id)) return [id];
  const folder = /(?:^|\/)(adr|rfc|rfd|dr)s?\//i.exec(path)?.[1]?.toLowerCase();
  return folder === undefined ? [id, `record-${id}`] : [id, `record-${id}`, `${folder}-${id}`];
}

/** What a decision goes by where it is looked up rather than matched: its ids, and its title whatever the wording. */
export function decisionNames(decision: Decision, document: PlanDocument): readonly string[] {
  const title = decisionIdentity(decision, document)?.title ?? "";
  const choices = decision.record ? [] : choiceNames(decision);
  return [...decisionIds(decision, document), ...choices, ...titleNames(title), ...numberedRow(decision, document)];
}

/** A row that its log numbers goes by the log and the number: "decision 4 of the log". */
function numberedRow({ unit }: Decision, document: PlanDocument): readonly string[] {
  const number =
    unit?.kind === "row" ? /^#?0*(\d{1,6})$/.exec(unit.cells[0]?.inline.text.trim() ?? "")?.[1] : undefined;
  if (number === undefined) return [];
  const log = /(?:^|[/_-])(?:log|register|decisions?)[^/]*$/i.test(document.path)
    ? [numberedEntry(theLog, number)]
    : [];
  return [numberedEntry(document.path, number), ...log];
}

const recordLink =
  /^(?:see |the )*(?:full |decision )*(?:records?|(?:adr|rfc|dr)s?[- ]?\d*|proposal|details|write-?up|minutes of record|#?0\d{1,5})$/i;
/** A column of the papers that a register's rows are short for. */
const recordHeader =
  /^(?:(?:full |decision |options? |board |source )?(?:papers?|records?|documents?|write-?ups?|memos?|notes?|adrs?|rfcs?|proposals?)|link to (?:the )?(?:paper|record|document))$/i;
const recordInBrackets =
  /[([](?:see )?(?:the )?(?:([A-Z]{2,6})|[Rr]ecord|[Pp]roposal)(?: no\.)?[- ]?0*(\d{1,6})[)\]](?:\W{0,2}$|(?=\s?:\s[^:]{2,40}$))/;

/** "| 0007 | 2026-01-20 | …": the number of a record as its file has it, with the zeros before it. */
const fileNumber = /^#?(0\d{3,4})$/;

/** The record that an entry of a log or of notes says it is short for: "Queue on Redis ([record](…))", "five seats (RFC 12)". */
function recordsBehind(decision: Decision, document: PlanDocument): readonly string[] {
  const { unit, text, record } = decision;
  if (record || !unit) return [];
  const named = recordInBrackets.exec(text.slice(-70));
  const ids = named ? [normaliseId(`${named[1] ?? "record"}-${named[2]}`)] : [];
  const entry = unit.kind === "row" || decision.statusField || decision.evidence[0]?.kind === "decisions-section";
  const first = (entry ? recordNamedFirst(text) : undefined) ?? recordEntryIn(text)?.record;
  if (first !== undefined) ids.push(normaliseId(first.replace(/^(?:decision )?(\p{L}+)[- ]?#?(?=\d)/iu, "$1-")));
  if (unit.kind !== "row") return ids;
  const own = fileNumber.exec(unit.cells[0]?.inline.text.trim() ?? "")?.[1];
  if (own !== undefined) ids.push(normaliseId(`record-${own}`));
  for (const [index, { inline }] of unit.cells.entries()) {
    const header = unit.table.header[index]?.inline.text.trim() ?? "";
    for (const { kind, url, start, end } of inline.marks) {
      const told = recordLink.test(inline.text.slice(start, end).trim()) || recordHeader.test(header);
      if (kind !== "link" || url === undefined || !told) continue;
      const key = linkKey(url, document);
      if (key !== undefined) ids.push(key);
    }
  }
  return ids;
}

/** The name of a title in an index of names; none for a title that says nothing of its own. */
export function titleNames(title: string): readonly string[] {
  const key = titleKey(title);
  return key === "" ? [] : [`title ${key}`];
}

/** Its own id, the heading that it is, and where the link that names it leads. */
function idsOf(fact: FactBase, document: PlanDocument): string[] {
  const ids = fact.id === undefined ? [] : [normaliseId(fact.id)];
  // "| Issue | NG-18 |"
  for (const { name, value } of fact.fields)
    if ((name === "link" || name === "id") && ticket.test(value)) ids.push(normaliseId(value));
  if (fact.unit?.kind === "heading") ids.push(`${document.path}#${headingSlug(fact.unit.inline.text)}`.toLowerCase());
  for (const url of namingLinks(fact)) {
    const key = linkKey(url, document);
    if (key !== undefined) ids.push(key);
  }
  return ids;
}

const ticket = /^[A-Z][A-Z0-9]{1,9}-\d{1,6}$/;

/** Links that are the passage's name rather than a remark in it: they make up most of its naming cell, or all that precedes its dash. */
function namingLinks(fact: FactBase): readonly string[] {
  const { unit, focus } = fact;
  if (!unit) return [];
  const inlines =
    unit.kind === "row"
      ? unit.cells.filter((cell) => cell.end > focus.start && cell.start < focus.end).map((cell) => cell.inline)
      : [unit.inline];
  const own = unit.kind === "row" ? unit.cells.map((cell) => cell.inline).slice(0, 2) : [];
  return [...new Set([...inlines, ...own])].flatMap((inline) =>
    inline.marks
      .filter(
        (mark) =>
          mark.kind === "link" &&
          mark.url !== undefined &&
          !bareAddress.test(inline.text.slice(mark.start, mark.start + 8)) &&
          (mark.end - mark.start >= inline.text.trim().length * 0.6 || isLabel(mark, inline.text)),
      )
      .map((mark) => mark.url as string),
  );
}

/** An address that is written out fills most of a line by its length; it says where something is told. */
const bareAddress = /^https?:\//i;

/** "[0007](…): push over polling": a link that stands before a colon or dash as the number of what follows. */
function isLabel({ start, end }: { readonly start: number; readonly end: number }, text: string): boolean {
  return text.slice(0, start).trim() === "" && end - start <= 24 && /^\s?(?::|\s?[–—-]\s)/.test(text.slice(end));
}
