import type { OpenQuestion } from "../model/facts.js";
import type { SectionReading } from "./context.js";

/** The open questions of a section. */
export function recogniseQuestions(_reading: SectionReading): OpenQuestion[] {
  return [];
}
