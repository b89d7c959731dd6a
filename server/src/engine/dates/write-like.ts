import { type DateValue, isoDate } from "../model/date.js";

const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** Writes a day as another one is written: "2026-06-15", "15.06.2026", "6/15/26", "15 June 2026", "Jun 15, 2026". ISO where the form is another. */
export function writeLike(day: number, sample: DateValue): string {
  const iso = isoDate(day);
  const [year = "", month = "", date = ""] = iso.split("-");
  const { text } = sample;
  const yearFirst = /^\d{4}([-/.]?)\d{2}\1\d{2}$/.exec(text);
  if (yearFirst) return [year, month, date].join(yearFirst[1]);
  const numeric = /^(\d{1,2})([-/.] ?)(\d{1,2})\2(\d{4}|\d{2})$/.exec(text);
  if (numeric) return numericLike(numeric, sample, { year, month, date });
  const name = monthNames[Number(month) - 1] ?? "";
  const named = (written: string): string =>
    written.length <= 4 && written !== "June" && written !== "July" ? name.slice(0, 3) : name;
  const plain = String(Number(date));
  const dayFirst = /^\d{1,2}(\.?) (\p{L}+)(\.?)(,?)( \d{4})?$/u.exec(text);
  if (dayFirst)
    return `${plain}${dayFirst[1]} ${named(dayFirst[2] ?? "")}${dayFirst[4]}${dayFirst[5] === undefined ? "" : ` ${year}`}`;
  const monthFirst = /^(\p{L}+)\.? \d{1,2}(,?)( \d{4})?$/u.exec(text);
  if (monthFirst)
    return `${named(monthFirst[1] ?? "")} ${plain}${monthFirst[2]}${monthFirst[3] === undefined ? "" : ` ${year}`}`;
  return iso;
}

interface Parts {
  readonly year: string;
  readonly month: string;
  readonly date: string;
}

function numericLike(
  [, first = "", separator = "", second = "", years = ""]: RegExpExecArray,
  sample: DateValue,
  to: Parts,
): string {
  const sampleDate = Number(isoDate(sample.start).slice(8));
  const monthFirst = Number(first) !== sampleDate;
  const padded =
    first.startsWith("0") ||
    second.startsWith("0") ||
    (separator.startsWith(".") && first.length + second.length === 4);
  const [date, month] = padded ? [to.date, to.month] : [String(Number(to.date)), String(Number(to.month))];
  const year = years.length === 2 ? to.year.slice(2) : to.year;
  return [...(monthFirst ? [month, date] : [date, month]), year].join(separator);
}
