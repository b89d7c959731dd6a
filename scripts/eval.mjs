#!/usr/bin/env node
// Scores what the reader understands of real, labelled documents: node scripts/eval.mjs [--errors N] [--only TEXT] [--half a|b] [--labels DIR]
// The labelled documents are not part of the project; where their folder is missing this says so and succeeds.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const project = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const { values: options } = parseArgs({
  options: {
    errors: { type: "string", default: "0" },
    only: { type: "string", default: "" },
    half: { type: "string" },
    labels: { type: "string", default: resolve(project, "../shared/eval") },
  },
});

/** Repositories whose minutes are transcripts: turns under initials, the least like what leads write. */
const transcripts = ["tc39/notes"];

if (!existsSync(join(options.labels, "labels.jsonl"))) {
  console.log(`No labelled documents at ${options.labels}: nothing to score.`);
  process.exit(0);
}

const scratch = mkdtempSync(join(tmpdir(), "lockstep-eval-"));
try {
  await main();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function main() {
  const docs = join(options.labels, "docs");
  const modelPath = join(scratch, "model.json");
  writeFileSync(modelPath, understood(docs));
  const windows = JSON.parse(readFileSync(join(options.labels, "windows.json"), "utf8")).filter(inHalf);
  const spoken = (window) => transcripts.includes(window.repo);
  report(
    "Without transcripts",
    modelPath,
    windows.filter((window) => !spoken(window)),
  );
  report("Transcripts", modelPath, windows.filter(spoken));
  report("All", modelPath, windows, 0);
}

/** What `lockstep model --all` prints of a folder, by the command line as it is in the sources now. */
function understood(docs) {
  const builder = join(project, "scripts/build-command-line.mjs");
  const cli = execFileSync(process.execPath, [builder, join(project, "out/command-line")], { encoding: "utf8" }).trim();
  return execFileSync(process.execPath, [cli, "model", "--all", "--no-cache", "--format", "json", docs], {
    maxBuffer: 1 << 28,
  });
}

/** Repositories in two halves, by name in order, every other one: what is tuned on one is checked on the other. */
function inHalf(window, _index, all) {
  if (options.half === undefined) return true;
  const repositories = [...new Set(all.map((each) => each.repo))].sort();
  return (repositories.indexOf(window.repo) % 2 === 0) === (options.half === "a");
}

function report(title, modelPath, windows, errors = 5000) {
  if (windows.length === 0) return;
  const folder = mkdtempSync(join(scratch, "labels-"));
  const ids = new Set(windows.map((window) => window.id));
  const labels = readFileSync(join(options.labels, "labels.jsonl"), "utf8").trim().split("\n");
  writeFileSync(join(folder, "windows.json"), JSON.stringify(windows));
  writeFileSync(join(folder, "labels.jsonl"), labels.filter((line) => ids.has(JSON.parse(line).window)).join("\n"));
  const scorer = join(options.labels, "score.mjs");
  const output = execFileSync(process.execPath, [scorer, modelPath, "--eval", folder, "--errors", String(errors)], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  const lines = output.trimEnd().split("\n");
  const isTable = (line) => /^[│┌├└]/u.test(line);
  console.log(`\n${title}`);
  console.log(lines.filter(isTable).join("\n"));
  if (errors > 0) printErrors(lines.filter((line) => !isTable(line)));
}

/** Errors grouped by kind, at most `--errors` of each, those that hold `--only`. */
function printErrors(lines) {
  const limit = Number(options.errors);
  const byKind = new Map();
  for (const line of lines) {
    const [kind, ...rest] = line.split("\t");
    if (!byKind.has(kind)) byKind.set(kind, []);
    byKind.get(kind).push(rest.join("  "));
  }
  for (const [kind, errors] of byKind) {
    if (options.only !== "" && !kind.includes(options.only)) continue;
    if (limit > 0) console.log(`\n${kind} (${errors.length})`);
    for (const error of errors.slice(0, limit)) console.log(`  ${error}`);
  }
}
