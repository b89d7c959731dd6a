import * as nodeModule from "node:module";
import { compileExpressionsOnce } from "../node/expressions.js";
import { version } from "../version.js";

/** The command line's first file: small, so that `--version` answers at once; everything else is loaded when it is needed. */
async function main(args: readonly string[]): Promise<void> {
  if (args.length === 1 && (args[0] === "--version" || args[0] === "-V")) {
    process.stdout.on("error", () => undefined);
    process.stdout.write(`${version}\n`);
    return;
  }
  // Node 22 and later keep what they have compiled.
  if ("enableCompileCache" in nodeModule) (nodeModule.enableCompileCache as () => void)();
  compileExpressionsOnce();
  const { run } = await import("./program.js");
  const status = await run(args);
  if (status !== undefined) process.exitCode = status;
}

void main(process.argv.slice(2));
