import type { Disagreement, Field, Mention, Written } from "../../model/facts.js";
import type { HeadingUnit, ParagraphUnit } from "../../reading/units.js";
import type { ReadUnit, SectionReading } from "../context.js";
import { groupOf, type Register, registerAbove, registerOf } from "../headings/register-groups.js";
import { isNothing, isStruck } from "./choices.js";
import { settledBy } from "./disagreement-endings.js";
import { disagreementOf } from "./disagreement-fact.js";
import { because, headedPassage, isLabelLine, type Passage, sentencePassage } from "./passage.js";
import { describesHow } from "./setting.js";

/** The number of an entry: "K-8 Bells on Sundays", "#4 Keys", "3. Lamps". */
const numbered = /^\W{0,2}(?:[A-Z]{1,6}-?\d{1,4}\b|\d{1,3}[.):]\s)/;

/**
 * A heading that states a disagreement itself: `### Disagreement: who owns on-call`, or a topic under "Open disagreements", with what is
 * told below it in labels or in prose.
 */
export function headingDisagreement(reading: SectionReading, read: ReadUnit, index: number): Disagreement | undefined {
  const unit = read.unit as HeadingUnit;
  const field = read.fields.find((each) => each.name === "disagreement" && each.value !== "");
  const { path } = reading.section;
  const own = path.at(-1);
  const above = registerAbove(path) ?? registerBeyond(reading);
  const text = unit.inline.text.trim();
  const isEntry =
    above !== undefined &&
    own !== undefined &&
    (own.role === undefined || numbered.test(text)) &&
    groupOf(own) === undefined &&
    (!describesHow(own) || isTold(reading, index)) &&
    !headsOthers(reading, text);
  const topic = field?.value ?? (isEntry ? text : "");
  if (topic === "" || isNothing(topic)) return undefined;
  const passage = headedPassage(reading, index);
  const key = (isEntry ? above.heading.text : field?.key) ?? "";
  return entryOf(reading, passage, {
    topic,
    key,
    standing: isEntry ? above.standing : undefined,
    from: index + 1,
    to: reading.units.length,
  });
}

/** Whether labels below a heading say how far it is or who holds what: "Who may ring" is an entry then, and no rule. */
function isTold({ units }: SectionReading, index: number): boolean {
  const below = units[index + 1];
  return below?.fields.some(({ name }) => name === "status" || name === "position" || name === "since") ?? false;
}

/** A register above a heading that only parts it ("Longer entries"): told by the status that stands below the entry. */
function registerBeyond({ section, units }: SectionReading): Register | undefined {
  const { path } = section;
  const own = path.at(-1);
  if (path.length < 3 || own === undefined) return undefined;
  const stands = units.some((read) => isLabelLine(read) && read.fields.some(({ name }) => name === "status"));
  return stands ? registerAbove(path.slice(0, -1)) : undefined;
}

/** "Longer entries", "Since spring": a heading with nothing below it but further headings, or entries that call themselves so, names none of them. */
function headsOthers({ units, outline }: SectionReading, text: string): boolean {
  if (numbered.test(text)) return false;
  if (outline.parted && units.length === 1) return true;
  const labelled = units.filter(({ unit, fields }) => unit.kind === "paragraph" && fields[0]?.name === "disagreement");
  const own = units.some(({ unit, fields }) => unit.kind === "paragraph" && fields[0]?.name === "status");
  return labelled.length > 1 || (labelled.length === 1 && !own);
}

/** Entries of a register that lines in bold head: "**K-8 Bells on Sundays**", and below it what is known of them. */
export function boldEntries(reading: SectionReading, done: Set<number>): Disagreement[] {
  const register = registerOf(reading.section.path);
  if (!register) return [];
  const { units } = reading;
  const heads = units.flatMap((read, index) => (isBoldLine(read) && !done.has(index) ? [index] : []));
  return heads.flatMap((from, at) => {
    const to = heads[at + 1] ?? units.length;
    const below = units.slice(from + 1, to);
    const unit = (units[from] as ReadUnit).unit as ParagraphUnit;
    const topic = unit.inline.text.trim().replace(/[.:]$/, "");
    if (!below.some(isLabelLine) || isNothing(topic)) return [];
    for (let index = from; index < to; index += 1) done.add(index);
    const passage = sentencePassage(reading, from, 0, unit.inline.text.length, "label");
    const fields = below.flatMap((read): readonly Field[] => (read.unit.kind === "paragraph" ? read.fields : []));
    const { heading, standing } = register;
    return [entryOf(reading, { ...passage, fields }, { topic, key: heading.text, standing, from: from + 1, to })];
  });
}

