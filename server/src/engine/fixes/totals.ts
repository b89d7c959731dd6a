import type { PlanDocument } from "../index/document.js";
import { sourceOf } from "../markdown/place.js";
import type { Figure } from "../model/facts.js";
import { phrase } from "../text/phrase.js";
import type { Fix } from "./fix.js";

/** *Correct the total to 2,180*: arithmetic chooses nothing for anybody. */
export function* correctTotal(
  figure: Figure,
  sum: number,
  rows: readonly Figure[],
  document: PlanDocument,
): Iterable<Fix> {
  const written = sourceOf(figure.place);
  if (scaled.test(figure.text) || !written.includes(figure.text)) return;
  const text = likeFigure(sum, figure, rows);
  const newText = written.replace(figure.text, () => text);
  yield {
    title: phrase`Correct the total to ${text}`,
    edits: [{ document, place: figure.place, newText }],
    safe: true,
    snippet: false,
    preferred: true,
  };
}

const scaled = /\d\s?(?:k|m|mn|bn)\b/i;
const number = /\d(?:[\d.,'\u2009\u202f ]*\d)?/;

/** A number as a table writes its numbers: the currency, the separators and the decimals of its figures. */
export function likeFigure(value: number, figure: Figure, rows: readonly Figure[]): string {
  const texts = [figure, ...rows].map(({ text }) => text);
  const separator = texts
    .map((text) => /\d([,'\u2009\u202f ])\d{3}(?!\d)/.exec(text)?.[1])
    .find((one) => one !== undefined);
  const point = separator !== "," && texts.some((text) => /\d,\d{1,2}(?!\d)/.test(text)) ? "," : ".";
  const decimals = Math.max(0, ...rows.map((row) => decimalsOf(row.value)));
  const [whole = "", fraction] = value.toFixed(decimals).split(".");
  const grouped = separator === undefined ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, separator);
  const digits =
    fraction === undefined || /^0*$/.test(fraction)
      ? grouped
      : `${grouped}${point}${fraction.replace(/(?<!0)0+$/, "")}`;
  return figure.text.replace(number, () => digits);
}

function decimalsOf(value: number): number {
  return Math.min(4, String(value).split(".")[1]?.length ?? 0);
}
