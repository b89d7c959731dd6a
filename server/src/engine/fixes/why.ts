import type { PlanDocument } from "../index/document.js";
import type { PlanItem } from "../model/facts.js";
import { phrase } from "../text/phrase.js";
import { columnsOf } from "../understand/items/columns.js";
import type { Fix } from "./fix.js";
import { gap } from "./next-steps.js";

const hint = "who needs it, and what for";

/** *Say why…*: in the column, label or bullet that the plan has for reasons. */
export function* addWhy(item: PlanItem, document: PlanDocument): Iterable<Fix> {
  const title = phrase`Say why…`;
  const { unit } = item;
  if (unit?.kind !== "row") {
    yield* gap(item, document, title, ["why"], "Why", hint);
    return;
  }
  const column = columnsOf(unit.table).find(({ name }) => name === "why");
  const cell = column && unit.cells[column.index];
  if (!cell) return;
  const place = { slot: unit.slot, start: cell.start, end: cell.end };
  yield { title, edits: [{ document, place, newText: `\${1:${hint}}` }], safe: false, snippet: true };
}
