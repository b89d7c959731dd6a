import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { commandLine, environment, folderWith, repositoryWith, run } from "../cli/support/command-line.js";
import { findingsIn, minutes, today, twoPlans } from "../cli/support/documents.js";
import { serverFile } from "../server/support/client.js";

const execute = promisify(execFile);
const repository = join(import.meta.dirname, "../../..");
const minute = 60_000;

/** Loaded before the program: names of what must not be used, and an end with status 97 to whoever tries. */
const forbid = `
const forbidden = (name) => () => {
  require("node:fs").writeSync(2, "FORBIDDEN " + name + "\\n");
  process.exit(97);
};
for (const [name, functions] of Object.entries({
  net: ["connect", "createConnection", "createServer"],
  tls: ["connect", "createServer"],
  dgram: ["createSocket"],
  dns: ["lookup", "resolve", "resolve4", "resolve6"],
  http: ["request", "get", "createServer"],
  https: ["request", "get", "createServer"],
  http2: ["connect", "createServer"],
  child_process: process.env.ALLOW_GIT ? ["exec", "execSync", "execFile", "execFileSync", "fork", "spawnSync"] : ["exec", "execSync", "execFile", "execFileSync", "fork", "spawn", "spawnSync"],
})) {
  const module = require("node:" + name);
  for (const each of functions) module[each] = forbidden(name + "." + each);
}
require("node:net").Socket.prototype.connect = forbidden("Socket.connect");
globalThis.fetch = forbidden("fetch");
globalThis.WebSocket = forbidden("WebSocket");
const { spawn } = require("node:child_process");
if (process.env.ALLOW_GIT)
  require("node:child_process").spawn = (program, args, options) => {
    if (program !== "git" || !Array.isArray(args) || options.shell) forbidden("spawn " + program)();
    return spawn(program, args, options);
  };
require("node:module").syncBuiltinESMExports();
`;

/** Whatever in a document or a configuration could be taken for something to fetch or to run. */
const tempting = `---
owner: "!!js/function 'function () { require(\\"child_process\\").execSync(\\"id\\") }'"
include: http://127.0.0.1:9/x.yaml
---
# Minutes, 1 June 2026

![pixel](http://127.0.0.1:9/p.png) <img src="https://example.org/p.png"> [a](command:workbench.action.terminal.new)

We decided to use \`$(id)\`, see https://example.org/plan.md and [plan](http://127.0.0.1:9/plan.md).

Decision: \${jndi:ldap://127.0.0.1/a} {{constructor.constructor("return process")()}} \`touch /tmp/x\`

<script src="https://example.org/x.js"></script> <iframe src="file:///etc/passwd"></iframe>

[file]: file:///etc/passwd
[share]: \\\\\\\\127.0.0.1\\\\share\\\\x.md
`;
const files = {
  ...twoPlans,
  "notes/2026-06-01.md": tempting,
  "notes/; touch x.md": minutes,
  "notes/$(id).md": minutes,
  ".lockstep.yaml": `domains: { product: { leads: ["$(id)", "http://127.0.0.1:9/"] } }\nextends: http://127.0.0.1:9/c.yaml\nplugins: [./evil.js]\n`,
  "evil.js": "require('node:fs').writeFileSync('ran', '')",
};

async function guarded(args: readonly string[], cwd: string, env: Record<string, string> = {}) {
  const preload = join(folderWith({ "forbid.cjs": forbid }), "forbid.cjs");
  return run(process.execPath, ["--require", preload, commandLine, ...args], { cwd, env: { ...env } });
}

test("the guard itself stops a program that connects, and one that starts another", async () => {
  const cwd = folderWith({
    "connects.mjs": 'import { connect } from "node:net"; connect(9);',
    "starts.cjs": 'require("node:child_process").execSync("id");',
    "forbid.cjs": forbid,
  });
  for (const name of ["connects.mjs", "starts.cjs"])
    expect((await run(process.execPath, ["--require", "./forbid.cjs", name], { cwd })).status, name).toBe(97);
});

test(
  "no command connects or starts anything because of what documents hold",
  async () => {
    const cwd = folderWith(files);
    for (const args of [
      ["check", "--format", "json", ...today],
      ["check", "--format", "sarif", "--all", ...today],
      ["model", "--all", "--format", "json", ...today],
      ["check", "--fix-dry-run", ...today],
      ["config", "--effective", "notes/2026-06-01.md"],
    ]) {
      const { status, stderr } = await guarded(args, cwd);
      expect(stderr, args.join(" ")).not.toContain("FORBIDDEN");
      expect([0, 1], args.join(" ")).toContain(status);
    }
    expect(existsSync(join(cwd, "ran"))).toBe(false);
    expect(findingsIn((await guarded(["check", "--format", "json", ...today], cwd)).stdout).length).toBeGreaterThan(2);
  },
  2 * minute,
);

test(
  "where git is asked for, git is all that is started, by argument vector",
  async () => {
    const cwd = repositoryWith({ ...files, "notes/c.md": "# Minutes\n" });
    const before = await guarded(["check", "--since", "HEAD", "--format", "json", ...today], cwd);
    expect(before.stderr).toContain("FORBIDDEN child_process.spawn");
    const { status, stderr } = await guarded(["check", "--since", "HEAD", "--format", "json", ...today], cwd, {
      ALLOW_GIT: "1",
    });
    expect(stderr).not.toContain("FORBIDDEN");
    expect(status).toBe(0);
    // A name that would be an option, or a command in a shell.
    for (const name of ["--output=x", "$(touch x)", "; touch x", "-c core.pager=touch"]) {
      const run = await guarded(["check", `--since=${name}`, ...today], cwd, { ALLOW_GIT: "1" });
      expect(run.status, name).toBe(2);
      expect(existsSync(join(cwd, "x")), name).toBe(false);
    }
  },
  minute,
);

