import type { Disagreement } from "../model/facts.js";
import type { SectionReading } from "./context.js";

/** The disagreements that a section records. */
export function recogniseDisagreements(_reading: SectionReading): Disagreement[] {
  return [];
}
