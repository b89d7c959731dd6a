import type { Wording } from "../model/facts.js";
import type { SectionReading } from "./context.js";

/** Sentences that blame or credit one side. */
export function recogniseWordings(_reading: SectionReading): Wording[] {
  return [];
}
