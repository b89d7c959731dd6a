import { expect, test } from "vitest";
import type { MarkupContent } from "vscode-languageserver-types";
import { hoverOf } from "../../src/features/hover.js";
import { asMarkdown, paragraph } from "../../src/features/markup.js";
import { addresses, cursorFixture, textIn } from "./support/cursor.js";

function hover(source: string, markdownHover = true): { text: string; on: string } | null {
  const { service, path, position, texts } = cursorFixture(source);
  const shown = hoverOf(service, path, position, addresses, { markdownHover });
  if (!shown) return null;
  return { text: (shown.contents as MarkupContent).value, on: textIn(texts.get(path)!, shown.range!) };
}

const charter = `//- charter.md
# Charter

| Domain | Lead |
| --- | --- |
| Product | Priya Nair (@priya) |
| Engineering | Amelia Chen (@amelia) |
`;

const log = `//- decisions/log.md
# Decision log

| ID | Date | Decision | Domain | Decided by | Status | Input needed |
| --- | --- | --- | --- | --- | --- | --- |
| D-11 | 2026-04-08 | The app needs Android 11 | Engineering | Amelia | Accepted | – |
| D-12 | 2026-06-08 | Readers are bought | Product | – | Open | Amelia |
`;

test("a decision tells its status, owner, date, where it is disputed and why it is read as one", () => {
  const shown = hover(`${charter}${log.replace("Android 11", "And$0roid 11")}//- minutes/2026-06-10.md
# Minutes, 10 June 2026

Priya disputes D-11: old phones would stop. Amelia still holds to it.
`);
  expect(shown?.on).toBe("The app needs Android 11");
  for (const part of [
    "**D\\-11: The app needs Android 11**",
    "decision · decided · Engineering",
    "Owners: Amelia",
    "Domain: said in the passage",
    "Date: 2026\\-04\\-08",
    "Disputed in [minutes/2026\\-06\\-10\\.md:3](test:/minutes/2026-06-10.md#L3)",
    "decision column “Decision”",
  ]) {
    expect(shown?.text).toContain(part);
  }
});

test("an id in another document stands for the decision that goes by it", () => {
  const shown = hover(`${charter}${log}//- minutes/2026-06-10.md
# Minutes, 10 June 2026

We talked about D-$011 at length.
`);
  expect(shown?.on).toBe("D-11");
  expect(shown?.text).toContain("The app needs Android 11");
});

test("a person tells their domain, what waits for them and what they own", () => {
  const shown = hover(`${log}${charter.replace("Amelia Chen", "Ame$0lia Chen")}`);
  expect(shown?.on).toBe("Amelia Chen");
  expect(shown?.text).toContain("**Amelia Chen** \\@amelia");
  expect(shown?.text).toContain("Lead · Engineering");
  expect(shown?.text).toMatch(/Input asked and not received:\n\n- Readers are bought/);
  expect(shown?.text).toMatch(/Owns:\n\n- The app needs Android 11/);
});

test("a domain tells who leads it and what is open in it", () => {
  const shown = hover(`${charter}${log.replace("| Product |", "| Prod$0uct |")}`);
  expect(shown?.on).toBe("Product");
  expect(shown?.text).toContain("Led by Priya Nair");
  expect(shown?.text).toMatch(/Open decisions:\n\n- Readers are bought/);
});

const plans = (priority: string, status: string) => `//- product/roadmap.md
# Product roadmap, H2 2026

| Item | Priority | Status | Target |
| --- | --- | --- | --- |
| Single sign-on | P0 | planned | Q3 2026 |
| Guest checkout | P1 | planned | Q4 2026 |
//- engineering/roadmap.md
# Engineering roadmap, H2 2026

| Item | Priority | Status | Target |
| --- | --- | --- | --- |
| Single sign-on | ${priority} | ${status} | Q3 2026 |
`;

test("priority, status and date tell how they are read, and what the other plan says", () => {
  const priority = hover(plans("P$02", "in progress"));
  expect(priority?.text).toContain("**Priority P2**");
  expect(priority?.text).toContain("P0, which is higher, in [product/roadmap\\.md:5]");
  const status = hover(plans("P2", "in $0progress"));
  expect(status?.text).toContain("Read as active");
  expect(status?.text).toContain("planned, in [product/roadmap\\.md:5]");
  const date = hover(plans("P2", "done").replace("done | Q3", "done | Q$03"));
  expect(date?.text).toContain("2026\\-07\\-01 to 2026\\-09\\-30");
});

test("a status that ends its sentence is told without the full stop", () => {
  const shown = hover(`${charter}//- notes/a.md\n# Notes\n\nDecision (Product): we ship. Status: acc$0epted.\n`);
  expect(shown).toMatchObject({ on: "accepted", text: expect.stringContaining("**Status “accepted”**") });
});

