import type { Board, BoardPlan, BoardRow } from "../engine/views/board/types.js";
import { boardCell } from "./board-cell.js";
import { boardDifferences } from "./board-differences.js";
import { placeLink } from "./board-links.js";
import type { BoardLinks } from "./board-page.js";
import { items } from "./board-words.js";
import { type Child, element, fragment, type Html } from "./html.js";

/** The plans side by side, a row for each item; below them the plans that are compared with nothing. */
export function boardTable(board: Board, links: BoardLinks): Html {
  return fragment(board.rows.length > 0 ? table(board, links) : null, apart(board, links));
}

function table({ plans, rows }: Board, links: BoardLinks): Html {
  return element(
    "div",
    { class: "scroll" },
    element(
      "table",
      { id: "grid", "aria-label": "Items by plan" },
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          element("th", { scope: "col", class: "item" }, "Item"),
          plans.map((plan) => planHeader(plan, links)),
          element("th", { scope: "col", class: "differences" }, "What differs"),
        ),
      ),
      element(
        "tbody",
        {},
        rows.map((row) => rowOf(row, plans, links)),
      ),
    ),
    element("p", { id: "nothing", class: "nothing", hidden: true }, "Nothing differs: the plans say the same."),
  );
}

function planHeader(plan: BoardPlan, links: BoardLinks): Html {
  return element(
    "th",
    { scope: "col", class: "plan" },
    placeLink(links, plan.path, plan.range, { class: "speaker" }, plan.speaker),
    element("span", { class: "path" }, breakable(plan.path)),
    element("span", { class: "period" }, [plan.period, items(plan.items)].filter((part) => part !== null).join(" · ")),
  );
}

/** A path that breaks behind its slashes before it breaks within a name. */
function breakable(path: string): readonly Child[] {
  return path.split(/(?<=\/)/).flatMap((part, index) => (index === 0 ? [part] : [element("wbr", {}), part]));
}

function rowOf(row: BoardRow, plans: readonly BoardPlan[], links: BoardLinks): Html {
  const differs = row.differences.length > 0;
  return element(
    "tr",
    { class: differs ? "differing" : "agreeing" },
    element(
      "th",
      { scope: "row", class: "item" },
      element("span", { class: "title" }, row.title),
      row.id === null || row.title.includes(row.id) ? null : element("span", { class: "id" }, row.id),
    ),
    plans.map((plan, index) => boardCell(row.cells[index] ?? null, plan, row, links)),
    element("td", { class: "differences" }, boardDifferences(row.differences, links)),
  );
}

function apart({ apart: plans }: Board, links: BoardLinks): Html | null {
  if (plans.length === 0) return null;
  return element(
    "section",
    { class: "apart", "aria-labelledby": "apart-title" },
    element("h2", { id: "apart-title" }, "Compared with nothing"),
    element(
      "ul",
      {},
      plans.map((plan) =>
        element(
          "li",
          {},
          placeLink(links, plan.path, plan.range, {}, plan.title ?? plan.path),
          ` (${[plan.period, items(plan.items)].filter((part) => part !== null).join(", ")})`,
        ),
      ),
    ),
  );
}
