// `npm test`: installs what is missing, builds, checks, runs every test, and closes with the line
// 'N passed, N failed' over all of them. A check or a run that fails without a failing test counts as one. What failed is
// named once more at the end: whoever reads a log of a machine elsewhere sees its last lines.
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { run, runNode } from "./run.mjs";
import { installDependencies } from "./setup.mjs";
import { repositoryRoot } from "./vscode/paths.mjs";

const closingLine = /^(\d+) passed, (\d+) failed$/m;
const reports = await mkdtemp(join(tmpdir(), "lockstep-reports-"));

/**
 * How a step ended: its exit status, and where it ran tests their counts and what is to be said of those that failed.
 *
 * @typedef {{ code: number, passed?: number, failed?: number, failures?: string[] }} Outcome
 */

/**
 * What `npm test` does, in order. `needed` marks what the rest cannot do without. A step that runs tests gives their
 * counts.
 *
 * @type {{ title: string, needed?: boolean, work: () => Promise<Outcome> }[]}
 */
const steps = [
  { title: "Dependencies", needed: true, work: () => installDependencies().then(() => ({ code: 0 })) },
  { title: "Build", needed: true, work: () => runNode(["scripts/build.mjs"]) },
  { title: "Types", work: () => run("tsc", ["--build"]) },
  { title: "Style", work: () => run("biome", ["check", "--error-on-warnings", "."]) },
  { title: "Generated files and layers", work: () => runNode(["scripts/generate.mjs", "--check"]) },
  { title: "Fixtures, engine, command line and language server", work: unitTests },
  { title: "Grammar", work: grammarTests },
  { title: "The npm package on each Node version", work: () => countedTests(["scripts/test-node-versions.mjs"]) },
  { title: "Extension in a real VS Code", work: () => countedTests(["client/test/run.mjs"]) },
];

process.exitCode = await main();

async function main() {
  const total = { passed: 0, failed: 0 };
  const summary = [];
  let broken = false;
  for (const { title, needed, work } of steps) {
    if (broken) {
      summary.push(`not run  ${title}`);
      total.failed += 1;
      continue;
    }
    console.log(`\n== ${title}`);
    const start = Date.now();
    const {
      code,
      passed = 0,
      failed = 0,
      failures = [],
    } = await work().catch((error) => {
      console.error(error.message);
      return { code: 1 };
    });
    const failing = code !== 0 && failed === 0 ? 1 : failed;
    const ok = failing === 0;
    const seconds = ((Date.now() - start) / 1000).toFixed(1);
    const counts = passed + failed > 0 ? `, ${passed} passed, ${failed} failed` : "";
    console.log(`-- ${title}: ${ok ? "ok" : "FAILED"} in ${seconds} s${counts}`);
    summary.push(`${ok ? "ok      " : "FAILED  "} ${title} (${seconds} s${counts})`, ...failures);
    total.passed += passed;
    total.failed += failing;
    broken = needed === true && !ok;
  }
  await rm(reports, { recursive: true, force: true });
  console.log(`\n${summary.join("\n")}\n`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

/** A test that passes only when it is run again is named among the failures, and counts as passed: a machine that others use stalls. */
async function unitTests() {
  const report = join(reports, "unit.json");
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
  const { code } = await run("vitest", ["run", "--retry=1", ...reporters]);
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    await readFile(report, "utf8"),
  );
  const skipped = numPendingTests + numTodoTests;
  if (skipped > 0) console.log(`${skipped} skipped: counted as failed`);
  const failures = testResults.flatMap(({ name, message, assertionResults }) => {
    const file = relative(repositoryRoot, name);
    if (assertionResults.length === 0) return [`  ${file}: ${firstLines(message)}`];
    return assertionResults
      .filter(({ status, failureMessages }) => status !== "passed" || failureMessages.length > 0)
      .map(({ fullName, status, failureMessages }) => {
        const outcome = status === "passed" ? "passed only when run again" : status;
        return [`  ${file}: ${fullName}: ${outcome}`, ...failureMessages.map(firstLines)].join("\n    ");
      });
  });
  return { code, passed: numPassedTests, failed: numFailedTests + skipped, failures };
}

/** The beginning of a message of a failure, which can hold whole documents. */
function firstLines(message) {
  return message.slice(0, 600).split("\n").slice(0, 8).join("\n    ");
}

/** The grammar's tests are files; the reports count their assertions. */
async function grammarTests() {
  const folder = join(reports, "grammar");
  const { code } = await runNode(["scripts/test-grammar.mjs", "--xunit-report", folder]);
  let passed = 0;
  let failed = 0;
  for (const file of await readdir(folder)) {
    const text = await readFile(join(folder, file), "utf8");
    const cases = text.match(/<testcase\b/g)?.length ?? 0;
    const failures = text.match(/<(failure|error)\b/g)?.length ?? 0;
    passed += cases - failures;
    failed += failures;
  }
  return { code, passed, failed };
}

/** Runs a script that closes with the line of counts. */
async function countedTests(args) {
  const { code, output } = await runNode(args, { keep: (line) => !closingLine.test(line) });
  const [, passed, failed] = closingLine.exec(output)?.map(Number) ?? [];
  return { code, passed, failed };
}
