import type { ReadUnit } from "../context.js";
import type { Statement } from "./statement.js";

/** Families of telling words (`Cue`) that a paragraph holds; none for headings and rows. */
export function cuesIn(read: ReadUnit): number {
  return read.words?.cues ?? 0;
}

/** The sentences of a paragraph; none for headings and rows. */
export function statementsOf(read: ReadUnit): readonly Statement[] {
  return read.words?.statements ?? [];
}
