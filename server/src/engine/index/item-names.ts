import type { PlanItem } from "../model/facts.js";
import { domainOfWord } from "../people/vocabulary.js";
import type { Vocabulary } from "../understand/context.js";

const longestTitle = 300;
const aim =
  /[\s,:–—-]{0,4}(?:\b(?:falls?|rises?|drops?|grows?|climbs?|goes|go|increases?|decreases?|improves?|shrinks?|moves?|is|are|stays?) ){0,2}(?:\b(?:up|down|from|to|under|below|above|over|by|at least|at most|at|of|reach(?:es)?)\b|→|->|[≥≤<>=:]) {0,2}[~$€£]? ?\d.*$/i;

/** "(baseline 61 %)", "(up from 12)": what stands in brackets behind is no part of the name. */
const inBrackets = /\s*\((?:baseline|today|now|currently|was|were|up|down|from|start|starting)\b[^()]{0,40}\)\s*$/i;
const leadingFigure = /^[~$€£≥]? ?\d[\d.,' ]{0,12}(?:%|k|m)? (?:of )?(?=\p{L})/iu;

/** "At most 4 pages a month", "target 12 pages a month": what is aimed at comes first. */
const leadingAim =
  /^(?:target(?:s|ed)?(?: of| is| remains| stays| at|:)?(?: still)?|at (?:most|least)|no (?:more|fewer|less) than|(?:fewer|less|more) than|under|below|over|above|up to|max(?:imum)?|min(?:imum)?) [~$€£]? ?\d[\d.,' ]{0,12}(?:%|k|m)? (?:of )?(?=\p{L})/iu;

/** "Complaints a month", where another says "Complaints down to 5 a month". */
const perTime = /\s(?:a|per|each|every) (?:day|week|month|quarter|year)\s*$/i;

/** What a plan item or key result is called where others are compared with it: without the figures that it aims at. */
export function comparedTitle(item: PlanItem): string {
  if (item.figures.length === 0 || item.title.length > longestTitle) return item.title;
  const bare = withoutTime(item)
    .replace(inBrackets, "")
    .replace(leadingAim, "")
    .replace(aim, "")
    .replace(leadingFigure, "")
    .replace(perTime, "");
  return /\p{L}{2}/u.test(bare) ? bare : item.title;
}

/** "Restore in 20 minutes", where that is what is aimed at: "Restore". */
function withoutTime({ title, figures }: PlanItem): string {
  const within = /\s(?:with)?in\s+([^\s,;()][^,;()]{0,18})$/i.exec(title);
  const aimedAt = figures.some(({ kind, text }) => kind === "target" && text === within?.[1]?.trim());
  return within && aimedAt ? title.slice(0, within.index) : title;
}

/** What a headcount row is known by in other documents: the domain that it names, else its words. */
export function headcountLabel(item: PlanItem, vocabulary: Vocabulary): string {
  const words = plainName(item.title);
  const domain = domainOfWord(item.title, vocabulary.domainByWord) ?? domainOfWord(words, vocabulary.domainByWord);
  return domain === undefined ? words : plainName(domain);
}

/** What other passages may call an item when they depend on it: its id, its title. */
export function itemNames(item: PlanItem): readonly string[] {
  if (item.kind === "headcount") return [];
  const names = [plainName(item.title), ...(item.id === undefined ? [] : [plainName(item.id)])];
  return names.filter((name) => name !== "");
}

/** What an item that depends on others may mean: each name as written, without what stands in brackets, and the id that it holds. */
export function dependencyNames(item: PlanItem): readonly string[] {
  return [...new Set(item.dependsOn.flatMap((named) => spellings(named.text)).map(plainName))];
}

export function spellings(name: string): readonly string[] {
  const bare = name.replace(/\([^()]*\)/g, " ").trim();
  const id = /\b[A-Z][A-Za-z0-9]{0,9}[- ]?\d{1,6}\b|#\d{1,6}\b/.exec(name)?.[0];
  return [name, ...(bare === name || bare === "" ? [] : [bare]), ...(id === undefined ? [] : [id])];
}

/** A name without case, marks and doubled spaces: "RFC 37", "rfc-37" and "RFC #37" are one. */
export function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
