// Where things lie. Only Node's own modules, so that it also works before anything is installed.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root folder. */
export const repositoryRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Everything downloaded or unpacked for running VS Code; git-ignored, and safe to delete while nothing runs. */
export const cacheFolder = join(repositoryRoot, ".vscode-test");

/** The executable for the option `vscodeExecutablePath` of `runTests()`. */
export const launcherPath = join(
  repositoryRoot,
  "scripts",
  "vscode",
  process.platform === "win32" ? "launcher.cmd" : "launcher.mjs",
);
