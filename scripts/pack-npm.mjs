// `npm run package:npm [-- FOLDER]`: makes the npm package's tarball in FOLDER (the repository's root unless named) and prints its path. It is
// staged apart from the extension's manifest: the command line, the libraries and their types, and no dependencies.
import { execFile } from "node:child_process";
import { chmod, copyFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { commandLineBundles } from "./command-line-bundles.mjs";

const execute = promisify(execFile);
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const libraries = { ".": "api", "./remark": "remark" };

const staging = await mkdtemp(join(tmpdir(), "lockstep-npm-"));
try {
  console.log(await pack(staging, resolve(process.argv[2] ?? root)));
} finally {
  await rm(staging, { recursive: true, force: true });
}

async function pack(folder, destination) {
  const options = { sourcemap: false, minify: true, keepNames: true };
  const bundles = await commandLineBundles(root, relative(root, folder), options);
  await Promise.all(bundles.map((bundle) => build(bundle)));
  // The types are read as ES modules, and so is every `.js` then.
  await rename(join(folder, "cli.js"), join(folder, "cli.cjs"));
  await chmod(join(folder, "cli.cjs"), 0o755);
  await copyTypes(join(folder, "types"));
  for (const name of ["LICENSE", "THIRD-PARTY-NOTICES.txt", "docs/cli.md", "docs/ci.md", "docs/api.md"]) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await copyFile(join(root, name), join(folder, name));
  }
  await copyFile(join(root, "docs/cli.md"), join(folder, "README.md"));
  await writeFile(join(folder, "package.json"), `${JSON.stringify(await manifest(), undefined, 2)}\n`);
  await mkdir(destination, { recursive: true });
  const { stdout } = await execute("npm", ["pack", folder, "--pack-destination", destination, "--json", "--silent"]);
  const [{ filename }] = JSON.parse(stdout);
  return join(destination, filename);
}

async function manifest() {
  const { name, version, description, license, repository, keywords, engines } = JSON.parse(
    await readFile(join(root, "package.json"), "utf8"),
  );
  // The extension's manifest names its words; an npm package has no such thing.
  const words = JSON.parse(await readFile(join(root, "package.nls.json"), "utf8"));
  const exported = Object.entries(libraries).map(([entry, file]) => [
    entry,
    { types: `./types/library/${file}.d.ts`, default: `./lib/${file}.mjs` },
  ]);
  return {
    ...{ name, version, description: words[description.slice(1, -1)], license, repository, keywords },
    engines: { node: engines.node },
    type: "module",
    bin: { lockstep: "cli.cjs" },
    exports: { ...Object.fromEntries(exported), "./package.json": "./package.json" },
    types: "./types/library/api.d.ts",
    sideEffects: false,
  };
}

/** Copies the declarations that the libraries' own reach, as the compiler makes them. */
async function copyTypes(folder) {
  await execute(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "--build", join(root, "server")]);
  const waiting = Object.values(libraries).map((file) => `library/${file}`);
  const done = new Set();
  for (let module = waiting.pop(); module !== undefined; module = waiting.pop()) {
    if (done.has(module)) continue;
    done.add(module);
    const compiled = module.startsWith("engine/") ? join(root, "out", module) : join(root, "out/server", module);
    const text = (await readFile(`${compiled}.d.ts`, "utf8")).replace(/^\/\/# sourceMappingURL=.*\n?/m, "");
    const target = join(folder, `${module}.d.ts`);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
    for (const [, specifier] of text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"(\.[^"]+)\.js"/g))
      waiting.push(join(dirname(module), specifier).replaceAll("\\", "/"));
  }
}
