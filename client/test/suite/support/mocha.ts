// Mocha's browser build, which runs in both extension hosts. It must come before the tests, which need its globals.
import "mocha/mocha.js";
import type { Runner, Test } from "mocha";

const secondsPerTest = 60;

/** With the language server gone, each test would wait in vain for its patience to end. */
const mostFailures = 4;

/** The message, and where it was thrown; the frames below are Mocha's. */
function shortStack(error: Error): string {
  const lines = (error.stack ?? error.message).split("\n");
  const firstFrame = lines.findIndex((line) => /^\s+at /.test(line));
  return lines.slice(0, firstFrame < 0 ? undefined : firstFrame + 2).join("\n");
}

/** Prints one line a test, and a line with the counts that client/test/run.mjs reads. */
class Report extends Mocha.reporters.Base {
  constructor(runner: Runner) {
    super(runner);
    runner.on("pass", (test: Test) => console.log(`  ok    ${test.fullTitle()} (${test.duration ?? 0} ms)`));
    runner.on("fail", (test: Test, error: Error) => {
      console.log(`  FAIL  ${test.fullTitle()}`);
      console.log(shortStack(error).replace(/^/gm, "        "));
    });
    runner.on("fail", () => {
      if (runner.failures >= mostFailures) {
        console.log(`  after ${mostFailures} failures the rest of the suite is given up`);
        runner.abort();
      }
    });
    runner.on("end", () => {
      console.log(`integration tests: ${runner.stats?.passes ?? 0} passed, ${runner.stats?.failures ?? 0} failed`);
    });
  }
}

const mocha = new Mocha({ ui: "bdd", reporter: Report, timeout: secondsPerTest * 1000 });
mocha.suite.emit("pre-require", globalThis, "", mocha);

/** What VS Code calls. Rejects when a test fails, or when there is none. */
export async function run(): Promise<void> {
  const { passed, failed } = await new Promise<{ passed: number; failed: number }>((resolve) => {
    const runner = mocha.run((failures) => resolve({ passed: runner.stats?.passes ?? 0, failed: failures }));
  });
  if (failed > 0) throw new Error(`${failed} of ${passed + failed} tests failed`);
  if (passed === 0) throw new Error("No test ran");
}
