import type { PlanItem } from "../../model/facts.js";
import type { ComparedPriorities, RankedPair } from "../../rules/shared/plans-priorities.js";
import type { BoardAgreement } from "./types.js";

/**
 * One answer of a pair of plans about an item: 1 where they say the same, 0 where they do not, between them where a part of the order is
 * the same.
 */
export interface Answer {
  readonly item: PlanItem;
  /** The same item in the other plan. */
  readonly other: PlanItem;
  readonly agreement: number;
}

/** What one plan and each other one answer about their common items; every pair of statements comes from both of its sides. */
export function answersFrom({ levels, equal, lists }: ComparedPriorities): readonly Answer[] {
  const answers: Answer[] = [];
  for (const [item, { others }] of levels) {
    for (const { fact } of others) answers.push({ item, other: fact, agreement: 0 });
  }
  for (const [item, { fact }] of equal) answers.push({ item, other: fact, agreement: 1 });
  for (const pairs of lists) {
    const inverted = inversionsOf(pairs);
    pairs.forEach((pair, index) => {
      if (!pair.orderOnly || pairs.length < 2) return;
      const share = (inverted[index] ?? 0) / (pairs.length - 1);
      answers.push({ item: pair.item, other: pair.other.fact, agreement: 1 - share });
    });
  }
  return answers;
}

/**
 * How true it is that "if you asked each of us, you would get the same list" (Kaplan-Moss & Richardson, *The VPP/VPE Relationship*; the formula is
 * Lockstep's own).
 *
 * Take an item for which at least two plans of the same time answer, and each two of those plans:
 *
 * - levels that compare (one scheme, or two that configuration or a legend puts side by side): 1 where they are equal, 0 where not;
 * - only an order in each: the share of the other items that both rank that stand on the same side of this one in both. Over two lists this is the share of
 *   concordant pairs, from which Kendall's τ is made (M. G. Kendall, "A New Measure of Rank Correlation", Biometrika 30, 1938);
 * - one plan has the item and the other, which ought to, lacks it (a shadow plan): 0;
 * - anything else cannot be compared, and is left out.
 *
 * The item's agreement is the mean over these pairs, the board's the mean over its items: the chance that two plans, asked about one item that both answer for,
 * say the same. Dates, statuses and owners are no part of a list, and do not count. In whole percent, rounded down, so that 100 means all; null where nothing
 * can be compared, as with no plan, one plan, or plans that share no item.
 *
 * @param rows the agreement of each item, undefined where it cannot be compared
 */
export function agreementOf(rows: readonly (number | undefined)[]): BoardAgreement {
  const compared = rows.filter((agreement) => agreement !== undefined);
  const sum = compared.reduce((total, agreement) => total + agreement, 0);
  return {
    // Thirds and sevenths do not add up to whole numbers in floating point.
    percent: compared.length === 0 ? null : Math.floor((100 * sum) / compared.length + 1e-9),
    compared: compared.length,
    same: compared.filter((agreement) => agreement === 1).length,
    notCompared: rows.length - compared.length,
  };
}

/** Mean of an item's answers; undefined where there are none. */
export function meanOf(answers: readonly number[]): number | undefined {
  if (answers.length === 0) return undefined;
  return answers.reduce((total, agreement) => total + agreement, 0) / answers.length;
}

/** For each pair, how many others stand on the other side of it there than here; equal ranks contradict nothing. n log n. */
function inversionsOf(pairs: readonly RankedPair[]): readonly number[] {
  const counts = pairs.map(() => 0);
  const order = pairs.map((_, index) => index);
  order.sort((a, b) => levelAt(pairs, a) - levelAt(pairs, b));
  const ranks = new Map(
    [...new Set(pairs.map((pair) => pair.otherLevel))].sort((a, b) => a - b).map((level, index) => [level, index]),
  );
  const rankAt = (index: number): number => ranks.get(pairs[index]?.otherLevel ?? 0) ?? 0;
  // From the top: who stands before me here, and behind me there. From the bottom: the other way round.
  const walk = (sequence: readonly number[], mirrored: boolean): void => {
    const seen = new Counter(ranks.size);
    for (const group of groupsOf(sequence, (index) => levelAt(pairs, index))) {
      for (const index of group) {
        const rank = mirrored ? ranks.size - 1 - rankAt(index) : rankAt(index);
        counts[index] = (counts[index] ?? 0) + seen.total - seen.upTo(rank);
      }
      for (const index of group) seen.add(mirrored ? ranks.size - 1 - rankAt(index) : rankAt(index));
    }
  };
  walk(order, false);
  walk([...order].reverse(), true);
  return counts;
}

function levelAt(pairs: readonly RankedPair[], index: number): number {
  return pairs[index]?.level ?? 0;
}

/** Runs of equal keys. */
function groupsOf(sequence: readonly number[], keyOf: (index: number) => number): number[][] {
  const groups: number[][] = [];
  for (const index of sequence) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && keyOf(last[0]) === keyOf(index)) last.push(index);
    else groups.push([index]);
  }
  return groups;
}

/** How many of the numbers below `size` were seen up to one of them (P. M. Fenwick's tree, 1994). */
class Counter {
  readonly #tree: number[];
  total = 0;

  constructor(size: number) {
    this.#tree = new Array<number>(size + 1).fill(0);
  }

  add(value: number): void {
    this.total += 1;
    for (let at = value + 1; at < this.#tree.length; at += at & -at) this.#tree[at] = (this.#tree[at] ?? 0) + 1;
  }

  upTo(value: number): number {
    let sum = 0;
    for (let at = value + 1; at > 0; at -= at & -at) sum += this.#tree[at] ?? 0;
    return sum;
  }
}
