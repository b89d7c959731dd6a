import { dayNumber, parseIsoDate } from "../engine/model/date.js";

/** What every reading of documents depends on besides their texts. */
export interface ReadingOptions {
  /** The date to go by, `YYYY-MM-DD`; the clock's date unless given. */
  readonly today?: string;
  /** Treat every Markdown file as a planning document, READMEs and templates included. */
  readonly all?: boolean;
}

/** The options of a service; also where the libraries ask the clock. */
export function serviceOptions({ today, all = false }: ReadingOptions): { today: number; allPlanning: boolean } {
  const now = new Date();
  const day =
    today === undefined ? dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate()) : parseIsoDate(today);
  if (day === undefined) throw new RangeError(`“${today}” is no date; dates are written YYYY-MM-DD.`);
  return { today: day, allPlanning: all };
}
