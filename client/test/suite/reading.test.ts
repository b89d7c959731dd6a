import { assert } from "chai";
import * as vscode from "vscode";
import { waitFor } from "./support/wait.js";
import { openDocument, writeFile } from "./support/workspace.js";

// What editors ask of any language, each by the command with which VS Code asks all its extensions, so that Markdown's own answers are among them.

const path = "notes/2026-06-03-quay.md";
const text = `---
type: notes
---

# Quay, 3 June 2026

The charts (D-13) come next week.

## Decided

Decision (Engineering): the quay gets lamps. Owner: Devon Clarke.

Decision (Product): we sell torches. Owner: @devon. Review by: end of Q3.

<!-- lockstep-disable-next-line decision-without-domain -- nobody minds -->
Decision: we buy flags.


## Open

Disagreement: Priya wants blue lamps; Amelia wants red ones. We left it there.
`;
const roadmap = `# Engineering roadmap, 2029

### P1 — Quay crane (QUAY-7)

- Status: in progress
- Target: Q3 2029

### P2 — Quay ladder

- Depends on: Quay crane
`;
const peer = `# Product roadmap, 2029

| Item | Priority | Status |
| --- | --- | --- |
| Quay crane (QUAY-7) | P3 | planned |
`;
const linking = "# Hello\n\nSee [the crane](../engineering/roadmap-2029.md#p1--quay-crane-quay-7).\n";

function placeOf(document: vscode.TextDocument, words: string, further = 1): vscode.Position {
  const index = document.getText().indexOf(words);
  assert.isAtLeast(index, 0, words);
  return document.positionAt(index + further);
}

function wordsIn(document: vscode.TextDocument, ranges: readonly (vscode.Range | undefined)[]): string[] {
  return ranges.map((range) => document.getText(range));
}

