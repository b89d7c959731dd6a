// Rows about a workspace of many documents: starting in it, keeping it, a change in one of them.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { planningDocument, roadmapOf, workspaceOf } from "./documents.mjs";
import { serversOf, withOpen } from "./latency-rows.mjs";
import { LspClient } from "./lsp-client.mjs";
import { usageOf } from "./processes.mjs";
import { settled } from "./settled.mjs";
import { median, quantile, sleep } from "./statistics.mjs";
import { OpenDocument } from "./typing.mjs";

const many = 10_000;
const idleSeconds = 60;

/** Milliseconds from the start of the process to the first diagnostics of a document that is open. */
async function startTime([command, args], document) {
  const client = new LspClient(command, args, document.folder);
  try {
    await client.initialize();
    const open = new OpenDocument(client, pathToFileURL(join(document.folder, document.name)).href, document.text);
    const { at } = await open.open();
    return at - client.started;
  } finally {
    await client.end();
  }
}

/** Two roadmaps that disagree on every item: one is edited, the findings of the other, which is open too, follow. */
async function acrossDocuments(command, folder) {
  const other = { name: "shared/product-roadmap.md", text: roadmapOf("Product", 0) };
  const edited = { name: "shared/engineering-roadmap.md", text: roadmapOf("Engineering", 2) };
  for (const { name, text } of [other, edited]) {
    const path = join(folder, name);
    if (existsSync(path)) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return withOpen(command, { folder, ...edited }, async (document, _first, client) => {
    const uri = pathToFileURL(join(folder, other.name)).href;
    await new OpenDocument(client, uri, other.text).open();
    await settled(client);
    const latencies = [];
    for (let index = 0; index < 60; index += 1) {
      const answered = client.diagnostics(uri);
      const sent = document.change(4 + (index >> 1), 3, 1, index % 2 === 0 ? "0" : "2");
      const { at } = await answered;
      if (index >= 10) latencies.push(at - sent);
      await sleep(30);
      if (index % 2 === 1 && index >> 1 >= 18) break;
    }
    return latencies;
  });
}

export const workspaceRows = [
  {
    id: "across",
    title: "one document of 10,000 changed → the findings of another, ms",
    measure: async ({ sides, base }) => {
      const latencies = await acrossDocuments(serversOf(sides).lockstep, workspaceOf(many, base));
      return { "lockstep p50": median(latencies), lockstep: quantile(latencies, 0.95) };
    },
    figures: [{ ours: "lockstep", name: "p95", atMost: 20 }],
  },
  {
    id: "start",
    title: "start → first diagnostics, 10,000 documents in the workspace, ms",
    measure: async ({ sides, base }) => {
      const folder = workspaceOf(many, base);
      const document = { folder, name: "notes/open.md", text: planningDocument(300, 6) };
      const { lockstep, echo, rumdl } = serversOf(sides);
      const samples = { lockstep: [], echo: [] };
      for (let index = 0; index < 7; index += 1) {
        samples.echo.push(await startTime(echo, document));
        samples.lockstep.push(await startTime(lockstep, document));
      }
      return {
        lockstep: median(samples.lockstep),
        echo: median(samples.echo),
        ...(rumdl && { rumdl: await startTime(rumdl, document) }),
      };
    },
    figures: [{ ours: "lockstep", peer: "echo", name: "p50", ratio: 1.3 }],
  },
  {
    id: "memory",
    title: "memory, MB",
    measure: async ({ sides, base }) => {
      const { lockstep, echo, rumdl } = serversOf(sides);
      const memoryOf = (command, document) =>
        withOpen(command, document, (_open, _first, client) => usageOf(client.pid)?.memory);
      const folder = join(base, "empty");
      mkdirSync(folder, { recursive: true });
      const large = { folder, name: "roadmap/large.md", text: planningDocument(10_000, 200) };
      const small = { folder: workspaceOf(many, base), name: "notes/open.md", text: planningDocument(300, 6) };
      return {
        document: await memoryOf(lockstep, large),
        workspace: await memoryOf(lockstep, small),
        "echo document": await memoryOf(echo, large),
        ...(rumdl && {
          "rumdl document": await memoryOf(rumdl, large),
          "rumdl workspace": await memoryOf(rumdl, small),
        }),
      };
    },
    figures: [
      { ours: "document", peer: "rumdl document", name: "10,000 lines open", atMost: 120 },
      { ours: "workspace", peer: "rumdl workspace", name: "10,000 documents", atMost: 400 },
    ],
  },
  {
    id: "idle",
    title: `idle for ${idleSeconds} s, CPU, ms`,
    measure: async ({ sides, base }) => {
      const folder = workspaceOf(1_000, base);
      const document = { folder, name: "notes/open.md", text: planningDocument(300, 6) };
      const { lockstep, echo } = serversOf(sides);
      const idle = (command) =>
        withOpen(command, document, async (_open, _first, client) => {
          const before = usageOf(client.pid)?.cpu;
          await sleep(idleSeconds * 1_000);
          const after = usageOf(client.pid)?.cpu;
          if (before !== undefined && after === undefined) throw new Error(`${command[0]} ended while it was idle`);
          return before === undefined ? undefined : after - before;
        });
      const [own, floor] = await Promise.all([idle(lockstep), idle(echo)]);
      return { lockstep: own, echo: floor };
    },
    figures: [{ ours: "lockstep", peer: "echo", name: "CPU", above: 30 }],
  },
];
