import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import manifest from "../../../package.json" with { type: "json" };
import { commandLine, environment, folderWith, lockstep, openToAll, run, write } from "./support/command-line.js";
import { findingsIn, minutes, today } from "./support/documents.js";

const commands = [
  "check",
  "model",
  "board",
  "agenda",
  "report",
  "init",
  "config",
  "explain",
  "rules",
  "server",
  "completion",
];

test.concurrent("--version prints the version and nothing else", async () => {
  const { status, stdout, stderr } = await lockstep(["--version"], { cwd: "/" });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: `${manifest.version}\n`, stderr: "" });
});

test.concurrent("--version loads only the first file", async () => {
  const { stdout } = await run(process.execPath, ["--import", listing, commandLine, "--version"], { cwd: "/" });
  expect(stdout.split("\n").filter((line) => line.endsWith(".mjs"))).toEqual([]);
  const help = await run(process.execPath, ["--import", listing, commandLine, "--help"], { cwd: "/" });
  expect(help.stdout).toContain("program.mjs");
});

/** Prints the address of every ES module that is loaded after it. */
const listing = `data:text/javascript,${encodeURIComponent(
  `import { register } from "node:module"; import { MessageChannel } from "node:worker_threads";
   const { port1, port2 } = new MessageChannel(); port1.on("message", (url) => process.stdout.write(url + "\\n")); port1.unref();
   register("data:text/javascript," + encodeURIComponent(\`let port; export function initialize(data) { port = data; }
   export async function load(url, context, next) { port.postMessage(url); return next(url, context); }\`), { data: port2, transferList: [port2] });`,
)}`;

test.concurrent("--help names every command, and each command's help has examples", async () => {
  const { status, stdout } = await lockstep(["--help"], { cwd: "/" });
  expect(status).toBe(0);
  for (const command of commands) expect(stdout).toMatch(new RegExp(`^  ${command}\\b`, "m"));
  const helps = await Promise.all(commands.map((command) => lockstep([command, "--help"], { cwd: "/" })));
  helps.forEach((help, index) => {
    expect(help.status).toBe(0);
    expect(help.stdout).toMatch(new RegExp(`Examples:\\n(?:.*\\n)*.*lockstep ${commands[index]}`));
  });
});

test.concurrent.for([
  [["chekc"], /unknown command 'chekc'; did you mean check\?/],
  [["check", "--frmat", "json"], /unknown option '--frmat'; did you mean --format\?/],
  [["check", "--format", "xml"], /--format.*pretty, json, sarif, github, junit, markdown/],
  [["check", "--fail-on", "worse"], /hint, information, warning, error/],
  [["check", "--today", "tomorrow"], /--today takes a date as YYYY-MM-DD, not “tomorrow”/],
  [["check", "--max-warnings", "few"], /--max-warnings takes a whole number/],
  [["check", "--output", "sarif"], /--output takes FORMAT=FILE/],
  [["check", "--output", "srif=x"], /did you mean sarif\?/],
  [["check", "--fix", "--staged"], /--staged and --fix do not go together/],
  [["check", "--stdin"], /--stdin-filename/],
  [["check", "nowhere", "*.nothing"], /nothing is found at nowhere, \*\.nothing/],
  [["check", "--since", "HEAD"], /--since needs a git repository/],
  [["model", "--format", "sarif"], /pretty, json/],
  [["explain", "shadow-plna"], /did you mean shadow-plan\?/],
  [["explain"], /missing required argument 'rule'/],
  [["config"], /--effective FILE/],
  [["server"], /--stdio/],
  [["completion", "tcsh"], /bash, zsh, fish/],
] as const)("bad use: %s", async ([args, expected]) => {
  const { status, stdout, stderr } = await lockstep(args, { cwd: folderWith({ "notes/a.md": minutes }) });
  expect(stderr).toMatch(expected);
  expect(stderr).toMatch(/^lockstep: [^\n]+\n$/);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
});

test.concurrent("a pipe that closes early ends the output without a word", async () => {
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`notes/${index}.md`, minutes]));
  const { stdout, stderr } = await run(
    "sh",
    ["-c", `"$0" "$1" check --format json | head -n 1`, process.execPath, commandLine],
    { cwd: folderWith(many) },
  );
  expect({ stdout, stderr }).toEqual({ stdout: "{\n", stderr: "" });
});

test.concurrent("an output that takes nothing is one line and status 2", async () => {
  const { status, stderr } = await run("sh", ["-c", '"$0" "$1" check > /dev/full', process.execPath, commandLine], {
    cwd: folderWith({ "notes/a.md": minutes }),
  });
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: "lockstep: the output cannot be written: the disk is full\n",
  });
});

test.concurrent("a file that cannot be written is one line and status 2, and leaves nothing behind", async () => {
  const cwd = folderWith({ "notes/a.md": minutes });
  openToAll(cwd);
  mkdirSync(join(cwd, "locked"), { mode: 0o555 });
  const { status, stderr } = await lockstep(["check", "--output", "json=locked/report.json"], { cwd, nobody: true });
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: "lockstep: locked/report.json cannot be written: no permission\n",
  });
  expect(readdirSync(join(cwd, "locked"))).toEqual([]);
});

test.concurrent("Ctrl-C ends it at once, without a stack trace", async () => {
  const many = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`notes/${index}.md`, minutes]));
  const child = spawn(process.execPath, [commandLine, "check", "--no-cache"], {
    cwd: folderWith(many),
    env: environment,
  });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    stderr += chunk;
  });
  setTimeout(() => child.kill("SIGINT"), 700);
  const signal = await new Promise((resolve) => child.on("close", (_code, by) => resolve(by)));
  expect({ signal, stderr }).toEqual({ signal: "SIGINT", stderr: "" });
});

test.concurrent("what cannot be read is said, and the rest is checked", async () => {
  const cwd = folderWith({ "notes/a.md": minutes, "notes/secret.md": minutes, "closed/b.md": minutes });
  openToAll(cwd);
  chmodSync(join(cwd, "notes/secret.md"), 0o000);
  chmodSync(join(cwd, "closed"), 0o000);
  mkdirSync(join(cwd, "notes/folder.md"));
  symlinkSync("loop.md", join(cwd, "notes/loop.md"));
  symlinkSync("..", join(cwd, "notes/up"));
  const { stdout, stderr } = await lockstep(["check", "--format", "json", ...today], { cwd, nobody: true });
  chmodSync(join(cwd, "closed"), 0o755);
  expect(findingsIn(stdout)).toEqual(["notes/a.md:3 decision-without-domain"]);
  expect(stderr.trim().split("\n").sort()).toEqual([
    "lockstep: closed was left out: no permission",
    "lockstep: notes/secret.md was left out: no permission",
  ]);
});

test.concurrent("a pipe, a large file and one in another encoding: each is said", async () => {
  const cwd = folderWith({
    "notes/latin.md": Buffer.from("# Caf\u00e9\n\nWe decided to ship weekly.\n", "latin1"),
    "notes/wide.md": Buffer.from(`\ufeff${minutes}`, "utf16le"),
    "notes/huge.md": Buffer.alloc(65 * 1024 * 1024, "a"),
  });
  await run("mkfifo", ["pipe.md"], { cwd });
  const { stdout, stderr } = await lockstep(["check", "--format", "json", ...today, ".", "pipe.md"], { cwd });
  expect(findingsIn(stdout)).toEqual([
    "notes/latin.md:3 decision-without-domain",
    "notes/wide.md:3 decision-without-domain",
  ]);
  expect(stderr.trim().split("\n").sort()).toEqual([
    "lockstep: notes/huge.md was left out: it is larger than 64 MB",
    "lockstep: notes/latin.md is not UTF-8: what could not be read of it counts as �",
    "lockstep: pipe.md was left out: it is no file",
  ]);
});

test.concurrent("names with spaces, signs and emoji are names", async () => {
  const names = ["a b.md", "#1.md", "50%.md", "🚀.md", "[x].md", "-n.md"];
  const cwd = folderWith({});
  write(join(cwd, "notes"), Object.fromEntries(names.map((name) => [name, minutes])));
  const { stdout } = await lockstep(["check", "--format", "json", ...today], { cwd });
  expect(findingsIn(stdout)).toEqual(names.sort().map((name) => `notes/${name}:3 decision-without-domain`));
  const one = await lockstep(["check", "--format", "json", ...today, "notes/[x].md"], { cwd });
  expect(findingsIn(one.stdout)).toEqual(["notes/[x].md:3 decision-without-domain"]);
});