/** A paragraph of its own that is all in bold, and no label. */
function isBoldLine({ unit, fields }: ReadUnit): boolean {
  if (unit.kind !== "paragraph" || unit.item !== undefined || unit.container !== undefined) return false;
  const { marks, text } = unit.inline;
  const bold = marks.find((mark) => mark.kind === "strong" && mark.start === 0);
  return bold !== undefined && bold.end >= text.trimEnd().length - 1 && fields.every(({ value }) => value !== "");
}

interface Entry {
  readonly topic: string;
  /** The words that say that it is one. */
  readonly key: string;
  readonly standing: Register["standing"];
  /** What stands below the entry: units from … to, end excluded. */
  readonly from: number;
  readonly to: number;
}

/** "Cameras in meetings ✅", "✔ Cameras", "Cameras (settled)": the name of an entry says that it is over. */
const overMark =
  /^\W{0,3}[✅✔☑]\uFE0F?\s+|\s+[✅✔☑]\uFE0F?\s*$|\s+(?:[([](?:closed|resolved|settled|withdrawn|done)[)\]]|[–—-]\s(?:closed|resolved|settled|withdrawn))\s*$/iu;

/** An entry of a register. Prose adds what labels leave out, and ends only what no label and no group calls open. */
function entryOf(reading: SectionReading, passage: Passage, { topic, key, standing, from, to }: Entry): Disagreement {
  const { unit } = passage;
  const struck = unit.kind !== "row" && isStruck(unit.inline);
  const name = topic.replace(overMark, "").trim();
  const marked = name !== topic && name !== "";
  const stated = disagreementOf(reading, passage, {
    topic: marked ? name : topic,
    evidence: [because("disagreement-heading", key)],
    resolved: struck || marked || standing === "closed",
  });
  const told = toldBelow(reading, from, to);
  const unlabelled = stated.statusField === undefined;
  const ends = marked || (unlabelled ? standing !== "open" : stated.status === "resolved");
  const outcome = stated.outcome ?? (ends ? told.outcome : undefined);
  return {
    ...stated,
    status: unlabelled && (outcome || (ends && told.ended)) ? "resolved" : stated.status,
    parties: stated.parties.length > 0 ? stated.parties : told.parties,
    nextStep: stated.nextStep ?? told.nextStep,
    due: stated.due ?? told.due,
    since: stated.since ?? told.since,
    outcome,
  };
}

/** Longer ones are essays. */
const longestTold = 1_500;

/** What the paragraphs below an entry say of it in prose. */
function toldBelow(
  reading: SectionReading,
  from: number,
  to: number,
): Pick<Disagreement, "parties" | "nextStep" | "due" | "since" | "outcome"> & { readonly ended: boolean } {
  const told: Disagreement[] = [];
  let outcome: Written | undefined;
  for (let index = from; index < to; index += 1) {
    const below = reading.units[index] as ReadUnit;
    const { unit } = below;
    if (unit.kind === "heading") break;
    if (unit.kind !== "paragraph" || isLabelLine(below) || unit.inline.text.length > longestTold) continue;
    if (below.fields.some(({ name }) => name === "question" || name === "disagreement")) continue;
    const { text } = unit.inline;
    const passage = sentencePassage(reading, index, 0, text.length, "prose");
    const paragraph = disagreementOf(reading, passage, { topic: text, evidence: [], resolved: false });
    told.push(paragraph);
    outcome ??= settledBy(unit) ?? paragraph.outcome;
  }
  const first = <Key extends "nextStep" | "due" | "since">(key: Key): Disagreement[Key] | undefined =>
    told.find((each) => each[key] !== undefined)?.[key];
  return {
    parties: told.flatMap(({ parties, unit }) => (parties.length > 0 ? parties : speakersIn(unit as ParagraphUnit))),
    nextStep: first("nextStep"),
    due: first("due"),
    since: first("since"),
    outcome,
    ended: told.some(({ status }) => status === "resolved"),
  };
}

const speaking = /(?:^|[.;!?]\s)(@[\w-]+|\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?):\s/gu;

/** "Ana: on Mondays. Bo: never.": each before what they hold. */
function speakersIn({ inline, slot }: ParagraphUnit): readonly Mention[] {
  const found = [...inline.text.matchAll(speaking)];
  if (found.length < 2) return [];
  return found.map(({ index, 0: words, 1: name = "" }) => {
    const start = index + words.indexOf(name);
    const place = { slot, start: inline.sourceStart(start), end: inline.sourceEnd(start + name.length) };
    return { text: name, place, role: "position" as const };
  });
}
