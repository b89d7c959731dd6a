import { expect, test } from "vitest";
import { completionsOf } from "../../src/features/completion.js";
import { addresses, cursorFixture, textIn } from "./support/cursor.js";

function complete(source: string): { labels: string[]; typed: string; texts: string[] } {
  const { service, path, position, texts } = cursorFixture(source);
  const items = completionsOf(service, path, position, addresses)?.items ?? [];
  const edit = items[0]?.textEdit;
  return {
    labels: items.map(({ label }) => label),
    texts: items.map((item) => item.textEdit?.newText ?? ""),
    typed: edit && "range" in edit ? textIn(texts.get(path)!, edit.range) : "",
  };
}

const charter = `//- charter.md
# Charter

| Domain | Lead |
| --- | --- |
| Product | Priya Nair (@priya) |
| Engineering | Amelia Chen (@amelia) |
`;
const notes = (text: string) => `${charter}//- notes/a.md\n# Notes\n\n${text}\n`;

test("an owner is somebody on the roster, the name that is typed is replaced", () => {
  expect(complete(notes("Decision: ship. Owner: Ame$0"))).toMatchObject({
    labels: ["Priya Nair", "Amelia Chen"],
    typed: "Ame",
  });
  expect(complete(notes("- **Owner:** Priya, A$0")).typed).toBe("A");
  expect(complete(notes("Asked @$0")).labels).toEqual(["@priya", "@amelia"]);
});

test("cells are completed by their column", () => {
  const table = (row: string) =>
    notes(
      `| Decision | Domain | Owner | Status |\n| --- | --- | --- | --- |\n| Ship | Product | Priya | Open |\n${row}`,
    );
  expect(complete(table("| Wait | $0")).labels).toEqual(["Product", "Engineering", "Design"]);
  expect(complete(table("| Wait | Product | $0")).labels).toEqual(["Priya Nair", "Amelia Chen"]);
  expect(complete(table("| Wait | Product | Priya | Acc$0 |"))).toMatchObject({
    labels: ["Open", "Proposed", "Accepted", "Rejected", "Superseded"],
    typed: "Acc",
  });
  expect(complete(table("| Wait | Product | Priya | Open | $0")).labels).toEqual([]);
});

test("statuses and priorities are those of the record, in the words of the document", () => {
  const plan = (text: string) =>
    `//- product/roadmap.md\n# Product roadmap, H2 2026\n\n- Sign-on (Must)\n  - Status: on track\n${text}`;
  expect(complete(plan("- Checkout\n  - Priority: $0")).labels).toEqual(["Must", "Should", "Could", "Won't"]);
  expect(complete(plan("- Checkout\n  - Status: $0")).labels).toEqual([
    "on track",
    "Planned",
    "In progress",
    "Blocked",
    "Done",
    "Dropped",
  ]);
  expect(complete(plan("- Checkout\n  - Target: $0")).labels).toEqual(["Q2 2026", "Q3 2026", "Q4 2026", "Q1 2027"]);
});

test("items and decisions of other documents are known by name and by id", () => {
  const plans = `//- engineering/roadmap.md
# Engineering roadmap, H2 2026

- Tap to pay (P1)
//- decisions/log.md
# Log

| ID | Decision | Owner |
| --- | --- | --- |
| D-8 | Weekly releases | Amelia |
`;
  expect(
    complete(`${plans}//- product/roadmap.md\n# Product roadmap\n\n- Refunds (P1)\n  - Depends on: $0`).labels,
  ).toContain("Tap to pay");
  expect(
    complete(`${plans}//- notes/a.md\n# Notes\n\nDecision: releases twice a week. Supersedes: D$0`).labels,
  ).toEqual(["D-8"]);
  const notes = "//- notes/old.md\n# Notes\n\nDecision (Product): fares stay as they are.\n";
  const named = complete(`${plans}${notes}//- notes/a.md\n# Notes\n\nDecision: fares rise. Supersedes: fa$0`);
  expect(named).toMatchObject({ labels: ["D-8", "fares stay as they are"], typed: "fa" });
});

test("labels begin a line, in the form that the document uses", () => {
  expect(complete(notes("Dec$0"))).toMatchObject({
    typed: "Dec",
    texts: ["Decision: "],
  });
  expect(complete(notes("**Decision:** ship\n\n- Ow$0")).texts).toContain("**Owner:** ");
  expect(complete(notes("We talked and Dec$0")).labels).toEqual([]);
});

test("front matter has keys and values, also in a document that is no plan yet", () => {
  const page = (text: string) => `${charter}//- page.md\n---\n${text}\n---\n\n# Page\n`;
  expect(complete(page("ty$0")).texts).toContain("type: ");
  expect(complete(page("type: r$0"))).toMatchObject({
    labels: expect.arrayContaining(["roadmap", "charter"]),
    typed: "r",
  });
  expect(complete(page("type: roadmap\ndomain: $0")).labels).toEqual(["product", "engineering", "design"]);
  expect(complete(page("type: roadmap\nowners: [Priya Nair, $0")).labels).toEqual(["Priya Nair", "Amelia Chen"]);
  expect(complete(page("type: roadmap\nowners:\n  - Am$0"))).toMatchObject({
    labels: ["Priya Nair", "Amelia Chen"],
    typed: "Am",
  });
  expect(complete(page("owner: $0")).labels).toEqual([]);
});

test("a suppression has its directives and rules, those that apply first", () => {
  const directives = complete(notes("<!-- lock$0 -->"));
  expect(directives).toMatchObject({ typed: "lock", labels: expect.arrayContaining(["lockstep-disable-next-line"]) });
  const rules = complete(notes("<!-- lockstep-disable-next-line dec$0 -->\nDecision: we ship."));
  expect(rules.typed).toBe("dec");
  expect(rules.labels[0]).toBe("decision-without-domain");
  expect(complete(notes("<!-- lockstep-disable-line wording-sides -- Priya$0")).labels).toEqual([]);
});

test("code and documents that are no plans are left in peace", () => {
  expect(complete(notes("```\nOwner: $0\n```")).labels).toEqual([]);
  expect(complete(`${charter}//- README.md\n# Hello\n\nOwner: $0\n`).labels).toEqual([]);
});
