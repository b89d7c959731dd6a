import type { ParagraphUnit } from "../../reading/units.js";
import { cuesOf } from "./cue-words.js";
import { splitSentences } from "./sentences.js";
import { speakerOf } from "./speakers.js";

/** One sentence of a paragraph, ready to be looked at. */
export interface Statement {
  readonly unit: ParagraphUnit;
  /** Where it stands in the unit's visible text; without a speaker's name or a date in front. */
  readonly start: number;
  readonly end: number;
  /** Its words, inline code masked. */
  readonly prose: string;
  /** The same in small letters, with plain apostrophes. */
  readonly lower: string;
  /** Families of telling words that it holds (`Cue`). */
  readonly cues: number;
  /** Who says it, in minutes that name their speakers; undefined elsewhere. */
  readonly speaker: string | undefined;
  /** Whether it is the unit's first. */
  readonly first: boolean;
}

/** The sentences of a paragraph, each with its cues. A speaker's name in front ("AB: …") is taken off the first. */
export function statementsOf(unit: ParagraphUnit): readonly Statement[] {
  const { prose } = unit.inline;
  const speaker = speakerOf(prose);
  const from = speaker?.end ?? 0;
  return splitSentences(from === 0 ? prose : `${" ".repeat(from)}${prose.slice(from)}`).map((span, index) => {
    const text = prose.slice(span.start, span.end);
    return {
      unit,
      start: span.start,
      end: span.end,
      prose: text,
      lower: text.toLowerCase().replaceAll("’", "'"),
      cues: cuesOf(text),
      speaker: speaker?.name,
      first: index === 0,
    };
  });
}
