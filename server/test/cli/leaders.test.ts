import { spawn } from "node:child_process";
import { chmodSync, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { roadmap } from "../views/support/plans.js";
import { commandLine, environment, folderWith, lockstep, openToAll, read, write } from "./support/command-line.js";
import { findingsIn, today } from "./support/documents.js";

const files = {
  "leads/charter.md":
    "# Charter\n\n| Domain | Lead |\n| --- | --- |\n| Product | Priya Nair |\n| Engineering | Amelia Chen |\n",
  "product/roadmap.md": roadmap("Product", { "Gift vouchers": "P1", Icons: "P2" }),
  "engineering/roadmap.md": roadmap("Engineering", { "Gift vouchers": "P3", Icons: "P2" }),
};

test.concurrent("board writes one file whose links lead to the documents, and prints nothing else", async () => {
  const cwd = folderWith({ ...files, "out/keep.txt": "" });
  const { status, stdout, stderr } = await lockstep(["board", "--html", "out/board.html", ...today], { cwd });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "", stderr: "" });
  const page = read(cwd, "out/board.html");
  expect(page).toMatch(/^<!doctype html>\n/);
  expect(page).toContain('href="../engineering/roadmap.md#L5"');
  expect(page).toContain("50 %");
  expect(readdirSync(join(cwd, "out")).sort()).toEqual(["board.html", "keep.txt"]);
});

test.concurrent("board prints a table, or everything as JSON, with paths from where it runs", async () => {
  const cwd = folderWith({ ...files, ".lockstep.yaml": "root: true\n", "product/more.txt": "" });
  const { stdout } = await lockstep(["board", ...today], { cwd });
  expect(stdout).toMatch(/^# One voice: 50 %\n[\s\S]*\| Gift vouchers \| P1 \| P3 \| priority: P1 – P3 \|/);
  const json = await lockstep(["board", "--format", "json", ...today], { cwd: join(cwd, "product") });
  expect(JSON.parse(json.stdout)).toMatchObject({
    version: 1,
    root: join(cwd, "product"),
    agreement: { percent: null },
    apart: [{ path: "roadmap.md" }],
  });
});

test.concurrent("agenda prints a note, --write puts it where it belongs, and check finds nothing in it", async () => {
  const cwd = folderWith(files);
  const printed = await lockstep(["agenda", "Priya", "engineering", ...today], { cwd });
  expect(printed).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^# One-on-ones: Priya and Amelia\n\n## 2026-06-15\n/),
    stderr: "lockstep: this goes into leads/one-on-ones/priya-amelia.md; --write puts it there\n",
  });
  expect(existsSync(join(cwd, "leads/one-on-ones"))).toBe(false);
  const before = await lockstep(["check", "--format", "json", ...today], { cwd });
  const written = await lockstep(["agenda", "--write", ...today], { cwd });
  expect(written).toMatchObject({ status: 0, stdout: "leads/one-on-ones/priya-amelia.md\n", stderr: "" });
  expect(read(cwd, "leads/one-on-ones/priya-amelia.md")).toBe(printed.stdout);
  const after = await lockstep(["check", "--format", "json", ...today], { cwd });
  expect(findingsIn(after.stdout)).toEqual(findingsIn(before.stdout));
  const again = await lockstep(["agenda", "--write", ...today], { cwd });
  expect(again).toMatchObject({
    status: 2,
    stdout: "",
    stderr: expect.stringMatching(/holds notes of .* already; give another date\n$/),
  });
  const later = await lockstep(["agenda", "--write", "--date", "2026-06-22", "--in", "..", ...today], {
    cwd: join(cwd, "product"),
  });
  expect(later.stdout).toBe("../leads/one-on-ones/priya-amelia.md\n");
  expect(read(cwd, "leads/one-on-ones/priya-amelia.md")).toContain("\n\n## 2026-06-22\n\n### Agenda\n");
});

test.concurrent("agenda leaves the encoding of a file, and a file that it does not read, alone", async () => {
  const cwd = folderWith({
    ...files,
    "leads/one-on-ones/priya-amelia.md": Buffer.from(
      "\ufeff# One-on-ones: Priya and Amelia\r\n\r\n## 2026-06-09\r\n\r\n- Calm.\r\n",
      "utf16le",
    ),
  });
  await lockstep(["agenda", "--write", ...today], { cwd });
  expect(Buffer.from(read(cwd, "leads/one-on-ones/priya-amelia.md"), "utf8").length).toBeGreaterThan(0);
  const ignored = folderWith({
    ...files,
    ".gitignore": "one-on-ones/\n",
    "leads/one-on-ones/priya-amelia.md": "# Mine\n",
  });
  const refused = await lockstep(["agenda", "--write", ...today], { cwd: ignored });
  expect(refused).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/is there already, and is not among the documents/),
  });
  expect(read(ignored, "leads/one-on-ones/priya-amelia.md")).toBe("# Mine\n");
});

test.concurrent("report prints Markdown, or writes it with links from there", async () => {
  const cwd = folderWith({
    ...files,
    "notes/2026-06-10.md": "# Notes, 2026-06-10\n\nDecision needed (Engineering): which queue?\n",
    "out/a.txt": "",
  });
  const { status, stdout } = await lockstep(["report", ...today], { cwd });
  expect({ status, stdout }).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^# Alignment report, 2026-06-15\n/),
  });
  expect(stdout).toContain("](notes/2026-06-10.md)");
  expect(await lockstep(["report", "--output", "out/r.md", ...today], { cwd })).toMatchObject({
    status: 0,
    stdout: "",
  });
  expect(read(cwd, "out/r.md")).toContain("](../notes/2026-06-10.md)");
});

test.concurrent.for([
  [["agenda", "Priya"], /an agenda is between two; give two names or domains, or none, not 1/],
  [["agenda", "Bob", "Priya"], /nobody is called “Bob”; known are Priya Nair and Amelia Chen/],
  [["agenda", "--date", "soon"], /--date takes a date as YYYY-MM-DD, not “soon”/],
  [["agenda", "--in", "nowhere"], /nothing is found at nowhere/],
  [["board", "--format", "html"], /markdown, json/],
  [["board", "--html", "nowhere/board.html"], /nowhere\/board\.html cannot be written/],
  [["board", "nowhere"], /nothing is found at nowhere/],
  [["report", "--output", "nowhere/r.md"], /nowhere\/r\.md cannot be written/],
] as const)("%j is answered in one line that says what to do", async ([args, words]) => {
  const cwd = folderWith(files);
  const { status, stdout, stderr } = await lockstep([...args], { cwd });
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toMatch(/^lockstep: .*\n$/);
  expect(stderr).toMatch(words);
});

test.concurrent("a folder that takes no files leaves nothing half-written", async () => {
  const cwd = folderWith(files);
  openToAll(cwd);
  write(cwd, { "out/board.html": "before" });
  chmodSync(join(cwd, "out"), 0o555);
  const { status, stderr } = await lockstep(["board", "--html", "out/board.html", ...today], { cwd, nobody: true });
  expect({ status, stderr }).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^lockstep: out\/board\.html cannot be written: .*\n$/),
  });
  expect(read(cwd, "out/board.html")).toBe("before");
  expect(readdirSync(join(cwd, "out"))).toEqual(["board.html"]);
});

test.concurrent.for(["board", "report"])("a reader that goes away ends %s in silence", async (command) => {
  const child = spawn(process.execPath, [commandLine, command, ...today], { cwd: folderWith(files), env: environment });
  child.stdout.destroy();
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    stderr += chunk;
  });
  const status = await new Promise((resolve) => child.on("close", resolve));
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});
