import { phrase } from "../engine/text/phrase.js";
import type { Board, BoardPlan, BoardRow } from "../engine/views/board/types.js";
import { boardCell } from "./board-cell.js";
import { boardDifferences } from "./board-differences.js";
import { placeLink } from "./board-links.js";
import type { Drawing } from "./board-page.js";
import { items, type Say } from "./board-words.js";
import { type Child, element, fragment, type Html } from "./html.js";

/** The plans side by side, a row for each item; below them the plans that are compared with nothing. */
export function boardTable(board: Board, drawing: Drawing): Html {
  return fragment(board.rows.length > 0 ? table(board, drawing) : null, apart(board, drawing));
}

function table({ plans, rows }: Board, drawing: Drawing): Html {
  const { say } = drawing;
  return element(
    "div",
    { class: "scroll" },
    element(
      "table",
      { id: "grid", "aria-label": say(phrase`Items by plan`) },
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          element("th", { scope: "col", class: "item" }, say(phrase`Item`)),
          plans.map((plan) => planHeader(plan, drawing)),
          element("th", { scope: "col", class: "differences" }, say(phrase`What differs`)),
        ),
      ),
      element(
        "tbody",
        {},
        rows.map((row) => rowOf(row, plans, drawing)),
      ),
    ),
    element(
      "p",
      { id: "nothing", class: "nothing", hidden: true },
      say(phrase`Nothing differs: the plans say the same.`),
    ),
  );
}

function planHeader(plan: BoardPlan, { links, say }: Drawing): Html {
  return element(
    "th",
    { scope: "col", class: "plan" },
    placeLink(links, plan.path, plan.range, { class: "speaker" }, plan.speaker),
    element("span", { class: "path" }, breakable(plan.path)),
    element("span", { class: "period" }, extentOf(plan, say).join(" · ")),
  );
}

/** What time a plan is for, and how much is in it. */
function extentOf(plan: BoardPlan, say: Say): readonly string[] {
  return [...(plan.period === null ? [] : [plan.period]), say(items(plan.items))];
}

/** A path that breaks behind its slashes before it breaks within a name. */
function breakable(path: string): readonly Child[] {
  return path.split(/(?<=\/)/).flatMap((part, index) => (index === 0 ? [part] : [element("wbr", {}), part]));
}

function rowOf(row: BoardRow, plans: readonly BoardPlan[], drawing: Drawing): Html {
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
    plans.map((plan, index) => boardCell(row.cells[index] ?? null, plan, row, drawing)),
    element("td", { class: "differences" }, boardDifferences(row.differences, drawing)),
  );
}

function apart({ apart: plans }: Board, { links, say }: Drawing): Html | null {
  if (plans.length === 0) return null;
  return element(
    "section",
    { class: "apart", "aria-labelledby": "apart-title" },
    element("h2", { id: "apart-title" }, say(phrase`Compared with nothing`)),
    element(
      "ul",
      {},
      plans.map((plan) =>
        element(
          "li",
          {},
          placeLink(links, plan.path, plan.range, {}, plan.title ?? plan.path),
          ` (${extentOf(plan, say).join(", ")})`,
        ),
      ),
    ),
  );
}
