import type { Severity } from "../../config/rule-declaration.js";
import type { PriorityScheme, StatusClass } from "../../model/facts.js";
import type { Range } from "../../text/range.js";

/**
 * The one-voice board: the priority lists of all plans side by side, aligned item by item. Plain data, in which nothing leads to how the
 * engine works inside: it is printed, sent to editors and drawn. Paths are the service's, with `/`; ranges as in LSP.
 */
export interface Board {
  readonly version: 1;
  /** The day that counted as today, `YYYY-MM-DD`. */
  readonly date: string;
  readonly agreement: BoardAgreement;
  /** The columns: plans that are compared with at least one other. Roadmaps first, and of them those of several domains; then by domain and path. */
  readonly plans: readonly BoardPlan[];
  /** The rows, in the order of the first plan that holds them. */
  readonly rows: readonly BoardRow[];
  /** Plans that no other plan is compared with: they are the only one, are for another time, or share no item with another. */
  readonly apart: readonly BoardPlan[];
}

/** How true it is that asking each of us gives the same list; see `board/agreement.ts` for the formula. */
export interface BoardAgreement {
  /** Whole percent, rounded down; null where nothing can be compared. */
  readonly percent: number | null;
  /** Items that two plans or more give an answer for. */
  readonly compared: number;
  /** Those of them for which all answers are the same. */
  readonly same: number;
  /** Open items of the board that only one plan speaks of, or whose priorities do not compare. */
  readonly notCompared: number;
}

export interface BoardPlan {
  readonly path: string;
  /** The document's title, or its first line: where to go for the plan as a whole. */
  readonly range: Range;
  readonly title: string | null;
  readonly domains: readonly string[];
  /** Who speaks in it, in words: "Product", "Product and Engineering", else its title or path. */
  readonly speaker: string;
  /** The time that it covers, as written; null where it says none. */
  readonly period: string | null;
  /** Its open items. */
  readonly items: number;
}

export interface BoardRow {
  /** As the first plan that has the item calls it. */
  readonly title: string;
  readonly id: string | null;
  /** One for each of `plans`; null where a plan says nothing of the item and nothing says that it should. */
  readonly cells: readonly (BoardCell | null)[];
  readonly differences: readonly BoardDifference[];
  /** From 0 (all answers differ) to 1 (all are the same); null where nothing compares. */
  readonly agreement: number | null;
}

export type BoardCell = BoardItem | BoardGap;

/** An item as one plan has it. */
export interface BoardItem {
  readonly kind: "item";
  /** Its name there. */
  readonly range: Range;
  readonly title: string;
  readonly priority: BoardPriority | null;
  readonly status: string | null;
  readonly statusClass: StatusClass | null;
  readonly target: string | null;
  readonly owners: readonly string[];
  /** Neither done nor dropped. */
  readonly open: boolean;
  /** What this plan says differently from another one. */
  readonly differs: readonly BoardDifferenceKind[];
}

export interface BoardPriority {
  readonly text: string;
  readonly scheme: PriorityScheme;
  /** 0 is the most important of its scheme; ranks count from 1. */
  readonly level: number;
  /** Where it is written; that of the item where a heading or the order of the list says it. */
  readonly range: Range;
}

/** A plan that covers the item's time, and lacks it. */
export interface BoardGap {
  readonly kind: "gap";
  /** The plan's title. */
  readonly range: Range;
}

/** `missing`: one plan has it and another, for the same time, lacks it. `order`: the priorities do not compare, the order does. */
export type BoardDifferenceKind = "priority" | "order" | "missing" | "status" | "target" | "owner";

export interface BoardDifference {
  readonly kind: BoardDifferenceKind;
  /** In few words: "P1, P3", "not in Engineering". */
  readonly text: string;
  /** Columns that are part of it, as indexes of `plans`, in order. */
  readonly plans: readonly number[];
  /** What the rules say of it; none where the rule is off, a comment suppresses it, or a baseline accepts it. */
  readonly findings: readonly BoardFinding[];
}

export interface BoardFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly path: string;
  readonly range: Range;
  readonly message: string;
  /** Titles of its fixes. Editors find them among the code actions at `range` of `path`. */
  readonly fixes: readonly string[];
}
