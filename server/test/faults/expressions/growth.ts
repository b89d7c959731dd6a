import { processorTime } from "../support/soak.js";
import { type Attack, textOf } from "./attacks.js";

/** Lengths at which nothing takes long, close enough for work that doubles with each few letters to be seen before it never ends; what is long there, in milliseconds. */
const tiny = [24, 36, 48, 60, 72, 84, 100, 500];
const alarming = 40;
/** Lengths at which growth is looked at. */
const short = 4_000;
const middle = 16_000;
const long = 64_000;
/** Milliseconds at the middle length that nobody has to look at any further. */
const most = 150;
/** Milliseconds that a linear expression is far below at the short length. */
const unsuspicious = 0.25;
/** Four times the text may cost at most this many times as much: linear work four, quadratic work sixteen. */
const mostGrowth = 9;

export interface Growth {
  readonly milliseconds: number;
  readonly factor: number;
}

/** Whether a short text takes as long as only work does that grows with a high power of its length. `usual` milliseconds are nothing. */
export function explosive(work: (text: string) => void, attack: Attack, usual = 0): boolean {
  const enough = alarming + usual;
  return tiny.some((length) => least(() => work(textOf(attack, length)), enough) > enough);
}

/** How the work for a text grows where that is more than linear; undefined where it is not. */
export function superlinear(work: (text: string) => void, attack: Attack, floor = unsuspicious): Growth | undefined {
  if (explosive(work, attack, floor)) return { milliseconds: alarming, factor: Number.POSITIVE_INFINITY };
  if (least(() => work(textOf(attack, short)), floor) < floor) return undefined;
  const some = textOf(attack, middle);
  const four = textOf(attack, long);
  const before = least(() => work(some), 0);
  if (before > most + 4 * floor) return { milliseconds: before, factor: Number.POSITIVE_INFINITY };
  const after = least(() => work(four), before * mostGrowth);
  const factor = after / Math.max(before, 0.05);
  return factor > mostGrowth ? { milliseconds: after, factor } : undefined;
}

/** The least of a few measurements in milliseconds; one below `enough` ends them. */
function least(work: () => void, enough: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 4 && best > enough; round += 1) {
    const start = processorTime();
    work();
    best = Math.min(best, processorTime() - start);
    if (best > 2000) break;
  }
  return best;
}

/** Finds what an expression finds in a text. A sticky one is tried at one place, as whoever calls it chooses it. */
export function search(expression: RegExp): (text: string) => void {
  if (expression.sticky)
    return (text) => {
      expression.lastIndex = 0;
      expression.exec(text);
    };
  const everywhere = new RegExp(expression.source, `${expression.flags.replace(/[gyd]/g, "")}g`);
  return (text) => {
    everywhere.lastIndex = 0;
    for (let match = everywhere.exec(text); match !== null; match = everywhere.exec(text)) {
      if (match[0] === "") everywhere.lastIndex += 1;
      if (!expression.global) break;
    }
  };
}
