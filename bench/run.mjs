#!/usr/bin/env node
// `npm run bench`: how fast Lockstep is, beside other tools on the same machine in the same run. docs/performance.md says what is measured.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { checkRows, smallFolder } from "./check-rows.mjs";
import { corpusFolder, realDocument } from "./corpus.mjs";
import { workspaceOf } from "./documents.mjs";
import { engineRows } from "./engine-rows.mjs";
import { latencyRows } from "./latency-rows.mjs";
import { prepareSides } from "./sides.mjs";
import { medians } from "./statistics.mjs";
import { tableOf } from "./table.mjs";
import { workspaceRows } from "./workspace-rows.mjs";

const rows = [...latencyRows, ...checkRows, ...workspaceRows, ...engineRows];
const usage = `npm run bench -- [--only ROW,…] [--runs N] [--json FILE] [--no-build]

  --only      rows to measure: ${rows.map(({ id }) => id).join(", ")}
  --runs      how often, medians count (1)
  --json      write all figures of all runs there too
  --no-build  measure dist/ as it is`;

const { values: options } = parseArgs({
  options: {
    only: { type: "string" },
    runs: { type: "string", default: "1" },
    json: { type: "string" },
    "no-build": { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

if (options.help) console.log(usage);
else await main();

async function main() {
  const wanted = options.only?.split(",");
  const unknown = wanted?.filter((id) => !rows.some((row) => row.id === id)) ?? [];
  if (unknown.length > 0) throw new Error(`no rows ${unknown.join(", ")}\n${usage}`);
  const chosen = rows.filter(({ id }) => !wanted || wanted.includes(id));
  const base = join(tmpdir(), "lockstep-bench");
  mkdirSync(base, { recursive: true });
  const sides = await prepareSides({ rebuild: !options["no-build"] });
  const needsCorpus = chosen.some(({ id }) => id.startsWith("check-") || id === "throughput" || id === "recognition");
  const corpus = needsCorpus ? corpusFolder(base) : undefined;
  const small = needsCorpus ? smallFolder(workspaceOf(1_000, base), base) : undefined;
  if (realDocument(10_000) === undefined)
    console.error("Documents made here are typed into: there are no real ones beside the project.");
  const results = {};
  for (const row of chosen) {
    const runs = [];
    for (let run = 0; run < Number(options.runs); run += 1) {
      console.error(`${row.id}, run ${run + 1} of ${options.runs}`);
      runs.push(await row.measure({ sides, base, corpus, small }));
    }
    results[row.id] = { runs, median: medians(runs) };
  }
  if (options.json !== undefined) writeJson(resolve(options.json), results);
  console.log(`\n${cpus().length} cores (${cpus()[0]?.model}), Node ${process.versions.node}, runs: ${options.runs}\n`);
  console.log(tableOf(chosen, results));
}

function writeJson(path, results) {
  const machine = { cores: cpus().length, model: cpus()[0]?.model, node: process.versions.node };
  writeFileSync(path, `${JSON.stringify({ machine, results }, null, 2)}\n`);
  if (!existsSync(path)) throw new Error(`${path} was not written`);
}
