// Makes what follows from the rules' folders (the registry, the documentation, the schema, the manifest's contributions), and the texts of the pages'
// styles and scripts.
// With --check it writes nothing and fails where something is stale, or a rule lacks its page or fixture.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { problemsOfManifest, problemsOfTranslation, wordsOfSources } from "./generate/words.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const rulesFolder = join(root, "server/src/engine/rules");
const checking = process.argv.includes("--check");
const problems = [];

const ids = (await readdir(rulesFolder, { withFileTypes: true }))
  .filter((entry) => entry.isDirectory() && existsSync(join(rulesFolder, entry.name, "rule.ts")))
  .map((entry) => entry.name)
  .sort();
for (const id of ids) {
  for (const needed of ["page.md", "fixture.md"]) {
    if (!existsSync(join(rulesFolder, id, needed))) problems.push(`${id} has no ${needed}`);
  }
}

await emit(
  join(rulesFolder, "registry.ts"),
  [
    "// Made from the rules' folders by `npm run generate`; not edited by hand.",
    ...ids.map((id) => `import { rule as ${camel(id)} } from "./${id}/rule.js";`),
    'import type { Rule } from "./rule.js";',
    "",
    "/** All rules, by id. */",
    `export const rules: readonly Rule[] = [${ids.map(camel).join(", ")}];`,
    "",
  ].join("\n"),
);

await emit(join(root, "server/src/pages/board-assets.ts"), await pageAssets("board"));

const generated = await load("scripts/generate/outputs.ts");
const pages = new Map();
for (const id of ids) {
  const page = join(rulesFolder, id, "page.md");
  pages.set(id, existsSync(page) ? await readFile(page, "utf8") : "");
}
const manifest = await readFile(join(root, "package.json"), "utf8");
const manifestWords = await readFile(join(root, "package.nls.json"), "utf8");
const outputs = new Map(generated.outputs({ pages, manifest, manifestWords }));
const words = await wordsOfSources(root);
outputs.set("l10n/bundle.l10n.json", `${JSON.stringify(words, undefined, 2)}\n`);
for (const [path, text] of outputs) await emit(join(root, path), text);

const manifestKeys = JSON.parse(outputs.get("package.nls.json"));
problems.push(...problemsOfManifest(JSON.parse(outputs.get("package.json")), manifestKeys));
for (const [folder, pattern, english] of [
  ["", /^package\.nls\.[\w-]+\.json$/, manifestKeys],
  ["l10n", /^bundle\.l10n\.[\w-]+\.json$/, words],
]) {
  for (const name of (await readdir(join(root, folder))).filter((name) => pattern.test(name))) {
    const path = join(root, folder, name);
    problems.push(...problemsOfTranslation(relative(root, path), english, JSON.parse(await readFile(path, "utf8"))));
  }
}

const documented = join(root, "docs/rules");
if (existsSync(documented)) {
  for (const name of await readdir(documented)) {
    const id = name.replace(/\.md$/, "");
    if (id !== "README" && !ids.includes(id)) {
      if (checking) problems.push(`docs/rules/${name} has no rule`);
      else await rm(join(documented, name));
    }
  }
}

for (const problem of problems) console.error(`generate: ${problem}`);
if (problems.length > 0) {
  if (checking) console.error("generate: run `npm run generate` and commit what it makes");
  process.exitCode = 1;
}

async function emit(path, wanted) {
  const text = /\.(?:ts|json)$/.test(path) ? await formatted(path, wanted) : wanted;
  const present = existsSync(path) ? await readFile(path, "utf8") : undefined;
  if (present === text) return;
  if (checking) {
    problems.push(`${relative(root, path)} is stale`);
    return;
  }
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

async function formatted(path, text) {
  const { execFileSync } = await import("node:child_process");
  const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
  return execFileSync(process.execPath, [biome, "check", "--write", `--stdin-file-path=${path}`], {
    input: text,
    encoding: "utf8",
    cwd: root,
  });
}

/** A page's script and style in short, with the hashes by which its content security policy lets them in. */
async function pageAssets(name) {
  const folder = join(root, "server/src/pages/browser");
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [join(folder, `${name}.ts`), join(folder, `${name}.css`)],
    outdir: "out",
    write: false,
    bundle: true,
    minify: true,
    format: "iife",
    target: ["es2022", "chrome111", "firefox115", "safari16"],
    charset: "ascii",
    // A text that holds placeholders looks like a mistake where it is quoted.
    supported: { "template-literal": false },
    legalComments: "none",
    logLevel: "warning",
  });
  const lines = ["// Made from `browser/` by `npm run generate`; not edited by hand."];
  for (const [extension, constant, words] of [
    [".js", "Script", "script"],
    [".css", "Style", "style"],
  ]) {
    const text = outputFiles.find(({ path }) => path.endsWith(extension))?.text.trim() ?? "";
    if (/<\/(?:script|style)|<!--/i.test(text)) problems.push(`the ${words} of ${name} would end its element`);
    const hash = createHash("sha256").update(text).digest("base64");
    lines.push(
      "",
      `/** The ${words} of the page, as it stands in its element. */`,
      `export const ${name}${constant} = ${JSON.stringify(text)};`,
      `export const ${name}${constant}Hash = ${JSON.stringify(`sha256-${hash}`)};`,
    );
  }
  return `${lines.join("\n")}\n`;
}

/** Bundles a module of the project and imports it, so that this script needs no build first. */
async function load(entry) {
  const outfile = join(root, "out/generate/outputs.mjs");
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "warning",
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  });
  return import(`${pathToFileURL(outfile).href}?${Date.now()}`);
}

function camel(id) {
  return id.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}
