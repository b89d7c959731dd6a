import { processorTime } from "../support/soak.js";
import { type Attack, textOf } from "./attacks.js";

/** Lengths at which growth is looked at. */
const short = 4_000;
const middle = 16_000;
const long = 64_000;
/** Milliseconds that a linear expression is far below at the short length. */
const unsuspicious = 0.25;
/** Four times the text may cost at most this many times as much: linear work four, quadratic work sixteen. */
const mostGrowth = 9;

export interface Growth {
  readonly milliseconds: number;
  readonly factor: number;
}

/** How the work for a text grows where that is more than linear; undefined where it is not. */
export function superlinear(work: (text: string) => void, attack: Attack, floor = unsuspicious): Growth | undefined {
  if (least(() => work(textOf(attack, short)), floor) < floor) return undefined;
  const some = textOf(attack, middle);
  const four = textOf(attack, long);
  const before = least(() => work(some), 0);
  if (before > 1500) return { milliseconds: before, factor: Number.POSITIVE_INFINITY };
  const after = least(() => work(four), before * mostGrowth);
  const factor = after / Math.max(before, 0.05);
  return factor > mostGrowth ? { milliseconds: after, factor } : undefined;
}

/** The least of a few measurements in milliseconds; one below `enough` ends them. */
function least(work: () => void, enough: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 4 && best >= enough; round += 1) {
    const start = processorTime();
    work();
    best = Math.min(best, processorTime() - start);
    if (best > 1500) break;
  }
  return best;
}

/** Finds all that an expression finds in a text. One that is tried at given places is tried at all of them. */
export function search(expression: RegExp): (text: string) => void {
  const everywhere = new RegExp(expression.source, `${expression.flags.replace(/[gyd]/g, "")}g`);
  return (text) => {
    everywhere.lastIndex = 0;
    for (let match = everywhere.exec(text); match !== null; match = everywhere.exec(text)) {
      if (match[0] === "") everywhere.lastIndex += 1;
      if (!expression.global && !expression.sticky) break;
    }
  };
}
