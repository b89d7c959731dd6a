import type { DocumentHead } from "../../model/section.js";
import { currencyBefore, currencyBehind, currencyOf } from "../../text/currencies.js";
import type { ReadUnit } from "../context.js";
import { unitOf } from "./figures.js";

/** How a document or a column says that sums are written: each figure times `scale`, in a currency where one is named. */
export type Sums = NonNullable<DocumentHead["sums"]>;

const currency = `${currencyBefore}|${currencyBehind}`;
const scales: readonly (readonly [number, string])[] = [
  [1e3, "thousands?|k|000s?"],
  [1e6, "millions?|m|mn"],
];

/** "thousands of pounds", "k€", "thousand EUR"; "£k", "€ million": each with its scale. */
const scaled = scales.flatMap(([scale, words]) =>
  [
    `(?<![\\p{L}\\d])(?:${words})(?: of)? ?(${currency})`,
    `(${currency}|(?<![\\p{L}\\d])(?:EUR|USD|GBP|CHF)(?= )) ?(?:${words})(?![\\p{L}\\d])`,
  ].map((pattern) => ({ scale, pattern: new RegExp(pattern, "iu") })),
);
const thousands = /(?<![\p{L}\d])(?:thousands?|k)(?![\p{L}\d])/iu;

/** What the sums are called that a sentence speaks of, all of them. */
const allSums =
  /^(?:(?:all|the|these|our|every|each|both|money|budget)\s){0,3}(?:sums?|amounts?|figures?|numbers?|values?|money|costs?|budgets?|prices|everything)\b/i;
const longestSentence = 160;

/** What the paragraphs say of how all sums are written: "All sums are in thousands of pounds", "Figures in €k"; with `leadIns` also what leads to a table, "Payroll, in €k:". */
export function sumsTold(units: readonly ReadUnit[], leadIns = false): Sums | undefined {
  for (const { unit } of units) {
    if (unit.kind !== "paragraph" || unit.item || !/\bin\s/i.test(unit.inline.prose)) continue;
    for (const sentence of unit.inline.prose.replace(/\s+/g, " ").split(/(?<=[.;!?])\s/)) {
      const at = sentence.length <= longestSentence ? sentence.search(/\bin\s/i) : -1;
      const before = sentence.slice(0, Math.max(at, 0)).replace(/^[^\p{L}]+/u, "");
      const found =
        at < 0 || (before !== "" && !allSums.test(before) && !(leadIns && /:\s*$/.test(sentence)))
          ? undefined
          : moneyScale(sentence.slice(at));
      if (found) return found;
    }
  }
  return undefined;
}

function moneyScale(text: string): Sums | undefined {
  for (const { scale, pattern } of scaled) {
    const unit = pattern.exec(text)?.[1];
    if (unit !== undefined) return { scale, unit: unitOf(currencyOf(unit)) };
  }
  return undefined;
}

/** What a column's header says of its figures: "Budget (k€)", "Cost, £ thousand", "Spend in thousands". */
export function sumsOfHeader(header: string): Sums | undefined {
  return moneyScale(header) ?? (thousands.test(header) ? { scale: 1e3, unit: "" } : undefined);
}
