import { type DateOptions, findDates } from "../../dates/parse.js";
import type { DateValue } from "../../model/date.js";
import type { Decision, DecisionStatus, Evidence, Field, Mention, Written } from "../../model/facts.js";
import { late } from "../../text/late.js";
import type { SectionReading } from "../context.js";
import { fieldOf } from "../context.js";
import { decisionStatusOf } from "../head/record-status.js";
import { findDomainWords } from "../headings/domain-words.js";
import { rejoined } from "../parted-names.js";
import { natureOf } from "./decision-nature.js";
import { jointLabel, jointly, namesInLabel, notAName, ownersInProse } from "./decision-owners.js";
import { inputsOf } from "./inputs.js";
import { isOwnerField, mentionsIn, mentionsOf, nameList, writtenIn } from "./names.js";
import { type Passage, replacing } from "./passage.js";

/** What a recogniser knows of a decision that the passage's own words and fields do not say by themselves. */
export interface DecisionReading {
  readonly text: string;
  readonly status: DecisionStatus;
  readonly evidence: readonly Evidence[];
  readonly deciders?: readonly Mention[];
  readonly domainWords?: readonly Written[];
  readonly record?: boolean;
  readonly settles?: boolean;
}

/** A decision with everything that its passage says of it: who owns it, what it waits for, who stands behind it. */
export function decisionOf(reading: SectionReading, passage: Passage, read: DecisionReading): Decision {
  const { head, section } = reading;
  const statusField = fieldOf(passage.fields, "status");
  const named = statusField ? decisionStatusOf(statusField.value) : undefined;
  const { vocabulary } = reading.context;
  const owners = rejoined(passage.fields.filter(isOwnerField).flatMap(mentionsOf), vocabulary);
  const prose = ownersInProse(passage, vocabulary);
  const answered = read.status === "open" && fieldOf(passage.fields, "outcome") !== undefined;
  const status = named ?? (fieldOf(passage.fields, "supersededBy") ? "superseded" : answered ? "decided" : read.status);
  const readDeciders = rejoined(read.deciders ?? [], vocabulary);
  const words = [...(read.domainWords ?? []), ...domainFields(reading, passage), ...prose.domainWords(reading)];
  const nobody = [...owners, ...prose.owners, ...prose.deciders, ...readDeciders].every(({ unsure }) => unsure);
  const inputs = inputsOf(passage, reading.context, status === "decided");
  const waits = status === "decided" && named === undefined && inputs.some((input) => input.state === "requested");
  return {
    kind: "decision",
    text: read.text,
    status: waits ? "open" : status,
    statusField,
    place: passage.place,
    focus: passage.focus,
    form: passage.form,
    unit: passage.unit,
    fields: withDue(reading, passage, read.text),
    section,
    evidence: read.evidence,
    id: passage.id ?? (read.record ? head.id : undefined),
    links: passage.links,
    owners: [...owners, ...prose.owners],
    contextOwners: [...section.path.flatMap((heading) => heading.owners), ...head.owners],
    ownedByContext: head.body !== undefined,
    domainWords: words.length === 0 && nobody ? subjectDomain(reading, passage, read.text) : words,
    contextDomainWords: section.path.flatMap((heading) => heading.domainWords),
    deciders: uniqueNames([...readDeciders, ...prose.deciders, ...namesInLabel(reading, passage)]).filter(
      ({ unsure }) => !unsure || readDeciders.length === 0,
    ),
    affects: affectedBy(reading, passage, read.text),
    nature: natureOf(passage.unit.kind === "row" ? wordsOfRow(passage, read.text) : passage.text),
    inputs,
    backing: rejoined(backingOf(passage), vocabulary),
    joint: jointly.test(passage.text) || passage.fields.some(({ key }) => jointLabel.test(key)),
    date: dateOf(reading, passage),
    reviewBy: reviewOf(reading, passage),
    record: read.record ?? false,
    supersedes: supersededBy(passage),
    settles: read.settles ?? false,
  };
}

/** What a row says of its decision in words; the day on which it was taken is no deadline. */
function wordsOfRow({ fields }: Passage, text: string): string {
  const told = fields.filter(({ name }) => name === "why" || name === "notes" || name === "impact");
  return [text, ...told.map(({ value }) => value)].join(". ");
}

