import { describe, expect, test } from "vitest";
import { MarkdownDocument } from "../../../src/engine/markdown/document.js";
import { DocumentReader } from "../../../src/engine/understand/reader.js";
import { contextOf, understand } from "./fixture.js";

const plain = "# Notes on sorting\n\nText that could stand anywhere.\n";

describe("which documents are planning documents", () => {
  test.each([
    ["charter.md", "charter"],
    ["GOVERNANCE.md", "charter"],
    ["docs/decision-making.md", "charter"],
    ["product/roadmap-eng.md", "roadmap"],
    ["Roadmap2027.md", "roadmap"],
    ["plans/2027.md", "roadmap"],
    ["adr/0001-paper.md", "decision"],
    ["rfcs/12.md", "decision"],
    ["proposals/ramps.md", "decision"],
    ["decision-log.md", "decision"],
    ["OKRs/q3.md", "okr"],
    ["goals.md", "okr"],
    ["headcount-2027.md", "hiring"],
    ["hiring-plan.md", "hiring"],
    ["meetings/2027-03-09.md", "notes"],
    ["minutes/decision-meeting-notes.md", "notes"],
    ["1-1s/ana-bo.md", "notes"],
    ["OneOnOnes/ana.md", "notes"],
    ["retro-may.md", "notes"],
  ])("%s is one, of kind %s", (path, kind) => {
    const { head } = understand(plain, path);
    expect([head.planning, head.kind]).toEqual([true, kind]);
  });

  test.each([
    "planet.md",
    "docs/planning-poker-component.md",
    "README.md",
    "adr/README.md",
    "plans/CHANGELOG.md",
    "release-notes.md",
    "notes/release-notes/2.0.md",
    "CONTRIBUTING.md",
    "adr/template.md",
    "templates/charter.md",
    "rfcs/0000-template.md",
    "node_modules/plans/roadmap.md",
    "docs/keynotes.md",
  ])("%s is none", (path) => {
    expect(understand(plain, path).head.planning).toBe(path === "notes/release-notes/2.0.md");
  });

  const since = "| # | Topic | Between | Since | Status | Next step |\n| --- | --- | --- | --- | --- | --- |\n";
  test.each([
    [
      "governance/objections.md",
      `# Register of objections\n\n${since}| 1 | Lamps | Ana / Bo | 2027-03-02 | open | |\n`,
      "other",
    ],
    [
      "governance/lamps.md",
      `# Where we still disagree\n\n${since}| 1 | Lamps | Ana / Bo | 2027-03-02 | open | |\n`,
      "other",
    ],
    ["meetings/disputes.md", `# Open disputes\n\n${since}| 1 | Lamps | Ana / Bo | 2027-03-02 | open | |\n`, "other"],
    ["governance/spring.md", "# Board meeting of 3 March 2027\n\n- Ana spoke.\n", "notes"],
    ["governance/log.md", "# Decision log\n\n- None yet.\n", "decision"],
    ["governance/ways.md", "# How we handle disagreements\n\n- Speak up.\n", "charter"],
    [
      "governance/2027.md",
      "# Plan for 2027\n\n## Our values\n\nA.\n\n## How we work\n\nB.\n\n## What we optimise for\n\nC.\n",
      "charter",
    ],
    ["board/wall.md", "# Kiosk wall\n\n## Now\n\n- Lamps\n- Bells\n\n## Later\n\n- Ropes\n", "roadmap"],
    ["board/march.md", "# Board meeting, March 2027\n\n## Now\n\n- Lamps\n- Bells\n\n## Later\n\n- Ropes\n", "notes"],
  ])("what lies in a folder of another kind: %s", (path, text, kind) => {
    const { head } = understand(text, path);
    expect([head.planning, head.kind]).toEqual([true, kind]);
  });

  test("front matter goes before the path, configuration before both", () => {
    const text = "---\ntype: okr\n---\n\n# Aims\n";
    expect(understand(text, "docs/aims.md").head).toMatchObject({ planning: true, kind: "okr" });
    expect(understand(text, "roadmap.md").head.kind).toBe("okr");
    expect(understand(text, "roadmap.md", false).head.planning).toBe(false);
    expect(understand("---\ntype: post\n---\n\n# Aims\n", "docs/aims.md").head.planning).toBe(false);
  });

  test.each([
    [
      "a record by its headings",
      "# Paper\n\n## Context\n\nA.\n\n## Decision\n\nB.\n\n## Consequences\n\nC.\n",
      "decision",
    ],
    [
      "a table of planned work",
      "# Next\n\n| Item | Priority | Owner | Target |\n| --- | --- | --- | --- |\n| Ramps | P1 | @jo | Q3 2027 |\n",
      "roadmap",
    ],
    [
      "a table of decisions",
      "# Log\n\n| Decision | Owner | Date |\n| --- | --- | --- |\n| Print | @jo | 2027-01-02 |\n",
      "decision",
    ],
    [
      "minutes by attendees and actions",
      "# Tuesday\n\n## Attendees\n\nAna\n\n## Action items\n\n- Ana calls\n",
      "notes",
    ],
    ["labelled decisions", "# Tuesday\n\n**Decision (Engineering):** we print.\n\n**Owner:** @jo\n", "other"],
  ])("the content is sure of %s", (_name, text, kind) => {
    const { head } = understand(text, "docs/x.md");
    expect([head.planning, head.kind]).toEqual([true, kind]);
  });

  test.each([
    [
      "an API page with a decision tree",
      "# Decisions\n\nThe parser decides.\n\n## Context\n\nAn object.\n\n## Options\n\n- `strict`\n",
    ],
    ["a table of features", "# Features\n\n| Feature | Status |\n| --- | --- |\n| Tables | yes |\n"],
    ["a checklist", "# Setup\n\n- [ ] install\n- [x] run\n"],
    ["a readme with a roadmap of two lines", "# Lib\n\n## Roadmap\n\n- Faster\n- Smaller\n"],
    ["issues that are called concerns", "# Security\n\nReport concerns to us.\n\n**Status:** maintained\n"],
  ])("the content is not sure of %s", (_name, text) => {
    expect(understand(text, "docs/x.md").head.planning).toBe(false);
  });

  test("a document of placeholders is a template", () => {
    const text = "# <Title>\n\n- Status: proposed | accepted\n- Deciders: <names>\n- Date: YYYY-MM-DD\n";
    expect(understand(text, "adr/new.md").head.planning).toBe(false);
    expect(
      understand(
        text.replace("<Title>", "Paper").replace("<names>", "TBD").replace("YYYY-MM-DD", "2027-01-02"),
        "adr/new.md",
      ).head.planning,
    ).toBe(true);
  });
});

describe("the head after an edit", () => {
  const text = "# Roadmap 2027\n\nOwner: @jo\n\n## Ramps\n\nText.\n\n## Doors\n\nText.\n";

  test("is the same object where nothing in it changed, and another where something did", () => {
    const document = MarkdownDocument.open(text);
    const reader = new DocumentReader(contextOf("roadmap.md"));
    const before = reader.read(document).head;
    const start = document.positionAt(text.indexOf("Text."));
    document.apply([{ range: { start, end: start }, text: "New " }]);
    expect(reader.read(document).head).toBe(before);
    const owner = document.positionAt(text.indexOf("@jo"));
    document.apply([{ range: { start: owner, end: owner }, text: "@ana, " }]);
    const after = reader.read(document).head;
    expect(after.owners.map((one) => one.text)).toEqual(["@ana", "@jo"]);
  });
});
