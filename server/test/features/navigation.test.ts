import { expect, test } from "vitest";
import { documentsNaming, sameAs } from "../../src/features/entities/groups.js";
import { definitionOf, highlightsOf, occurrenceAtPosition, referencesIn } from "../../src/features/navigation.js";
import { addresses, type CursorFixture, cursorFixture, textIn, wordsAt } from "./support/cursor.js";

function definitions(source: string): string[] {
  const fixture = cursorFixture(source);
  return definitionOf(fixture.service, fixture.path, fixture.position, addresses).map((link) =>
    wordsAt(fixture, link.targetUri, link.targetSelectionRange),
  );
}

function references(source: string, includeStatements = true): string[] {
  const fixture: CursorFixture = cursorFixture(source);
  const { service, path, position } = fixture;
  const at = occurrenceAtPosition(service, path, position);
  if (!at) return [];
  const isSame = sameAs(at.entity, service.workspace);
  return documentsNaming(at.entity, service.workspace)
    .flatMap((document) =>
      referencesIn(document, at.entity.kind, isSame, service.workspace, includeStatements, addresses),
    )
    .map(({ uri, range }) => wordsAt(fixture, uri, range));
}

const charter = `//- charter.md
# Charter

| Domain | Lead |
| --- | --- |
| Product | Priya Nair (@priya) |
| Engineering | Amelia Chen (@amelia) |
`;
const record = `//- decisions/0001-ledger.md
# 1. One ledger

## Status

Accepted

## Decision

We will keep all bookings in one ledger.
`;

test("a name leads to the roster, a handle and a role too", () => {
  expect(definitions(`${charter}//- notes/a.md\n# Notes\n\nWe asked Ame$0lia.\n`)).toEqual([
    "charter.md: Amelia Chen",
    "charter.md: @amelia",
  ]);
  expect(definitions(`${charter}//- notes/a.md\n# Notes\n\nOwner of the decision is @pri$0ya.\n`)[0]).toBe(
    "charter.md: Priya Nair",
  );
  expect(definitions(`${charter}//- notes/a.md\n# Notes\n\nDecision: ship it. Owner: VP$0E\n`)[0]).toBe(
    "charter.md: Amelia Chen",
  );
});

test("a domain leads to its row of the charter", () => {
  expect(definitions(`${charter}//- notes/a.md\n# Notes\n\nDecision (Engin$0eering): we ship.\n`)).toEqual([
    "charter.md: Engineering",
  ]);
});

test("an id and a link lead to the decision, the decision to its other statements", () => {
  const log = (title: string) => `//- decisions/log.md
# Log

| ID | Decision | Owner |
| --- | --- | --- |
| D-8 | ${title} | Amelia |
`;
  expect(definitions(`${log("Weekly releases")}//- notes/a.md\n# Notes\n\nAs D-0$08 says.\n`)).toEqual([
    "decisions/log.md: Weekly releases",
  ]);
  expect(definitions(`${record}//- notes/a.md\n# Notes\n\nSee [the le$0dger](../decisions/0001-ledger.md).\n`)).toEqual(
    ["decisions/0001-ledger.md: We will keep all bookings in one ledger."],
  );
  expect(definitions(`${record}${log("[One led$0ger](0001-ledger.md)")}`)).toEqual([
    "decisions/0001-ledger.md: We will keep all bookings in one ledger.",
  ]);
});

test("an item leads from plan to plan, a dependency to the item", () => {
  const plans = (title: string, depends: string) => `//- product/roadmap.md
# Product roadmap, H2 2026

- Single sign-on (P0)
//- engineering/roadmap.md
# Engineering roadmap, H2 2026

- ${title} (P1)
- Guest checkout (P2)
  - Depends on: ${depends}
`;
  expect(definitions(plans("Single $0sign-on", "nothing"))).toEqual(["product/roadmap.md: Single sign-on"]);
  expect(definitions(plans("Single sign-on", "Single $0sign-on"))).toEqual([
    "engineering/roadmap.md: Single sign-on",
    "product/roadmap.md: Single sign-on",
  ]);
});

test("references are found in all planning documents, with and without the statement", () => {
  const source = `${charter.replace("Amelia", "Ame$0lia")}//- notes/a.md
---
owners: [Amelia Chen]
---

# Notes

Amelia's view, \`Amelia\` in code, ameliorate, and AMELIA@example.com.
//- README.md
Amelia
`;
  expect(references(source)).toEqual([
    "charter.md: Amelia Chen",
    "charter.md: @amelia",
    "notes/a.md: Amelia Chen",
    "notes/a.md: Amelia",
  ]);
  expect(references(source, false)).toEqual(["notes/a.md: Amelia Chen", "notes/a.md: Amelia"]);
});

test("a first name that two people share stands for nobody", () => {
  const two = charter.replace("Priya Nair (@priya)", "Amelia Nair");
  expect(references(`${two}//- notes/a.md\n# Notes\n\nAme$0lia came.\n`)).toEqual([]);
});

test("a rule is found in the comments of all documents", () => {
  const comment = (words: string) =>
    `# Notes\n\n<!-- lockstep-disable-next-line ${words} -- r -->\nDecision: we ship.\n`;
  expect(
    references(
      `//- notes/a.md\n${comment("decision-wit$0hout-domain")}//- notes/b.md\n${comment("decision-without-domain")}`,
    ),
  ).toEqual(["notes/a.md: decision-without-domain", "notes/b.md: decision-without-domain"]);
});

test("highlights tell the statement of a thing from what refers to it", () => {
  const { service, path, position, texts } = cursorFixture(
    "//- decisions/log.md\n# Log\n\n| ID | Decision | Owner |\n| --- | --- | --- |\n| D-8 | Weekly $0releases | Amelia |\n\nMore on D-8 later.\n",
  );
  const found = highlightsOf(service, path, position).map(({ range, kind }) => [textIn(texts.get(path)!, range), kind]);
  expect(found).toEqual([
    ["D-8", 3],
    ["Weekly releases", 3],
    ["D-8", 2],
  ]);
});
