import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { PassThrough } from "node:stream";
import { pathToFileURL } from "node:url";
import remarkParse from "remark-parse";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { engine } from "unified-engine";
import { beforeAll, expect, test } from "vitest";
import type * as Api from "../../src/library/api.js";
import { commandLine, folderWith, run, write } from "./support/command-line.js";
import { minutes, twoPlans } from "./support/documents.js";

const repository = join(import.meta.dirname, "../../..");
const lib = join(dirname(commandLine), "lib");
let api: typeof Api;

beforeAll(async () => {
  api = await import(pathToFileURL(join(lib, "api.mjs")).href);
}, 60_000);

/** Runs unified-engine as remark-cli does, with the plugin by its path. */
function remark(cwd: string, files: readonly string[]): Promise<{ code: number | undefined; report: string }> {
  const streamError = new PassThrough();
  const streamOut = new PassThrough();
  const chunks: Buffer[] = [];
  streamError.on("data", (chunk: Buffer) => chunks.push(chunk));
  streamOut.resume();
  return new Promise((resolve, reject) => {
    engine(
      {
        processor: unified().use(remarkParse).use(remarkStringify),
        ...{ cwd, files: [...files], extensions: ["md"], streamError, streamOut, output: false, color: false },
        plugins: [[join(lib, "remark.mjs"), { today: "2026-06-15" }]],
      },
      (error, code) => (error ? reject(error) : resolve({ code, report: Buffer.concat(chunks).toString("utf8") })),
    );
  });
}

test("remark: findings are messages of the file, those about another document too", async () => {
  const cwd = folderWith({ "notes/a.md": minutes, ...twoPlans });
  const { code, report } = await remark(cwd, ["."]);
  expect(code).toBe(0);
  expect(report).toMatch(
    /notes\/a\.md\n3:1-3:27\s+warning\s+The decision “We decided to ship weekly”.*\s+decision-without-domain\s+lockstep/,
  );
  expect(report).toMatch(/product\/roadmap\.md\n5:22-5:36\s+warning .*plan-conflict\s+lockstep/);
  write(cwd, { ".lockstep.yaml": "rules: { decision-without-domain: error }\n" });
  expect((await remark(cwd, ["notes/a.md"])).code).toBe(1);
});

test("remark: what the pipeline holds counts for its own file only", async () => {
  const cwd = folderWith({ "notes/a.md": "# Minutes\n", "notes/b.md": minutes });
  const { default: remarkLockstep } = await import(pathToFileURL(join(lib, "remark.mjs")).href);
  const processor = unified().use(remarkParse).use(remarkStringify).use(remarkLockstep, { today: "2026-06-15" });
  const { VFile } = await import("vfile");
  const check = async (path: string, value: string) => {
    const file = new VFile({ path: join(cwd, path), cwd, value });
    await processor.process(file);
    return file.messages.map(({ ruleId, line, column, source, fatal }) => ({ ruleId, line, column, source, fatal }));
  };
  const expected = { ruleId: "decision-without-domain", line: 3, column: 1, source: "lockstep", fatal: false };
  expect(await check("notes/a.md", minutes)).toEqual([expected]);
  expect(await check("notes/a.md", "# Minutes\n")).toEqual([]);
  expect(await check("notes/new.md", minutes)).toEqual([expected]);
  expect(await check("../outside.md", minutes)).toEqual([]);
});

test("check and model read files as the command line does", async () => {
  const cwd = folderWith({ "notes/a.md": minutes, ".lockstep.yaml": "rules: { decision-without-domain: error }\n" });
  const result = await api.check(["."], { cwd, today: "2026-06-15" });
  expect(result).toMatchObject({ version: 1, root: cwd, documents: 1, summary: { error: 1 } });
  expect(Object.keys(result.findings[0] ?? {}).sort()).toEqual([
    "fixes",
    "message",
    "path",
    "range",
    "related",
    "rule",
    "severity",
  ]);
  expect(await api.model(["notes"], { cwd })).toMatchObject({ root: cwd, decisions: [{ path: "notes/a.md" }] });
  await expect(api.check(["nowhere"], { cwd })).rejects.toThrow("Nothing is found at nowhere.");
  await expect(api.check(["."], { cwd, today: "soon" })).rejects.toThrow(RangeError);
});

test("a service holds documents in memory and follows their changes", () => {
  const service = api.createService({ today: "2026-06-15" });
  for (const [path, text] of Object.entries(twoPlans)) service.setDocument(path, text);
  expect(service.findings("product/roadmap.md").map(({ rule }) => rule)).toEqual(["plan-conflict"]);
  service.setConfiguration(".lockstep.yaml", "rules: { plan-conflict: hint }\n");
  expect(service.check().summary).toEqual({ error: 0, warning: 0, information: 0, hint: 2 });
  expect(service.model().items.map(({ title }) => title)).toContain("Timetable import");
  service.deleteDocument("engineering/roadmap.md");
  expect(service.findings("product/roadmap.md").map(({ rule }) => rule)).not.toContain("plan-conflict");
  expect(api.rules.map(({ id }) => id)).toContain("plan-conflict");
});

test("the tarball installs alone, runs, and its types hold under strict settings", async () => {
  const cwd = folderWith({ "notes/a.md": minutes, "package.json": '{ "private": true }' });
  const tarball = execFileSync(process.execPath, [join(repository, "scripts/pack-npm.mjs"), cwd], {
    encoding: "utf8",
  }).trim();
  const install = ["install", "--offline", "--no-audit", "--no-fund", "--ignore-scripts", tarball];
  expect(await run("npm", install, { cwd })).toMatchObject({ status: 0 });
  expect(await run("npm", ["ls", "--all", "--parseable"], { cwd })).toMatchObject({
    stdout: `${cwd}\n${join(cwd, "node_modules/lockstep")}\n`,
  });
  const check = await run(
    join(cwd, "node_modules/.bin/lockstep"),
    ["check", "--format", "github", "--today", "2026-06-15"],
    { cwd },
  );
  expect(check).toMatchObject({ status: 1, stdout: expect.stringMatching(/^::warning file=notes\/a\.md,line=3/) });
  write(cwd, {
    "use.mts": [
      'import { check, createService, type FindingOutput, rules } from "lockstep";',
      'import remarkLockstep from "lockstep/remark";',
      'const service = createService({ today: "2026-06-15" });',
      'service.setDocument("notes/a.md", "# Minutes");',
      'const findings: FindingOutput[] = service.findings("notes/a.md");',
      'const { documents } = await check(["."]);',
      "console.log(findings.length, documents, typeof remarkLockstep({ all: true }), rules.length > 30);",
      "",
    ].join("\n"),
    "tsconfig.json": JSON.stringify({
      compilerOptions: {
        ...{ module: "NodeNext", target: "ES2022", lib: ["ES2022"], types: [], strict: true, skipLibCheck: false },
      },
      files: ["use.mts", "globals.d.ts"],
    }),
    "globals.d.ts": "declare const console: { log(...values: unknown[]): void };\n",
  });
  const compiler = join(repository, "node_modules/typescript/bin/tsc");
  expect(await run(process.execPath, [compiler, "--project", cwd], { cwd })).toMatchObject({ status: 0, stdout: "" });
  expect(await run(process.execPath, ["use.mjs"], { cwd })).toMatchObject({ stdout: "0 1 function true\n" });
});
