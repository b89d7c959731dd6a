import type { PlanItem } from "../model/facts.js";
import { domainOfWord } from "../people/vocabulary.js";
import type { Vocabulary } from "../understand/context.js";

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