describe("A document in the editor", () => {
  let notes: vscode.TextDocument;
  let plan: vscode.TextDocument;

  before(async () => {
    await writeFile("product/roadmap-2029.md", peer);
    await writeFile("engineering/roadmap-2029.md", roadmap);
    await writeFile("docs/hello.md", linking);
    await writeFile(path, text);
    ({ document: plan } = await openDocument("engineering/roadmap-2029.md"));
    ({ document: notes } = await openDocument(path));
    // The other files were written a moment ago, and the server may hear of them late.
    await waitFor("what the other plan says", async () =>
      (await hoverAt(plan, placeOf(plan, "Quay crane"))).includes("product/roadmap"),
    );
  });

  async function hoverAt(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      position,
    );
    const parts = hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === "string" ? one : one.value)));
    return parts.join("\n").replaceAll("\\", "");
  }

  for (const [kind, words, said] of [
    [
      "a decision",
      "the quay gets lamps",
      /^\*\*the quay gets lamps[\s\S]*decision · decided · Engineering[\s\S]*Why Lockstep reads/,
    ],
    ["an id", "D-13", /Move the console's charts/],
    ["a person", "Devon Clarke", /\*\*Devon Clarke\*\* @devon\s+Member · Engineering/],
    ["a domain", "Engineering)", /\*\*Engineering\*\*\s+Led by Amelia Chen/],
    ["a date", "end of Q3", /2026-09-17 to 2026-09-30/],
    ["a rule", "decision-without-domain", /Reports /],
    ["a disagreement", "wants blue", /disagreement · open[\s\S]*Between: Priya, Amelia/],
  ] as const) {
    it(`tells about ${kind}`, async () => {
      assert.match(await hoverAt(notes, placeOf(notes, words, 3)), said);
    });
  }

  for (const [kind, words, said] of [
    [
      "an item",
      "Quay crane",
      /plan item · priority P1[\s\S]*Also stated:[\s\S]*product\/roadmap-2029\.md:5\]\([^)]+#L5\)/,
    ],
    ["a priority", "P1", /\*\*Priority P1\*\*[\s\S]*P3, which is lower/],
    ["a status", "in progress", /Read as active[\s\S]*planned, in/],
  ] as const) {
    it(`tells about ${kind}`, async () => {
      assert.match(await hoverAt(plan, placeOf(plan, words)), said);
    });
  }

  it("highlights a person wherever the document names them", async () => {
    const found = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      "vscode.executeDocumentHighlights",
      notes.uri,
      placeOf(notes, "@devon", 2),
    );
    assert.deepEqual(
      wordsIn(
        notes,
        found.map(({ range }) => range),
      ).sort(),
      ["@devon", "Devon Clarke"],
    );
  });

  it("has an outline of what it states, with kinds and status", async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      "vscode.executeDocumentSymbolProvider",
      notes.uri,
    );
    const all = flat(symbols).filter(({ detail }) => detail !== "");
    assert.includeDeepMembers(
      all.map(({ detail, kind }) => [detail, kind]),
      [
        ["decision · decided · engineering", vscode.SymbolKind.Constant],
        ["disagreement · open", vscode.SymbolKind.Event],
      ],
    );
  });

  it("is searched through with all others, by the title of a record too", async () => {
    const find = async (query: string): Promise<string[]> =>
      (
        await vscode.commands.executeCommand<vscode.SymbolInformation[]>("vscode.executeWorkspaceSymbolProvider", query)
      ).map(({ name }) => name);
    assert.include(await find("quaycrane"), "QUAY-7 Quay crane");
    assert.include(await find("all bookings in one ledger"), "0001 Keep all bookings in one ledger");
  });

  it("says above its title what is open in it; a click shows where", async () => {
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", notes.uri);
    const command = lenses.map((lens) => lens.command).find((one) => one?.title === "1 open disagreement");
    assert.isDefined(command);
    await vscode.commands.executeCommand(command?.command ?? "", ...(command?.arguments ?? []));
    await vscode.commands.executeCommand("closeReferenceSearch");
  });

  it("folds sections up to their last words, front matter and comments", async () => {
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      "vscode.executeFoldingRangeProvider",
      notes.uri,
    );
    const lineOf = (words: string): number => placeOf(notes, words).line;
    // Markdown's own fold goes on to the blank line.
    assert.isTrue(folds.some(({ start, end }) => start === lineOf("## Decided") && end === lineOf("we buy flags")));
    assert.isTrue(folds.some(({ start, end }) => start === 0 && end === 2));
  });

  it("has links where it names an id or a rule", async () => {
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      "vscode.executeLinkProvider",
      notes.uri,
      20,
    );
    const byWords = new Map(links.map(({ range, target }) => [notes.getText(range), target?.toString(true) ?? ""]));
    assert.match(byWords.get("D-13") ?? "", /decisions\/log\.md#L\d+$/);
    assert.match(byWords.get("decision-without-domain") ?? "", /decision-without-domain/);
  });

  it("hints at the domain of a name and at the days of a period", async () => {
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      "vscode.executeInlayHintProvider",
      notes.uri,
      new vscode.Range(0, 0, notes.lineCount, 0),
    );
    const before = hints.map(({ position, label }) => {
      const line = notes.lineAt(position.line).text.slice(0, position.character);
      return `${line.split(" ").slice(-2).join(" ")}: ${String(label)}`;
    });
    assert.includeMembers(before, [
      "of Q3: 2026-09-17 – 2026-09-30",
      "Owner: @devon: Engineering",
      "Disagreement: Priya: Product",
      "lamps; Amelia: Engineering",
    ]);
  });

  it("colours people, domains, dates and rules", async () => {
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
      "vscode.provideDocumentSemanticTokensLegend",
      notes.uri,
    );
    const { data } = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      "vscode.provideDocumentSemanticTokens",
      notes.uri,
    );
    const found: string[] = [];
    let [line, character] = [0, 0];
    for (let index = 0; index < data.length; index += 5) {
      const [lines = 0, characters = 0, length = 0, type = 0] = data.slice(index);
      character = lines === 0 ? character + characters : characters;
      line += lines;
      found.push(`${notes.lineAt(line).text.slice(character, character + length)} ${legend.tokenTypes[type]}`);
    }
    assert.includeMembers(found, [
      "Engineering namespace",
      "Devon Clarke variable",
      "end of Q3 number",
      "decision-without-domain macro",
      "D-13 property",
    ]);
  });

  it("has its names selected whole, on the way from the word to the sentence", async () => {
    const [selection] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
      "vscode.executeSelectionRangeProvider",
      notes.uri,
      [placeOf(notes, "Clarke")],
    );
    const ranges: vscode.Range[] = [];
    for (let at = selection; at; at = at.parent as vscode.SelectionRange) ranges.push(at.range);
    assert.includeMembers(wordsIn(notes, ranges), ["Clarke", "Devon Clarke"]);
  });

  /** Where each new text goes: document by document. */
  async function renaming(document: vscode.TextDocument, words: string, newName: string): Promise<string[]> {
    const position = placeOf(document, words);
    const prepared = await vscode.commands.executeCommand<{ placeholder: string }>(
      "vscode.prepareRename",
      document.uri,
      position,
    );
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      "vscode.executeDocumentRenameProvider",
      document.uri,
      position,
      newName,
    );
    const edits = edit
      .entries()
      .flatMap(([uri, list]) => list.map(({ newText }) => `${vscode.workspace.asRelativePath(uri)}: ${newText}`));
    return [prepared.placeholder, ...edits];
  }

  it("renames a person, in the configuration too", async () => {
    const [prepared, ...edits] = await renaming(notes, "Devon Clarke", "Deva Clarke");
    assert.equal(prepared, "Devon Clarke");
    assert.includeMembers(edits, [
      `${path}: Deva Clarke`,
      "leads/joint-roadmap.md: Deva Clarke",
      ".lockstep.yaml: Deva Clarke",
    ]);
  });

  it("renames a domain, whose old name stays known as an alias", async () => {
    const [prepared, ...edits] = await renaming(notes, "Engineering)", "Platform");
    assert.equal(prepared, "Engineering");
    assert.includeMembers(edits, [`${path}: Platform`, ".lockstep.yaml: Platform", ".lockstep.yaml: engineering, "]);
  });

  it("renames a decision in its log and wherever it is called by its name", async () => {
    const { document } = await openDocument("decisions/log.md");
    const [prepared, ...edits] = await renaming(document, "Move the console's charts", "New charts");
    assert.equal(prepared, "Move the console's charts to another library");
    assert.include(edits, "decisions/log.md: New charts");
    const record = (await openDocument("decisions/0001-one-booking-ledger.md")).document;
    const [title, ...links] = await renaming(record, "Keep all bookings", "One ledger");
    assert.equal(title, "Keep all bookings in one ledger");
    assert.include(links, "decisions/0001-one-booking-ledger.md: One ledger");
  });

  it("renames an item in all plans, in what depends on it, and in the links to its heading", async () => {
    const [prepared, ...edits] = await renaming(plan, "Quay crane", "Quay hoist");
    assert.equal(prepared, "Quay crane");
    assert.sameMembers(edits, [
      "engineering/roadmap-2029.md: Quay hoist",
      "engineering/roadmap-2029.md: Quay hoist",
      "product/roadmap-2029.md: Quay hoist",
      "docs/hello.md: p1--quay-hoist-quay-7",
    ]);
  });
});

