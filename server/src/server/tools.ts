import { callTool } from "../engine/tools/tools.js";
import type { ToolParams, ToolResult } from "../protocol/messages.js";
import type { Session } from "./session.js";

/** Answers a language model in the editor. What it calls documents is what the service calls them. */
export function answerTool({ name, input }: ToolParams, { service, files }: Session): ToolResult {
  return callTool(String(name), input, {
    service,
    pathOf: (path) => path,
    pathIn: (path) => path,
    indexing: files.indexing,
  });
}
