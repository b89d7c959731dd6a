import type { DecisionStatus, StatusClass } from "../model/facts.js";
import { isPlaceholder } from "./placeholders.js";

/** What a status value says, of planned work and of a decision; either may be left open by the word. */
export interface ReadStatus {
  readonly text: string;
  readonly class: StatusClass | undefined;
  readonly decision: DecisionStatus | undefined;
}
export function readStatus(text: string): ReadStatus | undefined {
  const trimmed = text.trim();
  return isPlaceholder(trimmed) ? undefined : { text: trimmed, class: undefined, decision: undefined };
}
