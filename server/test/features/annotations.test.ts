import { expect, test } from "vitest";
import type { Range } from "vscode-languageserver-types";
import { codeLensesOf } from "../../src/features/code-lenses.js";
import { documentLinksOf } from "../../src/features/document-links.js";
import { inlayHintsOf } from "../../src/features/inlay-hints.js";
import { semanticTokensLegend, semanticTokensOf } from "../../src/features/semantic-tokens.js";
import { addresses, type CursorFixture, cursorFixture, textIn } from "./support/cursor.js";

const charter = `//- charter.md
# Charter

| Domain | Lead |
| --- | --- |
| Product | Priya Nair (@priya) |
| Engineering | Amelia Chen (@amelia) |
`;

function documentOf(fixture: CursorFixture) {
  return fixture.service.document(fixture.path)!;
}

function lenses(source: string, showsLocations = true) {
  const fixture = cursorFixture(source);
  return codeLensesOf(fixture.service, fixture.path, addresses, { showsLocations }).map(({ range, command }) => ({
    line: range.start.line,
    title: command!.title,
    command: command!.command,
    places: ((command!.arguments?.[2] ?? []) as { uri: string; range: Range }[]).map(
      (place) => `${place.uri}:${place.range.start.line}`,
    ),
  }));
}

const open = `//- notes/a.md
# $0Notes

Disagreement: Priya wants a flat fee; Amelia wants them to choose. We left it there.

Decision: we use Postgres.
`;

test("a document tells what is open in it", () => {
  expect(lenses(`${charter}${open}`)).toEqual([
    {
      line: 0,
      title: "1 open disagreement · 1 decision without domain",
      command: "lockstep.showLocations",
      places: ["test:/notes/a.md:2", "test:/notes/a.md:4"],
    },
  ]);
  const more = "\nDisagreement: Priya wants blue; Amelia wants red. We left it there.\n";
  expect(lenses(`${charter}${open}${more}`)[0]?.title).toBe("2 open disagreements · 1 decision without domain");
  expect(lenses(`${charter}${open}`, false)[0]).toMatchObject({ command: "", places: [] });
  expect(lenses("//- notes/a.md\n# $0Notes\n\nAll is well.\n")).toEqual([]);
  expect(lenses("//- README.md\n# $0Notes\n\nDecision: we use Postgres.\n")).toEqual([]);
});

test("an item tells which other plans have it", () => {
  const plan = (domain: string, priority: string) =>
    `//- ${domain}/roadmap.md\n# ${domain} roadmap, H2 2026\n\n- $0Single sign-on (${priority})\n- Refunds for ${domain}\n`;
  const sources = [plan("product", "P3"), plan("engineering", "P1"), plan("design", "P1")].join("");
  expect(lenses(sources)).toEqual([
    {
      line: 2,
      title: "also in 2 plans: P1, P3",
      command: "lockstep.showLocations",
      places: ["test:/engineering/roadmap.md:2", "test:/product/roadmap.md:2"],
    },
  ]);
});

test("ids and rules are links where they are not written as one", () => {
  const fixture = cursorFixture(`//- decisions/log.md
# Log

| ID | Decision | Owner |
| --- | --- | --- |
| D-8 | Weekly releases | Amelia |
//- notes/a.md
# Notes

$0As D-8 says, unlike D-9 and [D-8](../decisions/log.md) or \`D-8\`.

<!-- lockstep-disable-next-line decision-without-domain no-such-rule -- r -->
Decision: we ship.
`);
  const text = fixture.texts.get(fixture.path)!;
  const links = documentLinksOf(documentOf(fixture), fixture.service.workspace, addresses);
  expect(links.map(({ range, target, tooltip }) => [textIn(text, range), target, tooltip])).toEqual([
    ["D-8", "test:/decisions/log.md#L5", "Weekly releases"],
    ["decision-without-domain", "pages:decision-without-domain", undefined],
  ]);
});

