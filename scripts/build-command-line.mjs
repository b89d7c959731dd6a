// `node scripts/build-command-line.mjs FOLDER`: builds the npm package's bundles below FOLDER, unless those of the same sources are there,
// and prints the path of the command line. Any number of these may run at once.
import { chmod, mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { commandLineBundles, hashOfSources } from "./command-line-bundles.mjs";

const hour = 60 * 60 * 1000;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = resolve(process.argv[2] ?? "out/command-line");
const target = join(folder, await hashOfSources(root));

if (!(await exists(target))) {
  const temporary = join(folder, `.${process.pid}`);
  await mkdir(folder, { recursive: true });
  await Promise.all(
    (await commandLineBundles(root, temporary, { sourcemap: "linked" })).map((options) => build(options)),
  );
  await chmod(join(temporary, "cli.js"), 0o755);
  // Whoever was faster has made the same.
  await rename(temporary, target).catch(() => rm(temporary, { recursive: true, force: true }));
  for (const name of await readdir(folder)) {
    const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > hour && join(folder, name) !== target)
      await rm(join(folder, name), { recursive: true, force: true });
  }
}
console.log(join(target, "cli.js"));

async function exists(path) {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
