// Rows about typing in one document.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { realDocument } from "./corpus.mjs";
import { planningDocument, workspaceOf } from "./documents.mjs";
import { LspClient } from "./lsp-client.mjs";
import { settled } from "./settled.mjs";
import { median, quantile, sleep } from "./statistics.mjs";
import { holdKey, OpenDocument, typeAndWait } from "./typing.mjs";

const findings = 200;

/** Commands of the language servers that are compared. */
export function serversOf({ server, echo, rumdl }) {
  return {
    lockstep: [process.execPath, [server, "--stdio"]],
    echo: [process.execPath, [echo]],
    ...(rumdl && { rumdl: [rumdl, ["server"]] }),
  };
}

/** Starts a server in a folder, opens a document there, waits until it is at rest, does `work` with it, and ends it. */
export async function withOpen([command, args], { folder, name, text }, work) {
  const client = new LspClient(command, args, folder);
  try {
    await client.initialize();
    const document = new OpenDocument(client, pathToFileURL(join(folder, name)).href, text);
    const first = await document.open();
    await settled(client);
    return await work(document, first, client);
  } finally {
    await client.end();
  }
}

function documentIn(folder, lines, count) {
  return { folder, name: `roadmap/bench-${lines}.md`, text: realDocument(lines) ?? planningDocument(lines, count) };
}

async function typingIn(sides, base, lines, count) {
  const document = documentIn(workspaceOf(1_000, base), lines, count);
  const result = {};
  for (const [side, command] of Object.entries(serversOf(sides))) {
    const latencies = await withOpen(command, document, (open) => typeAndWait(open, 120));
    result[`${side} p50`] = median(latencies);
    result[`${side} p95`] = quantile(latencies, 0.95);
  }
  return result;
}

async function requestsAfterEdits(document, method, params, count) {
  const times = [];
  for (let index = 0; index < count + 3; index += 1) {
    const known = document.client.diagnostics(document.uri, document.version + 1);
    document.type();
    const { milliseconds } = await document.client.request(method, params);
    if (index >= 3) times.push(milliseconds);
    await known;
    await sleep(20);
  }
  return times;
}

export const latencyRows = [
  {
    id: "typing-10000",
    title: "change → diagnostics, 10,000 lines, 200 findings, 1,000 documents beside it, ms",
    measure: ({ sides, base }) => typingIn(sides, base, 10_000, findings),
    figures: [
      { ours: "lockstep p95", peer: "rumdl p95", name: "p95", ratio: 0.14 },
      { ours: "lockstep p50", peer: "echo p50", name: "p50, above an echo", above: 5 },
    ],
  },
  {
    id: "typing-1000",
    title: "the same, 1,000 lines, ms",
    measure: ({ sides, base }) => typingIn(sides, base, 1_000, findings / 10),
    figures: [{ ours: "lockstep p95", peer: "rumdl p95", name: "p95", ratio: 0.5 }],
  },
  {
    id: "held-key",
    title: "held key, a change each 30 ms, 10,000 lines, ms",
    measure: async ({ sides, base }) => {
      const document = documentIn(workspaceOf(1_000, base), 10_000, findings);
      const result = {};
      for (const [side, command] of Object.entries(serversOf(sides)))
        result[side] = quantile(await withOpen(command, document, (open) => holdKey(open, 150, 30)), 0.95);
      return result;
    },
    figures: [{ ours: "lockstep", peer: "rumdl", name: "p95", atMost: 40 }],
  },
  {
    id: "requests",
    title: "after an edit, 2,000 lines, ms",
    measure: async ({ sides, base }) => {
      const document = documentIn(workspaceOf(1_000, base), 2_000, findings / 5);
      const result = {};
      for (const [side, command] of Object.entries(serversOf(sides))) {
        if (side === "echo") continue;
        await withOpen(command, document, async (open, { items }) => {
          const textDocument = { uri: open.uri };
          const range = items[Math.floor(items.length / 2)].range;
          const near = items.filter((item) => item.range.start.line === range.start.line);
          const context = { diagnostics: near, triggerKind: 1 };
          const asked = {
            actions: ["textDocument/codeAction", { textDocument, range, context }],
            symbols: ["textDocument/documentSymbol", { textDocument }],
            hover: ["textDocument/hover", { textDocument, position: range.start }],
          };
          for (const [name, [method, params]] of Object.entries(asked))
            result[`${side} ${name}`] = median(await requestsAfterEdits(open, method, params, 30));
        });
      }
      return result;
    },
    figures: ["actions", "symbols", "hover"].map((name) => ({
      ours: `lockstep ${name}`,
      peer: `rumdl ${name}`,
      name: `${name}, p50`,
      atMost: 5,
    })),
  },
];
