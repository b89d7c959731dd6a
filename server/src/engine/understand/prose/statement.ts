import type { ParagraphUnit, Unit } from "../../reading/units.js";
import { entryLines } from "../entry-lines.js";
import { stampEnd } from "../stamps.js";
import { cuesOf } from "./cue-words.js";
import { type Span, splitSentences } from "./sentences.js";
import { speakerOfUnit } from "./speakers.js";

/** One sentence of a paragraph, ready to be looked at. */
export class Statement {
  #lower: string | undefined;

  constructor(
    readonly unit: ParagraphUnit,
    /** Where it stands in the unit's visible text; without a speaker's name in front. */
    readonly start: number,
    readonly end: number,
    /** Its words, inline code masked. */
    readonly prose: string,
    /** Families of telling words that it holds (`Cue`). */
    readonly cues: number,
    /** Who says it, in minutes that name their speakers; undefined elsewhere. */
    readonly speaker: string | undefined,
  ) {}

  /** Its words in small letters, with plain apostrophes. */
  get lower(): string {
    this.#lower ??= this.prose.toLowerCase().replaceAll("\u2019", "'");
    return this.#lower;
  }
}

/** The words of a paragraph, looked through once for all recognisers. */
export class Words {
  /** Families of telling words that it holds (`Cue`). */
  readonly cues: number;
  readonly #unit: ParagraphUnit;
  #statements: readonly Statement[] | undefined;

  constructor(unit: ParagraphUnit) {
    this.#unit = unit;
    this.cues = cuesOf(unit.inline.prose);
  }

  /** Its sentences, each with its cues. A speaker's name in front ("AB: …") is taken off the first, and so is the time at which it was said. */
  get statements(): readonly Statement[] {
    this.#statements ??= readStatements(this.#unit, this.cues);
    return this.#statements;
  }
}

/** The words of a unit; undefined for headings and rows. */
export function wordsOfUnit(unit: Unit): Words | undefined {
  return unit.kind === "paragraph" ? new Words(unit) : undefined;
}

function readStatements(unit: ParagraphUnit, cues: number): readonly Statement[] {
  const { prose } = unit.inline;
  const speaker = speakerOfUnit(unit);
  const spans = splitSentences(prose, speaker?.end ?? Math.max(linkedTopic(unit), stampEnd(prose)));
  return dividedAt(entryLines(unit.slot, unit.inline), spans).map(({ start, end }) => {
    const text = prose.slice(start, end);
    return new Statement(unit, start, end, text, spans.length === 1 ? cues : cuesOf(text), speaker?.name);
  });
}

/** Sentences end where an entry of its own begins, though the line before it has no stop ("… Owner: @ana"). */
function dividedAt(entries: readonly number[], spans: readonly Span[]): readonly Span[] {
  if (entries.length === 0) return spans;
  return spans.flatMap(({ start, end }) => {
    const inside = entries.filter((at) => at > start && at < end);
    return [start, ...inside].map((from, index) => ({ start: from, end: inside[index] ?? end }));
  });
}

/** Where the words begin behind a link that names the topic of a list item: "[Weak maps](…) approved with changes". */
function linkedTopic(unit: ParagraphUnit): number {
  if (unit.item === undefined) return 0;
  const link = unit.inline.marks.find((mark) => mark.kind === "link");
  if (!link || link.start > 2 || link.end - link.start < 3) return 0;
  return unit.inline.text.length - link.end > 8 ? link.end : 0;
}