/** "Product signs the contract by Friday": the one domain that is to do it, where nobody else is named. */
function subjectDomain(reading: SectionReading, passage: Passage, text: string): readonly Written[] {
  const [word] = findDomainWords(text.slice(0, 60), reading.context.vocabulary);
  if (
    !word ||
    word.start > 0 ||
    !/^\p{Lu}/u.test(text) ||
    !/^ \p{Ll}{2,}s\b(?! (?:and|of|for|in)\b)/u.test(text.slice(word.end))
  )
    return [];
  if (
    /^ (?:has|is|was|does|decisions?|teams?|leads?|members?|managers?|plans?|engineers?|designers?)\b/.test(
      text.slice(word.end),
    )
  )
    return [];
  return [{ text: word.text, place: passage.focus }];
}

/** Each name once, as what is surest of it. */
function uniqueNames(mentions: readonly Mention[]): readonly Mention[] {
  const seen = new Set<string>();
  const sure = mentions.filter(({ unsure }) => !unsure);
  return [...sure, ...mentions.filter(({ unsure }) => unsure)].filter(({ text }) => {
    const known = seen.has(text.toLowerCase());
    seen.add(text.toLowerCase());
    return !known;
  });
}

function domainFields(reading: SectionReading, passage: Passage): Written[] {
  const words: Written[] = [];
  for (const field of passage.fields) {
    if (field.value === "") continue;
    if (field.name === "domain" || field.name === "team") words.push(...domainWordsOfField(reading, field));
    // "Decision – Engineering: brakes are tested monthly"
    const first =
      field.name === "decision" ? /^(\p{Lu}[\p{L}&]+(?: \p{Lu}?[\p{L}&]+)?):\s/u.exec(field.value)?.[1] : undefined;
    if (first !== undefined && reading.context.vocabulary.domainByWord.has(first.toLowerCase())) {
      const { slot, start } = field.place;
      words.push({ text: first, place: { slot, start, end: start + first.length } });
    }
    if (field.name === "decision" && field.key.length > 8) {
      const named = findDomainWords(field.key, reading.context.vocabulary).map(({ text }) => text);
      const team = named.length > 0 ? undefined : teamInLabel.exec(field.key);
      for (const text of team ? [team[1] ?? team[2] ?? ""] : named) words.push({ text, place: field.keyPlace });
    }
  }
  return words;
}

/** "Rigging decision: …", "Decision (Rigging): …": a team that the roster may know, as it may know a domain that only a charter names. */
const teamInLabel =
  /^\W{0,4}(?!(?:Joint|Final|Open|New|Our|The|Proposed|Pending|Shared|Group)\b)(\p{Lu}[\p{L}&-]{2,}(?: \p{Lu}[\p{L}&-]+)?) (?:decision|call)$|^\W{0,4}\p{Lu}\p{Ll}+ \((\p{Lu}[\p{L}&-]{2,}(?: \p{Lu}[\p{L}&-]+)?)\)$/u;

function domainWordsOfField(reading: SectionReading, field: Field): Written[] {
  const found = findDomainWords(field.value, reading.context.vocabulary);
  if (found.length === 0) return [{ text: field.value, place: field.place }];
  return found.map((word) => {
    const at = field.place.slot.text.indexOf(word.text, field.place.start);
    const start = at < 0 || at > field.place.end ? field.place.start : at;
    return { text: word.text, place: { slot: field.place.slot, start, end: start + word.text.length } };
  });
}

/** Domains that an impact field names, or that the decision's first sentence names where it names two or more. */
function affectedBy(reading: SectionReading, passage: Passage, text: string): Written[] {
  const impact = passage.fields.filter((field) => field.name === "impact" && field.value !== "");
  if (impact.length > 0) return impact.flatMap((field) => domainWordsOfField(reading, field));
  if (passage.unit.kind === "row") return namedInCell(reading, passage, text);
  const { inline, slot } = passage.unit;
  const start = inline.text.length - passage.text.length;
  const sentence = passage.text.slice(0, Math.max(0, passage.focus.end - passage.focus.start));
  const words = findDomainWords(sentence, reading.context.vocabulary);
  if (new Set(words.map((word) => word.domain)).size < 2) return [];
  return words.map((word) => ({
    text: word.text,
    place: { slot, start: inline.sourceStart(start + word.start), end: inline.sourceEnd(start + word.end) },
  }));
}

