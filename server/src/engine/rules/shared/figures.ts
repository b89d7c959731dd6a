import { currencyBefore, currencyBehind, currencyOf } from "../../text/currencies.js";

/** A number that a passage states, with the unit that stands next to it ("%", "days", "$", "ms"; empty for none). */
export interface StatedFigure {
  readonly value: number;
  readonly unit: string;
}

const unit = "%|per ?cent|k|m|days?|weeks?|months?|hours?|minutes?|seconds?|ms|s|gb|mb|tb|fte|people|engineers?";
const number = new RegExp(
  `(?<![\\p{L}\\p{N}.#-])(?:(${currencyBefore})\\s?)?(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?(?:\\s?(?:(${unit})(?![\\p{L}\\p{N}])|(${currencyBehind})))?(?![\\p{L}\\p{N}-])`,
  "giu",
);
const dateLike =
  /\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}\.\d{1,2}\.\d{2,4}\b|\b\d{1,2}\/\d{1,2}\/\d{2,4}\b|\b(?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?: \d{1,2})?(?:,? \d{4})?\b|\b(?:fy|q[1-4]|h[12])[ -]?\d{2,4}\b|\b(?:19|20)\d{2}\b/gi;

const recordId = /\b(?:ADR|RFC|DR|PEP|KEP|DEC)[- ]?\d+\b/g;

/** "One" is left out: it is an article more often than a figure. */
const spelled: ReadonlyMap<string, number> = new Map([
  ..."two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    .split(" ")
    .map((word, index) => [word, index + 2] as const),
  ..."twenty thirty forty fifty sixty seventy eighty ninety"
    .split(" ")
    .map((word, index) => [word, (index + 2) * 10] as const),
]);
const numberWord = [...spelled.keys()].join("|");
const spelledNumber = new RegExp(`\\b(${numberWord})[ -](?!(?:${numberWord}|one)\\b)(?=\\p{L})`, "giu");
/** "To the minute", "by the day": one of them. */
const single =
  /\b(?<=\b(?:to|by) )(?:the (?:next |nearest |full |whole )?)(?=(?:second|minute|hour|day|week|month)\b)/gi;

/** "21:00", "9.30 pm", "9 a.m.", "noon": a time of day is one figure, not two. */
const timeOfDay =
  /(?<![\p{L}\p{N}.:])(?:([01]?\d|2[0-4])(?:[:h]([0-5]\d)(?::[0-5]\d)?(?:\s?([ap])\.?m\b\.?)?|(?:\.([0-5]\d))?\s?([ap])\.?m\b\.?)|(noon|midday|midnight))(?![\p{L}\p{N}:])/giu;

function minutesOfDay(match: readonly (string | undefined)[]): number {
  const [, hour, minutes, half, dotted, dottedHalf, named] = match;
  if (named !== undefined) return named.toLowerCase() === "midnight" ? 0 : 12 * 60;
  const read = Number(hour) * 60 + Number(minutes ?? dotted ?? 0);
  const part = (half ?? dottedHalf)?.toLowerCase();
  const ofHalf = part === undefined ? read : (read % (12 * 60)) + (part === "p" ? 12 * 60 : 0);
  return ofHalf % (24 * 60);
}

/** The figures of a passage, in digits or in words, without dates, years and ids. */
export function figuresOf(text: string): readonly StatedFigure[] {
  const begun = text.slice(0, 500);
  const times = [...begun.matchAll(timeOfDay)].map((match) => ({ value: minutesOfDay(match), unit: "time of day" }));
  const plain = begun
    .replace(timeOfDay, " ")
    .replace(dateLike, " ")
    .replace(recordId, " ")
    .replace(single, "1 ")
    .replace(spelledNumber, (_, word: string) => `${spelled.get(word.toLowerCase())} `);
  const counted = [...plain.matchAll(number)].map((match) => ({
    value: Number(`${(match[2] ?? "").replace(/,/g, "")}${match[3] ?? ""}`),
    unit: unitOf(match[1] ?? match[5], match[4] ?? "") || namedBefore(plain.slice(0, match.index)),
  }));
  return [...times, ...counted];
}

/** "For the Kestrel 2", "from hull 41 on": a number that names something is compared with those that name another of its kind. */
const ofName =
  /(?:\S\s(\p{Lu}[\p{L}'’]{2,30})|\b(chassis|hull|version|release|phase|stage|step|gate|bay|pier|line|room|floor|level|class|type|model|series|batch|lot|wave|tier|unit|part|page|section|article|chapter|item|point|option|serial number)s?)\s$/u;

function namedBefore(before: string): string {
  const [, name, kind] = ofName.exec(before.slice(-60)) ?? [];
  return (name ?? kind ?? "").toLowerCase();
}

function unitOf(currency: string | undefined, word: string): string {
  if (currency !== undefined) return currencyOf(currency);
  return word
    .toLowerCase()
    .replace(/s$/, "")
    .replace(/per ?cent/, "%");
}

/** Whether two passages state figures of one unit that have no value in common: they cannot both hold. */
export function figuresContradict(one: string, other: string): boolean {
  const left = figuresOf(one);
  const right = figuresOf(other);
  return left.some((figure) => {
    const same = right.filter((candidate) => candidate.unit === figure.unit);
    const here = left.filter((candidate) => candidate.unit === figure.unit);
    return same.length > 0 && !same.some((candidate) => here.some((mine) => mine.value === candidate.value));
  });
}

const onTop = new RegExp(
  `(?<![\\p{L}\\p{N}])([\\p{L}\\p{N}%€£$-]{2,30}) (?:plus|minus) (?:(?:an?|another|the) )?(?:\\d|[€£$]|(?:${numberWord}|half)\\b)`,
  "iu",
);

/** Whether one passage puts something on top of what the other leaves as it is: "at list price", "at list price plus ten per cent". */
export function surchargeContradicts(one: string, other: string): boolean {
  return addsTo(one, other) || addsTo(other, one);
}

function addsTo(more: string, plain: string): boolean {
  const base = onTop.exec(more.slice(0, 500))?.[1]?.toLowerCase();
  if (base === undefined || onTop.test(plain.slice(0, 500))) return false;
  return plain
    .slice(0, 500)
    .toLowerCase()
    .split(/[.,;:()]/)
    .some((clause) => clause.trimEnd() === base || clause.trimEnd().endsWith(` ${base}`));
}
