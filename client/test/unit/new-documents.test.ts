import { expect, test } from "vitest";
import { serviceOf } from "../../../server/test/support/service.js";
import { filledSnippet } from "../../../server/test/support/snippets.js";
import { decisionHabit, folderFor, freeName, numberedName, slugOf } from "../../src/new/places.js";
import { type Kind, templateOf, withHeading } from "../../src/new/templates.js";

const charter = `# Charter

| Domain | Lead | Stand-in |
| --- | --- | --- |
| Product | Priya Nair (@priya) | Li Wei |
| Engineering | Amelia Chen (@amelia) | Devon Clarke |
`;

function rulesOf(path: string, text: string): readonly string[] {
  const roster = path === "charter.md" ? [] : [{ path: "charter.md", text: charter }];
  const service = serviceOf([...roster, { path, text }], "2026-06-15");
  expect(service.document(path)?.head.planning).toBe(true);
  return service.findings(path).map(({ rule }) => rule);
}

test.each<[Kind, string, readonly string[]]>([
  ["charter", "charter.md", []],
  ["decision", "decisions/0001-queue-service.md", []],
  // It is open: that is what it is written down for.
  ["disagreement", "notes/queue-service.md", ["disagreement-unresolved"]],
])("a new %s, filled in as it proposes, passes all rules", (kind, path, expected) => {
  const title = "We buy the $" + "{queue} service";
  const template = templateOf(kind, kind === "charter" ? "" : title);
  const text = filledSnippet(kind === "disagreement" ? withHeading("The queue", template) : template);
  if (kind !== "charter") expect(text).toContain(title);
  expect(rulesOf(path, text)).toEqual(expected);
});

test("a new document goes into the folder of its kind that holds most", () => {
  const paths = ["docs/adr/0001-a.md", "docs/adr/0002-b.md", "decisions/log.md", "plans/roadmap.md", "README.md"];
  expect(folderFor(paths, decisionHabit)).toBe("docs/adr");
  expect(folderFor(["plans/roadmap.md"], decisionHabit)).toBe("decisions");
});

test("its name follows its neighbours', and is nobody else's", () => {
  expect(numberedName(["0001-a.md", "0012-b.md", "log.md"], "Queue service!")).toBe("0013-queue-service.md");
  expect(numberedName([], "Größe der Crew")).toBe("0001-größe-der-crew.md");
  expect(numberedName(["queue-service.md"], "Queue service")).toBe("queue-service-2.md");
  expect(freeName(["Charter.md"], "charter")).toBe("charter-2.md");
  expect(slugOf("…")).toBe("untitled");
});
