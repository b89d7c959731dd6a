import { boardOf } from "../views/board/board.js";
import type { BoardCell, BoardPlan, BoardRow } from "../views/board/types.js";
import { domainIn, domainProperty } from "./domains.js";
import { limitProperty, listed, type Tool, type ToolContext, textIn } from "./tool.js";

export const comparePriorities: Tool = {
  name: "lockstep_compare_priorities",
  title: "Compare priorities",
  summary: "The priority lists of all plans side by side, with what they do not agree on.",
  description:
    "Sets the priority lists of all plans (roadmaps, priority lists, objectives) side by side, item by item, and says where they differ: another priority, order, status, target date or owner, or an item that one plan has and another for the same time lacks. " +
    "`agreement.percent` says how true it is that everybody asked would give the same list; null where nothing can be compared. In a cell, null means that the plan says nothing of the item and need not, `missing` that it should. " +
    "Use it to answer whether Product and Engineering (or other domains) have the same priorities, or what each plan says of an item (`item`, with `differencesOnly` false).",
  reference: "priorities",
  input: {
    type: "object",
    additionalProperties: false,
    properties: {
      item: {
        type: "string",
        minLength: 1,
        description: "Only items whose name or id holds all of these words, in any case.",
      },
      ...domainProperty,
      differencesOnly: { type: "boolean", default: true, description: "Leave out what all plans agree on." },
      ...limitProperty,
    },
  },

  run(input, context) {
    const board = boardOf(context.service);
    const domain = domainIn(input, context);
    const words = textIn(input, "item")?.toLowerCase().split(/\s+/).filter(Boolean) ?? [];
    const ofDomain = board.plans.map((plan) => domain === undefined || plan.domains.includes(domain));
    const found = board.rows.filter(
      (row) =>
        (input.get("differencesOnly") === false || row.differences.length > 0) &&
        row.cells.some((cell, index) => cell !== null && ofDomain[index]) &&
        words.every((word) => namesOf(row).includes(word)),
    );
    const { total, entries } = listed(found, input);
    return {
      agreement: board.agreement,
      plans: board.plans.map((plan) => planOutput(plan, context)),
      notCompared: board.apart.map((plan) => planOutput(plan, context)),
      total,
      items: entries.map((row) => rowOutput(row, board.plans, context)),
    };
  },
};

function namesOf({ title, id, cells }: BoardRow): string {
  const names = cells.map((cell) => (cell?.kind === "item" ? cell.title : ""));
  return [title, id ?? "", ...names].join("\n").toLowerCase();
}

function planOutput({ path, title, domains, period }: BoardPlan, { pathOf }: ToolContext): object {
  return { path: pathOf(path), title, domains, period };
}

function rowOutput(
  { title, id, cells, differences }: BoardRow,
  plans: readonly BoardPlan[],
  context: ToolContext,
): object {
  return {
    title,
    id,
    plans: cells.map((cell, index) => cell && cellOutput(cell, plans[index]?.path ?? "", context)),
    differences: differences.map(({ kind, text, findings }) => ({
      kind,
      text,
      messages: findings.map(({ message }) => message),
    })),
  };
}

function cellOutput(cell: BoardCell, path: string, { pathOf }: ToolContext): object {
  const where = { path: pathOf(path), line: cell.range.start.line + 1 };
  if (cell.kind === "gap") return { ...where, missing: true };
  const { title, priority, status, target, owners } = cell;
  return { ...where, title, priority: priority?.text ?? null, status, target, owners };
}
