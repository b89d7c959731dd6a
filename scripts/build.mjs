// Bundles the product into dist/: the extension's two entries, the server's two, the command line. With --command-line
// only that, beside what is there. With --check-notices it writes nothing, and fails where the notice file is stale.
import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, context } from "esbuild";
import { commandLineBundles } from "./command-line-bundles.mjs";
import { noticesFile, noticesOf } from "./notices.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const watch = process.argv.includes("--watch");
const production = process.argv.includes("--production");
const onlyCommandLine = process.argv.includes("--command-line");
const checkingNotices = process.argv.includes("--check-notices");

const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
const shared = {
  absWorkingDir: root,
  bundle: true,
  format: "cjs",
  target: "es2022",
  sourcemap: production ? false : "linked",
  minify: production,
  legalComments: "none",
  logLevel: "warning",
  metafile: true,
  define: { LOCKSTEP_VERSION: JSON.stringify(version) },
};
const node = { ...shared, platform: "node", target: "node20", mainFields: ["module", "main"] };
const web = { ...shared, platform: "browser", mainFields: ["browser", "module", "main"], conditions: ["browser"] };

const commandLine = await commandLineBundles(root, "dist", { sourcemap: shared.sourcemap, minify: production });
const extension = [
  { ...node, entryPoints: ["client/src/node/main.ts"], outfile: "dist/client.js", external: ["vscode"] },
  { ...web, entryPoints: ["client/src/browser/main.ts"], outfile: "dist/client.web.js", external: ["vscode"] },
  { ...node, entryPoints: ["server/src/server/node/main.ts"], outfile: "dist/server.js" },
  {
    ...web,
    entryPoints: ["server/src/server/browser/main.ts"],
    outfile: "dist/server.web.js",
    format: "iife",
    // A worker has no document, which packages' code for browsers may want.
    conditions: ["worker", "browser"],
  },
];
const bundles = onlyCommandLine ? commandLine : [...extension, ...commandLine];

if (!checkingNotices) await rm(join(root, onlyCommandLine ? "dist/lib" : "dist"), { recursive: true, force: true });
await mkdir(join(root, "dist"), { recursive: true });
if (checkingNotices) {
  const built = await Promise.all(bundles.map((options) => build({ ...options, write: false })));
  if (
    (await noticesOf(root, metafilesOf(built))) !== (await readFile(join(root, noticesFile), "utf8").catch(() => ""))
  ) {
    console.error(`${noticesFile} is stale: run \`npm run build\` and commit what it makes`);
    process.exitCode = 1;
  }
} else if (watch) {
  const contexts = await Promise.all(bundles.map((options) => context(options)));
  await Promise.all(contexts.map((one) => one.watch()));
  console.log("watching");
} else {
  const built = await Promise.all(bundles.map((options) => build(options)));
  await chmod(join(root, "dist/cli.js"), 0o755);
  // Minifying leaves out what another build of the same sources holds: the notices speak of both.
  if (!onlyCommandLine && !production)
    await writeFile(join(root, noticesFile), await noticesOf(root, metafilesOf(built)));
}

function metafilesOf(built) {
  return built.map(({ metafile }) => metafile);
}
