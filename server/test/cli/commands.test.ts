import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commandLine, environment, folderWith, lockstep, read, run, write } from "./support/command-line.js";
import { findingsIn, minutes, today, twoPlans } from "./support/documents.js";

const charter =
  "# Charter\n\n| Role | Person |\n| --- | --- |\n| VP Product | Priya Nair (@priya) |\n| VP Engineering | Amelia Chen (@amelia) |\n";

test("configuration above the folder counts, and its problems are said where they are", async () => {
  const cwd = folderWith({
    ".lockstep.yaml": "rules:\n  decision-without-domain: error\n  no-such-rule: off\n",
    "plans/notes/a.md": minutes,
  });
  const { stdout } = await lockstep(["check", "--format", "json", ...today], { cwd: join(cwd, "plans") });
  expect(findingsIn(stdout)).toEqual(["../.lockstep.yaml:3 invalid-config", "notes/a.md:3 decision-without-domain"]);
  write(cwd, { "plans/.lockstep.yaml": "root: true\n" });
  const alone = await lockstep(["check", "--format", "json", ...today], { cwd: join(cwd, "plans") });
  expect(findingsIn(alone.stdout)).toEqual(["notes/a.md:3 decision-without-domain"]);
});

test("model prints paths from where it runs", async () => {
  const cwd = folderWith({ ".lockstep.yaml": "rules: {}\n", "plans/notes/a.md": minutes });
  const { stdout } = await lockstep(["model", "--format", "json", ...today], { cwd: join(cwd, "plans") });
  expect(JSON.parse(stdout)).toMatchObject({
    documents: [{ path: "notes/a.md" }],
    decisions: [{ path: "notes/a.md", status: "decided", ownedBy: "none" }],
  });
});

test("config --effective says each value and where it comes from", async () => {
  const cwd = folderWith({
    ".lockstep.yaml": "rules:\n  decision-stalled: { days: 21 }\n",
    "plans/.lockstep.yaml": "rules: { wording-sides: off }\n",
  });
  const { status, stdout } = await lockstep(["config", "--effective", "plans/notes/later.md"], { cwd });
  expect(status).toBe(0);
  expect(stdout).toContain("# Settings in force for plans/notes/later.md\n");
  expect(stdout).toMatch(/decision-stalled:\n.*severity: warning {2}# default\n.*days: 21 {2}# \.lockstep\.yaml:2\n/);
  expect(stdout).toMatch(/wording-sides:\n.*severity: off {2}# plans\/\.lockstep\.yaml:1\n/);
  const json = await lockstep(["config", "--effective", "plans/x.md", "--format", "json"], { cwd });
  expect(JSON.parse(json.stdout)).toMatchObject({ version: 1, path: "plans/x.md" });
});

test("rules lists all, explain prints a rule’s page and options", async () => {
  const { stdout } = await lockstep(["rules", "--format", "json"], { cwd: "/" });
  const { rules } = JSON.parse(stdout) as { rules: { id: string }[] };
  expect(rules.length).toBeGreaterThan(35);
  const pretty = await lockstep(["rules"], { cwd: "/" });
  for (const { id } of rules) expect(pretty.stdout).toContain(`  ${id} `);
  const page = await lockstep(["explain", "decision-stalled"], { cwd: "/" });
  expect(page.stdout).toMatch(/^# decision-stalled\n/);
  expect(page.stdout).toMatch(/- `days` \(integer, 14\): /);
});

test("init writes the domains and people found, and never over what is there", async () => {
  const cwd = folderWith({ "charter.md": charter, "notes/a.md": minutes });
  const { status, stdout } = await lockstep(["init"], { cwd });
  expect({ status, stdout }).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^\.lockstep\.yaml: 2 domains, 2 names/),
  });
  expect(read(cwd, ".lockstep.yaml")).toContain("engineering:\n    leads:\n      - Amelia Chen <@amelia>\n");
  const check = await lockstep(["check", "--format", "json", ...today], { cwd });
  expect(findingsIn(check.stdout).filter((finding) => finding.includes("invalid-config"))).toEqual([]);
  const again = await lockstep(["init"], { cwd });
  expect(again).toMatchObject({ status: 2, stdout: "", stderr: expect.stringMatching(/is there already/) });
  const dry = await lockstep(["init", "--dry-run"], { cwd: folderWith({ "notes/a.md": minutes }) });
  expect(dry.stdout).toContain("domains:\n  product: {}\n  engineering: {}\n");
});

/** Runs in a terminal of its own (`script` of util-linux) and types the answers, each when it is asked for. */
function inTerminal(command: string, cwd: string, answers: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn("script", ["-qec", command, "/dev/null"], { cwd, env: { ...environment, TERM: "xterm" } });
    let screen = "";
    let asked = 0;
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      screen += chunk;
      const questions = screen.match(/\]: /g)?.length ?? 0;
      while (asked < questions && asked < answers.length) child.stdin.write(answers[asked++] ?? "");
    });
    child.on("close", () => resolve(screen));
  });
}