function flat(symbols: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...flat(symbol.children)]);
}

/** A document, `|>` where somebody types, and what must be among the offers. */
const typing: readonly (readonly [what: string, document: string, offered: readonly string[]])[] = [
  ["people by name", "# Notes\n\nDecision: we sail. Owner: |>\n", ["Priya Nair", "Devon Clarke"]],
  ["people by handle", "# Notes\n\nWe asked @|>\n", ["@priya", "@devon"]],
  ["statuses of a record", "# Notes\n\n- Decision: we sail\n  - Status: |>\n", ["Accepted", "Superseded"]],
  ["what a column holds", "# Plan\n\n| Item | Priority | Owner |\n| --- | --- | --- |\n| Oars | |>\n", ["P0", "P3"]],
  ["names of items", "# Plan\n\n| Item | Depends on |\n| --- | --- |\n| Oars | |>\n", ["Quay ladder"]],
  ["decisions by id", "# Notes\n\nDecision: other charts. Supersedes: |>\n", ["D-13"]],
  ["labels", "# Notes\n\nDec|>\n", ["Decision"]],
  ["keys of front matter", "---\n|>\n---\n\n# Notes\n", ["type", "domain"]],
  ["values of front matter", "---\ntype: |>\n---\n\n# Notes\n", ["roadmap", "charter"]],
  [
    "rules to suppress",
    "# Notes\n\n<!-- lockstep-disable-next-line dec|> -->\nDecision: we sail.\n",
    ["decision-without-domain"],
  ],
];

describe("A person who types is offered", () => {
  for (const [index, [what, content, offered]] of typing.entries()) {
    it(what, async () => {
      const name = what === "what a column holds" || what === "names of items" ? "product/roadmap" : "notes/typing";
      const uri = await writeFile(`${name}-203${index}.md`, content.replace("|>", ""));
      const { document } = await openDocument(`${name}-203${index}.md`);
      const position = document.positionAt(content.indexOf("|>"));
      await waitFor(offered.join(", "), async () => {
        const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
          "vscode.executeCompletionItemProvider",
          uri,
          position,
        );
        // VS Code itself offers words of the documents that are open.
        const own = items.filter(({ sortText }) => /^\d{4}$/.test(sortText ?? ""));
        const labels = own.map(({ label }) => (typeof label === "string" ? label : label.label));
        return offered.every((one) => labels.includes(one));
      });
      await vscode.workspace.fs.delete(uri);
    });
  }

  it("a snippet for every record", async () => {
    const uri = await writeFile("notes/snippets.md", "");
    const { document } = await openDocument("notes/snippets.md");
    for (const [name, begins] of [
      ["Decision", "**Decision (Product):** "],
      ["Joint decision", "**Decision (Product and Engineering):** "],
      ["Decision needed", "**Decision needed (Product):** "],
      ["Decision log", "| ID | Date | Decision | "],
      ["Decision record", "---\ntype: decision\n"],
      ["Disagreement", "**Disagreement:** "],
      ["Register of disagreements", "| Topic | "],
      ["Roadmap", "| Item | Priority | "],
      ["Plan item", "### P0 — "],
      ["Objective", "## Objective: "],
      ["Hiring plan", "| Role | Domain | Headcount | "],
      ["Leadership charter", "# Leadership charter"],
      ["One-on-one note", "## 20"],
      ["Input", "- Input needed: "],
      ["Suppress a rule on the next line", "<!-- lockstep-disable-next-line "],
    ] as const) {
      const editor = await vscode.window.showTextDocument(document);
      editor.selection = new vscode.Selection(0, 0, document.lineCount, 0);
      await vscode.commands.executeCommand("editor.action.insertSnippet", { langId: "markdown", name });
      await waitFor(name, () => document.getText().startsWith(begins));
      await vscode.commands.executeCommand("leaveSnippet");
    }
    await document.save();
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    await vscode.workspace.fs.delete(uri);
  });
});
