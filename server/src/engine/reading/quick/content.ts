/**
 * The text of one paragraph, heading or cell: its lines without what stands before and behind them, joined by line feeds, and where
 * each line begins in the slot.
 */
export interface Content {
  readonly text: string;
  /** For each line: its offset in `text`, and in the slot. */
  readonly lines: readonly Line[];
}

export interface Line {
  readonly at: number;
  readonly source: number;
}

/** Content of one line. */
export function lineContent(source: string, start: number, end: number): Content {
  return { text: source.slice(start, end), lines: [{ at: 0, source: start }] };
}