/** A cell is short, and its small words are things ("the product data"): domains in it are written as names. */
function namedInCell(reading: SectionReading, { focus }: Passage, text: string): Written[] {
  const words = findDomainWords(text, reading.context.vocabulary).filter((word) => /^\p{Lu}/u.test(word.text));
  if (new Set(words.map((word) => word.domain)).size < 2) return [];
  return words.map((word) => ({ text: word.text, place: focus }));
}

const backers = late((): readonly RegExp[] => [
  new RegExp(`\\b(?:[Bb]acked|[Ss]upported|[Ee]ndorsed) by (?:the )?(${nameList})`, "u"),
  new RegExp(`(${nameList}) (?:both |all |fully )?(?:stands?|standing) (?:fully )?behind`, "u"),
  new RegExp(
    `(${nameList}|(?<=[,;.]\\s)\\p{Ll}{2,20}(?: and \\p{Ll}{2,20})?) (?:both |all )?(?:agree[ds]?|approve[ds]?|consent(?:s|ed)|said yes|(?:is|are|was|were) (?:fine|ok|okay|happy|content) with (?:it|this|that))(?=[,.;)]|$)`,
    "u",
  ),
  new RegExp(
    `(${nameList}) (?:both |fully )?(?:backs?|supports?|endorses?) (?:it|this|that|the decision|the plan|the choice)`,
    "u",
  ),
]);

function backingOf(passage: Passage): readonly Mention[] {
  const fields = passage.fields.filter((field) => field.name === "backing" && field.value !== "").flatMap(mentionsOf);
  const { unit, text } = passage;
  if (unit.kind === "row") return fields;
  const base = unit.inline.text.length - text.length;
  if (
    !/\b(?:back|support|endors|behind|agree|approve|consent|said yes|(?:fine|ok|okay|happy|content) with)/i.test(text)
  )
    return fields;
  const prose = backers().flatMap((pattern) => {
    const match = pattern.exec(text);
    const names = match?.[1];
    if (!match || names === undefined || notAName.test(names)) return [];
    const at = base + match.index + match[0].indexOf(names);
    return mentionsIn(unit, at, at + names.length, "backing");
  });
  return [...fields, ...prose];
}

const replaces = new RegExp(
  String.raw`\b${replacing}\s(?:the |our |decision )*([A-Z][A-Z0-9]{0,9}-\d{1,6}|[^.;,()]{3,80})`,
);
/** "Supersedes L-43", "L-43 no longer holds": by its id. */
const replacesId = new RegExp(
  String.raw`\b${replacing}\s(?:the |our |old |earlier |decision |record )*([A-Z][A-Z0-9]{0,9}-\d{1,6})\b|\b([A-Z][A-Z0-9]{0,9}-\d{1,6}) (?:no longer (?:holds|applies|stands|counts)|(?:is|was) (?:herewith |hereby |therefore |now )?(?:superseded|replaced|overridden|revoked|reversed|void|off|over)\b(?! by\b)|lapses|falls away)`,
  "i",
);

/** What the passage says it replaces: a field, or an id or words after "this replaces". */
function supersededBy(passage: Passage): string[] {
  const fields = passage.fields.flatMap((field) => (field.name === "supersedes" && field.value ? [field.value] : []));
  const named = replacesId.exec(passage.text);
  const id = named?.[1] ?? named?.[2];
  const words = passage.unit.kind === "row" ? undefined : replaces.exec(passage.text)?.[1];
  const prose = id !== undefined && id === id.toUpperCase() ? id : words;
  return prose === undefined ? fields : [...fields, prose.trim()];
}

/** The day number that dates without a year count from. */
export function referenceOf(reading: SectionReading): number | undefined {
  return reading.section.date?.start ?? reading.head.date?.start;
}

const datedWords =
  /\b(?:asked|decided|raised|agreed|approved|accepted|opened|open since|since|as of|proposed|made|taken|adopted)\b[^.;]{0,24}$/i;

