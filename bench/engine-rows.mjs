// Rows about the engine by itself, in this process: its speed behind the parser, and its growth.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { planningDocument, workspaceOf } from "./documents.mjs";

const today = 20_454;

function markdownFilesOf(folder) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => ({ path: name, text: readFileSync(join(folder, name), "utf8") }));
}

function seconds(work) {
  const started = performance.now();
  work();
  return (performance.now() - started) / 1_000;
}

const bytesOf = (texts) => texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);

/** Seconds to understand documents and check them all. */
function checked({ LockstepService }, documents) {
  const service = new LockstepService({ today, allPlanning: true });
  return seconds(() => {
    for (const { path, text } of documents) service.setDocument(path, text);
    for (const { path } of documents) service.findings(path);
  });
}

/** Megabytes a second of documents that are read for the first time and checked, on one core. */
async function throughput({ sides, corpus }) {
  const engine = await import(pathToFileURL(sides.engine).href);
  const documents = markdownFilesOf(corpus).slice(0, 1_000);
  const megabytes = bytesOf(documents.map(({ text }) => text)) / 1e6;
  return { all: megabytes / checked(engine, documents) };
}

/** Megabytes a second on one core of what turns units into facts: fields, the head, and every recogniser. Their text is read before. */
async function recognition({ sides, corpus }) {
  const { DocumentReader, LockstepService, MarkdownDocument, ReadingContexts, readUnits } = await import(
    pathToFileURL(sides.engine).href
  );
  const texts = markdownFilesOf(corpus).slice(0, 1_000);
  const megabytes = bytesOf(texts.map(({ text }) => text)) / 1e6;
  const { workspace } = new LockstepService({ today });
  const contexts = new ReadingContexts(true);
  const prepared = texts.map(({ path, text }) => {
    const document = MarkdownDocument.open(text);
    const units = new Map(document.slots.map((slot) => [slot, readUnits(slot)]));
    return { document, units, context: contexts.contextFor(path, workspace.settingsFor(path)) };
  });
  const times = [1, 2, 3].map(() =>
    seconds(() => {
      for (const { document, units, context } of prepared)
        new DocumentReader(context, (slot) => units.get(slot)).read(document);
    }),
  );
  return { "over units": megabytes / Math.min(...times) };
}

/** Seconds by size, of one document and of a workspace. */
async function growth({ sides, base }) {
  const engine = await import(pathToFileURL(sides.engine).href);
  checked(engine, [{ path: "warm.md", text: planningDocument(5_000, 100) }]);
  const document = [1, 2, 4, 8, 16, 32, 38].map((factor) => {
    const text = planningDocument(2_500 * factor, 50 * factor);
    return { bytes: bytesOf([text]), seconds: checked(engine, [{ path: "roadmap.md", text }]) };
  });
  const all = markdownFilesOf(workspaceOf(10_000, base));
  const workspace = [312, 625, 1_250, 2_500, 5_000].map((count) => {
    const documents = all.slice(0, count);
    return { bytes: bytesOf(documents.map(({ text }) => text)), seconds: checked(engine, documents) };
  });
  const perByte = (points) => points.at(-1).seconds / points.at(-1).bytes / (points[0].seconds / points[0].bytes);
  return { document: perByte(document), workspace: perByte(workspace), points: { document, workspace } };
}

export const engineRows = [
  {
    id: "throughput",
    title: "the engine on one core, MB/s",
    measure: throughput,
    figures: [{ ours: "all", name: "reading, index and rules" }],
  },
  {
    id: "recognition",
    title: "recognition over units that are there, on one core, MB/s",
    measure: recognition,
    figures: [{ ours: "over units", name: "fields, head and facts", atLeast: 25 }],
  },
  {
    id: "growth",
    title: "growth: time per byte, largest to smallest size",
    measure: growth,
    figures: [
      { ours: "document", name: "one document, to 38 times the size: the limit", atMost: 1.5 },
      { ours: "workspace", name: "a workspace, to 16 times the documents", atMost: 1.5 },
    ],
  },
];
