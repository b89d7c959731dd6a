import { expect, test } from "vitest";
import { reportOf } from "../../src/engine/views/report/report.js";
import { roadmap, serviceWith } from "./support/plans.js";

const register = (since: string, status: string): string =>
  `# Register of disagreements\n\n| Topic | Positions | Since | Status | Outcome |\n| --- | --- | --- | --- | --- |\n| Sundays \\| nights | Amelia: a rota. Priya: a service. | ${since} | ${status} | A rota |\n`;

test("an empty workspace has an honest report", () => {
  expect(reportOf(serviceWith({}))).toMatch(/^# Alignment report, 2026-06-15\n\nNo planning document was found/);
});

test("a figure for each rule and each domain, and what is oldest", () => {
  const text = reportOf(
    serviceWith({
      ".lockstep.yaml": "domains:\n  product: { leads: [Priya Nair] }\n  engineering: { leads: [Amelia Chen] }\n",
      "product/roadmap.md": roadmap("Product", { "Gift vouchers": "P1", Icons: "P2" }),
      "engineering/roadmap.md": roadmap("Engineering", { "Gift vouchers": "P3", Icons: "P2" }),
      "notes/register.md": register("2026-05-04", "Open"),
      "notes/2026-06-10.md": "# Notes, 2026-06-10\n\nDecision needed (Engineering): which queue do we use?\n",
    }),
    { rulePageOf: (rule) => `rules/${rule}` },
  );
  expect(text).toContain("two plans say the same **50 %** of the time: 1 of 2 items is the same everywhere.");
  expect(text).toMatch(
    /\| 42 days \| \[Sundays \\\| nights\]\(notes\/register\.md\) \| disagreement \|.*\n\| 5 days \| \[which queue/,
  );
  expect(text).toContain("| Product | 0 | 1 | 1 | 1 |\n| Engineering | 1 | 1 | 1 | 1 |\n");
  expect(text).toMatch(/\| \[priority-mismatch\]\(rules\/priority-mismatch\) \| .* \| warning \| 2 \| 2 \|/);
});

test.each([
  ["nothing was ever recorded", {}, /\*\*Not a single disagreement is recorded\.\*\*/],
  [
    "long ago",
    { "notes/register.md": register("2026-04-04", "Resolved") },
    /\*\*Not a single disagreement has been recorded for 72 days\.\*\*/,
  ],
  [
    "lately",
    { "notes/register.md": register("2026-05-20", "Resolved") },
    /1 disagreement is recorded, 0 of them open; the last is \[Sundays/,
  ],
])("who never disagrees in writing is told so: %s", (name, files, words) => {
  const text = reportOf(serviceWith({ "product/roadmap.md": roadmap("Product", { Icons: "P1" }), ...files }));
  expect(text).toMatch(words);
  expect(/Not a single/.test(text)).toBe(name !== "lately");
});