function dateOf(reading: SectionReading, passage: Passage): DateValue | undefined {
  const options = { settings: reading.context.dates, reference: referenceOf(reading), lean: "past" as const };
  const field = fieldOf(passage.fields, "since", "date");
  if (field) return findDates(field.value, options)[0]?.value;
  const status = fieldOf(passage.fields, "status");
  const dated = status && /\d/.test(status.value) ? findDates(status.value, options)[0] : undefined;
  if (dated && !ledByDue.test(status?.value.slice(0, dated.start) ?? "")) return dated.value;
  if (passage.unit.kind === "row") return undefined;
  if (!/\d/.test(passage.text)) return dateBefore(passage, options);
  const first = findDates(passage.text.slice(0, 32), options)[0];
  if (first && /^\W{0,3}(?:[A-Z][A-Z0-9]{0,6}-\d{1,5}\W{1,3})?$/.test(passage.text.slice(0, first.start)))
    return first.value;
  const told = findDates(passage.text.slice(0, 400), options).find((found) =>
    datedWords.test(passage.text.slice(0, found.start)),
  );
  return told?.value ?? dateBefore(passage, options);
}

/** "2026-05-04 — **Decision needed:** …": the date that an entry has before its label, perhaps behind its number. */
function dateBefore({ unit, text }: Passage, options: DateOptions): DateValue | undefined {
  if (unit.kind === "row") return undefined;
  const before = unit.inline.text.slice(0, unit.inline.text.length - text.length);
  if (before.length > 60 || !/\d/.test(before)) return undefined;
  const date = findDates(before, options)[0];
  const rest = date && `${before.slice(0, date.start)}${before.slice(date.end)}`;
  return rest !== undefined && /^\W*(?:[A-Z][A-Z0-9]{0,6}-\d{1,5}\W*)?$/.test(rest) ? date?.value : undefined;
}

const dueWords = /\b(?:needed|decide[ds]?|decision|due|settle|answer)\b[^.;]{0,24}\b(?:by|before|until)\s(?:the )?$/i;

/** "open, due 22 June", "on hold until the 5th", "open, to be settled on 22 June": a state that says by when. */
const ledByDue =
  /\b(?:due|by|until|till|before|deadline|not before|decide on|to be \p{L}+|(?:comes?|is) back|(?:on the )?agenda (?:of|for)|we decide)\b[\s:]{0,2}(?:(?:on|by|the|in)\s){0,2}$/iu;

/** The day by which the passage's state says that it is to be decided, as a field. */
function dueInStatus(fields: readonly Field[], options: DateOptions): Field | undefined {
  const status = fieldOf(fields, "status");
  if (!status || !/\d/.test(status.value)) return undefined;
  const found = findDates(status.value, options).find(({ start }) => ledByDue.test(status.value.slice(0, start)));
  return found && { ...status, name: "due", value: status.value.slice(found.start, found.end) };
}

