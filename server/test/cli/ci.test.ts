import { chmodSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { commandLine, commit, folderWith, git, read, repositoryWith, run, write } from "./support/command-line.js";
import { minutes } from "./support/documents.js";

const repository = join(import.meta.dirname, "../../..");

function definition(path: string): never {
  return parse(readFileSync(join(repository, path), "utf8")) as never;
}

/** A folder of programs for `PATH`: `lockstep` as it is shipped, and those given as shell scripts. */
function programs(scripts: Readonly<Record<string, string>> = {}): string {
  const all = { lockstep: `exec '${process.execPath}' '${commandLine}' "$@"`, ...scripts };
  const folder = folderWith(
    Object.fromEntries(Object.entries(all).map(([name, body]) => [name, `#!/bin/sh\n${body}\n`])),
  );
  for (const name of Object.keys(all)) chmodSync(join(folder, name), 0o755);
  return folder;
}

function pathWith(folder: string): { PATH: string } {
  return { PATH: `${folder}:${process.env.PATH}` };
}

interface Step {
  readonly name: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

/** Runs the shell steps of action.yml as a runner does, with these values for their expressions. */
async function runAction(cwd: string, bin: string, values: Readonly<Record<string, string>>, only: readonly string[]) {
  const { inputs, runs } = definition("action.yml") as Action;
  const temp = folderWith({ output: "", summary: "" });
  const known: Record<string, string> = { "runner.temp": temp, "github.repository": "acme/plans", ...values };
  for (const [name, { default: value = "" }] of Object.entries(inputs)) known[`inputs.${name}`] ??= value;
  const results: Record<string, Awaited<ReturnType<typeof run>>> = {};
  for (const { name, run: script, env = {} } of runs.steps) {
    if (script === undefined || !only.includes(name)) continue;
    expect(script).not.toContain("${{");
    known["steps.check.outputs.status"] = /status=(\d+)/.exec(read(temp, "output"))?.[1] ?? "";
    const filled = Object.entries(env).map(([key, value]) => [
      key,
      value.replace(/\$\{\{ *([^} ]+) *\}\}/g, (_, expression: string) => known[expression] ?? ""),
    ]);
    results[name] = await run("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], {
      cwd,
      env: {
        ...Object.fromEntries(filled),
        ...pathWith(bin),
        GITHUB_OUTPUT: join(temp, "output"),
        GITHUB_STEP_SUMMARY: join(temp, "summary"),
      },
    });
  }
  return { results, temp };
}

test("the action annotates what the pull request caused, and leaves all findings for code scanning", async () => {
  const origin = repositoryWith({ "notes/a.md": minutes, "other/notes/z.md": minutes });
  const base = git(origin, "rev-parse", "HEAD").trim();
  git(origin, "checkout", "--quiet", "-b", "work");
  write(origin, { "notes/b c.md": minutes });
  commit(origin, "Work");
  // As actions/checkout does: one commit deep, without the base.
  const cwd = folderWith();
  git(origin, "config", "uploadpack.allowAnySHA1InWant", "true");
  git(cwd, "clone", "--quiet", "--depth", "1", "--branch", "work", `file://${origin}`, ".");
  const { results, temp } = await runAction(
    cwd,
    programs(),
    { "github.event.pull_request.base.sha": base, "inputs.paths": "notes\nother\n" },
    ["Check", "Result"],
  );
  expect(results.Check).toMatchObject({ status: 0, stderr: "" });
  expect(results.Check?.stdout.trim().split("\n")).toEqual([
    expect.stringMatching(/^::warning file=notes\/b c\.md,line=3/),
  ]);
  const sarif = JSON.parse(read(temp, "lockstep.sarif")) as { runs: { results: unknown[] }[] };
  expect(sarif.runs[0]?.results).toHaveLength(3);
  expect(read(temp, "summary")).toMatch(/^<!-- lockstep -->\n/);
  expect(results.Result?.status).toBe(1);
});

