// `npm start [-- PATH]`: installs what is missing, builds, prints the findings for the sample repository (or the folder
// PATH), and opens it in VS Code with the extension: the desktop one if `code` is on PATH, otherwise the one of the npm
// registry in the browser. Without a terminal it ends after the findings.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { runNode } from "./run.mjs";
import { installDependencies } from "./setup.mjs";
import { repositoryRoot } from "./vscode/paths.mjs";

const sample = join(repositoryRoot, "test-fixtures", "sample");
const badUse = 2;

process.exitCode = await main(process.argv[2]);

async function main(path) {
  // npm runs scripts in the root folder; a relative path is meant from where the person stands.
  const folder = path ? resolve(process.env.INIT_CWD ?? process.cwd(), path) : sample;
  if (!existsSync(folder)) {
    console.error(`There is no folder ${folder}`);
    return badUse;
  }
  await installDependencies();
  const build = await runNode(["scripts/build.mjs"]);
  if (build.code !== 0) return build.code;
  const check = await runNode(["dist/cli.js", "check", folder, ...(await pinnedDate(folder))]);
  if (check.code >= badUse) return check.code;
  if (!process.stdin.isTTY || !process.stdout.isTTY) return 0;
  return hasDesktop() ? openDesktop(folder) : openBrowser(folder);
}

/** The sample has a date of its own, so that its findings do not change from day to day. */
async function pinnedDate(folder) {
  if (folder !== sample) return [];
  return ["--today", (await readFile(join(sample, ".today"), "utf8")).trim()];
}

/** Whether `code` opens a window on this machine; in a terminal of a remote VS Code it talks to that one instead. */
function hasDesktop() {
  if (process.env.VSCODE_IPC_HOOK_CLI) return false;
  const names = process.platform === "win32" ? ["code.cmd"] : ["code"];
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return folders.some((folder) => names.some((name) => existsSync(join(folder, name))));
}

function openDesktop(folder) {
  console.log(`\nOpening ${folder} in VS Code.`);
  const args = ["--new-window", `--extensionDevelopmentPath=${repositoryRoot}`, folder];
  const code = spawn("code", args, { stdio: "inherit", shell: process.platform === "win32" });
  return new Promise((done, fail) => code.on("error", fail).on("close", done));
}

/** Opens the sample where there is something to see at once. */
function firstFile(folder, { authority }) {
  if (folder !== sample) return undefined;
  const path = pathToFileURL(join(sample, "leads", "disagreements.md")).pathname;
  return [["openFile", `vscode-remote://${authority}${path}`]];
}

async function openBrowser(folder) {
  const { startServer } = await import("./vscode/server.mjs");
  const draft = await mkdtemp(join(tmpdir(), "lockstep-vsix-"));
  const extension = join(draft, "lockstep.vsix");
  const packaged = await runNode(["scripts/package.mjs", "--as-built", extension], { keep: () => false });
  if (packaged.code !== 0) return packaged.code;
  const server = await startServer({ trustWorkspaces: true, extension });
  await rm(draft, { recursive: true, force: true });
  console.log(
    `\nLockstep runs in VS Code at\n\n  ${server.urlFor(folder, firstFile(folder, server))}\n\nCtrl-C ends it.`,
  );
  await server.ended;
  return 1;
}
