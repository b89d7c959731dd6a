import type { PlanDocument } from "../../index/document.js";
import type { DateValue } from "../../model/date.js";
import { numberOption } from "../rule.js";

/** Days after which a rule calls something stalled; endless where that rule is off, so that the more general one speaks instead. */
export function stalledAfter(rule: "decision-stalled" | "disagreement-stalled", document: PlanDocument): number {
  const settings = document.settings.rule(rule);
  return settings.severity === "off" ? Number.POSITIVE_INFINITY : numberOption(settings, "days");
}

/** Something that has been open for too long: for `days` since a date, or past the date at which it was due. */
export interface Stalled {
  readonly kind: "stalled";
  readonly days: number;
  readonly since: DateValue;
  readonly due: boolean;
}

/**
 * Whether something that is open is stalled on a day (SPEC §6 "Dates"): a due date ahead suspends it, one behind makes it so; without one it
 * is what is open for more than `limit` days. Dates whose day and month cannot be told apart say nothing.
 */
export function stalledOn(
  today: number,
  {
    due,
    since,
    limit,
  }: { readonly due: DateValue | undefined; readonly since: DateValue | undefined; readonly limit: number },
): Stalled | undefined {
  if (due && !due.ambiguous) {
    const late = today - due.end - due.leeway;
    return late > 0 ? { kind: "stalled", days: late, since: due, due: true } : undefined;
  }
  if (!since) return undefined;
  const open = today - since.end;
  return open > limit ? { kind: "stalled", days: open, since, due: false } : undefined;
}
