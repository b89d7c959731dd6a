import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { allFindings, type FindingOutput } from "../../src/engine/service/check-output.js";
import { repositories } from "../support/repositories.js";
import { serviceOf } from "../support/service.js";

/** What a reader who knows the rules expects of a repository (test-fixtures/repositories/README.md). */
interface Entry {
  readonly path: string;
  readonly line: number;
  readonly rule: string;
  readonly why: string;
  readonly orLines?: readonly number[];
  readonly uncertain?: boolean;
}

test.each(repositories())(
  "the findings of $name are those of its key, and no trap is sprung",
  ({ folder, files, today }) => {
    const key = JSON.parse(readFileSync(`${folder}.key.json`, "utf8")) as
      | Entry[]
      | { findings: Entry[]; traps: Entry[] };
    const { findings: expected, traps } = Array.isArray(key) ? { findings: key, traps: [] } : key;
    const found = allFindings(serviceOf(files, today));
    const used = new Set<FindingOutput>();
    const missed: Entry[] = [];
    for (const entry of [...expected].sort((a, b) => (a.orLines?.length ?? 0) - (b.orLines?.length ?? 0))) {
      const hit = found.find((finding) => !used.has(finding) && stands(finding, entry));
      if (hit) used.add(hit);
      else if (!entry.uncertain) missed.push(entry);
    }
    const surplus = found
      .filter((finding) => !used.has(finding))
      .map(({ path, rule, range }) => `${path}:${range.start.line + 1} ${rule}`);
    const sprung = traps.filter((trap) => found.some((finding) => stands(finding, trap)));
    expect({ missed, surplus, sprung }).toEqual({ missed: [], surplus: [], sprung: [] });
    expect(expected.length).toBeGreaterThan(20);
  },
);

function stands(finding: FindingOutput, entry: Entry): boolean {
  const line = finding.range.start.line + 1;
  return (
    finding.path === entry.path && finding.rule === entry.rule && [entry.line, ...(entry.orLines ?? [])].includes(line)
  );
}
