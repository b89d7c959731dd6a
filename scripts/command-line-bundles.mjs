// The bundles of the npm package: the command line's small first file, and beside it, parted into what each command
// and library needs, everything else.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Options for esbuild. `folder` is relative to the repository's root and receives `cli.js` and `lib/`.
 *
 * @param {string} root
 * @param {string} folder
 * @param {import("esbuild").BuildOptions} options
 * @returns {Promise<import("esbuild").BuildOptions[]>}
 */
export async function commandLineBundles(root, folder, options = {}) {
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const define = { LOCKSTEP_VERSION: JSON.stringify(version) };
  const shared = {
    absWorkingDir: root,
    bundle: true,
    platform: "node",
    target: "node20",
    mainFields: ["module", "main"],
    legalComments: "none",
    logLevel: "warning",
    metafile: true,
    define,
    ...options,
  };
  return [
    {
      ...shared,
      entryPoints: ["server/src/cli/main.ts"],
      outfile: join(folder, "cli.js"),
      format: "cjs",
      banner: { js: "#!/usr/bin/env node" },
      plugins: [elsewhere("./program.js", "./lib/program.mjs")],
    },
    {
      ...shared,
      entryPoints: {
        program: "server/src/cli/program.ts",
        api: "server/src/library/api.ts",
        remark: "server/src/library/remark.ts",
        "reading-worker": "server/src/node/reading-worker.ts",
      },
      outdir: join(folder, "lib"),
      outExtension: { ".js": ".mjs" },
      chunkNames: "[name]-[hash]",
      format: "esm",
      splitting: true,
      // Packages in CommonJS ask for Node's modules with `require`.
      banner: {
        js: 'import { createRequire as lockstepRequire } from "node:module"; const require = lockstepRequire(import.meta.url);',
      },
      define: { ...define, LOCKSTEP_BUILD: JSON.stringify(await hashOfSources(root)) },
      plugins: [rulePages(root)],
    },
  ];
}

/** Leaves an import to the other bundle, under its name there. */
function elsewhere(imported, bundled) {
  return {
    name: "elsewhere",
    setup(build) {
      build.onResolve({ filter: /^\./ }, ({ path }) =>
        path === imported ? { path: bundled, external: true } : undefined,
      );
    },
  };
}

/** The module `lockstep:rule-pages`: docs/rules as a map. */
function rulePages(root) {
  const folder = join(root, "docs/rules");
  return {
    name: "rule-pages",
    setup(build) {
      build.onResolve({ filter: /^lockstep:rule-pages$/ }, ({ path }) => ({ path, namespace: "rule-pages" }));
      build.onLoad({ filter: /.*/, namespace: "rule-pages" }, async () => {
        const names = (await readdir(folder)).filter((name) => name.endsWith(".md") && name !== "README.md").sort();
        const pages = await Promise.all(
          names.map(async (name) => [name.slice(0, -3), await readFile(join(folder, name), "utf8")]),
        );
        return { contents: `export const rulePages = new Map(${JSON.stringify(pages)});`, loader: "js" };
      });
    },
  };
}

/**
 * Names a build: the same sources, pages and dependencies make the same name.
 *
 * @param {string} root
 */
export async function hashOfSources(root) {
  const hash = createHash("sha256");
  for (const [folder, extension] of [
    ["server/src", ".ts"],
    ["docs/rules", ".md"],
  ]) {
    const names = (await readdir(join(root, folder), { recursive: true })).filter((name) => name.endsWith(extension));
    for (const name of names.sort()) hash.update(name).update(await readFile(join(root, folder, name)));
  }
  for (const name of ["package.json", "package-lock.json", "scripts/command-line-bundles.mjs"])
    hash.update(await readFile(join(root, name)));
  return hash.digest("hex").slice(0, 16);
}
