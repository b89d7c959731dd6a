import type {
  BoardCell,
  BoardDifferenceKind,
  BoardItem,
  BoardPlan,
  BoardPriority,
  BoardRow,
} from "../engine/views/board/types.js";
import { placeLink } from "./board-links.js";
import type { BoardLinks } from "./board-page.js";
import { element, type Html } from "./html.js";

/** What one plan says of one item. */
export function boardCell(cell: BoardCell | null, plan: BoardPlan, row: BoardRow, links: BoardLinks): Html {
  if (cell === null)
    return element("td", { class: "silent" }, element("span", { "aria-label": "says nothing of it" }, "·"));
  if (cell.kind === "gap")
    return element("td", { class: "gap" }, placeLink(links, plan.path, cell.range, {}, "not in this plan"));
  const { differs, open } = cell;
  return element(
    "td",
    { class: ["stated", differs.length > 0 ? "differs" : null, open ? null : "closed"].filter(Boolean).join(" ") },
    priorityOf(cell, plan, links),
    cell.title === row.title ? null : element("span", { class: "other-title" }, cell.title),
    detailsOf(cell),
  );
}

function priorityOf(cell: BoardItem, plan: BoardPlan, links: BoardLinks): Html {
  const { priority } = cell;
  const marked = differsIn(cell, "priority") || differsIn(cell, "order");
  if (!priority) return placeLink(links, plan.path, cell.range, { class: "priority none" }, "no priority");
  return placeLink(
    links,
    plan.path,
    priority.range,
    { class: `priority ${shadeOf(priority)}${marked ? " marked" : ""}` },
    priority.text,
    marked ? mark() : null,
  );
}

/** Darker for what is more important. */
function shadeOf({ scheme, level }: BoardPriority): string {
  const step = scheme === "rank" || scheme === "ordinal" ? level - 1 : level;
  return step <= 0 ? "top" : step <= 1 ? "high" : step <= 2 ? "middle" : "low";
}

function detailsOf(cell: BoardItem): Html | null {
  const parts = [
    detail(cell.status, differsIn(cell, "status"), "status"),
    detail(cell.target, differsIn(cell, "target"), "target"),
    differsIn(cell, "owner") ? detail(cell.owners.join(", "), true, "owner") : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : element("span", { class: "details" }, parts);
}

function detail(text: string | null, marked: boolean, kind: string): Html | null {
  if (text === null || text === "") return null;
  return element("span", { class: marked ? `${kind} marked` : kind }, text, marked ? mark() : null);
}

function differsIn({ differs }: BoardItem, kind: BoardDifferenceKind): boolean {
  return differs.includes(kind);
}

/** Says without colour, and to those who listen, that another plan has it otherwise. */
function mark(): Html {
  return element("span", { class: "mark", role: "img", "aria-label": "differs" }, "≠");
}
