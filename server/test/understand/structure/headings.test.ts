import { describe, expect, test } from "vitest";
import { MarkdownDocument } from "../../../src/engine/markdown/document.js";
import type { Heading } from "../../../src/engine/model/section.js";
import { readUnits } from "../../../src/engine/reading/units.js";
import { readHeading } from "../../../src/engine/understand/headings.js";
import { contextOf } from "./fixture.js";

function heading(text: string): Heading {
  const [slot] = MarkdownDocument.open(`## ${text}\n`).slots;
  const unit = slot && readUnits(slot)[0];
  if (unit?.kind !== "heading") throw new Error(`no heading: ${text}`);
  return readHeading(unit, contextOf("plans/a.md"));
}

describe("what a heading calls its section", () => {
  test.each([
    ["Decision", "decision"],
    ["2. Decision", "decision"],
    ["Decision: print tickets", "decision"],
    ["Decisions made", "decisions"],
    ["Engineering decisions", "decisions"],
    ["Decisions still to make", "decisions"],
    ["Decisions — 3 June 2027", "decisions"],
    ["Decision Outcome", "decision-outcome"],
    ["Decision makers", "process"],
    ["Decision drivers", "drivers"],
    ["Decision process", "process"],
    ["How we make decisions", "process"],
    ["How we resolve disagreements", "process"],
    ["Open disagreements", "disagreements"],
    ["Open questions", "questions"],
    ["Unresolved questions", "questions"],
    ["Resolved questions", "resolved-questions"],
    ["Considered Options", "options"],
    ["Rationale and alternatives", "alternatives"],
    ["Non-goals", "non-goals"],
    ["Out of scope", "non-goals"],
    ["Goals for Q3 2027", "goals"],
    ["✅ Action items", "actions"],
    ["Our priorities", "priorities"],
    ["What we build", "roadmap"],
    ["Open design challenges", "questions"],
    ["Risks and mitigations", "risks"],
    ["Graduation Criteria", "graduation"],
    ["Frequently asked questions", "faq"],
  ] as const)("%s → %s", (text, role) => {
    expect(heading(text).role).toBe(role);
  });

  test.each(["Smart retries", "Why the wheel squeaks", "Merge conflicts in Git explained", "Postgres"])(
    "%s → none",
    (text) => {
      expect(heading(text).role).toBeUndefined();
    },
  );
});

describe("what a heading says of everything below", () => {
  test.each([
    ["Engineering decisions", ["Engineering"]],
    ["Product & Engineering", ["Product", "Engineering"]],
    ["Objective 1 (Product): calm", ["Product"]],
    ["Priorities for Design", ["Design"]],
    ["Product launch in Spain", []],
    ["Detailed design", []],
    ["Design principles", []],
  ])("%s is of %j", (text, domains) => {
    expect(heading(text).domainWords.map((word) => word.text)).toEqual(domains);
  });

  test.each([
    ["P1 — Single sign-on", "P1"],
    ["Must have", "Must have"],
    ["Now (Q3 2027)", "Now"],
    ["Priority: high", "high"],
    ["Next steps", undefined],
    ["High-level design", undefined],
    ["Critical user journeys", undefined],
    ["Important: read this", undefined],
  ])("%s has the priority %s", (text, priority) => {
    expect(heading(text).priority?.text).toBe(priority);
  });

  test.each([
    ["In progress", "active"],
    ["🚧 Blocked items", "blocked"],
    ["Search — done", "done"],
    ["Done is better than perfect", undefined],
    ["Current initiatives", undefined],
    ["Open roles", undefined],
  ])("%s has the status %s", (text, status) => {
    expect(heading(text).status?.class).toBe(status);
  });

  test("owners by label and by handle", () => {
    expect(heading("Ramps (Owner: Ana Lind and @bo)").owners.map((owner) => owner.text)).toEqual(["Ana Lind", "@bo"]);
    expect(heading("Ramps @bo").owners.map((owner) => owner.text)).toEqual(["@bo"]);
    expect(heading("Mail to a@example.org").owners).toEqual([]);
  });

  test("a date with its year, and none without", () => {
    expect(heading("2027-06-01 Weekly").date?.grain).toBe("day");
    expect(heading("Q3 2027").date?.grain).toBe("quarter");
    expect(heading("Section 4.2027.1").date).toBeUndefined();
    expect(heading("Python 3").date).toBeUndefined();
  });
});
