import { mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { discover } from "../../src/node/discover.js";
import { diskFiles } from "../../src/node/files.js";
import { readSources } from "../../src/node/sources.js";
import { folderWith, lockstep, openToAll, write } from "../cli/support/command-line.js";
import { findingsIn, minutes, today } from "../cli/support/documents.js";
import { becomes, indexed, stateOf } from "./support/session.js";
import { note, processorTime, seed, times } from "./support/soak.js";

const decision = "decision-without-domain";

test("whatever lies in a folder, each file is read or left out with a reason, and the rest is checked", async () => {
  const folder = folderWith({
    "notes/a b.md": minutes,
    "notes/a#b?.md": minutes,
    "notes/100%.md": minutes,
    "notes/\u{1F680} é.md": minutes,
    'notes/it\'s "q" [x](y).md': minutes,
    "notes/bom.md": "\ufeffDecision: we ship weekly.\n",
    "notes/no-bom.md": "Decision: we ship weekly.\n",
    "notes/deep.md": `${"> ".repeat(200)}we decided\n`,
    "notes/latin.md": Buffer.from(`${minutes}\ncaf\xe9\n`, "latin1"),
    "notes/utf16.md": Buffer.from(`\ufeff${minutes}`, "utf16le"),
    "notes/bytes.md": Buffer.from([0x00, 0xff, 0xfe, 0x80, 0x0a]),
    "notes/empty.md": "",
    "notes/folder.md/inside.md": minutes,
  });
  symlinkSync(".", join(folder, "notes/loop"));
  symlinkSync("self.md", join(folder, "notes/self.md"));
  symlinkSync("nowhere.md", join(folder, "notes/dangling.md"));
  symlinkSync("a b.md", join(folder, "notes/link.md"));
  writeFileSync(join(folder, "notes/large.md"), minutes);
  truncateSync(join(folder, "notes/large.md"), 100 * 1024 * 1024);
  const run = await lockstep(["check", "--format", "json", "--no-cache", ...today], { cwd: folder });
  const names = [
    "a b",
    "a#b?",
    "100%",
    "\u{1F680} é",
    'it\'s "q" [x](y)',
    "latin",
    "utf16",
    "folder.md/inside",
    "link",
  ];
  const expected = names.map((name) => `notes/${name}.md:3 ${decision}`);
  const marked = ["notes/bom.md", "notes/no-bom.md"];
  expect(findingsIn(run.stdout).sort()).toEqual([...expected, ...marked.map((path) => `${path}:1 ${decision}`)].sort());
  const { findings } = JSON.parse(run.stdout) as { findings: { path: string; range: unknown }[] };
  const [withMark, without] = marked.map((path) => findings.find((finding) => finding.path === path)?.range);
  expect(withMark, "a mark that stayed would be a character of the first line").toEqual(without);
  const said = run.stderr.trim().split("\n").sort();
  expect(said).toEqual([
    "lockstep: notes/bytes.md is not UTF-8: what could not be read of it counts as �",
    "lockstep: notes/deep.md: What begins at line 1 is not checked: lists, quotes and footnotes stand more than 100 deep in one another.",
    "lockstep: notes/large.md was left out: it is larger than 64 MB",
    "lockstep: notes/latin.md is not UTF-8: what could not be read of it counts as �",
  ]);
  const session = await indexed(folder);
  const found = [...session.service.workspace.documents.keys()].filter(
    (path) => session.service.findings(path).length > 0,
  );
  expect(found.sort()).toEqual([...names, "bom", "no-bom"].map((name) => `notes/${name}.md`).sort());
});

test("what may not be read is left out with a reason", async () => {
  const folder = folderWith({ "notes/a.md": minutes, "notes/secret.md": minutes, "closed/notes/b.md": minutes });
  const { chmodSync } = await import("node:fs");
  openToAll(folder);
  chmodSync(join(folder, "notes/secret.md"), 0o000);
  chmodSync(join(folder, "closed"), 0o000);
  const run = await lockstep(["check", "--format", "json", "--no-cache", ...today], { cwd: folder, nobody: true });
  chmodSync(join(folder, "closed"), 0o755);
  expect(findingsIn(run.stdout)).toEqual([`notes/a.md:3 ${decision}`]);
  expect(run.stderr).toContain("closed was left out: no permission");
  expect(run.stderr).toContain("notes/secret.md was left out: no permission");
});

test("files that go, or become folders, between being found and being read are left out; the rest is checked", async () => {
  const folder = folderWith({ "notes/a.md": minutes, "notes/b.md": minutes, "notes/c.md": minutes });
  const found = await discover(["."], folder);
  rmSync(join(folder, "notes/a.md"));
  rmSync(join(folder, "notes/b.md"));
  mkdirSync(join(folder, "notes/b.md"));
  const sources = await readSources({ ...found, root: folder }, diskFiles);
  expect(sources.documents.map(({ path }) => path.replace(/^.*notes/, "notes"))).toEqual(["notes/c.md"]);
  expect(sources.unreadable.map(({ reason }) => reason)).toEqual(["it is not there", "it is no file"]);
});

test("after a burst of 50,000 events the index is that of a fresh start", async () => {
  const files = Object.fromEntries(
    Array.from({ length: 120 }, (_, at) => [`notes/${at % 10}/n${at}.md`, `${minutes}\n${at}\n`]),
  );
  const rounds = times(1, 20);
  let random = seed;
  const next = (below: number): number => {
    random = (Math.imul(random, 1_103_515_245) + 12_345) >>> 0;
    return (random >>> 8) % below;
  };
  for (let round = 0; round < rounds; round += 1) {
    const folder = folderWith(files);
    const session = await indexed(folder);
    const start = processorTime();
    const changed: string[] = [];
    const touch = (path: string): void => {
      changed.push(pathToFileURL(join(folder, path)).href);
    };
    // What a checkout of another branch does: files change, come, go and change their names, also in case only; folders go with all in them.
    for (const path of Object.keys(files)) {
      const choice = next(6);
      if (choice === 0) rmSync(join(folder, path));
      if (choice === 1) write(folder, { [path]: `# Minutes\n\nDecision: ${next(100)}.\n` });
      if (choice === 2) write(folder, { [path.replace("n", "new")]: minutes });
      if (choice === 3) renameSync(join(folder, path), join(folder, path.replace(/n(\d+)\.md/, "N$1.md")));
      for (const name of [path, path.replace("n", "new"), path.replace(/n(\d+)\.md/, "N$1.md")]) touch(name);
    }
    rmSync(join(folder, "notes/3"), { recursive: true });
    touch("notes/3");
    write(folder, { ".lockstep.yaml": "rules: { decision-without-domain: error }\n" });
    touch(".lockstep.yaml");
    while (changed.length < 50_000)
      changed.push(changed[next(changed.length)] ?? "", pathToFileURL(join(folder, `x/${next(5_000)}.md`)).href);
    for (let at = 0; at < changed.length; at += 500) session.files.changedOnDisk(changed.slice(at, at + 500));
    await becomes(session, stateOf(await indexed(folder)));
    if (round === rounds - 1)
      note("files", "seconds for 50,000 events and reading all again", (processorTime() - start) / 1000, 30);
  }
});

test("events alone, without a new walk, lead to the index of a fresh start", async () => {
  const folder = folderWith({ "notes/a.md": minutes, "notes/b.md": minutes, "notes/sub/c.md": minutes });
  const session = await indexed(folder);
  const uri = (path: string): string => pathToFileURL(join(folder, path)).href;
  renameSync(join(folder, "notes/a.md"), join(folder, "notes/A.md"));
  rmSync(join(folder, "notes/sub"), { recursive: true });
  write(folder, { "notes/b.md": "# Minutes\n", "notes/#1 %.md": minutes });
  session.files.changedOnDisk(["notes/a.md", "notes/A.md", "notes/b.md", "notes/#1 %.md", "notes/sub"].map(uri));
  await session.files.configureFor(uri("notes/b.md"));
  await becomes(session, stateOf(await indexed(folder)));
});
