import type { BoardDifferenceKind } from "../engine/views/board/types.js";

/** What a difference is about, as the page calls it. */
export const differenceNames: Readonly<Record<BoardDifferenceKind, string>> = {
  priority: "Priority",
  order: "Order",
  missing: "Missing",
  status: "Status",
  target: "Date",
  owner: "Owner",
};

/** "1 item", "12 items". */
export function items(amount: number): string {
  return amount === 1 ? "1 item" : `${amount} items`;
}
