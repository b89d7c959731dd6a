import type { Nodes, Table } from "mdast";
import type { Place, Slot } from "../markdown/slot.js";
import { lineAround } from "./lines.js";
import type { SuppressionEdit } from "./removal.js";

/**
 * Where a comment goes that suppresses a rule at a place, and what it says: before the line where a block of its own begins there;
 * behind the row in a table, where no line may come between; behind the line elsewhere; below front matter for the whole document,
 * as no comment may stand in it. `reason` is put in as it is (a snippet's placeholder, say) and must not hold `-->` or `|`.
 */
export function suppressionOf(place: Place, rule: string, reason: string): SuppressionEdit {
  const { slot } = place;
  const comment = (directive: string): string => `<!-- lockstep-${directive} ${rule} -- ${reason} -->`;
  const line = lineAround(slot, place.start);
  const newLine = slot.text.includes("\r\n") ? "\r\n" : "\n";
  const nodeStart = offsetIn(slot, slot.node?.position?.start.offset);
  if (slot.node?.type === "yaml") {
    const end = offsetIn(slot, slot.node.position?.end.offset);
    return insert(slot, end, `${newLine}${newLine}${comment("disable-file")}`);
  }
  const beginsHere = nodeStart >= line.start && nodeStart <= line.end;
  if (beginsHere && (slot.node?.type === "heading" || slot.node?.type === "paragraph")) {
    return insert(slot, line.start, `${comment("disable-next-line")}${newLine}`);
  }
  const row = rowAt(slot, place.start);
  if (row) return insert(slot, row.end, ` ${comment("disable-line")}${row.closed ? " " : ""}`);
  const end = line.start + textEnd(slot.text.slice(line.start, line.end));
  return insert(slot, end, ` ${comment("disable-line")}`);
}

function insert(slot: Slot, at: number, newText: string): SuppressionEdit {
  return { place: { slot, start: at, end: at }, newText };
}

function offsetIn(slot: Slot, offset: number | undefined): number {
  return (offset ?? slot.base) - slot.base;
}

/** Before what makes a hard break at the end of a line: two spaces, or a backslash. */
function textEnd(line: string): number {
  const trimmed = line.trimEnd();
  return trimmed.endsWith("\\") ? trimmed.length - 1 : trimmed.length;
}

interface Row {
  /** Where the last cell's text ends. */
  readonly end: number;
  /** Whether a bar follows. */
  readonly closed: boolean;
}

function rowAt(slot: Slot, offset: number): Row | undefined {
  const table = tableAt(slot, offset);
  const row = table?.children.find(
    ({ position }) =>
      offsetIn(slot, position?.start.offset) <= offset && offset <= offsetIn(slot, position?.end.offset),
  );
  if (!row) return undefined;
  const start = offsetIn(slot, row.position?.start.offset);
  const text = slot.text.slice(start, offsetIn(slot, row.position?.end.offset)).trimEnd();
  const closed = text.endsWith("|") && !text.endsWith("\\|");
  return {
    end: start + (closed ? text.slice(0, -1).trimEnd().length : text.length),
    closed: closed && !/\s\|$/.test(text),
  };
}

function tableAt(slot: Slot, offset: number): Table | undefined {
  let node: Nodes | undefined = slot.node;
  while (node && node.type !== "table") {
    const children: readonly Nodes[] = "children" in node ? node.children : [];
    node = children.find(
      ({ position }) =>
        offsetIn(slot, position?.start.offset) <= offset && offset <= offsetIn(slot, position?.end.offset),
    );
  }
  return node;
}
