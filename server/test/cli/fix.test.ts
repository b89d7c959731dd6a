import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderWith, git, lockstep, openToAll, read, repositoryWith } from "./support/command-line.js";
import { findingsIn, minutes, today, unusedSuppression } from "./support/documents.js";

const mended = "# Minutes\n\nHello.\n";

test.concurrent("--fix mends what needs no person’s words, and reports the rest", async () => {
  const cwd = folderWith({ "notes/a.md": unusedSuppression, "notes/b.md": minutes });
  const { status, stdout, stderr } = await lockstep(["check", "--fix", "--format", "json", ...today], { cwd });
  expect(read(cwd, "notes/a.md")).toBe(mended);
  expect(read(cwd, "notes/b.md")).toBe(minutes);
  expect(findingsIn(stdout)).toEqual(["notes/b.md:3 decision-without-domain"]);
  expect({ status, stderr }).toEqual({ status: 1, stderr: "lockstep: mended 1 document\n" });
  expect(readdirSync(join(cwd, "notes"))).toEqual(["a.md", "b.md"]);
});

test.concurrent("--fix goes on until nothing is left to mend", async () => {
  // Fixes that touch are not applied together.
  const comments =
    "<!-- lockstep-disable-next-line shadow-plan -->\n<!-- lockstep-disable-next-line plan-conflict -->\n";
  const cwd = folderWith({ "notes/a.md": `# Minutes\n\n${comments}${comments}Hello.\n` });
  const { stdout } = await lockstep(["check", "--fix", "--format", "json", ...today], { cwd });
  expect(read(cwd, "notes/a.md")).toMatch(/^# Minutes\n\n+Hello\.\n$/);
  expect(findingsIn(stdout)).toEqual([]);
});

test.concurrent("line ends, byte order mark, encoding, permissions and links stay", async () => {
  const crlf = unusedSuppression.replace(/\n/g, "\r\n");
  const cwd = folderWith({
    "notes/crlf.md": crlf,
    "notes/bom.md": `\ufeff${unusedSuppression}`,
    "notes/wide.md": Buffer.from(`\ufeff${unusedSuppression}`, "utf16le"),
    "elsewhere/real.md": unusedSuppression,
  });
  chmodSync(join(cwd, "notes/crlf.md"), 0o640);
  symlinkSync("../elsewhere/real.md", join(cwd, "notes/link.md"));
  await lockstep(["check", "--fix", ...today], { cwd });
  expect(read(cwd, "notes/crlf.md")).toBe(mended.replace(/\n/g, "\r\n"));
  expect(statSync(join(cwd, "notes/crlf.md")).mode & 0o777).toBe(0o640);
  expect(read(cwd, "notes/bom.md")).toBe(`\ufeff${mended}`);
  expect(readFileSync(join(cwd, "notes/wide.md"))).toEqual(Buffer.from(`\ufeff${mended}`, "utf16le"));
  expect(
    readdirSync(join(cwd, "notes"), { withFileTypes: true })
      .find(({ name }) => name === "link.md")
      ?.isSymbolicLink(),
  ).toBe(true);
  expect(read(cwd, "elsewhere/real.md")).toBe(mended);
});

test.concurrent("what cannot be written safely is left as it is, and said", async () => {
  const latin = Buffer.concat([Buffer.from(unusedSuppression), Buffer.from([0xe9, 0x0a])]);
  const cwd = folderWith({ "notes/latin.md": latin });
  mkdirSync(join(cwd, "closed"));
  const { status, stderr } = await lockstep(["check", "--fix", ...today], { cwd });
  expect(status).toBe(2);
  expect(stderr).toContain("notes/latin.md was not mended: it is not UTF-8; save it as UTF-8 first");
  expect(readFileSync(join(cwd, "notes/latin.md"))).toEqual(latin);
});

test.concurrent("a folder that takes no files keeps its documents whole", async () => {
  const cwd = folderWith({ "notes/a.md": unusedSuppression });
  openToAll(cwd);
  chmodSync(join(cwd, "notes"), 0o555);
  const { status, stderr } = await lockstep(["check", "--fix", ...today], { cwd, nobody: true });
  expect(stderr).toContain("lockstep: notes/a.md was not mended: no permission\n");
  expect(status).toBe(2);
  expect(read(cwd, "notes/a.md")).toBe(unusedSuppression);
});

test.concurrent("--fix-dry-run prints a diff that git applies, and changes nothing", async () => {
  const cwd = repositoryWith({ "notes/a b.md": unusedSuppression, "notes/c.md": unusedSuppression.trimEnd() });
  const { status, stdout } = await lockstep(["check", "--fix-dry-run", ...today], { cwd });
  expect(status).toBe(1);
  expect(git(cwd, "status", "--porcelain")).toBe("");
  expect(stdout).toContain("-<!-- lockstep-disable-next-line shadow-plan -->\n");
  const { run } = await import("./support/command-line.js");
  expect(await run("git", ["apply"], { cwd, input: stdout })).toMatchObject({ status: 0, stderr: "" });
  expect(read(cwd, "notes/a b.md")).toBe(mended);
  expect(read(cwd, "notes/c.md")).toBe(mended.trimEnd());
  expect(await lockstep(["check", "--fix-dry-run", ...today], { cwd })).toEqual({ status: 0, stdout: "", stderr: "" });
});

test.concurrent("--stdin checks the text as that document, among the others", async () => {
  const cwd = folderWith({ "notes/a.md": "# Minutes\n", "notes/b.md": minutes });
  const stdin = (file: string, input: string, ...args: string[]) =>
    lockstep(["check", "--stdin", "--stdin-filename", file, ...today, ...args], { cwd, input });
  expect(findingsIn((await stdin("notes/a.md", minutes, "--format", "json")).stdout)).toEqual([
    "notes/a.md:3 decision-without-domain",
  ]);
  expect(findingsIn((await stdin("notes/new.md", minutes, "--format", "json")).stdout)).toEqual([
    "notes/new.md:3 decision-without-domain",
  ]);
  expect((await stdin("notes/a.md", unusedSuppression, "--fix")).stdout).toBe(mended);
  expect((await stdin("notes/a.md", minutes, "--fix")).stdout).toBe(minutes);
  expect((await stdin("../outside.md", minutes)).status).toBe(2);
  expect(read(cwd, "notes/a.md")).toBe("# Minutes\n");
});
