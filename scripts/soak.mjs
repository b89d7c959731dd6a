// `npm run soak [-- --only ROW] [--scale N] [--seed N]`: the long form of the tests against faults, bad input and hostile repositories
// (docs/reliability.md). At scale 1, the default, it takes hours. Times are judged here and nowhere else.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { run, runNode } from "./run.mjs";
import { repositoryRoot } from "./vscode/paths.mjs";

/** What is attacked, and the tests that do. */
const rows = {
  edits: ["server/test/faults/edits.test.ts"],
  documents: ["server/test/faults/documents.test.ts"],
  expressions: ["server/test/faults/expressions"],
  fixes: ["server/test/faults/fixes.test.ts"],
  protocol: ["server/test/faults/protocol.test.ts"],
  files: ["server/test/faults/files.test.ts"],
  configuration: ["server/test/faults/configuration.test.ts", "server/test/config/hostile.test.ts"],
  disk: ["server/test/faults/disk.test.ts"],
  escaping: ["server/test/faults/escaping.test.ts"],
  privacy: ["server/test/faults/privacy.test.ts"],
};
/** The server killed under the client of a real VS Code. */
const killing = "client/test/soak-kill.mjs";

const { values: options } = parseArgs({
  options: {
    only: { type: "string", multiple: true },
    scale: { type: "string", default: "1" },
    seed: { type: "string" },
  },
});
const chosen = options.only ?? [...Object.keys(rows), "killing"];
const unknown = chosen.filter((row) => row !== "killing" && !Object.hasOwn(rows, row));
const scale = Number(options.scale);
if (unknown.length > 0 || !(scale > 0)) {
  console.error(`Rows are ${Object.keys(rows).join(", ")}, killing; a scale is a number above 0.`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), "lockstep-soak-"));
const figuresFile = join(folder, "figures.jsonl");
process.env.LOCKSTEP_SOAK = String(scale);
process.env.LOCKSTEP_SOAK_FIGURES = figuresFile;
process.env.LOCKSTEP_FUZZ_SEED = options.seed ?? String(Date.now() % 2 ** 31);
console.log(`Scale ${scale}, seed ${process.env.LOCKSTEP_FUZZ_SEED}; figures so far in ${figuresFile}`);

const results = [];
for (const row of chosen) {
  const start = Date.now();
  console.log(`\n== ${row}`);
  const { code } = await (row === "killing" ? kill() : run("vitest", ["run", "--no-file-parallelism", ...rows[row]]));
  results.push({ row, seconds: (Date.now() - start) / 1000, passed: code === 0 });
}
const lines = existsSync(figuresFile) ? readFileSync(figuresFile, "utf8").trim().split("\n").map(parse) : [];
// What is noted again and again on the way counts as it was last.
const figures = [...new Map(lines.map((line) => [`${line.row} ${line.figure}`, line])).values()];
rmSync(folder, { recursive: true, force: true });
const slow = figures.filter(({ value, atMost }) => atMost !== undefined && Number(value) > atMost);

console.log(`\n| row | figure | value |\n| --- | --- | --- |`);
for (const { row, seconds, passed } of results) {
  console.log(`| **${row}** | ${passed ? "holds" : "FAILED"} | ${seconds.toFixed(0)} s |`);
  for (const { figure, value, atMost } of figures.filter((one) => one.row === row))
    console.log(`| | ${figure} | ${shown(value)}${atMost === undefined ? "" : ` (at most ${atMost})`} |`);
}
for (const { row, figure, value, atMost } of slow)
  console.error(`${row}: ${figure} is ${shown(value)}, above ${atMost}`);
process.exitCode = slow.length > 0 || results.some(({ passed }) => !passed) ? 1 : 0;

async function kill() {
  if (existsSync(join(repositoryRoot, killing))) return runNode([killing, "--scale", String(scale)]);
  console.error(`There is no ${killing}.`);
  return { code: 1 };
}

function parse(line) {
  return JSON.parse(line);
}

function shown(value) {
  return typeof value === "number" ? Number(value.toPrecision(4)).toLocaleString("en") : value;
}