test("the action passes where nothing is wrong, and without a pull request checks everything", async () => {
  const clean = await runAction(repositoryWith({ "notes/a.md": "# Minutes\n" }), programs(), {}, ["Check", "Result"]);
  expect(clean.results.Result?.status).toBe(0);
  const wrong = await runAction(repositoryWith({ "notes/a.md": minutes }), programs(), { "inputs.fail-on": "error" }, [
    "Check",
    "Result",
  ]);
  expect(wrong.results.Check?.stdout).toContain("::warning file=notes/a.md");
  expect(wrong.results.Result?.status).toBe(0);
  const misused = await runAction(repositoryWith({}), programs(), { "inputs.paths": "nowhere" }, ["Check"]);
  expect(misused.results.Check).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^lockstep: nothing is found at nowhere/),
  });
});

test("the action makes one comment and then updates it", async () => {
  // Stands for GitHub: keeps one comment's text in a file, lists its id once it is there, and writes down what is asked.
  const state = folderWith({ calls: "" });
  const gh = [
    `echo "$*" >> '${state}/calls'`,
    `case "$*" in`,
    `  *"--method POST"*|*"--method PATCH"*) for argument; do case $argument in body=@*) cp "\${argument#body=@}" '${state}/comment' ;; esac; done ;;`,
    `  *) if [ -e '${state}/comment' ]; then echo 42; fi ;;`,
    "esac",
  ].join("\n");
  const cwd = repositoryWith({ "notes/a.md": minutes });
  const bin = programs({ gh });
  const values = { "github.event.pull_request.number": "7" };
  for (let time = 0; time < 2; time += 1) {
    const { results } = await runAction(cwd, bin, values, ["Check", "Comment"]);
    expect(results.Comment).toMatchObject({ status: 0, stderr: "" });
  }
  const changes = read(state, "calls")
    .split("\n")
    .filter((call) => call.includes("--method"));
  expect(changes).toEqual([
    expect.stringMatching(/^api --method POST repos\/acme\/plans\/issues\/7\/comments --field body=@/),
    expect.stringMatching(/^api --method PATCH repos\/acme\/plans\/issues\/comments\/42 --field body=@/),
  ]);
  expect(read(state, "comment")).toMatch(/^<!-- lockstep -->\n/);
});

test("the GitLab job reports what the merge request caused", async () => {
  const { lockstep } = definition("templates/gitlab/lockstep.yml") as {
    lockstep: { variables: Record<string, string>; script: string[] };
  };
  const cwd = repositoryWith({ "notes/a.md": minutes });
  const base = git(cwd, "rev-parse", "HEAD").trim();
  write(cwd, { "notes/b.md": minutes });
  commit(cwd, "Work");
  const job = (env: Readonly<Record<string, string>>) =>
    run("sh", ["-ec", lockstep.script.join("\n")], {
      cwd,
      env: { ...lockstep.variables, ...pathWith(programs({ npm: "exit 0" })), ...env },
    });
  const request = await job({ CI_MERGE_REQUEST_DIFF_BASE_SHA: base });
  expect(request).toMatchObject({ status: 1, stderr: "" });
  expect(read(cwd, "lockstep.xml")).toContain('<testsuite name="notes/b.md"');
  expect(read(cwd, "lockstep.xml")).not.toContain("notes/a.md");
  expect((await job({})).stdout).toContain("notes/a.md");
  expect(read(cwd, "lockstep.xml")).toContain("notes/a.md");
});

test("git’s own hook refuses what the commit makes wrong, and lets the rest pass", async () => {
  const cwd = repositoryWith({ "notes/old.md": minutes });
  write(cwd, { ".git/hooks/pre-commit": "#!/bin/sh\nexec lockstep check --staged\n" });
  chmodSync(join(cwd, ".git/hooks/pre-commit"), 0o755);
  const env = pathWith(programs());
  write(cwd, { "notes/new.md": minutes });
  git(cwd, "add", "--all");
  const refused = await run("git", ["commit", "--message", "New"], { cwd, env });
  expect(refused.status).toBe(1);
  expect(refused.stdout + refused.stderr).toContain("notes/new.md");
  expect(refused.stdout + refused.stderr).not.toContain("notes/old.md");
  write(cwd, { "notes/new.md": "# Minutes\n" });
  expect((await run("git", ["commit", "--all", "--message", "New"], { cwd, env })).status).toBe(0);
});

