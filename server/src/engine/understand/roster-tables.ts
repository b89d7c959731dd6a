import type { RosterEntry } from "../model/facts.js";
import type { SectionReading } from "./context.js";

/** Who belongs to which domain, as a section's table or list says. */
export function recogniseRoster(_reading: SectionReading): RosterEntry[] {
  return [];
}
