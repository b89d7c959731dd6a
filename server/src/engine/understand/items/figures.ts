import type { Place } from "../../markdown/slot.js";
import type { Figure } from "../../model/facts.js";
import { dictionary } from "../../text/dictionary.js";

/** A number with its unit, and where it stands in the text. */
export interface Amount {
  readonly value: number;
  /** "%", "$", "FTE", "ms" …; empty where none is given. */
  readonly unit: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const numberWords = dictionary<number>({
  no: 0,
  none: 0,
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
});
/** What a word counts: 3 for "three"; undefined for other words. */
export function numberOf(word: string): number | undefined {
  return numberWords.get(word.toLowerCase());
}

const unitWord =
  "%|percent|per cent|pts?|points?|k|m|mn|bn|b|ms|s|sec(?:onds?)?|min(?:utes?)?|h|hours?|(?:(?:working|business|calendar|week) ?)?days?|weeks?|months?|years?|x|ftes?|people|persons?|engineers?|designers?|managers?|heads?|hires?|roles?|seats?|developers?|customers?|users?|teams?|gb|mb|tb|kb|eur|usd|gbp|chf|€|\\$|£";
const amount = new RegExp(
  `(?<![\\p{L}\\d.,_/-]|\\d:)([$€£]|(?:US|A|C)\\$|EUR |USD |GBP |CHF )?([+-]?\\d{1,3}(?:[ ,'\u2009\u202f]\\d{3})+(?:\\.\\d+)?|[+-]?\\d+(?:[.,]\\d+)?)[ \u00a0\u202f]?(k|m|mn|bn)?(?![\\p{L}\\d]|:\\d\\d\\b)[ \u00a0\u202f]?(${unitWord})?(?![\\p{L}\\d])`,
  "iu",
);
const spelled = new RegExp(`\\b(${[...numberWords.keys()].join("|")})\\s+(${unitWord})\\b`, "iu");

const scales = dictionary<number>({ k: 1e3, m: 1e6, mn: 1e6, bn: 1e9, b: 1e9 });

/** The first amount of a text: "2.5 FTE", "two engineers", "$1.2M", "40 %", "1,430". */
export function findAmount(text: string, from = 0): Amount | undefined {
  const rest = text.slice(from, from + 200);
  const match = amount.exec(rest);
  const word = spelled.exec(rest);
  if (word && (!match || word.index < match.index)) {
    const value = numberWords.get((word[1] ?? "").toLowerCase()) ?? 0;
    return {
      value,
      unit: unitOf(word[2]),
      text: word[0],
      start: from + word.index,
      end: from + word.index + word[0].length,
    };
  }
  if (!match) return undefined;
  const scale = scales.get((match[3] ?? "").toLowerCase()) ?? 1;
  const tail = match[4]?.toLowerCase() ?? "";
  const tailScale = match[3] === undefined && match[1] !== undefined ? scales.get(tail) : undefined;
  const value = parseNumber(match[2] ?? "") * scale * (tailScale ?? 1);
  if (!Number.isFinite(value)) return undefined;
  const unit = unitOf(match[1]?.trim() || (tailScale ? "" : match[4]));
  const shown = match[0].trimEnd();
  return { value, unit, text: shown.trim(), start: from + match.index, end: from + match.index + shown.length };
}

function parseNumber(text: string): number {
  const grouped = /^[+-]?\d{1,3}(?:[ ,'\u2009\u202f]\d{3})+/.test(text);
  const plain = grouped ? text.replace(/[ ,'\u2009\u202f]/g, "") : text.replace(",", ".");
  return Number(plain);
}

/** One word or sign for a unit, however it is written: "people" for seats and engineers, "€" for EUR. */
export function unitOf(unit: string | undefined): string {
  const text = (unit ?? "").trim().toLowerCase();
  if (text === "percent" || text === "per cent") return "%";
  if (/^(?:ftes?|people|persons?|engineers?|designers?|managers?|heads?|hires?|roles?|seats?|developers?)$/.test(text))
    return "people";
  if (/^(?:usd|us\$)$/.test(text)) return "$";
  if (text === "eur") return "€";
  if (text === "gbp") return "£";
  const time = /^(?:(s)ec(?:ond)?|(m)inute|(h)our)s?$/.exec(text);
  if (time) return time[2] === undefined ? (time[1] ?? time[3] ?? "") : "min";
  return text.length > 2 ? text.replace(/s$/, "") : text;
}

/** "below 0.8 %", "at least 40": on which side of the figure the aim lies. */
const bound =
  /^(?:(?:at|by) (?:least|most)|(?:no |not )?(?:more|less|fewer|lower|higher) than|below|under|above|over|up to|down to|max(?:\.|imum)?(?: of)?|min(?:\.|imum)?(?: of)?|about|around|approx(?:\.|imately)?|roughly|circa|ca\.)\s+(?=[$€£~]?\d)/i;

/** An amount that is all a cell says, perhaps with a remark: "3", "~2.5 FTE", "none", "4 (was 5)"; undefined for words and empty cells. */
export function cellAmount(text: string): Amount | undefined {
  const trimmed = text
    .trim()
    .replace(/^[~≈≥≤<>=+]+\s*/, "")
    .replace(bound, "");
  if (
    /^(?:none|no one|nobody|zero|no (?:people|budget|headcount|staff|engineers?)(?: yet)?|unstaffed|unfunded)\b/i.test(
      trimmed,
    )
  ) {
    return { value: 0, unit: "", text: trimmed, start: 0, end: text.length };
  }
  const word = /^(\p{L}+)(?:$|\s*[(,;–—-])/u.exec(trimmed)?.[1];
  const value = word === undefined ? undefined : numberOf(word);
  if (word !== undefined && value !== undefined) return { value, unit: "", text: word, start: 0, end: text.length };
  const found = findAmount(trimmed);
  return found && found.start <= 4 && !/^\d{4}-\d\d|^Q\d/i.test(trimmed) ? found : undefined;
}

/** What a row that is the sum of the others is called. */
export const totalName = /^(?:(?:grand|sub|overall) ?)?(?:total|sum)s?\b|^(?:all|overall|gesamt|summe)$/i;

const aimed =
  /(?:\bto(?: at least| at most| under| below| over| above)?|\breach(?:es|ing)?|\bat least|\bat most|\bunder|\bbelow|\babove|\bover|\bmore than|\bless than|\bfewer than|\bby|\bat|[≥≤<>]=?|→|->|=>|\btarget(?:s|ed)?(?: of| is| remains| stays| at|:)?(?: still)?|=)\s*(?=[$€£~]?\s?[+-]?\d)/gi;

/** What may stand before the figure that a key result begins with. */
const countsFirst = /^\s*(?:(?:kr|key result)\s?[\d.]{0,5}\s?[:.–-]\s*)?[~≥]?$/i;

/** What a key result that changes something begins with. */
const changes =
  /^\W*(?:(?:kr|key result)\s?[\d.]{0,5}\s?[:.–-]?\s*)?(?:raise|lift|increase|grow|bring|move|push|get|improve|cut|reduce|lower|drop|shorten|halve|double|take)\b/i;

/**
 * Where a figure may be aimed at: behind the one that it is counted from, or "to …" where something is changed, before the bounds that what is
 * measured has itself ("raise the orders packed in under 2 hours to 90 %").
 */
function targetsFirst(text: string, baselineEnd: number | undefined): readonly RegExpExecArray[] {
  const found = [...text.matchAll(aimed)];
  const isFirst =
    baselineEnd !== undefined
      ? ({ index }: RegExpExecArray): boolean => index >= baselineEnd
      : ({ 0: words, index }: RegExpExecArray): boolean =>
          changes.test(text) && /^to\b/i.test(words) && !/\bup\s$/i.test(text.slice(0, index));
  const first = found.filter(isFirst);
  return first.length > 0 ? [...first, ...found.filter((match) => !first.includes(match))] : found;
}

const numberedResult = /^\s*(?:kr|key result)\s?[\d.]{1,5}\s?[:.–-]?\s/i;

/** "90 % of orders packed in under 2 hours": the share that a key result begins with, whatever bounds what it is a share of. */
function shareFirst(text: string): Amount | undefined {
  const found = findAmount(text, numberedResult.exec(text)?.[0].length);
  if (found?.unit !== "%" || !countsFirst.test(text.slice(0, found.start))) return undefined;
  const rest = text.slice(found.end);
  return /^\sof\s/i.test(rest) && !/\bto \d|→|->|=>/.test(rest) ? found : undefined;
}

/** "Fuel a trip: 31 l by the end of March; it was 44 l": what is named before the colon is to come to so much by a day. */
function behindColon(text: string): Amount | undefined {
  const colon = /[\p{L})]:\s{1,3}[~≥≤<>=]{0,2}(?=[$€£]?\d)/u.exec(text);
  const found = colon ? findAmount(text, colon.index + colon[0].length) : undefined;
  if (!colon || found?.start !== colon.index + colon[0].length) return undefined;
  return /^(?: [\p{L}%]{1,12}){0,2} by\s/u.test(text.slice(found.end)) ? found : undefined;
}

const timeUnit = /^(?:ms|s|min|h|(?:(?:working|business|calendar|week) ?)?day)$/;

/** "Restore in 20 minutes, today 45": the time that something takes, where nothing else is counted but what it takes today. */
function onlyTime(text: string): Amount | undefined {
  const told = text.replace(/[,;(]\s?(?:today|now|currently|was|were|from|up from|down from)\b[^,;()]*\)?\s*$/i, "");
  const begin = numberedResult.exec(told)?.[0].length ?? 0;
  const within = /\b(?:with)?in\s+(?=\d|\p{L}{3,6}\s)/iu.exec(told.slice(begin));
  const from = within ? begin + within.index + within[0].length : 0;
  const found = within ? findAmount(told, from) : undefined;
  if (!within || found?.start !== from || !timeUnit.test(found.unit)) return undefined;
  const others = /\d/.test(told.slice(found.end)) || findAmount(told.slice(begin, from)) !== undefined;
  return others ? undefined : found;
}

/** "(today: 35)", "(now 12 %)", "(currently none)": at the end, how things stand; nothing that is aimed at. */
const stands =
  /\s\((?:today|now|currently|at present|so far|to date|last (?:year|quarter|month))\b[^()]{0,40}\)[.\s]*$/i;

/** What an objective or key result aims at, in its own words: "fall from 31 to 12", "p95 under 300 ms", "at least 40 %". */
export function figuresOf(whole: string, placeOf: (start: number, end: number) => Place): Figure[] {
  const text = whole.replace(stands, "");
  if (!/\d/.test(text)) return [];
  const make = (kind: Figure["kind"], found: Amount): Figure => ({
    measure: "",
    kind,
    value: found.value,
    unit: found.unit,
    text: found.text,
    place: placeOf(found.start, found.end),
  });
  const start = /\bfrom\s+/i.exec(text) ?? /(?:^|[\s:(])(?=[$€£~]?\d[^→]{0,12}(?:→|->|=>))/.exec(text);
  const baseline = start ? findAmount(text, start.index + start[0].length) : undefined;
  const near = baseline !== undefined && start !== null && baseline.start - start.index < 16;
  const last =
    /[\p{L})][^:]{6,}(?::\s{1,3}|\s[–—]\s)[~≥≤<>=]{0,2}\s?(?=[$€£]?\d[^:;]{0,24}(?:\s\(?(?:by|until|before|at|in)\s[^:;]{2,40})?$)/u.exec(
      text,
    );
  const stated = last && !near ? findAmount(text, last.index + last[0].length) : undefined;
  if (last && stated?.start === last.index + last[0].length) return [make("target", stated)];
  const share = near ? undefined : shareFirst(text);
  if (share) return [make("target", share)];
  for (const match of targetsFirst(text, near ? baseline.end : undefined)) {
    const found = findAmount(text, match.index + match[0].length);
    if (!found || found.start - (match.index + match[0].length) > 3) continue;
    if (near && found.start === baseline.start) continue;
    const target = make("target", found);
    if (!near) return [target];
    const unit = baseline.unit || target.unit;
    return [
      { ...make("baseline", baseline), unit },
      { ...target, unit: target.unit || unit },
    ];
  }
  const due = behindColon(text);
  if (due) return [make("target", due)];
  const lasting = onlyTime(text);
  if (lasting && !near) return [make("target", lasting)];
  // "Paid within 6 days, down from 14": what it is counted from comes last.
  if (lasting && baseline && baseline.start > lasting.end)
    return [{ ...make("baseline", baseline), unit: baseline.unit || lasting.unit }, make("target", lasting)];
  // "200 shops use the portal": what is counted comes first.
  const first = start === null ? findAmount(text, numberedResult.exec(text)?.[0].length) : undefined;
  return first && countsFirst.test(text.slice(0, first.start)) && /^\s+(?:of\s+)?\p{L}{3}/u.test(text.slice(first.end))
    ? [make("target", first)]
    : [];
}
