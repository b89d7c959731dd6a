#!/usr/bin/env node
// Scores what the reader understands of real, labelled documents: node scripts/eval.mjs [--errors N] [--only TEXT] [--half a|b] [--labels DIR]
// The labelled documents are not part of the project; where their folder is missing this says so and succeeds.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

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
  const engine = await loadEngine();
  const { model, megabytes, seconds } = readAll(engine, join(options.labels, "docs"));
  const modelPath = join(scratch, "model.json");
  writeFileSync(modelPath, JSON.stringify(model));
  const windows = JSON.parse(readFileSync(join(options.labels, "windows.json"), "utf8")).filter(inHalf);
  const spoken = (window) => transcripts.includes(window.repo);
  report(
    "Without transcripts",
    modelPath,
    windows.filter((window) => !spoken(window)),
  );
  report("Transcripts", modelPath, windows.filter(spoken));
  report("All", modelPath, windows, 0);
  console.log(
    `${megabytes.toFixed(1)} MB understood in ${seconds.toFixed(2)} s after parsing: ${(megabytes / seconds).toFixed(1)} MB/s`,
  );
}

async function loadEngine() {
  const outfile = join(scratch, "engine.mjs");
  const entry = ["markdown/document", "understand/reader", "understand/prose/ownership"]
    .map((path) => `export * from ${JSON.stringify(join(project, "server/src/engine", `${path}.ts`))};`)
    .join("\n");
  await build({
    stdin: { contents: entry, resolveDir: project, loader: "ts" },
    bundle: true,
    format: "esm",
    platform: "node",
    outfile,
    logLevel: "warning",
  });
  return import(pathToFileURL(outfile).href);
}

function readAll(engine, docs) {
  const model = {
    version: 1,
    root: docs,
    documents: [],
    decisions: [],
    disagreements: [],
    openQuestions: [],
    items: [],
  };
  let bytes = 0;
  let milliseconds = 0;
  for (const path of readdirSync(docs, { recursive: true })
    .filter((name) => /\.(md|markdown)$/i.test(name))
    .sort()) {
    const text = readFileSync(join(docs, path), "utf8");
    const document = engine.MarkdownDocument.open(text);
    const reader = new engine.DocumentReader(contextFor(relative(docs, join(docs, path))));
    const before = performance.now();
    const read = reader.read(document);
    milliseconds += performance.now() - before;
    bytes += Buffer.byteLength(text);
    addToModel(engine, model, path, document, read);
  }
  return { model, megabytes: bytes / 1e6, seconds: milliseconds / 1000 };
}

function contextFor(path) {
  const words = {
    product: ["product", "product management", "pm", "pms"],
    engineering: ["engineering", "eng", "r&d", "engineers", "development"],
    design: ["design", "ux", "user experience"],
  };
  const domainByWord = new Map(Object.entries(words).flatMap(([name, list]) => list.map((word) => [word, name])));
  return {
    path,
    configured: { planning: true, kind: undefined, domain: undefined },
    vocabulary: { domains: Object.keys(words), domainByWord, priorityLevels: new Map() },
    dates: { dateOrder: undefined, fiscalYearStart: undefined },
  };
}

function addToModel(engine, model, path, document, { head, facts }) {
  const range = (place) => document.rangeOf(place);
  model.documents.push({ path, kind: head.kind, planning: head.planning, title: head.title?.text ?? null });
  for (const decision of facts.decisions) {
    model.decisions.push({
      path,
      range: range(decision.place),
      text: decision.text,
      status: decision.status,
      ownedBy: engine.ownedBy(decision, head),
      evidence: decision.evidence,
    });
  }
  for (const { place, topic, status, evidence } of facts.disagreements) {
    model.disagreements.push({ path, range: range(place), topic, status, evidence });
  }
  for (const { place, text, status, evidence } of facts.questions) {
    model.openQuestions.push({ path, range: range(place), text, status, evidence });
  }
  for (const item of facts.items) {
    model.items.push({
      path,
      range: range(item.place),
      title: item.title,
      priority: item.priority ? { text: item.priority.text } : null,
      owners: item.owners.map((owner) => owner.text),
      status: item.status?.text ?? null,
      target: item.target?.text ?? null,
    });
  }
}

/** Repositories in two halves, by name in order, every other one: what is tuned on one is checked on the other. */
function inHalf(window, _index, all) {
  if (options.half === undefined) return true;
  const repositories = [...new Set(all.map((each) => each.repo))].sort();
  return (repositories.indexOf(window.repo) % 2 === 0) === (options.half === "a");
}

function report(title, modelPath, windows, errors = 5000) {
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
