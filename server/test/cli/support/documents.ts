/** Minutes with one decision that nobody owns, on line 3. */
export const minutes = "# Minutes\n\nWe decided to ship weekly.\n";

/** Two plans that give one item two dates. */
export const twoPlans = {
  "product/roadmap.md":
    "# Product roadmap, H2 2026\n\n| Item | Target |\n| --- | --- |\n| Timetable import | 31 August 2026 |\n| Seat maps | 30 September 2026 |\n",
  "engineering/roadmap.md":
    "# Engineering roadmap, H2 2026\n\n| Item | Target |\n| --- | --- |\n| Timetable import | 15 December 2026 |\n| Seat maps | 30 September 2026 |\n",
};

/** The date that all of these are checked by. */
export const today = ["--today", "2026-06-15"];

/** Minutes with a comment that suppresses nothing, which is mended without a person's words. */
export const unusedSuppression = "# Minutes\n\n<!-- lockstep-disable-next-line shadow-plan -->\nHello.\n";

interface Finding {
  readonly rule: string;
  readonly path: string;
  readonly severity: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

/** Findings of `--format json`, each as `path:line rule`, lines from 1. */
export function findingsIn(json: string): string[] {
  const { findings } = JSON.parse(json) as { findings: Finding[] };
  return findings.map(({ path, range, rule }) => `${path}:${range.start.line + 1} ${rule}`);
}