test("pre-commit runs the hooks of .pre-commit-hooks.yaml", async () => {
  const there = await run("sh", ["-c", "command -v pre-commit"], { cwd: "/" });
  if (there.status !== 0) {
    console.warn("pre-commit is not installed: its hook was not tried in it (Debian: apt-get install pre-commit)");
    return;
  }
  const hooks = definition(".pre-commit-hooks.yaml") as Record<string, unknown>[];
  // The hook as it is shipped, but taken from PATH: how pre-commit installs a package is not what is tried.
  const local = hooks.map((hook) => ({ ...hook, language: "system" }));
  const cwd = repositoryWith({
    "notes/old.md": minutes,
    ".pre-commit-config.yaml": JSON.stringify({ repos: [{ repo: "local", hooks: local.slice(0, 1) }] }),
  });
  const env = pathWith(programs());
  expect((await run("pre-commit", ["install"], { cwd, env })).status).toBe(0);
  write(cwd, { "notes/new.md": minutes });
  git(cwd, "add", "--all");
  const refused = await run("git", ["commit", "--message", "New"], { cwd, env });
  expect(refused.status).toBe(1);
  expect(refused.stdout + refused.stderr).toMatch(/notes\/new\.md\n(?:.*\n)*.*decision-without-domain/);
  expect(refused.stdout + refused.stderr).not.toContain("notes/old.md");
  write(cwd, { "notes/new.md": "# Minutes\n", "code.txt": "x" });
  git(cwd, "add", "--all");
  expect((await run("git", ["commit", "--message", "New"], { cwd, env })).status).toBe(0);
  write(cwd, { ".pre-commit-config.yaml": JSON.stringify({ repos: [{ repo: "local", hooks: local.slice(1) }] }) });
  git(cwd, "add", "--all");
  const all = await run("pre-commit", ["run", "--all-files"], { cwd, env });
  expect(all.stdout).toContain("notes/old.md");
});

test("the README’s lines for CI accept what is there, and fail on what is new", async () => {
  const readme = readFileSync(join(repository, "README.md"), "utf8");
  const lines = /^In CI, .*?```sh\n(.*?)```/ms.exec(readme)?.[1]?.trim().split("\n") ?? [];
  expect(lines).toHaveLength(3);
  const cwd = folderWith({ "notes/old.md": minutes });
  // `npx lockstep` takes the package that is installed.
  const env = pathWith(programs({ npx: 'exec "$@"' }));
  for (const line of lines) {
    const { status, stderr } = await run("sh", ["-ec", line], { cwd, env });
    expect([line, status, stderr.includes("mistake")]).toEqual([line, 0, false]);
  }
  write(cwd, { "notes/new.md": minutes });
  const refused = await run("sh", ["-ec", lines[2] ?? ""], { cwd, env });
  expect(refused.status).toBe(1);
  expect(refused.stdout).toContain("notes/new.md");
  expect(refused.stdout).not.toContain("notes/old.md");
});

test("one name of the repository everywhere", () => {
  const { url } = (definition("package.json") as { repository: { url: string } }).repository;
  const own = new URL(url).pathname.slice(1);
  const texts = ["README.md", "docs/ci.md", "docs/cli.md", "templates/gitlab/lockstep.yml"].map((path) =>
    readFileSync(join(repository, path), "utf8"),
  );
  const named = texts.flatMap((text) =>
    [...text.matchAll(/(?:github\.com\/|githubusercontent\.com\/|uses: )([\w-]+\/lockstep)\b/g)].map(
      (match) => match[1],
    ),
  );
  expect(named.length).toBeGreaterThan(3);
  expect(new Set(named)).toEqual(new Set([own]));
});
