import type { LockstepService } from "../engine/service/service.js";
import type { LinkTo } from "../engine/views/passages.js";
import { reportName, reportOf } from "../engine/views/report/report.js";
import type { ReportParams, ReportResult } from "../protocol/messages.js";
import type { Addresses } from "./addresses.js";

/** The alignment report as Markdown. */
export function reportResultOf(
  service: LockstepService,
  { links }: ReportParams,
  addresses: Addresses,
  indexing: boolean,
): ReportResult {
  const byUri: LinkTo = ({ path }, fragment) =>
    `${addresses.uriOf(path)}${fragment === undefined ? "" : `#${fragment}`}`;
  const text = reportOf(service, {
    linkTo: links === "uri" ? byUri : undefined,
    rulePageOf: (rule) => addresses.rulePageOf(rule),
  });
  return { text, path: reportName(service.workspace.today), indexing };
}
