import type { Range } from "../engine/text/range.js";

/** What the board's page says to the editor that shows it: somebody wants to see a place, or to mend what a finding reports. */
export type BoardMessage =
  | { readonly type: "open"; readonly path: string; readonly range: Range }
  | {
      readonly type: "fix";
      readonly path: string;
      readonly range: Range;
      readonly rule: string;
      /** The code action at `range` of `path` that is meant. */
      readonly title: string;
    };

/** What the editor says to the page: another board, drawn by `renderBoardBody`. The page keeps its filter, its focus and its place. */
export interface BoardUpdate {
  readonly type: "board";
  readonly html: string;
}

/** Whether something that came out of a webview is one of its messages. */
export function isBoardMessage(value: unknown): value is BoardMessage {
  if (!isRecord(value) || typeof value.path !== "string" || !isRange(value.range)) return false;
  if (value.type === "open") return true;
  return value.type === "fix" && typeof value.rule === "string" && typeof value.title === "string";
}

function isRange(value: unknown): value is Range {
  return isRecord(value) && isPosition(value.start) && isPosition(value.end);
}

function isPosition(value: unknown): boolean {
  return isRecord(value) && isCount(value.line) && isCount(value.character);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
