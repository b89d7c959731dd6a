import { describe, expect, test } from "vitest";
import { allFindings } from "../../src/engine/service/check-output.js";
import { modelOutput } from "../../src/engine/service/model-output.js";
import type { LockstepService } from "../../src/engine/service/service.js";
import { serviceOf } from "../support/service.js";

const charter = `# Charter

| Domain | Team | Lead | Stand-in |
| --- | --- | --- | --- |
| Product | | Priya Nair | Li Wei |
| Hosting | Harbour WG | Tobias Rehn | Mairi Croft |
`;
const files = [
  { path: "charter.md", text: charter },
  {
    path: "minutes/2026-06-01.md",
    text: "# Notes, 1 June 2026\n\nDecision (Hosting): the mirror closes.\n\nHosting refused to answer our letter.\n",
  },
  {
    path: "minutes/2026-06-02.md",
    text: "# Harbour WG, 2 June 2026\n\nThis is a Harbour WG decision: the lamps stay.\n\nWe pay for hosting by the month.\n",
  },
  {
    path: "plans/hosting-2026.md",
    text: "# Hosting plan, H2 2026\n\n| Item | Priority |\n| --- | --- |\n| New disks | P1 |\n",
  },
  { path: "plans/other.md", text: "# Plan, H2 2026\n\n| Item | Priority |\n| --- | --- |\n| New lamps | P1 |\n" },
];

function opened(texts: ReadonlyMap<string, string>): LockstepService {
  return serviceOf(
    [...texts].map(([path, text]) => ({ path, text })),
    "2026-06-15",
  );
}

function state(service: LockstepService): unknown {
  return JSON.parse(
    JSON.stringify({ findings: allFindings(service), model: modelOutput(service.workspace, { root: "." }) }),
  );
}

function domainsOf(service: LockstepService, path: string): readonly string[] {
  const document = service.document(path);
  if (!document) throw new Error(`${path} is lost`);
  return service.workspace.domainsOfDocument(document);
}

describe("domains that a charter adds", () => {
  const texts = new Map(files.map(({ path, text }) => [path, text]));

  test("are those of other documents' titles, labels and sentences, in whatever order documents come", () => {
    const service = opened(texts);
    expect(domainsOf(service, "plans/hosting-2026.md")).toEqual(["hosting"]);
    expect(domainsOf(service, "minutes/2026-06-02.md")).toEqual(["hosting"]);
    expect(domainsOf(service, "plans/other.md")).toEqual([]);
    const rules = service.findings("minutes/2026-06-01.md").map(({ rule }) => rule);
    expect(rules).toEqual(["wording-sides"]);
    expect(state(opened(new Map([...texts].reverse())))).toEqual(state(service));
  });

  test("come and go with the charter's rows, and with the charter", () => {
    const service = opened(texts);
    const before = state(service);
    const line = charter.split("\n").findIndex((row) => row.startsWith("| Hosting"));
    const range = { start: { line, character: 2 }, end: { line, character: 9 } };
    service.changeDocument("charter.md", [{ range, text: "Storage" }]);
    const renamed = new Map([...texts, ["charter.md", charter.replace("| Hosting", "| Storage")]]);
    expect(state(service)).toEqual(state(opened(renamed)));
    expect(domainsOf(service, "plans/hosting-2026.md")).toEqual([]);
    service.changeDocument("charter.md", [{ range, text: "Hosting" }]);
    expect(state(service)).toEqual(before);
    service.deleteDocument("charter.md");
    const without = new Map([...texts].filter(([path]) => path !== "charter.md"));
    expect(state(service)).toEqual(state(opened(without)));
    service.setDocument("charter.md", charter);
    expect(state(service)).toEqual(before);
  });

  test("are known from the edit on that speaks of one", () => {
    const service = opened(texts);
    const at = { line: 2, character: 0 };
    const path = "plans/other.md";
    service.changeDocument(path, [{ range: { start: at, end: at }, text: "Hosting ignored us again.\n\n" }]);
    expect(service.findings(path).map(({ rule }) => rule)).toContain("wording-sides");
    const text = service.document(path)?.text ?? "";
    expect(state(service)).toEqual(state(opened(new Map([...texts, [path, text]]))));
  });

  test("are no part of what is kept of a document's reading", () => {
    const service = opened(texts);
    const path = "minutes/2026-06-01.md";
    allFindings(service);
    const alone = serviceOf([{ path, text: texts.get(path) ?? "" }], "2026-06-15");
    expect(service.document(path)?.reading()).toEqual(alone.document(path)?.reading());
  });

  test("of very many are none: that is no charter, but a collection", () => {
    const rows = Array.from({ length: 30 }, (_, index) => `| Hosting${"x".repeat(index)} | | Ann Lee | Bo Day |\n`);
    const service = opened(new Map([...texts, ["charter.md", charter + rows.join("")]]));
    expect(domainsOf(service, "plans/hosting-2026.md")).toEqual([]);
  });
});
