import { rules } from "../../server/src/engine/rules/registry.js";
import type { RuleDeclaration } from "../../server/src/engine/rules/rule.js";
import { manifestWith, manifestWordsWith, schemas } from "./schemas.js";

/** What the generator has read: each rule's page by id, and the manifest's text. */
export interface Sources {
  readonly pages: ReadonlyMap<string, string>;
  readonly manifest: string;
  /** What people read in it, by key: `package.nls.json`. */
  readonly manifestWords: string;
}

/** The files that follow from the registry, by path relative to the root. */
export function outputs({ pages, manifest, manifestWords }: Sources): [path: string, text: string][] {
  const files: [string, string][] = rules.map((rule) => [
    `docs/rules/${rule.id}.md`,
    page(rule, pages.get(rule.id) ?? ""),
  ]);
  files.push(["docs/rules/README.md", index()], ...schemas());
  files.push(["package.json", manifestWith(manifest)], ["package.nls.json", manifestWordsWith(manifestWords)]);
  return files;
}

/** A rule's page, with its defaults below the title. */
function page(rule: RuleDeclaration, source: string): string {
  const [title = "", ...rest] = source.split("\n");
  return [title, "", `Severity: **${rule.severity}** unless configured. ${familyLine(rule)}`, ...rest].join("\n");
}

function familyLine(rule: RuleDeclaration): string {
  return `Family: ${rule.family}. [All rules](README.md)`;
}

function index(): string {
  const families = [...new Set(rules.map((rule) => rule.family))];
  const lines = ["# Rules", "", "Made from the registry by `npm run generate`.", ""];
  for (const family of families) {
    lines.push(
      `## ${family.charAt(0).toUpperCase()}${family.slice(1)}`,
      "",
      "| rule | severity | reports |",
      "| --- | --- | --- |",
    );
    for (const rule of rules.filter((candidate) => candidate.family === family)) {
      lines.push(`| [\`${rule.id}\`](${rule.id}.md) | ${rule.severity} | ${rule.summary} |`);
    }
    lines.push("");
  }
  return lines.join("\n");
}
