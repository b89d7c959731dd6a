// Bundles an integration suite: every *.test.ts of its folder in one file, which runs in both extension hosts.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { repositoryRoot } from "../../scripts/vscode/paths.mjs";

/**
 * Bundles the suite for one extension host. The file lies in the extension's folder, because VS Code runs tests in the
 * host of the extension that they lie in.
 *
 * @param {"node" | "web"} host
 * @param {{ folder?: string, only?: string[] }} [choice] the folder in client/test, and names of tests in it; all unless given
 * @returns {Promise<string>} the file, a module that exports `run()`
 */
export async function bundleSuite(host, { folder = "suite", only = [] } = {}) {
  const suite = join(repositoryRoot, "client", "test", folder);
  const tests = (await readdir(suite)).filter(
    (name) => name.endsWith(".test.ts") && (only.length === 0 || only.includes(name.slice(0, -".test.ts".length))),
  );
  const outfile = join(
    repositoryRoot,
    "out",
    "integration",
    folder === "suite" ? `${host}.js` : `${folder}-${host}.js`,
  );
  await build({
    stdin: {
      contents: ["../suite/support/mocha.ts", ...tests.sort()].map((name) => `export * from "./${name}";`).join("\n"),
      resolveDir: suite,
      loader: "ts",
    },
    outfile,
    bundle: true,
    format: "cjs",
    platform: "browser",
    target: "es2022",
    external: ["vscode", "node:*"],
    define: {
      // Only the VS Code of the npm registry can be told to trust nobody, and to press keys.
      OWN_VSCODE: JSON.stringify(!process.env.LOCKSTEP_TEST_VSCODE),
      EXTENSION_HOST: JSON.stringify(host),
      SOAK: JSON.stringify({ kills: Number(process.env.LOCKSTEP_SOAK_KILLS ?? "100"), back: 2000 }),
    },
    sourcemap: "inline",
    logLevel: "warning",
  });
  return outfile;
}