test("init asks on a terminal, and writes the answers", async () => {
  const cwd = folderWith({ "charter.md": charter });
  const command = `${process.execPath} ${commandLine} init`;
  await inTerminal(command, cwd, ["product, engineering, legal\r", "\r", "\r", "Zoe Brandt\r", "y\r"]);
  const written = read(cwd, ".lockstep.yaml");
  expect(written).toContain("legal:\n    leads:\n      - Zoe Brandt\n");
  expect(written).toContain("- Priya Nair <@priya>\n");
  const declined = folderWith({ "charter.md": charter });
  await inTerminal(command, declined, ["\r", "\r", "\r", "n\r"]);
  expect(existsSync(join(declined, ".lockstep.yaml"))).toBe(false);
  const ended = folderWith({ "charter.md": charter });
  const screen = await inTerminal(command, ended, ["\u0003"]);
  expect(existsSync(join(ended, ".lockstep.yaml"))).toBe(false);
  expect(screen).not.toMatch(/ at .*\.m?js/);
});

test("a terminal sees colours, and how far a long reading is", async () => {
  const many = Object.fromEntries(Array.from({ length: 1500 }, (_, index) => [`notes/${index}.md`, minutes.repeat(3)]));
  const screen = await inTerminal(`${process.execPath} ${commandLine} check --no-cache`, folderWith(many), []);
  expect(screen).toContain("\u001b[33mwarning");
  expect(screen).toMatch(/Reading \d+ of 1500 documents/);
});

test("--watch checks again when something changes, until it is ended", async () => {
  const cwd = folderWith({ "notes/a.md": minutes, ...twoPlans });
  const child = spawn(process.execPath, [commandLine, "check", "--watch", "--format", "json", ...today], {
    cwd,
    env: environment,
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    output += chunk;
  });
  const reports = () => output.split(/(?<=^\}\n)/m).filter((part) => part.endsWith("\n}\n"));
  const until = async (number: number) => {
    while (reports().length < number) await new Promise((resolve) => setTimeout(resolve, 50));
    return findingsIn(reports()[number - 1] ?? "");
  };
  expect(await until(1)).toContain("notes/a.md:3 decision-without-domain");
  write(cwd, { "notes/a.md": "# Minutes\n" });
  expect(await until(2)).not.toContain("notes/a.md:3 decision-without-domain");
  write(cwd, { ".lockstep.yaml": "rules: { plan-conflict: off }\n" });
  expect(await until(3)).toEqual([]);
  child.kill("SIGINT");
  expect(await new Promise((resolve) => child.on("close", (_code, signal) => resolve(signal)))).toBe("SIGINT");
});

test("server --stdio speaks the language server protocol", async () => {
  const child = spawn(process.execPath, [commandLine, "server", "--stdio"], { cwd: folderWith(), env: environment });
  const send = (content: object) => {
    const body = JSON.stringify({ jsonrpc: "2.0", ...content });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  let output = "";
  const answered = (id: number) =>
    new Promise<void>((resolve) => {
      child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
        output += chunk;
        if (output.includes(`"id":${id},"result"`)) resolve();
      });
    });
  const ended = new Promise((resolve) => child.on("close", resolve));
  send({ id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } });
  await answered(1);
  expect(output).toContain('"serverInfo":{"name":"Lockstep"');
  send({ method: "initialized", params: {} });
  send({ id: 2, method: "shutdown" });
  await answered(2);
  send({ method: "exit" });
  expect(await ended).toBe(0);
});

test("bash completes commands, options, their values, rules and files", async () => {
  const { stdout: script } = await lockstep(["completion", "bash"], { cwd: "/" });
  const cwd = folderWith({ "bash.sh": script, "plans/a.md": "" });
  const complete = async (...words: string[]) => {
    const typed = `source ./bash.sh; COMP_WORDS=(lockstep ${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length}; _lockstep; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = await run("bash", ["-c", typed], { cwd });
    expect(stderr).toBe("");
    return stdout.trim().split("\n");
  };
  expect(await complete("ch")).toEqual(["check"]);
  expect(await complete("check", "--fix")).toEqual(["--fix", "--fix-dry-run"]);
  expect(await complete("check", "--format", "s")).toEqual(["sarif"]);
  expect(await complete("check", "pl")).toEqual(["plans"]);
  expect(await complete("explain", "shadow")).toEqual(["shadow-plan"]);
});

test.for(["zsh", "fish"])("%s reads its completions where it is installed", async (shell) => {
  const { status, stdout } = await lockstep(["completion", shell], { cwd: "/" });
  expect(status).toBe(0);
  for (const word of ["check", "stdin-filename", "shadow-plan", "sarif"]) expect(stdout).toContain(word);
  const cwd = folderWith({ script: stdout });
  const there = await run("sh", ["-c", `command -v ${shell}`], { cwd });
  if (there.status !== 0) {
    console.warn(`${shell} is not installed: its completions were not tried in it`);
    return;
  }
  expect(await run(shell, ["-n", "script"], { cwd })).toEqual({ status: 0, stdout: "", stderr: "" });
});
