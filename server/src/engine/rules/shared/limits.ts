import type { PlanDocument } from "../../index/document.js";
import { numberOption } from "../rule.js";

/** Days after which a rule calls something stalled; endless where that rule is off, so that the more general one speaks instead. */
export function stalledAfter(rule: "decision-stalled" | "disagreement-stalled", document: PlanDocument): number {
  const settings = document.settings.rule(rule);
  return settings.severity === "off" ? Number.POSITIVE_INFINITY : numberOption(settings, "days");
}
