import { expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver-types";
import { renamableAt, renameEditOf, renamingOf } from "../../src/features/rename.js";
import { addresses, cursorFixture, textIn } from "./support/cursor.js";

const capable = { documentChanges: true, snippetEdits: false, changeAnnotations: true };

interface Renamed {
  readonly edit: WorkspaceEdit;
  readonly texts: Readonly<Record<string, string>>;
}

function rename(source: string, newName: string, support = capable): Renamed | string {
  const { service, path, position, texts } = cursorFixture(source);
  const renaming = renamingOf(service, path, position, newName);
  if ("problem" in renaming) return renaming.problem;
  const edits = [...renaming.documents.flatMap((document) => renaming.editsIn(document)), ...renaming.configuration];
  const edit = renameEditOf(edits, addresses, support);
  const after: Record<string, string> = {};
  for (const change of (edit.documentChanges ?? []) as TextDocumentEdit[]) {
    const name = change.textDocument.uri.replace("test:/", "");
    const document = TextDocument.create(name, "markdown", 0, texts.get(name)!);
    after[name] = TextDocument.applyEdits(document, change.edits as never);
  }
  return { edit, texts: after };
}

function renamed(source: string, newName: string): Renamed {
  const result = rename(source, newName);
  if (typeof result === "string") throw new Error(result);
  return result;
}

function prepared(source: string): string | undefined {
  const { service, path, position, texts } = cursorFixture(source);
  const at = renamableAt(service, path, position);
  return at && `${textIn(texts.get(path)!, at.range)} → ${at.placeholder}`;
}

const charter = `//- charter.md
# Charter

| Domain | Lead |
| --- | --- |
| Product | Priya Nair (@priya) |
| Engineering | Amelia Chen (@amelia) |
`;

test("a person gets another name in full, in short, in front matter and configuration, the handle stays", () => {
  const source = `//- .lockstep.yaml
domains:
  product: { leads: ["Priya Nair <@priya>"] }
  engineering: { leads: ["Amelia Chen <@amelia>"] }
${charter}//- notes/a.md
---
owners: [Amelia Chen]
---

# Notes

Amel$0ia's view: @amelia and Amelia Chen agree. \`Amelia\`
`;
  expect(prepared(source)).toBe("Amelia → Amelia Chen");
  const { texts, edit } = renamed(source, "Emilia Chen-Roy");
  expect(texts["notes/a.md"]).toBe(
    "---\nowners: [Emilia Chen-Roy]\n---\n\n# Notes\n\nEmilia's view: @amelia and Emilia Chen-Roy agree. `Amelia`\n",
  );
  expect(texts["charter.md"]).toContain("| Engineering | Emilia Chen-Roy (@amelia) |");
  expect(texts[".lockstep.yaml"]).toContain('"Emilia Chen-Roy <@amelia>"');
  expect(edit.changeAnnotations).toMatchObject({
    "short-form": { needsConfirmation: true },
    configuration: { needsConfirmation: false },
  });
});

test("a handle is renamed by itself", () => {
  const { texts } = renamed(`${charter}//- notes/a.md\n# Notes\n\nOwner: @ame$0lia, with Amelia.\n`, "amelia-chen");
  expect(texts["notes/a.md"]).toContain("Owner: @amelia-chen, with Amelia.");
  expect(texts["charter.md"]).toContain("Amelia Chen (@amelia-chen)");
  expect(rename(`${charter}//- notes/a.md\n# Notes\n\nOwner: @ame$0lia.\n`, "two words")).toContain("one word");
});

test("an item is renamed in every plan, in dependencies and in links to its heading", () => {
  const source = `//- product/roadmap.md
# Product roadmap, H2 2026

| Item | Priority |
| --- | --- |
| Group boo$0kings (QS-101) | P0 |
//- engineering/roadmap.md
# Engineering roadmap, H2 2026

### P0 — Group bookings (QS-101)

- Status: planned

### P1 — Invoices

- Depends on: Group bookings
//- README.md
See [the plan](engineering/roadmap.md#p0--group-bookings-qs-101) and [another](engineering/roadmap.md#p1--invoices).
`;
  expect(prepared(source)).toBe("Group bookings → Group bookings");
  const { texts, edit } = renamed(source, "Coach | parties");
  expect(texts["product/roadmap.md"]).toContain("| Coach \\| parties (QS-101) | P0 |");
  expect(texts["engineering/roadmap.md"]).toContain("### P0 — Coach | parties (QS-101)\n");
  expect(texts["engineering/roadmap.md"]).toContain("- Depends on: Coach | parties\n");
  expect(texts["README.md"]).toBe(
    "See [the plan](engineering/roadmap.md#p0--coach--parties-qs-101) and [another](engineering/roadmap.md#p1--invoices).\n",
  );
  expect(edit.changeAnnotations).toEqual({ link: { label: "Links to renamed headings", needsConfirmation: false } });
});

test("what other plans call differently is for a person to confirm, or left alone where nobody can be asked", () => {
  const source = `//- product/roadmap.md
# Product roadmap, H2 2026

- Single $0sign-on (QS-1) P1
//- engineering/roadmap.md
# Engineering roadmap, H2 2026

- SSO for operators (QS-1) P1
`;
  const { edit } = renamed(source, "One login");
  expect(edit.changeAnnotations).toMatchObject({ "other-wording": { needsConfirmation: true } });
  const silent = rename(source, "One login", { ...capable, changeAnnotations: false }) as Renamed;
  expect(Object.keys(silent.texts)).toEqual(["product/roadmap.md"]);
  expect(JSON.stringify(silent.edit)).not.toContain("annotation");
});

test("a record is renamed by its title, with the log's link to it; headings of the same words keep their numbers", () => {
  const source = `//- decisions/0001-ledger.md
# 1. One led$0ger

## Status

Accepted

## Decision

We will keep all bookings in one ledger.
//- decisions/log.md
# Log

| ID | Decision | Owner |
| --- | --- | --- |
| D-8 | [One ledger](0001-ledger.md) | Amelia |

[One ledger](0001-ledger.md#1-one-ledger), [status](0001-ledger.md#status)
`;
  expect(prepared(source)).toBe("One ledger → One ledger");
  const { texts } = renamed(source, "A single ledger");
  expect(texts["decisions/0001-ledger.md"]).toContain("# 1. A single ledger\n");
  expect(texts["decisions/log.md"]).toContain("| D-8 | [A single ledger](0001-ledger.md) | Amelia |");
  expect(texts["decisions/log.md"]).toContain("(0001-ledger.md#1-a-single-ledger), [status](0001-ledger.md#status)");
});

test("a domain is renamed in configuration, where its old name becomes an alias, and in documents", () => {
  const source = `//- .lockstep.yaml
domains:
  engineering: { aliases: [Eng], leads: ["Amelia Chen"] }
  product: {}
documents:
  - { files: "eng/**", domain: engineering }
//- notes/a.md
---
domain: engineering
---

# Notes

Decision (Engin$0eering): we ship. Our engineering is loud.
`;
  const { texts } = renamed(source, "platform");
  expect(texts[".lockstep.yaml"]).toContain('platform: { aliases: [engineering, Eng], leads: ["Amelia Chen"] }');
  expect(texts[".lockstep.yaml"]).toContain('{ files: "eng/**", domain: platform }');
  expect(texts["notes/a.md"]).toContain("domain: platform\n");
  expect(texts["notes/a.md"]).toContain("Decision (Platform): we ship. Our engineering is loud.");
  expect(rename(source, "product")).toContain("already means product");
});

test("a domain is renamed wherever a sentence or a cell speaks of it, and no word beside it", () => {
  const source = `${charter}//- notes/a.md
# Notes

Decision (Engin$0eering): we ship.

Disagreement: Product wants a flat fee; Engineering wants them to choose. We left it there.

| Topic | Positions | Status |
| --- | --- | --- |
| Fees | Product: flat. Engineering: theirs. | Open |
`;
  expect(prepared(source)).toBe("Engineering → Engineering");
  const { texts } = renamed(source, "Platform");
  expect(texts["notes/a.md"]).toBe(
    source
      .slice(source.indexOf("# Notes"))
      .replace("$0", "")
      .replace(/Engineering(?=\)| wants|: theirs)/g, "Platform"),
  );
  expect(texts["charter.md"]).toContain("| Platform | Amelia Chen (@amelia) |");
});

test("what has no name cannot be renamed, and says why", () => {
  expect(rename("//- notes/a.md\n# Notes\n\nDecision (Prod$0uct): we ship.\n", "growth")).toContain(".lockstep.yaml");
  expect(prepared("//- notes/a.md\n# Notes\n\nWe decided to sh$0ip weekly.\n")).toBeUndefined();
  expect(rename("//- notes/a.md\n# Notes\n\nWe decided to sh$0ip weekly.\n", "x")).toContain(
    "Nothing that can be renamed",
  );
  expect(prepared("//- README.md\n# A$0\n")).toBeUndefined();
  expect(rename(`${charter}//- notes/a.md\n# Notes\n\nAme$0lia\n`, "<b>")).toContain("begins with a letter");
});

test("a client of plain changes is sent those", () => {
  const result = rename(`${charter}//- notes/a.md\n# Notes\n\n@ame$0lia\n`, "mia", {
    ...capable,
    documentChanges: false,
  });
  expect((result as Renamed).edit.changes).toHaveProperty(["test:/notes/a.md", 0, "newText"], "@mia");
});
