import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import {
  CallToolRequestSchema,
  type CallToolResult,
  ListToolsRequestSchema,
  type Tool,
} from "@modelcontextprotocol/sdk/types.js";
import { callTool, type ToolDeclaration, tools } from "../../engine/tools/tools.js";
import { discover } from "../../node/discover.js";
import { textReader } from "../../node/evaluate.js";
import type { Evaluator } from "../../node/evaluator.js";
import { readSources } from "../../node/sources.js";
import { version } from "../../version.js";
import { open, type ReadingOptions, sayNotes } from "../open.js";
import { todayOf } from "../options.js";
import { say } from "../output.js";
import { evaluatorOf } from "../workspace.js";

/** `lockstep mcp`: the tools for language models, over the Model Context Protocol on standard input and output, until the client closes it. */
export async function runMcp(paths: readonly string[], options: ReadingOptions): Promise<number> {
  const documents = new Documents(paths, options);
  sayNotes(await documents.read());
  const server = new Server({ name: "lockstep", version }, { capabilities: { tools: {} } });
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: tools.map(declared) }));
  server.setRequestHandler(CallToolRequestSchema, ({ params }) => documents.answer(params.name, params.arguments));
  server.onerror = (error) => say(error.message);
  const closed = new Promise<void>((resolve) => {
    server.onclose = resolve;
    // The transport does not look out for the end of its input.
    process.stdin.once("end", resolve).once("close", resolve);
  });
  await server.connect(new StdioServerTransport());
  await closed;
  await server.close();
  return 0;
}

function declared({ name, title, description, input }: ToolDeclaration): Tool {
  return {
    name,
    title,
    description,
    inputSchema: { ...input, type: "object" } as Tool["inputSchema"],
    annotations: { readOnlyHint: true, idempotentHint: true, destructiveHint: false, openWorldHint: false },
  };
}

/** The documents as they are on the disk whenever a tool is called; one call after another. */
class Documents {
  readonly #evaluator: Evaluator;
  #work: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly paths: readonly string[],
    private readonly options: ReadingOptions,
  ) {
    this.#evaluator = evaluatorOf(options);
  }

  /** Reads them for the first time; an argument that names nothing is an error of use. */
  read(): ReturnType<typeof open> {
    return this.#next(async () => {
      const sources = await open(this.paths);
      await this.#evaluator.update(sources, textReader(sources.root));
      this.#evaluator.keepReadings();
      return sources;
    });
  }

  answer(name: string, input: unknown): Promise<CallToolResult> {
    return this.#next(async () => {
      const sources = await readSources(await discover(this.paths, process.cwd()));
      await this.#evaluator.update(sources, textReader(sources.root));
      const { service, origin } = this.#evaluator;
      service.setToday(todayOf(this.options.today));
      const answer = callTool(name, input, {
        service,
        pathOf: (path) => origin?.outside(path) ?? path,
        pathIn: (path) => origin?.inside(path) ?? undefined,
        indexing: false,
      });
      if ("problem" in answer) return { content: [{ type: "text", text: answer.problem }], isError: true };
      return { content: [{ type: "text", text: answer.text }] };
    });
  }

  #next<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#work.then(work);
    this.#work = done.catch(() => undefined);
    return done;
  }
}
