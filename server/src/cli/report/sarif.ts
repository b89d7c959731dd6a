import { contentHash } from "../../engine/baseline/content.js";
import type { Severity } from "../../engine/config/rule-declaration.js";
import { rules } from "../../engine/rules/registry.js";
import type { Range } from "../../engine/text/range.js";
import { capital } from "../../engine/text/words.js";
import type { EvaluatedFinding, SilencedFinding } from "../../node/evaluation.js";
import { version } from "../../version.js";
import type { Report } from "./report.js";

const levels: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
};

const ruleIndexes = new Map(rules.map(({ id }, index) => [id, index]));

/** SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html). `pageOf` gives a rule's documentation in Markdown. */
export function sarifReport(report: Report, pageOf: (rule: string) => string | undefined): string {
  const fingerprint = fingerprinter();
  const all: { finding: EvaluatedFinding; silenced?: SilencedFinding }[] = [
    ...report.findings.map((finding) => ({ finding })),
    ...report.silenced.map((silenced) => ({ finding: silenced.finding, silenced })),
  ];
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Lockstep",
            version,
            semanticVersion: version,
            rules: rules.map((rule) => ruleOutput(rule, pageOf(rule.id))),
          },
        },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: report.notes.map((text) => ({ level: "warning", message: { text } })),
          },
        ],
        results: all.map(({ finding, silenced }) => result(finding, silenced, report, fingerprint)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function ruleOutput(rule: (typeof rules)[number], page: string | undefined) {
  const text = `${capital(rule.summary)}.`;
  return {
    id: rule.id,
    name: rule.id.split("-").map(capital).join(""),
    shortDescription: { text },
    help: { text: page ?? text, markdown: page ?? text },
    defaultConfiguration: { level: levels[rule.severity] },
    properties: { tags: [rule.family] },
  };
}

function result(
  finding: EvaluatedFinding,
  silenced: SilencedFinding | undefined,
  { prefix }: Report,
  fingerprint: (finding: EvaluatedFinding) => string,
) {
  const location = (path: string, range: Range) => ({
    physicalLocation: { artifactLocation: artifact(prefix + path), region: region(range) },
  });
  return {
    ruleId: finding.rule,
    ruleIndex: ruleIndexes.get(finding.rule) ?? -1,
    level: levels[finding.severity],
    message: { text: withoutLinks(finding.message) },
    locations: [location(finding.path, finding.range)],
    partialFingerprints: { "lockstepFinding/v1": fingerprint(finding) },
    ...(finding.related.length > 0 && {
      relatedLocations: finding.related.map(({ path, range, message }, index) => ({
        id: index + 1,
        ...location(path, range),
        message: { text: withoutLinks(message) },
      })),
    }),
    ...(finding.fixes.length > 0 && { fixes: fixesOf(finding, prefix) }),
    ...(silenced && {
      suppressions: [
        {
          kind: silenced.by === "comment" ? "inSource" : "external",
          status: "accepted",
          ...(silenced.by === "baseline" && { justification: "Accepted by the baseline." }),
          ...(silenced.reason !== null && { justification: silenced.reason }),
        },
      ],
    }),
  };
}

/** In a plain text message `[…](…)` is a link unless its brackets are escaped (3.11.6): what a document wrote leads nowhere. */
function withoutLinks(text: string): string {
  return text.includes("](") ? text.replace(/[[\]\\]/g, "\\$&") : text;
}

/** Each fix once: the format takes no two of the same. */
function fixesOf({ fixes }: EvaluatedFinding, prefix: string) {
  const all = fixes.map(({ title, edits }) => ({
    description: { text: title },
    artifactChanges: [...new Set(edits.map(({ path }) => path))].map((path) => ({
      artifactLocation: artifact(prefix + path),
      replacements: edits
        .filter((edit) => edit.path === path)
        .map(({ range, newText }) => ({ deletedRegion: region(range), insertedContent: { text: newText } })),
    })),
  }));
  return [...new Map(all.map((fix) => [JSON.stringify(fix), fix])).values()];
}

/** What stays the same while lines move: the rule, the path, the words; and which of several it is. */
function fingerprinter(): (finding: EvaluatedFinding) => string {
  const seen = new Map<string, number>();
  return ({ path, rule, source, message }) => {
    const key = contentHash({ text: `${rule}\n${path}\n${source}`, message });
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return `${key}:${before + 1}`;
  };
}

function artifact(path: string): { uri: string } {
  return { uri: path.split("/").map(segment).join("/") };
}

/** A lone surrogate has no bytes and so no percent-encoding. */
function segment(text: string): string {
  return encodeURIComponent(
    text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd"),
  );
}

function region({ start, end }: Range) {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
