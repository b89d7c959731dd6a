// `npm run package [-- FILE]`: builds for production and makes the .vsix FILE (lockstep-VERSION.vsix unless named),
// which holds the bundles and what the manifest names. With --as-built it takes dist/ as it is.
import { readFile, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { createVSIX } from "@vscode/vsce";
import { runNode } from "./run.mjs";
import { repositoryRoot } from "./vscode/paths.mjs";

const options = process.argv.slice(2).filter((arg) => arg.startsWith("--"));
const [named] = process.argv.slice(2).filter((arg) => !arg.startsWith("--"));

process.exitCode = await main();

async function main() {
  if (!options.includes("--as-built")) {
    const { code } = await runNode(["scripts/build.mjs", "--production"]);
    if (code !== 0) return code;
  }
  const { name, version } = JSON.parse(await readFile(join(repositoryRoot, "package.json"), "utf8"));
  const packagePath = named ?? join(repositoryRoot, `${name}-${version}.vsix`);
  await createVSIX({
    cwd: repositoryRoot,
    packagePath,
    dependencies: false, // everything is in the bundles
    rewriteRelativeLinks: false,
  });
  const { size } = await stat(packagePath);
  console.log(`${relative(process.cwd(), packagePath)}: ${(size / 1000).toFixed(0)} kB`);
  return 0;
}
