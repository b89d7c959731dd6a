import { expect, test } from "vitest";
import type { FolderEntry } from "../../src/protocol/messages.js";
import { rulePage } from "../../src/protocol/rule-pages.js";
import type { FileDoor } from "../../src/server/files.js";
import { Roots } from "../../src/server/roots.js";
import { Today } from "../../src/server/today.js";
import { IgnoreRules, walk } from "../../src/server/walk.js";

/** A door onto files that exist in memory only, below `mem:/w`. */
function doorOnto(files: Readonly<Record<string, string>>): FileDoor {
  return {
    list: async (uri) => {
      const folder = decodeURIComponent(uri).replace("mem:/w", "").replace(/^\//, "");
      const entries = new Map<string, FolderEntry["kind"]>();
      for (const path of Object.keys(files)) {
        if (!path.startsWith(folder)) continue;
        const [name = "", ...below] = path.slice(folder.length).split("/");
        entries.set(name, below.length > 0 ? "folder" : "file");
      }
      return [...entries].map(([name, kind]) => ({ name, kind }));
    },
    read: async (uri) => files[decodeURIComponent(uri).replace("mem:/w/", "")],
  };
}

async function found(
  files: Readonly<Record<string, string>>,
): Promise<{ documents: string[]; configurations: string[] }> {
  const documents: string[] = [];
  const configurations: string[] = [];
  for await (const batch of walk(doorOnto(files), "mem:/w", new IgnoreRules())) {
    documents.push(...batch.documents);
    configurations.push(...batch.configurations);
  }
  return { documents: documents.sort(), configurations: configurations.sort() };
}

test("the walk finds Markdown and configuration, and nothing that is ignored or somebody else's", async () => {
  const files = {
    "a.md": "",
    "b.markdown": "",
    "c.txt": "",
    ".lockstep.yaml": "",
    "package.json": "",
    ".gitignore": "/out\n*.draft.md\n!keep.draft.md\n",
    "out/d.md": "",
    "e.draft.md": "",
    "keep.draft.md": "",
    "node_modules/x/readme.md": "",
    ".git/description.md": "",
    "sub/.ignore": "private/\n!e.draft.md\n",
    "sub/e.draft.md": "",
    "sub/private/f.md": "",
    "sub/out/g # 1.md": "",
  };
  expect(await found(files)).toEqual({
    documents: ["a.md", "b.markdown", "keep.draft.md", "sub/e.draft.md", "sub/out/g%20%23%201.md"].map(
      (path) => `mem:/w/${path}`,
    ),
    configurations: ["mem:/w/.lockstep.yaml", "mem:/w/package.json"],
  });
});

test("a path is ignored with its folder", () => {
  const rules = new IgnoreRules();
  rules.add("", "drafts/\n");
  rules.add("sub/", "/x.md\n");
  expect(rules.ignores("drafts/deep/a.md")).toBe(true);
  expect(rules.ignores("sub/x.md")).toBe(true);
  expect(rules.ignores("x.md")).toBe(false);
  expect(rules.ignores("node_modules/x.md")).toBe(true);
});

test("names go to paths and back", () => {
  const one = new Roots([{ uri: "file:///home/plans", name: "plans" }]);
  expect(one.pathOf("file:///home/plans/a%20b/c%23%25.md")).toBe("a b/c#%.md");
  expect(one.pathOf(one.uriOf("a b/c#%é?.md"))).toBe("a b/c#%é?.md");
  expect(one.contains("file:///home/plans-of-others/a.md")).toBe(false);
  const outside = one.pathOf("file:///elsewhere/a%20b.md");
  expect(one.pathOf(one.uriOf(outside))).toBe(outside);
  const unsaved = one.pathOf("untitled:Untitled-1");
  expect(one.uriOf(unsaved)).toBe("untitled:Untitled-1");
});

test("of several folders each has its name, and of nested ones the innermost counts", () => {
  const roots = new Roots([
    { uri: "file:///a/plans", name: "plans" },
    { uri: "file:///b/plans", name: "plans" },
    { uri: "file:///a/plans/inner", name: "inner" },
  ]);
  const paths = ["file:///a/plans/x.md", "file:///b/plans/x.md", "file:///a/plans/inner/x.md"].map((uri) =>
    roots.pathOf(uri),
  );
  expect(paths).toEqual(["plans/x.md", "plans (2)/x.md", "inner/x.md"]);
  expect(paths.map((path) => roots.uriOf(path))).toEqual([
    "file:///a/plans/x.md",
    "file:///b/plans/x.md",
    "file:///a/plans/inner/x.md",
  ]);
});

test("today is the pinned date, or the clock's", () => {
  expect(new Today("2026-06-15").day()).toBe(Date.UTC(2026, 5, 15) / 86_400_000);
  const now = new Date();
  const local = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000;
  for (const pinned of [undefined, "", "2026-02-30", "tomorrow", 7]) expect(new Today(pinned).day()).toBe(local);
});

test("a rule's page in a folder is a file, elsewhere it goes by its id, and without a place for pages there is none", () => {
  expect(rulePage("file:///docs/rules/", "plan-conflict")).toBe("file:///docs/rules/plan-conflict.md");
  expect(rulePage(undefined, "plan-conflict")).toBeUndefined();
  expect(rulePage("vscode://lockstep.lockstep/rules/", "plan-conflict")).toBe(
    "vscode://lockstep.lockstep/rules/plan-conflict",
  );
});
