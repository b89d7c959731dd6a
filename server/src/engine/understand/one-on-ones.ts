import type { OneOnOneNote } from "../model/facts.js";
import type { DocumentHead, SectionRole } from "../model/section.js";
import type { ParagraphUnit } from "../reading/units.js";
import type { ReadingContext, SectionReading } from "./context.js";
import { kindOfPath, pathWords, stemOf } from "./head/path.js";
import { splitNames } from "./names.js";
import { dateOf, findDate } from "./values.js";

/** The dated notes of one-on-ones in a section: one for the file where its name or title is dated, else one for each dated heading. */
export function recogniseOneOnOnes(reading: SectionReading): OneOnOneNote[] {
  const { head, section, context, units } = reading;
  if (head.kind !== "notes" || !isOneOnOne(head, context)) return [];
  const unit = units[0]?.unit;
  const heading = section.path.at(-1);
  const people = peopleOf(head, context.path);
  if (heading && unit?.kind === "heading" && heading.place.slot === unit.slot) {
    const isTitle = heading.place.slot === head.title?.place.slot;
    const date = isTitle ? head.date : heading.date?.grain === "day" ? heading.date : undefined;
    // The day of a series may have been read off its first entry.
    const entries = isTitle && date ? entriesOf(reading, people) : [];
    if (entries.some((entry) => entry.date.start === date?.start)) return entries;
    return date
      ? [{ people, date, place: isTitle ? head.place : heading.place, form: "section" }]
      : entriesOf(reading, people);
  }
  const untitled = head.title === undefined && section.path.length === 0 && head.date;
  return untitled && head.date ? [{ people, date: head.date, place: head.place, form: "section" }] : [];
}

/** Sections whose dates are of something else than meetings. */
const otherDates: ReadonlySet<SectionRole | undefined> = new Set<SectionRole | undefined>([
  "actions",
  "agenda",
  "decisions",
  "milestones",
  "roadmap",
  "changelog",
  "history",
]);
const dateColumn = /^(?:date|day|when|met(?: on)?|meeting)$/i;
/** Fewer dated entries than that are no list of meetings. */
const fewest = 2;

/** Meetings that a list or table tells of, one a line: "- 2026-06-04: the price list", "| 2026-06-04 | the price list |". */
function entriesOf({ section, units, context }: SectionReading, people: readonly string[]): OneOnOneNote[] {
  if (otherDates.has(section.path.at(-1)?.role)) return [];
  const found = units.flatMap(({ unit }): OneOnOneNote[] => {
    if (unit.kind === "row") {
      const column = unit.table.header.findIndex((cell) => dateColumn.test(cell.inline.text.trim()));
      const cell = unit.cells[column];
      const date = cell && dateOf(cell.inline.text.trim(), context);
      if (!cell || date?.grain !== "day") return [];
      return [{ people, date, place: { slot: unit.slot, start: cell.start, end: cell.end }, form: "entry" }];
    }
    if (unit.kind !== "paragraph" || unit.item?.checked !== undefined || (unit.item?.depth ?? 0) > 0) return [];
    const date = findDate(unit.inline.text.slice(0, longestDate), context);
    if (date?.value.grain !== "day" || date.start > 1) return [];
    // A paragraph of its own: "**2026-06-04** – the price list", "4 June 2026: the price list".
    if (unit.item === undefined && !isHeadedBy(unit, date.end)) return [];
    return [{ people, date: date.value, place: { slot: unit.slot, start: unit.start, end: unit.end }, form: "entry" }];
  });
  return found.length < fewest ? [] : found;
}

/** Whether the words up to an offset head what follows them: in bold, or before a dash or colon. */
function isHeadedBy({ inline, container }: ParagraphUnit, end: number): boolean {
  if (container !== undefined) return false;
  const bold = inline.marks.some((mark) => mark.kind === "strong" && mark.start === 0 && mark.end <= end + 2);
  return bold || /^\)?(?::|\s[–—-]\s|\.\s\p{Lu})/u.test(inline.text.slice(end, end + 4));
}

/** What a day with its weekday takes. */
const longestDate = 32;

const oneOnOne = /\b(?:one[- ](?:on|to)[- ]ones?|1[:-]1s?|1[- ]?(?:on|to)[- ]?1s?)(?![\p{L}\d])/iu;

/** Whether a document holds the notes of two who meet. */
export function isOneOnOne(head: DocumentHead, context: ReadingContext): boolean {
  return (head.title !== undefined && oneOnOne.test(head.title.text)) || isOneOnOnePath(context);
}

const byContext = new WeakMap<ReadingContext, boolean>();

/** Whether file or folder is named so; a document's path is asked for once. */
function isOneOnOnePath(context: ReadingContext): boolean {
  let found = byContext.get(context);
  if (found === undefined) {
    const { path } = context;
    found = kindOfPath(path) !== undefined && path.split("/").some((segment) => pathWords(segment).includes("1:1"));
    byContext.set(context, found);
  }
  return found;
}

const notNames =
  /^(?:one[- ](?:on|to)[- ]ones?|1[:-]1s?|1[- ]?(?:on|to)[- ]?1s?|notes?|meetings?|weekly|sync|agenda|minutes|with|between|of|the|for|our|leads?|log|(?:every |each )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|other week|week|fortnight(?:ly)?|month(?:ly)?|bi-?weekly)(?: (?:mornings?|afternoons?))?|\d.*)$/i;

/** Who met, as the title says ("One-on-ones: Priya and Jonas"), else the file's or folder's name ("lefevre-grossmann/"). */
function peopleOf(head: DocumentHead, path: string): readonly string[] {
  const inTitle = head.title ? namesIn(head.title.text, head.date?.text) : [];
  if (inTitle.length >= 2) return inTitle;
  const segments = [stemOf(path), ...path.split("/").slice(0, -1).reverse()];
  for (const segment of segments) {
    const words = segment
      .replace(/(?:one[-_ ](?:on|to)[-_ ]ones?|1[-_: ]?(?:on|to)?[-_: ]?1s?)/gi, " ")
      .split(/[-_ +&.]+/)
      .filter((word) => /^\p{L}{2,}$/u.test(word) && !notNames.test(word));
    if (words.length >= 2 && words.length <= 4) return words.length === 2 ? words : pairsOf(words);
  }
  return inTitle;
}

/** "priya-nair-amelia-chen": four words are two full names. */
function pairsOf(words: readonly string[]): readonly string[] {
  return words.length === 4 ? [`${words[0]} ${words[1]}`, `${words[2]} ${words[3]}`] : words;
}

/** June is a name, "June 9" and "9 June 2026" are none. */
const dateInWords =
  /\b(?:\d{1,2}(?:st|nd|rd|th)?\.? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,4}(?:,? \d{4})?\b/gi;

function namesIn(title: string, date: string | undefined): readonly string[] {
  const plain = title
    .replace(date ?? "\0", " ")
    .replace(
      /(?:\b(?:one[- ](?:on|to)[- ]ones?|1[:-]1s?|1[- ]?(?:on|to)[- ]?1s?)(?![\p{L}\d]))(?:\s+(?:notes?|meetings?|log|agenda))?/giu,
      " ",
    )
    .replace(dateInWords, " ")
    .replace(/\b(?:notes?|weekly|between|with|of|for)\b/gi, " ")
    .replace(/[\d./:()–—|,-]{2,}|[:()–—|]/g, " ");
  return splitNames(plain)
    .map((part) => part.text.replace(/^[,\s-]+|[,\s-]+$/g, ""))
    .filter((part) => /^@?\p{L}/u.test(part) && part.split(" ").length <= 3 && !notNames.test(part));
}
