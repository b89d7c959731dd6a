import type { Settings } from "../config/settings.js";
import type { DateOrder } from "./date-order.js";
import { type DocumentReading, PlanDocument } from "./document.js";
import { ReadingContexts } from "./reading-contexts.js";

/** What reading a document depends on besides its text and path, as plain data. The repository's date order comes on top. */
export type ReadingSettings = Pick<Settings, "domains" | "document" | "priorities" | "dateOrder" | "fiscalYearStart">;

const contexts = new ReadingContexts(false);
const noRules: Pick<Settings, "rules" | "baseline" | "rule"> = {
  rules: new Map(),
  baseline: undefined,
  rule: () => ({ severity: "off", options: {} }),
};

/** The settings of a document as far as they count for reading it; `allPlanning` as the workspace has it. */
export function readingSettings(settings: Settings, allPlanning: boolean): ReadingSettings {
  const { domains, document, priorities, dateOrder, fiscalYearStart } = settings;
  const planning = allPlanning ? true : document.planning;
  return { domains, document: { ...document, planning }, priorities, dateOrder, fiscalYearStart };
}

/** Reads a document apart from its workspace; undefined where the result cannot be passed on. */
export function readAlone(
  { path, text }: { readonly path: string; readonly text: string },
  settings: ReadingSettings,
  repositoryOrder: DateOrder,
): DocumentReading | undefined {
  const whole: Settings = { ...noRules, ...settings };
  const context = contexts.contextFor(path, whole);
  return PlanDocument.read({ path, text, settings: whole, context, repositoryOrder }).reading();
}

/** The order of day and month that a document is to be read with, where reading it has shown what its own dates say. */
export function orderFor(settings: ReadingSettings, reading: DocumentReading, repositoryOrder: DateOrder): DateOrder {
  return settings.dateOrder ?? reading.dates.order ?? repositoryOrder;
}
