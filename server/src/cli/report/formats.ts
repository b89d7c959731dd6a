import { plainStyle, type Style } from "../terminal.js";
import type { Report } from "./report.js";

export const formatNames = ["pretty", "json", "sarif", "github", "junit", "markdown"] as const;

export type FormatName = (typeof formatNames)[number];

/** A report in one of the formats; what a format needs is loaded when it is asked for. */
export async function formatReport(
  format: FormatName,
  report: Report,
  { style = plainStyle, quiet = false }: { readonly style?: Style; readonly quiet?: boolean } = {},
): Promise<string> {
  switch (format) {
    case "pretty":
      return (await import("./pretty.js")).prettyReport(report, style, quiet);
    case "json":
      return (await import("./json.js")).jsonReport(report);
    case "sarif": {
      const [{ sarifReport }, { rulePages }] = await Promise.all([import("./sarif.js"), import("lockstep:rule-pages")]);
      return sarifReport(report, (rule) => rulePages.get(rule));
    }
    case "github":
      return (await import("./github.js")).githubReport(report);
    case "junit":
      return (await import("./junit.js")).junitReport(report);
    case "markdown":
      return (await import("./markdown.js")).markdownReport(report);
  }
}
