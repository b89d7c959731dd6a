import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { serviceOf } from "../support/service.js";
import { filledSnippet } from "../support/snippets.js";

interface Snippet {
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

const file = join(import.meta.dirname, "../../../client/snippets/markdown.json");
const snippets = JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, Snippet>>;

const charter = `# Charter

| Domain | Lead | Stand-in |
| --- | --- | --- |
| Product | Priya Nair (@priya) | Li Wei |
| Engineering | Amelia Chen (@amelia) | Devon Clarke |
`;

function understood(name: string, path: string, before = "") {
  const text = `${before}${filledSnippet(snippets[name]!.body.join("\n"))}\n`;
  const service = serviceOf(
    [
      { path: "charter.md", text: name === "Leadership charter" ? text : charter },
      { path: path === "charter.md" ? "other.md" : path, text: path === "charter.md" ? "" : text },
    ],
    "2026-06-15",
  );
  const document = service.document(path)!;
  return { facts: document.facts, head: document.head, rules: service.findings(path).map(({ rule }) => rule), text };
}

test.each([
  ["Decision", { status: "decided" }],
  ["Joint decision", { status: "decided" }],
  ["Decision needed", { status: "open" }],
  ["Decision log", { status: "decided", id: "D-1" }],
])("%s is read as one decision, with an owner", (name, wanted) => {
  const { facts, rules } = understood(name, "notes/2026-06-15.md", "# Notes, 15 June 2026\n\n");
  expect(facts.decisions).toMatchObject([wanted]);
  expect(rules).toEqual(name === "Decision needed" ? ["decision-awaiting-input"] : []);
});

test("a decision record is one, without findings", () => {
  const { head, facts, rules } = understood("Decision record", "decisions/0001-a.md");
  expect(head).toMatchObject({ kind: "decision", planning: true });
  expect(facts.decisions).toMatchObject([{ record: true, status: "decided" }]);
  expect(rules).toEqual([]);
});

test.each(["Disagreement", "Register of disagreements"])(
  "%s is read as one open disagreement with a next step",
  (name) => {
    const { facts, rules } = understood(name, "notes/2026-06-15.md", "# Notes, 15 June 2026\n\n");
    expect(facts.disagreements).toMatchObject([{ status: "open", nextStep: { text: "what will settle it" } }]);
    expect(rules).toEqual(["disagreement-unresolved"]);
  },
);

test.each(["Roadmap", "Plan item"])("%s holds one item with priority, owner, target and status", (name) => {
  const { facts, rules } = understood(name, "roadmap.md", "# Roadmap 2026\n\n");
  expect(facts.items).toMatchObject([
    { kind: "item", priority: { text: "P0" }, target: { text: "Q1 2026" }, status: { class: "planned" } },
  ]);
  expect(facts.items[0]?.owners.length).toBeGreaterThan(0);
  expect(rules.filter((rule) => rule !== "plan-overdue")).toEqual([]);
});

test("an objective holds its key results", () => {
  const { facts, rules } = understood("Objective", "okrs/2026-q3.md", "# Objectives for Q3 2026\n\n");
  expect(facts.items.map(({ kind }) => kind)).toEqual(["objective", "objective", "objective"]);
  expect(rules).toEqual([]);
});

test("a hiring plan ties its headcount to a shared priority", () => {
  const { facts, rules } = understood("Hiring plan", "hiring/plan-2026.md", "# Hiring plan 2026\n\n");
  expect(facts.items).toMatchObject([{ kind: "headcount" }]);
  expect(rules).toEqual([]);
});

test("a charter has all its agreements, leads, stand-ins and one-on-ones", () => {
  const { facts, rules } = understood("Leadership charter", "charter.md");
  expect(facts.charter?.agreements.size).toBe(8);
  expect(rules).toEqual([]);
});

test("every snippet tells what it is, and no two share a prefix", () => {
  const prefixes = Object.values(snippets).flatMap(({ prefix }) => prefix);
  expect(new Set(prefixes).size).toBe(prefixes.length);
  for (const snippet of Object.values(snippets)) {
    expect(snippet.description).not.toBe("");
    expect(filledSnippet(snippet.body.join("\n"))).not.toMatch(/\$\{|\$\d/);
  }
});
