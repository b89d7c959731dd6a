// Running npm from a script. Only Node's own modules, so that it also works before anything is installed.
import { spawn } from "node:child_process";

/** npm closes some errors with pages of help. */
const mostLines = 20;

/**
 * Runs npm in a folder. Its output is shown only if it fails.
 *
 * @param {string[]} args
 * @param {string} folder
 * @returns {Promise<void>} rejects with npm's own words
 */
export function npm(args, folder) {
  // npm names its own program to the scripts it runs; started by hand, the one on PATH serves.
  const own = process.env.npm_execpath;
  const [command, first] = own?.endsWith(".js") ? [process.execPath, [own]] : ["npm", []];
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...args, ...quiet], {
      cwd: folder,
      shell: command === "npm" && process.platform === "win32",
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else {
        const told = output.trim().split("\n").slice(0, mostLines).join("\n");
        reject(new Error(`npm ${args.join(" ")} in ${folder} failed:\n${told}`));
      }
    });
  });
}
