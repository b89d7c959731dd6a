// Installing what is missing. Only Node's own modules: it runs before anything is installed.
import { existsSync } from "node:fs";
import { stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { npm } from "./vscode/npm.mjs";
import { repositoryRoot } from "./vscode/paths.mjs";

const lockFile = join(repositoryRoot, "package-lock.json");
/** What npm writes when it has installed everything. */
const receipt = join(repositoryRoot, "node_modules", ".package-lock.json");

/**
 * Installs the project's dependencies if there are none, or if they are older than the lock file. No install script
 * runs: no dependency needs one.
 *
 * @returns {Promise<void>}
 */
export async function installDependencies() {
  if (existsSync(receipt) && (await modified(receipt)) >= (await modified(lockFile))) return;
  const start = Date.now();
  console.log("Installing dependencies...");
  const command = existsSync(receipt) ? "install" : "ci";
  await npm([command, "--ignore-scripts", "--include=dev", "--include=optional"], repositoryRoot);
  const now = new Date();
  await utimes(receipt, now, now); // npm leaves it alone where there was nothing to do
  console.log(`Installed dependencies in ${Math.round((Date.now() - start) / 1000)} s.`);
}

async function modified(file) {
  return (await stat(file)).mtimeMs;
}
