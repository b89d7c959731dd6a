import type { PlanItem } from "../model/facts.js";
import type { SectionReading } from "./context.js";

/** Planned work, objectives and headcount rows of a section. */
export function recogniseItems(_reading: SectionReading): PlanItem[] {
  return [];
}
