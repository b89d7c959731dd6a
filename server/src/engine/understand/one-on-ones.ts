import type { OneOnOneNote } from "../model/facts.js";
import type { SectionReading } from "./context.js";

/** The dated notes of one-on-ones in a section. */
export function recogniseOneOnOnes(_reading: SectionReading): OneOnOneNote[] {
  return [];
}
