// Running the project's own commands. Only Node's own modules.
import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { repositoryRoot } from "./vscode/paths.mjs";

const programs = join(repositoryRoot, "node_modules", ".bin");

/**
 * Runs a command in the root folder, showing what it prints. Commands of installed packages go by their names.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ keep?: (line: string) => boolean }} [options] `keep` chooses the lines of its output to show
 * @returns {Promise<{ code: number, output: string }>} how it ended, and its standard output, which is only
 *   collected where `keep` is given
 */
export function run(command, args, { keep } = {}) {
  const child = spawn(command, args, {
    cwd: repositoryRoot,
    env: { ...process.env, PATH: `${programs}${delimiter}${process.env.PATH}` },
    shell: process.platform === "win32" && command !== process.execPath,
    stdio: ["ignore", keep ? "pipe" : "inherit", "inherit"],
  });
  let output = "";
  let rest = "";
  child.stdout?.setEncoding("utf8").on("data", (text) => {
    output += text;
    const lines = (rest + text).split("\n");
    rest = lines.pop();
    for (const line of lines) if (keep(line)) console.log(line);
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (rest) console.log(rest);
      resolve({ code: code ?? (signal ? 1 : 0), output });
    });
  });
}

/** Runs one of the project's scripts, or another file, with this Node. */
export function runNode(args, options) {
  return run(process.execPath, args, options);
}