test("an id in a sentence and a dependency lead where the thing is stated, each once", () => {
  const fixture = cursorFixture(`//- engineering/roadmap.md
# Engineering roadmap

- P1: Tap to pay (QS-108)
//- product/roadmap.md
# $0Product roadmap

- Refunds (P1)
  - Depends on: Tap to pay

Nothing of it before QS-108 is there.
`);
  const text = fixture.texts.get(fixture.path)!;
  const links = documentLinksOf(documentOf(fixture), fixture.service.workspace, addresses);
  expect(links.map(({ range, target }) => [textIn(text, range), target])).toEqual([
    ["Tap to pay", "test:/engineering/roadmap.md#L3"],
    ["QS-108", "test:/engineering/roadmap.md#L3"],
  ]);
});

function hints(source: string, from = 0, to = 100): string[] {
  const fixture = cursorFixture(source);
  const range = { start: { line: from, character: 0 }, end: { line: to, character: 0 } };
  return inlayHintsOf(documentOf(fixture), range, fixture.service.workspace, addresses).map(
    ({ position, label }) => `${position.line}:${position.character} ${label}`,
  );
}

test("an owner shows the domain that the document does not name, a period its days", () => {
  const log = `${charter}//- decisions/log.md
# $0Log

| Decision | Domain | Owner |
| --- | --- | --- |
| Weekly releases | – | Amelia |
| Two carriers | Engineering | Amelia |
`;
  expect(hints(log)).toEqual(["4:30 Engineering"]);
  expect(hints(log, 5)).toEqual([]);
  const plan =
    "//- product/roadmap.md\n# $0Roadmap\n\n| Item | Target |\n| --- | --- |\n| Sign-on | end of Q3 2026 |\n| Refunds | 2026-08-01 |\n";
  expect(hints(plan)).toEqual(["4:26 2026-09-17 – 2026-09-30"]);
});

test("a period that a sentence names shows its days: “end of Q3” of the year that its document is of", () => {
  const minutes = (text: string) => `${charter}//- notes/2026-06-03.md\n# $0Leads, 3 June 2026\n\n${text}\n`;
  expect(hints(minutes("Decision (Product): ship it. Review by: end of Q3."))).toEqual([
    "2:49 2026-09-17 – 2026-09-30",
  ]);
  expect(hints(minutes("Decision (Product): ship it. Review by: 2026-08-01."))).toEqual([]);
});

test("in a sentence the hint stands behind the name, wherever in the passage that is", () => {
  const notes = (text: string) => `${charter}//- notes/a.md\n# $0Notes\n\n${text}\n`;
  expect(hints(notes("Priya wants one price; Amelia wants two. We left it there."))).toEqual([
    "2:5 Product",
    "2:29 Engineering",
  ]);
  expect(hints(notes("Priya disputes that old phones stop. Amelia still holds to it."))).toEqual([
    "2:5 Product",
    "2:43 Engineering",
  ]);
});

test("tokens name people, domains, values and rules, in order and on one line", () => {
  const fixture = cursorFixture(`${charter}//- decisions/log.md
# $0Log

| Decision | Domain | Owner | Status |
| --- | --- | --- | --- |
| Weekly releases | Engineering | Amelia | Open |
`);
  const text = fixture.texts.get(fixture.path)!;
  const tokens = (range?: Range): string[] => {
    const { data } = semanticTokensOf(documentOf(fixture), fixture.service.workspace, range);
    const found: string[] = [];
    let at = { line: 0, character: 0 };
    for (let index = 0; index < data.length; index += 5) {
      const [line, character, length, type] = data.slice(index) as [number, number, number, number];
      at = { line: at.line + line, character: line === 0 ? at.character + character : character };
      const end = { line: at.line, character: at.character + length };
      found.push(`${textIn(text, { start: at, end })} ${semanticTokensLegend.tokenTypes[type]}`);
    }
    return found;
  };
  expect(tokens()).toEqual(["Engineering namespace", "Amelia variable", "Open enumMember"]);
  const notes = cursorFixture(
    `${charter}//- notes/a.md\n# $0Notes\n\nDisagreement: Product wants one price; Engineering wants two. Status: open.\n`,
  );
  const { data } = semanticTokensOf(documentOf(notes), notes.service.workspace);
  expect(data).toEqual([2, 14, "Product".length, 1, 0, 0, 25, "Engineering".length, 1, 0, 0, 31, "open".length, 2, 0]);
  expect(tokens({ start: { line: 4, character: 35 }, end: { line: 5, character: 0 } })).toEqual([
    "Amelia variable",
    "Open enumMember",
  ]);
});
