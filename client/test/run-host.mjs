// `node client/test/run-host.mjs node|web [TEST…] [--folder=soak|multi-root|virtual]`: runs the integration suite, or those of its files, in one extension host of a
// real VS Code, in a copy of the sample; those of multi-root in two copies, side by side and in Restricted Mode, those of virtual in a folder in memory.
//
// The VS Code is the one of the npm registry, unless LOCKSTEP_TEST_VSCODE names another: the path of an executable,
// or a version for @vscode/test-electron to download.
import { existsSync } from "node:fs";
import { cp, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runTests } from "@vscode/test-electron";
import { launcherPath, repositoryRoot } from "../../scripts/vscode/paths.mjs";
import { bundleSuite } from "./bundle.mjs";

const host = process.argv[2];
if (host !== "node" && host !== "web") {
  console.error("Name an extension host: node or web.");
  process.exit(2);
}

const temporary = await realpath(await mkdtemp(join(tmpdir(), "lockstep-test-")));
const workspace = join(temporary, "sample");
process.on("SIGINT", () => {}); // runTests() closes VS Code; the folder is removed below.
try {
  const suite = suiteOf(process.argv.slice(3));
  await cp(join(repositoryRoot, "test-fixtures", "sample"), workspace, { recursive: true });
  await runTests({
    ...chosenVSCode(),
    extensionDevelopmentPath: repositoryRoot,
    extensionTestsPath: await bundleSuite(host, suite),
    launchArgs: [...(await opened(suite)), `--user-data-dir=${join(temporary, "user")}`, ...hostArguments()],
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
}

/** What VS Code is told to open, and how. */
async function opened({ folder }) {
  if (folder === "virtual") return [await workspaceOf("memory", [{ uri: "memfs:/plans" }])];
  if (folder !== "multi-root") return [workspace];
  const other = join(temporary, "other");
  await cp(workspace, other, { recursive: true });
  return [await workspaceOf("both", [{ path: workspace }, { path: other }]), "--restricted"];
}

async function workspaceOf(name, folders) {
  const file = join(temporary, `${name}.code-workspace`);
  await writeFile(file, JSON.stringify({ folders, settings: { "lockstep.today": "2026-06-15" } }));
  return file;
}

function suiteOf(args) {
  const prefix = "--folder=";
  const folder = args.find((arg) => arg.startsWith(prefix))?.slice(prefix.length);
  return { folder, only: args.filter((arg) => !arg.startsWith("--")) };
}

function chosenVSCode() {
  const chosen = process.env.LOCKSTEP_TEST_VSCODE;
  if (!chosen) return { vscodeExecutablePath: launcherPath };
  return existsSync(chosen) ? { vscodeExecutablePath: chosen } : { version: chosen };
}

function hostArguments() {
  return host === "web" ? ["--extensionDevelopmentKind=web"] : [];
}
