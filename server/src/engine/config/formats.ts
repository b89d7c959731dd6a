import { parseIsoDate } from "../model/date.js";
import type { Formats } from "./fit.js";
import { compileGlob } from "./glob.js";

/** What the schemas' formats ask of a text. */
export const formats: Formats = {
  glob: (text) => {
    const glob = compileGlob(text.startsWith("!") ? text.slice(1) : text);
    return "problem" in glob ? glob.problem : undefined;
  },
  "inner-path": (text) => {
    if (text.includes("\\")) return "has `\\` between folders; write `/`";
    const outside = text.startsWith("/") || text.includes(":") || text.split("/").includes("..");
    return outside ? "must stay in the folder of this file or below it" : undefined;
  },
  // Dates are written in many ways; only what is plainly an ISO date can plainly be none.
  "calendar-date": (text) => {
    const date = /^\d{4}-\d{2}-\d{2}(?=$|[T ])/.exec(text)?.[0];
    return date === undefined || parseIsoDate(date) !== undefined
      ? undefined
      : `is ${date}, a day that no calendar has`;
  },
};
