import type { Subject } from "./names.js";
import type { Setting } from "./setting.js";
import type { Statement } from "./statement.js";

/** What it adds to a way of deciding who is said to have decided; negative where it takes away. */
export function subjectWeight(subject: Subject, at: number, setting: Setting, { speaker }: Statement): number {
  switch (subject.kind) {
    case "we":
      return 0.15;
    case "named":
      return setting.record && !setting.minutes ? 0.1 : 0.15;
    case "collective":
      return 0.1;
    case "passive":
      return 0.05;
    case "i":
      return -0.3;
    case "they":
      // Minutes written by somebody else tell of the group as "they"; whoever has the floor tells so of others.
      return setting.minutes && !setting.transcript && speaker === undefined ? 0.05 : -0.3;
    case "none":
      return at < 6 && setting.minutes ? 0.1 : -0.3;
  }
}

/** What it adds to a way of deciding where it stands. */
export function settingWeight(setting: Setting): number {
  let weight = 0;
  if (setting.minutes) weight += 0.1;
  switch (setting.role) {
    case "decision":
    case "decisions":
    case "decision-outcome":
    case "conclusion":
      weight += 0.3;
      break;
    case "context":
      weight -= setting.minutes ? 0 : 0.1;
      break;
    case "background":
    case "alternatives":
    case "options":
    case "drawbacks":
    case "design":
    case "faq":
      weight -= setting.minutes ? 0 : 0.25;
      break;
    case "process":
    case "roles":
    case "values":
      weight -= setting.minutes && setting.role !== "process" ? 0.05 : 0.5;
      break;
    default:
      break;
  }
  return weight;
}