test("an item tells how it stands, who owns it, why it is there and what the other plan says of it", () => {
  const shown = hover(`${charter}//- product/roadmap.md
# Product roadmap, H2 2026

| Item | Priority | Status | Target | Owner | Depends on | Why |
| --- | --- | --- | --- | --- | --- | --- |
| Single $0sign-on (QS-1) | P1 | planned | Q3 2026 | Priya | Ledger | operators ask for it |
//- engineering/roadmap.md
# Engineering roadmap, H2 2026

| Item | Priority | Status |
| --- | --- | --- |
| Single sign-on (QS-1) | P2 | in progress |
`);
  expect(shown?.text.replace(/\\/g, "")).toBe(
    [
      "**QS-1: Single sign-on**",
      "plan item · priority P1 · planned · Q3 2026 · Product",
      "- Owners: Priya\n- Depends on: Ledger\n- Why: operators ask for it",
      "Also stated:",
      "- [engineering/roadmap.md:5](test:/engineering/roadmap.md#L5) plan item · priority P2 · in progress · H2 2026 · Engineering",
      "Why Lockstep reads this as a plan item:",
      "- table row “Item | Priority | Status | Target | Owner | Depends on | Why”",
    ].join("\n\n"),
  );
});

test("a disagreement tells between whom, since when, what happens next and where else it is open", () => {
  const shown = hover(`${charter}//- notes/2026-06-03.md
# Leads, 3 June 2026

Disagreement: who an$0swers the phone. Positions: Priya: a service. Amelia: a rota. Next step: both write it down. Owner: Priya. Due: 2026-06-20.
//- notes/2026-06-10.md
# Leads, 10 June 2026

Disagreement: who answers the phone. Priya and Amelia still disagree.
`);
  for (const part of [
    "disagreement · open",
    "Between: Priya, Amelia",
    "Open since: 2026-06-03",
    "Next step: both write it down",
    "Owner: Priya",
    "Due: 2026-06-20\nAlso stated:\n- [notes/2026-06-10.md:3](test:/notes/2026-06-10.md#L3) disagreement · open",
    "Why Lockstep reads this as a disagreement:\n- disagreement label “Disagreement”",
  ]) {
    expect(shown?.text.replace(/\\/g, "").replace(/\n+/g, "\n")).toContain(part);
  }
});

test("an objective and an open question say what they are read as, and why", () => {
  const objective = hover(
    "//- okrs/2026-q3.md\n# Objectives for Q3 2026\n\n## Objective: groups$0 book by themselves\n\n- KR1: 40 % of groups\n",
  );
  expect(objective?.text).toContain("objective · Q3 2026");
  expect(objective?.text).toContain("Why Lockstep reads this as an objective:");
  const question = hover("//- notes/a.md\n# Notes\n\n## Open questions\n\n- Do we$0 keep the kiosk?\n");
  expect(question?.text).toContain(
    "Why Lockstep reads this as an open question:\n\n- questions section “Open questions”",
  );
});

test("a rule in a suppression tells what it reports, a word that names no rule nothing", () => {
  const source = (rule: string) => `//- notes/a.md
<!-- lockstep-disable-next-line ${rule} -- why -->
Decision: we ship.
`;
  expect(hover(source("decision-wit$0hout-domain"))?.text).toContain("pages:decision-without-domain");
  expect(hover(source("decision-of-$0nobody"))).toBeNull();
});

test("documents that are no plans, and plain words, have no hover", () => {
  expect(hover(`${charter}//- README.md\nDecision: ask Am$0elia.\n`)).toBeNull();
  expect(hover(`${charter}//- notes/a.md\n# Notes\n\nNothing of im$0portance.\n`)).toBeNull();
});

test("words of a document cannot become links, images or HTML", () => {
  const shown = hover(`${charter}//- notes/a.md
# Notes

Decision: we use \\[click\\]\\(https://evil.example\\) \\![x]\\(https://evil.example/x.png\\) &lt;img src=x&gt; \\*really\\*$0.
`);
  expect(shown?.text).not.toMatch(/(?<!\\)\]\(https:\/\/evil|(?<!\\)<img|(?<!\\)!\[|[^\\*]\*really/);
  expect(asMarkdown([paragraph({ text: "a](b)", href: "file:///a (b)\n<c>" })])).toBe(
    "[a\\]\\(b\\)](file:///a%20%28b%29%0a%3cc%3e)",
  );
});

test("a client that shows no Markdown is sent plain text", () => {
  const shown = hover(`${log}${charter.replace("Amelia Chen", "Ame$0lia Chen")}`, false);
  expect(shown?.text).toContain("Amelia Chen @amelia");
  expect(shown?.text).not.toMatch(/\*\*|\\|\]\(/);
});
