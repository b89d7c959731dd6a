import type { DateOptions } from "../dates/parse.js";
import type { PlanDocument } from "./document.js";

/** How dates in a document are read: in its order and fiscal year, from its own date on. */
export function dateOptionsOf(document: PlanDocument): DateOptions {
  const { fiscalYearStart } = document.settings;
  return {
    settings: { dateOrder: document.dateOrder, fiscalYearStart },
    reference: document.head.date?.end,
    lean: "future",
  };
}