test("the language server reads a workspace with network and processes forbidden", async () => {
  const { startClient } = await import("../server/support/client.js");
  const preload = join(folderWith({ "forbid.cjs": forbid }), "forbid.cjs");
  const client = await startClient({ files, nodeOptions: ["--require", preload] });
  const diagnostics = await client.until(async () => {
    const found = await client.diagnostics("notes/$(id).md");
    return found.length > 0 && found;
  });
  expect(diagnostics.length).toBeGreaterThan(0);
  expect(await client.stop()).toBe(0);
  expect(existsSync(serverFile)).toBe(true);
});

/** Loaded before the program: notes each file that is asked for by its name. */
const watch = `
const fs = require("node:fs");
const say = (path) => fs.writeSync(2, "OPENED " + path + "\\n");
for (const [where, names] of [[fs, ["readFileSync", "openSync", "createReadStream", "readFile", "open"]], [fs.promises, ["readFile", "open"]]])
  for (const name of names) {
    const original = where[name];
    where[name] = (path, ...rest) => (typeof path === "number" || say(path), original.call(where, path, ...rest));
  }
require("node:module").syncBuiltinESMExports();
`;

test("no file outside the folder is opened because a document or its configuration names it", async () => {
  const outside = folderWith({ "secret.md": minutes, "accepted.json": "{}", "c.yaml": "" });
  const names = ["secret.md", "accepted.json", "c.yaml"].map((name) => join(outside, name));
  const links = [
    ...names,
    ...names.map((name) => `../../../../../..${name}`),
    ...names.map((name) => `file://${name}`),
  ];
  const cwd = folderWith({
    ...files,
    "notes/links.md": `---\ninclude: ${names[0]}\nsupersedes: ${names[0]}\n---\n# Minutes\n\n${links
      .map((link) => `We decided as in [this](${link}) and ![that](${link}) and <${link}>.\n\n[${link}]: ${link}\n`)
      .join("\n")}`,
    ".lockstep.yaml": `extends: ${names[2]}\nbaseline: ../../../../../..${names[1]}\n`,
  });
  const preload = join(folderWith({ "watch.cjs": watch }), "watch.cjs");
  const { status, stderr } = await run(
    process.execPath,
    ["--require", preload, commandLine, "check", "--cache-location", join(cwd, "cache"), ...today],
    { cwd },
  );
  expect(status).toBe(1);
  const opened = [...stderr.matchAll(/^OPENED (.*)$/gm)].map(([, path = ""]) => path);
  expect(opened.some((path) => path === join(cwd, "notes/links.md"))).toBe(true);
  expect(opened.filter((path) => path.includes(outside))).toEqual([]);
});

test("packages come by the lock file alone: exact versions, each with its checksum, none that is bundled with a script to install", () => {
  const json = (name: string) => JSON.parse(readFileSync(join(repository, name), "utf8"));
  for (const name of ["package.json", "client/package.json", "server/package.json"]) {
    const { dependencies = {}, devDependencies = {} } = json(name) as Record<string, Record<string, string>>;
    for (const [wanted, version] of Object.entries({ ...dependencies, ...devDependencies }))
      expect(version, `${name}: ${wanted}`).toMatch(/^\d+\.\d+\.\d+/);
  }
  const { packages } = json("package-lock.json") as {
    packages: Record<string, { link?: true; integrity?: string; hasInstallScript?: true }>;
  };
  const installed = Object.entries(packages).filter(([path, { link }]) => path.includes("node_modules/") && !link);
  expect(installed.length).toBeGreaterThan(300);
  expect(installed.filter(([, { integrity }]) => !integrity?.startsWith("sha512-")).map(([path]) => path)).toEqual([]);
  const bundled = [
    ...readFileSync(join(repository, "THIRD-PARTY-NOTICES.txt"), "utf8").matchAll(/^(\S+) [\d.]+\S* \(/gm),
  ];
  expect(bundled.length).toBeGreaterThan(50);
  const scripted = installed
    .filter(([, one]) => one.hasInstallScript)
    .map(([path]) => path.replace(/^.*node_modules\//, ""));
  expect(bundled.map(([, name]) => name).filter((name) => scripted.includes(name ?? ""))).toEqual([]);
});

test("no code asks for the network, telemetry, or a shell", () => {
  const sources = ["server/src", "client/src"].flatMap((folder) =>
    readdirSync(join(repository, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => join(folder, name)),
  );
  const asking = sources.filter((name) => {
    const text = readFileSync(join(repository, name), "utf8");
    return /\bnode:(?:https?|http2|net|tls|dgram|dns|child_process)\b|(?<![#.])\bfetch\(|XMLHttpRequest|WebSocket|TelemetryLogger|sendTelemetry|shell: true|\beval\(|new Function\(/.test(
      text,
    );
  });
  // The one place from which a program is started.
  expect(asking).toEqual([join("server/src/node/git.ts")]);
});

test(
  "the licences of all that is bundled stand in the notice file",
  async () => {
    await execute(process.execPath, ["scripts/build.mjs", "--check-notices"], {
      cwd: repository,
      env: { ...process.env, ...environment },
    });
    const text = readFileSync(join(repository, "THIRD-PARTY-NOTICES.txt"), "utf8");
    for (const name of ["remark-parse", "yaml", "vscode-languageserver", "micromark"])
      expect(text).toMatch(new RegExp(`^${name} [\\d.]+ \\(`, "m"));
    expect(readFileSync(join(repository, ".vscodeignore"), "utf8")).toContain("!THIRD-PARTY-NOTICES.txt");
  },
  minute,
);