/** "Due 3 June, after the trial", "(deadline is 3 June)": the same without a word between. */
const bareDue = /(?:^|[.;!?,–—(]\s?)(?:due|deadline)(?: date)?(?: is)?:?\s(?:on )?(?:the )?$/i;

/** The passage's fields, with the date by which it says that the decision is needed as one of them. */
function withDue(reading: SectionReading, passage: Passage, decision: string): readonly Field[] {
  const { unit, fields, focus } = passage;
  const text = unit.kind === "row" ? decision : passage.text;
  if (fieldOf(fields, "due")) return fields;
  const options = { settings: reading.context.dates, reference: referenceOf(reading), lean: "future" as const };
  const stated = dueInStatus(fields, options);
  if (stated) return [...fields, stated];
  if (!/\b(?:by|before|until|due|deadline)\b/i.test(text)) return fields;
  const found = findDates(text.slice(0, 400), options).find(({ start }) => {
    const before = text.slice(0, start);
    return dueWords.test(before) || bareDue.test(before);
  });
  if (!found) return fields;
  if (unit.kind === "row") {
    const value = text.slice(found.start, found.end);
    return [...fields, { name: "due", key: "by", value, place: focus, keyPlace: focus, form: passage.form }];
  }
  const base = unit.inline.text.length - text.length;
  const { text: value, place } = writtenIn(unit, base + found.start, base + found.end);
  return [...fields, { name: "due", key: "by", value, place, keyPlace: place, form: passage.form }];
}

const reviewWords =
  /\b(?:revisit(?:ed)?|review(?:ed)?|re-?evaluate[d]?|reconsider(?:ed)?|expires?|lapses?|valid|sunset|look(?:ed)? at (?:(?:it|this) )?again|come back to (?:it|this)|reassess(?:ed)?)\b[^.;]{0,40}\b(?:by|on|until|in|at|before|after):?[*_]*\s*(?:the )?$/i;
/** "Revisit: 30 April", "Next review: May 2026": as a label, wherever in a record it stands. */
const reviewLabel =
  /(?:^|[\n.;|·•–—]\s{0,2})\W{0,3}(?:revisit|(?:next |due for )?review(?: date| due)?|next look|look again|expir(?:es|y)(?: date)?|sunset|valid until)\s?:\s{0,2}(?:(?:by|on|in|until|before|after|not later than) )?(?:the )?$/i;

/** "He withdrew it after the security review on May 11": a review that was held. */
const pastReview =
  /\b(?:was|were|(?:has|have|had) been|we|they|(?:leads|board|team|group|council))\s(?:then |last |already )?(?:reviewed|revisited|re-?evaluated|reconsidered|reassessed)\b[^.;]{0,40}$|(?:^|[.;:]\s)\W{0,3}(?:reviewed|revisited|reassessed) on(?: the)? $|\b(?:after|since|during|in|at|following|before) (?:the|our|a|its|their|last) (?:[\w-]+ ){0,2}review\b[^.;]{0,40}$/i;

/** "Reviewed 18 May, stays", "done on 3 June": what a date of a review that was held stands behind. */
const heldOn =
  /(?<!\bbe )\b(?:reviewed|revisited|re-?evaluated|reconsidered|reassessed|looked at(?: (?:it|this))?(?: again)?|checked|(?:re-?)?confirmed|renewed|prolonged|done|held|happened|took place|kept|last(?: review(?:ed)?)?|was)\b[\s:,(]{0,2}(?:(?:on|in|at|by (?:@?[\p{L}-]+,? ){1,3}|the|as of)\s?){0,2}$/iu;
/** … or before: "18 May ✅", "18 May, done". */
const wasHeld =
  /^[\s,;:(–—-]{0,4}(?:✅|✔|☑|(?:done|reviewed|held|took place|(?:re-?)?confirmed|kept|renewed|prolonged|revisited|happened|passed|completed?)\b)/iu;

/** The first day that a field names for a review which was not held yet. */
export function reviewAhead(value: string, options: DateOptions): DateValue | undefined {
  return findDates(value, options).find(
    ({ start, end }) => !heldOn.test(value.slice(0, start)) && !wasHeld.test(value.slice(end)),
  )?.value;
}

/** A "review by", expiry or revisit date: in a field, or in a sentence that says so. */
export function reviewOf(reading: SectionReading, passage: Passage): Decision["reviewBy"] {
  const options = { settings: reading.context.dates, reference: referenceOf(reading), lean: "future" as const };
  const field = fieldOf(passage.fields, "reviewBy");
  if (field) {
    const date = reviewAhead(field.value, options);
    return date ? { date, place: field.place } : undefined;
  }
  return passage.unit.kind === "row" ? undefined : reviewInText(options, passage.unit, passage.text);
}

/** A date by which a sentence of the text says that something is to be looked at again. */
export function reviewInText(
  options: DateOptions,
  unit: Exclude<Passage["unit"], { kind: "row" }>,
  text: string,
): Decision["reviewBy"] {
  if (
    !/\d/.test(text) ||
    !/\b(?:revisit|review|evaluat|reconsider|expir|lapse|valid|sunset|again|reassess|back to|next look)/i.test(text)
  ) {
    return undefined;
  }
  const found = findDates(text.slice(0, 1000), options).find((each) => {
    const before = text.slice(0, each.start);
    return (reviewWords.test(before) && !pastReview.test(before)) || reviewLabel.test(before.slice(-60));
  });
  if (!found) return undefined;
  const base = unit.inline.text.length - text.length;
  const written = writtenIn(unit, base + found.start, base + found.end);
  return { date: found.value, place: written.place };
}
