import { phrase } from "../engine/text/phrase.js";
import type {
  BoardCell,
  BoardDifferenceKind,
  BoardItem,
  BoardPlan,
  BoardPriority,
  BoardRow,
} from "../engine/views/board/types.js";
import { placeLink } from "./board-links.js";
import type { Drawing } from "./board-page.js";
import type { Say } from "./board-words.js";
import { element, type Html } from "./html.js";

/** What one plan says of one item. */
export function boardCell(cell: BoardCell | null, plan: BoardPlan, row: BoardRow, drawing: Drawing): Html {
  const { links, say } = drawing;
  if (cell === null)
    return element(
      "td",
      { class: "silent" },
      element("span", { role: "img", "aria-label": say(phrase`says nothing of it`) }, "·"),
    );
  if (cell.kind === "gap")
    return element("td", { class: "gap" }, placeLink(links, plan.path, cell.range, {}, say(phrase`not in this plan`)));
  const { differs, open } = cell;
  return element(
    "td",
    { class: ["stated", differs.length > 0 ? "differs" : null, open ? null : "closed"].filter(Boolean).join(" ") },
    priorityOf(cell, plan, drawing),
    cell.title === row.title ? null : element("span", { class: "other-title" }, cell.title),
    detailsOf(cell, say),
  );
}

function priorityOf(cell: BoardItem, plan: BoardPlan, { links, say }: Drawing): Html {
  const { priority } = cell;
  const marked = differsIn(cell, "priority") || differsIn(cell, "order");
  if (!priority) return placeLink(links, plan.path, cell.range, { class: "priority none" }, say(phrase`no priority`));
  return placeLink(
    links,
    plan.path,
    priority.range,
    { class: `priority ${shadeOf(priority)}${marked ? " marked" : ""}` },
    priority.text,
    marked ? mark(say) : null,
  );
}

/** Darker for what is more important. */
function shadeOf({ scheme, level }: BoardPriority): string {
  const step = scheme === "rank" || scheme === "ordinal" ? level - 1 : level;
  return step <= 0 ? "top" : step <= 1 ? "high" : step <= 2 ? "middle" : "low";
}

function detailsOf(cell: BoardItem, say: Say): Html | null {
  const parts = [
    detail(cell.status, differsIn(cell, "status"), "status", say),
    detail(cell.target, differsIn(cell, "target"), "target", say),
    differsIn(cell, "owner") ? detail(cell.owners.join(", "), true, "owner", say) : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : element("span", { class: "details" }, parts);
}

function detail(text: string | null, marked: boolean, kind: string, say: Say): Html | null {
  if (text === null || text === "") return null;
  return element("span", { class: marked ? `${kind} marked` : kind }, text, marked ? mark(say) : null);
}

function differsIn({ differs }: BoardItem, kind: BoardDifferenceKind): boolean {
  return differs.includes(kind);
}

/** Says without colour, and to those who listen, that another plan has it otherwise. */
function mark(say: Say): Html {
  return element("span", { class: "mark", role: "img", "aria-label": say(phrase`differs`) }, "≠");
}
