// Bundles the integration suite: every client/test/suite/*.test.ts in one file, which runs in both extension hosts.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { repositoryRoot } from "../../scripts/vscode/paths.mjs";

const suite = join(repositoryRoot, "client", "test", "suite");

/**
 * Bundles the suite for one extension host. The file lies in the extension's folder, because VS Code runs tests in the
 * host of the extension that they lie in.
 *
 * @param {"node" | "web"} host
 * @returns {Promise<string>} the file, a module that exports `run()`
 */
export async function bundleSuite(host) {
  const tests = (await readdir(suite)).filter((name) => name.endsWith(".test.ts")).sort();
  const outfile = join(repositoryRoot, "out", "integration", `${host}.js`);
  await build({
    stdin: {
      contents: ["support/mocha.ts", ...tests].map((name) => `export * from "./${name}";`).join("\n"),
      resolveDir: suite,
      loader: "ts",
    },
    outfile,
    bundle: true,
    format: "cjs",
    platform: "browser",
    target: "es2022",
    external: ["vscode"],
    define: { EXTENSION_HOST: JSON.stringify(host) },
    sourcemap: "inline",
    logLevel: "warning",
  });
  return outfile;
}
