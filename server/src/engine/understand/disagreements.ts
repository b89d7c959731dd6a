import type { Decision, Disagreement } from "../model/facts.js";
import type { SectionReading } from "./context.js";
import { closedConcern, endedDisagreement } from "./prose/disagreement-endings.js";
import { numberedEntries, statedEntries } from "./prose/disagreement-entries.js";
import { labelDisagreements, rowDisagreement } from "./prose/disagreement-labels.js";
import { proseDisagreements } from "./prose/disagreement-prose.js";
import { boldEntries, headingDisagreement } from "./prose/disagreement-registers.js";
import { sectionDisagreements } from "./prose/disagreement-sections.js";
import { settingOf } from "./prose/setting.js";

/** The disagreements that a section records; `decisions` are those of the same section, which may end them. */
export function recogniseDisagreements(reading: SectionReading, decisions: readonly Decision[]): Disagreement[] {
  const setting = settingOf(reading);
  if (setting.silent) return [];
  const done = new Set<number>();
  const found: Disagreement[] = [];
  reading.units.forEach((read, index) => {
    if (read.unit.kind === "heading") {
      const disagreement = headingDisagreement(reading, read, index);
      if (disagreement) found.push(disagreement);
    } else if (read.unit.kind === "row") {
      const disagreement = rowDisagreement(reading, read, setting);
      if (disagreement) found.push(disagreement);
    } else {
      const labelled = read.fields.length > 0 ? labelDisagreements(reading, index) : [];
      const ending =
        labelled.length > 0 ? undefined : (closedConcern(reading, index) ?? endedDisagreement(reading, setting, index));
      if (ending) {
        labelled.push(ending);
      }
      if (labelled.length > 0) done.add(index);
      found.push(...labelled);
    }
  });
  joinHeaded(found);
  const stated = found.some((each) => each.form === "heading");
  if (!stated) found.push(...statedEntries(reading, done));
  if (!stated) found.push(...numberedEntries(reading, setting, done));
  if (!stated) found.push(...boldEntries(reading, done));
  if (!stated) found.push(...sectionDisagreements(reading, setting, done));
  if (!stated && reading.head.kind !== "charter") found.push(...proseDisagreements(reading, setting, decisions, done));
  return found.sort((a, b) => a.place.slot.offset + a.place.start - (b.place.slot.offset + b.place.start));
}

/** "### RG-4 Stamps", and below it "Disagreement: Ana wants …": the heading names what the one label tells; they are one. */
function joinHeaded(found: Disagreement[]): void {
  const [heading, label] = found;
  if (found.length !== 2 || heading?.form !== "heading" || label === undefined) return;
  if (heading.fields.some(({ name }) => name === "disagreement") || !sameMatter.test(label.evidence[0]?.text ?? ""))
    return;
  found.splice(0, 2, {
    ...label,
    topic: heading.topic,
    id: heading.id ?? label.id,
    since: label.since ?? heading.since,
    due: label.due ?? heading.due,
    owner: label.owner ?? heading.owner,
    nextStep: label.nextStep ?? heading.nextStep,
  });
}

const sameMatter = /^\W{0,4}(?:disagreement|dispute|conflict)\W{0,4}$/i;
