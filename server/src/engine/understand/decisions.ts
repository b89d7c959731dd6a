import type { Decision } from "../model/facts.js";
import type { SectionReading } from "./context.js";

/** The decisions that a section states. */
export function recogniseDecisions(_reading: SectionReading): Decision[] {
  return [];
}
