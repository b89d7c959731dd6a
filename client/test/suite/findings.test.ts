import { assert } from "chai";
import * as vscode from "vscode";
import { applyQuickFix, replace } from "./support/edits.js";
import { waitFor } from "./support/wait.js";
import { findingOf, findings, openDocument, ruleOf, writeFile } from "./support/workspace.js";

const prose = "# Planning meeting\n\nThe crews asked for it twice.\n";
const decision = "We decided to move the timetable to the new service.";

describe("A person who types", () => {
  it("sees a squiggle appear under a decision without an owner, and go with it", async () => {
    await writeFile("minutes/2026-06-11-typing.md", prose);
    const editor = await openDocument("minutes/2026-06-11-typing.md");
    const { document } = editor;
    await editor.edit((edit) => edit.insert(document.lineAt(document.lineCount - 1).range.end, `\n${decision}\n`));
    const finding = await findingOf("decision-without-domain", document.uri);
    assert.equal(document.getText(finding.range), decision);
    await replace(document, decision, "");
    await waitFor("no finding", () => findings(document.uri).length === 0);
  });

  it("reads what is wrong, and is led to the rule's page", async () => {
    const uri = await writeFile("minutes/2026-06-11-reading.md", `# Meeting\n\n${decision}\n`);
    await openDocument("minutes/2026-06-11-reading.md");
    const finding = await findingOf("decision-without-domain", uri);
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Warning);
    assert.isNotEmpty(finding.message);
    assert.include(JSON.stringify(finding.code), "decision-without-domain");
    assert.isObject(finding.code, "the code carries the address of the rule's page");
  });
});

describe("The quick fix menu", () => {
  it("holds Mark as joint decision, which clears the squiggle", async () => {
    const uri = await writeFile(
      "decisions/log-joint.md",
      "# Decision log\n\n**Decision:** we buy the queue service.\n",
    );
    const { document } = await openDocument("decisions/log-joint.md");
    const finding = await findingOf("decision-without-domain", uri);
    const before = document.getText();
    await applyQuickFix(uri, finding.range, "Mark as joint decision");
    await waitFor("the fix in the document", () => document.getText() !== before);
    await waitFor("no finding", () => findings(uri).every((left) => ruleOf(left) !== "decision-without-domain"));
    assert.include(document.getText(), "we buy the queue service.");
  });

  it("assigns the decision to a domain", async () => {
    const uri = await writeFile("decisions/log-assign.md", "# Decision log\n\n**Decision:** we leave the vendor.\n");
    const { document } = await openDocument("decisions/log-assign.md");
    const finding = await findingOf("decision-without-domain", uri);
    await applyQuickFix(uri, finding.range, "Assign to Engineering");
    await waitFor("no finding", () => findings(uri).length === 0);
    assert.match(document.getText(), /Engineering/);
  });
});

describe("An edit in one roadmap", () => {
  const title = (domain: string, priority: string, item = "Lighthouse feed (QS-901)") =>
    `# ${domain} roadmap\n\n| Item | Priority |\n| --- | --- |\n| ${item} | ${priority} |\n`;

  it("is not lost on one whose tab is gone before its answer is there", async () => {
    // A busy machine loses it in one of eight where nobody cares.
    for (let round = 0; round < 8; round += 1) {
      const name = `roadmap-look-${round}.md`;
      const item = `Harbour radio (QS-91${round})`;
      const product = await writeFile(`product/${name}`, title("Product", "P0", item));
      await writeFile(`engineering/${name}`, title("Engineering", "P2", item));
      await openDocument(`product/${name}`);
      await openDocument(`engineering/${name}`); // takes the place of the other tab
      await findingOf("priority-mismatch", product);
    }
  });

  it("changes the finding in the other", async () => {
    const product = await writeFile("product/roadmap-2027.md", title("Product", "P0"));
    const engineering = await writeFile("engineering/roadmap-2027.md", title("Engineering", "P2"));
    await openDocument("product/roadmap-2027.md");
    const { document } = await openDocument("engineering/roadmap-2027.md");
    const finding = await findingOf("priority-mismatch", product);
    const related = (finding.relatedInformation ?? []).map(({ location }) => location.uri.toString());
    assert.include(related, engineering.toString());
    await replace(document, "P2", "P0");
    await waitFor("agreement", () => findings(product).every((left) => ruleOf(left) !== "priority-mismatch"));
    await replace(document, "P0", "P3");
    await findingOf("priority-mismatch", product);
  });
});
