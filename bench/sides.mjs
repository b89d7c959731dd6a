// The two sides: Lockstep as it is in the sources, and its peers at fixed versions.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { mustRun } from "./processes.mjs";

export const project = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(project, "out/bench");

/** Installed when the benchmarks run, beside the project: it needs none of them. */
const peers = { rumdl: "0.2.75" };

/** Paths of the programs that are measured. */
export async function prepareSides({ rebuild }) {
  mkdirSync(out, { recursive: true });
  if (rebuild || !existsSync(join(project, "dist/cli.js")))
    mustRun(process.execPath, [join(project, "scripts/build.mjs"), "--production"], { cwd: project });
  await bundle("echo-server.mjs", "echo-server.cjs", "cjs");
  await bundle("engine.mjs", "engine.mjs", "esm");
  return {
    server: join(project, "dist/server.js"),
    commandLine: join(project, "dist/cli.js"),
    echo: join(out, "echo-server.cjs"),
    engine: join(out, "engine.mjs"),
    rumdl: installPeers(),
  };
}

/** Bundled as the extension's server is, so that loading is no one's handicap. */
async function bundle(source, name, format) {
  await build({
    entryPoints: [join(project, "bench", source)],
    outfile: join(out, name),
    bundle: true,
    platform: "node",
    target: "node20",
    format,
    mainFields: ["module", "main"],
    // Packages of the server are found below it.
    nodePaths: [join(project, "server/node_modules"), join(project, "node_modules")],
    logLevel: "warning",
    ...(format === "esm" && {
      banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    }),
  });
}

/** The path of rumdl, or undefined where it cannot be had. */
function installPeers() {
  const folder = join(out, "peers");
  const installed = Object.entries(peers).every(
    ([name, version]) =>
      existsSync(join(folder, "node_modules", name, "package.json")) && existsSync(join(folder, `${name}-${version}`)),
  );
  if (!installed) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies: peers }));
    try {
      mustRun("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"], { cwd: folder });
    } catch {
      console.error("The peers could not be installed: rows go without them.");
      return undefined;
    }
    for (const [name, version] of Object.entries(peers)) writeFileSync(join(folder, `${name}-${version}`), "");
  }
  return join(folder, "node_modules/.bin/rumdl");
}
