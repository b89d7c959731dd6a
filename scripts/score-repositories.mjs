// Compares `lockstep check` with the keys of the planning repositories in test-fixtures: recall, precision, traps.
//   node scripts/score-repositories.mjs [NAME…] [--verbose]
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const fixtures = join(root, "test-fixtures");
const verbose = process.argv.includes("--verbose");
const wanted = process.argv.slice(2).filter((arg) => !arg.startsWith("--"));
const names = [
  "sample",
  ...readdirSync(join(fixtures, "repositories")).filter((name) =>
    existsSync(join(fixtures, `repositories/${name}.key.json`)),
  ),
];

let failed = false;
for (const name of names) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const folder = join(fixtures, name === "sample" ? name : `repositories/${name}`);
  const key = JSON.parse(readFileSync(`${folder}.key.json`, "utf8"));
  const expected = Array.isArray(key) ? key : key.findings;
  const traps = Array.isArray(key) ? [] : key.traps;
  const today = readFileSync(join(folder, ".today"), "utf8").trim();
  const found = check(folder, today);
  const at = (entry, finding) =>
    finding.rule === entry.rule &&
    finding.path === entry.path &&
    [entry.line, ...(entry.orLines ?? [])].includes(finding.range.start.line + 1);
  const used = new Set();
  const missed = [];
  let certain = 0;
  for (const entry of [...expected].sort((a, b) => (a.orLines?.length ?? 0) - (b.orLines?.length ?? 0))) {
    const hit = found.find((finding) => !used.has(finding) && at(entry, finding));
    if (hit) used.add(hit);
    if (entry.uncertain) continue;
    certain += 1;
    if (!hit) missed.push(entry);
  }
  const surplus = found.filter((finding) => !used.has(finding));
  const sprung = traps.filter((trap) => found.some((finding) => at(trap, finding)));
  const recall = (certain - missed.length) / certain;
  const precision = found.length === 0 ? 1 : used.size / found.length;
  failed ||= recall < 0.9 || precision < 0.9 || sprung.length > traps.length * 0.02;
  console.log(
    `${name}: recall ${recall.toFixed(3)} (${certain - missed.length}/${certain}), precision ${precision.toFixed(3)} (${used.size}/${found.length}), traps ${sprung.length}/${traps.length}`,
  );
  if (!verbose) continue;
  for (const entry of missed) console.log(`  missed  ${entry.path}:${entry.line} ${entry.rule}: ${entry.why}`);
  for (const finding of surplus)
    console.log(
      `  surplus ${finding.path}:${finding.range.start.line + 1} ${finding.rule}: ${finding.message.slice(0, 110)}`,
    );
  for (const trap of sprung) console.log(`  trap    ${trap.path}:${trap.line} ${trap.rule}: ${trap.why}`);
}
process.exitCode = failed ? 1 : 0;

function check(folder, today) {
  try {
    return parse(
      execFileSync(
        process.execPath,
        [join(root, "dist/cli.js"), "check", ".", "--no-cache", "--format", "json", "--today", today],
        {
          cwd: folder,
          encoding: "utf8",
          maxBuffer: 1 << 28,
        },
      ),
    );
  } catch (error) {
    if (error.status === 1) return parse(error.stdout);
    throw error;
  }
}

function parse(output) {
  return JSON.parse(output).findings;
}
