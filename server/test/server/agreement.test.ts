import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { type Diagnostic, WorkspaceDiagnosticRequest } from "vscode-languageserver/node";
import type { CheckOutput } from "../../src/engine/service/check-output.js";
import { readFixtures } from "../support/fixture.js";
import { repositories } from "../support/repositories.js";
import { startClient, type TestClient } from "./support/client.js";

const commandLine = join(import.meta.dirname, "../../../dist/cli.js");
const severities = ["error", "warning", "information", "hint"];

let client: TestClient | undefined;

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

/** What both doors say of a place, in one form. */
interface Said {
  readonly path: string;
  readonly rule: unknown;
  readonly severity: string | undefined;
  readonly range: Diagnostic["range"];
  readonly message: unknown;
}

test.each(repositories())("editor and command line agree on $name to the letter", async ({ files, today }) => {
  const started = await startClient({
    files: Object.fromEntries(files.map(({ path, text }) => [path, text])),
    initializationOptions: { today },
  });
  client = started;
  expect(sorted(await sayOfEditor(started))).toEqual(sorted(sayOfCommandLine(started.root, today)));
});

/**
 * Each example in a folder of its own, all in one workspace: what the examples say of one another there is no matter, as long as both
 * doors say the same of it.
 */
test("editor and command line agree on all fixtures and pages of the rules to the letter", async () => {
  const today = "2026-06-15";
  const started = await startClient({ files: filesOfRules(), initializationOptions: { today } });
  client = started;
  const said = sorted(await sayOfEditor(started));
  expect(said.length).toBeGreaterThan(500);
  expect(said).toEqual(sorted(sayOfCommandLine(started.root, today)));
});

function filesOfRules(): Record<string, string> {
  const folder = join(import.meta.dirname, "../../src/engine/rules");
  const files: Record<string, string> = {};
  for (const page of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!page.endsWith(".md")) continue;
    const slug = page.replace(/\W+/g, "-");
    for (const { line, files: written } of readFixtures(readFileSync(join(folder, page), "utf8"))) {
      for (const { path, text } of written) files[`${slug}/${line}/${path}`] = text;
    }
  }
  return files;
}

async function sayOfEditor(started: TestClient): Promise<Said[]> {
  const { items } = await started.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
  const prefix = `${started.uri("")}/`;
  return items.flatMap((report) =>
    (report.kind === "full" ? report.items : []).map(({ code, severity, range, message }) => ({
      path: decodeURIComponent(report.uri.slice(prefix.length)),
      rule: code,
      severity: severities[(severity ?? 0) - 1],
      range,
      message,
    })),
  );
}

function sayOfCommandLine(root: string, today: string): Said[] {
  const args = [commandLine, "check", ".", "--no-cache", "--format", "json", "--today", today, "--fail-on", "error"];
  const output = JSON.parse(run(args, root)) as CheckOutput;
  return output.findings.map(({ path, rule, severity, range, message }) => ({ path, rule, severity, range, message }));
}

/** Findings at or above `--fail-on` make the exit status 1; the output is complete all the same. */
function run(args: readonly string[], cwd: string): string {
  try {
    return execFileSync(process.execPath, args, {
      cwd,
      encoding: "utf8",
      maxBuffer: 1 << 28,
      stdio: ["ignore", "pipe", "inherit"],
    });
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string };
    if (status === 1) return stdout;
    throw error;
  }
}

function sorted(said: readonly Said[]): string[] {
  return said.map((one) => JSON.stringify(one)).sort();
}
