import { dataOf } from "../config/data.js";
import { type FittingMap, fit } from "../config/fit.js";
import { listOf } from "../text/words.js";
import { checkText } from "./check-text.js";
import { comparePriorities } from "./compare-priorities.js";
import { listDecisions } from "./list-decisions.js";
import { listOpenDisagreements } from "./list-open-disagreements.js";
import { type Tool, type ToolContext, ToolProblem } from "./tool.js";

export type { Tool, ToolContext, ToolDeclaration } from "./tool.js";

/** All tools: what the extension offers to language models, and `lockstep mcp` to their clients. None of them changes anything. */
export const tools: readonly Tool[] = [listOpenDisagreements, listDecisions, comparePriorities, checkText];

/** A tool's answer as JSON; or why there is none, in words for the caller. */
export type ToolAnswer = { readonly text: string } | { readonly problem: string };

/** Runs a tool by its name. The input may be anything: what does not fit the tool's schema is a problem, told as such. */
export function callTool(name: string, given: unknown, context: ToolContext): ToolAnswer {
  const tool = tools.find((candidate) => candidate.name === name);
  if (!tool)
    return { problem: `There is no tool “${name.slice(0, 80)}”. Known: ${tools.map((one) => one.name).join(", ")}.` };
  const { value, problems } = fit(dataOf(given ?? {}), tool.input, noFormats);
  const [first] = problems;
  if (first) return { problem: first.message };
  if (!(value instanceof Map))
    return { problem: `The input must be an object with ${listOf(tool.input.required ?? [])}.` };
  try {
    const answer = tool.run(value as FittingMap, context);
    const note = "Documents are still being read, so this may lack some; ask again in a few seconds.";
    return { text: JSON.stringify(context.indexing ? { ...answer, note } : answer) };
  } catch (error) {
    if (error instanceof ToolProblem) return { problem: error.message };
    throw error;
  }
}

/** The schemas of tools use no format of configuration files. */
const noFormats = { glob: () => undefined, "inner-path": () => undefined, "calendar-date": () => undefined };
