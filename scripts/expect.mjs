// Writes into the ```lockstep blocks of fixtures and pages what is found today, for a person to judge before committing:
//   node scripts/expect.mjs FILE…
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const outfile = join(root, "out/expect/expect.mjs");
await build({
  absWorkingDir: root,
  stdin: {
    contents: `export { readFixtures } from "./server/test/support/fixture.js"; export { serviceOf } from "./server/test/support/service.js"; export { rangeOf } from "./server/src/engine/markdown/place.js"; export { configurationFindings } from "./server/src/engine/service/check-output.js";`,
    resolveDir: root,
    loader: "ts",
  },
  outfile,
  bundle: true,
  platform: "node",
  mainFields: ["module", "main"],
  banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  format: "esm",
  logLevel: "warning",
});
const { readFixtures, serviceOf, rangeOf, configurationFindings } = await import(pathToFileURL(outfile).href);

for (const file of process.argv.slice(2)) {
  const source = await readFile(file, "utf8");
  const lines = source.split("\n");
  for (const fixture of readFixtures(source).reverse()) {
    const service = serviceOf(fixture.files, fixture.today, fixture.all);
    const fence = /^`+/.exec(lines[fixture.line - 1])[0];
    const end = lines.indexOf(fence, fixture.line);
    const named = lines.slice(fixture.line, end).some((line) => line.startsWith("//- "));
    const body = fixture.files.flatMap((one) => [
      ...(named ? [`//- ${one.path}`] : []),
      ...marked(one, fixture, service),
    ]);
    lines.splice(fixture.line, end - fixture.line, ...body);
  }
  await writeFile(file, lines.join("\n"));
}

function marked(file, fixture, service) {
  const text = file.text.replace(/\n$/, "").split("\n");
  const below = new Map();
  const found = [
    ...service.findings(file.path).map(({ rule, message, place }) => ({ rule, message, range: rangeOf(place) })),
    ...configurationFindings(service).filter(({ path }) => path === file.path),
  ];
  for (const finding of found) {
    if (fixture.only && !fixture.only.includes(finding.rule)) continue;
    const { start, end } = finding.range;
    const length = Math.max(1, (end.line === start.line ? end.character : text[start.line].length) - start.character);
    const kept = file.expected.find(
      (one) => one.line === start.line && one.rule === finding.rule && finding.message.includes(one.message),
    );
    const words = kept?.message ? `: ${kept.message}` : "";
    below.set(start.line, [
      ...(below.get(start.line) ?? []),
      `${" ".repeat(start.character)}${"^".repeat(length)} ${finding.rule}${words}`,
    ]);
  }
  return text.flatMap((line, index) => [line, ...(below.get(index) ?? [])]);
}
