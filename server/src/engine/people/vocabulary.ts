import { type DomainSettings, type PrioritySettings, priorityLevels } from "../config/settings.js";
import type { Vocabulary } from "../understand/context.js";
import { teamCore } from "./teams.js";

/** A domain that a charter names beside those of configuration, or what it calls the team of one. In small letters. */
export interface AddedDomain {
  readonly name: string;
  readonly aliases: readonly string[];
}

const noPriorities: PrioritySettings = { scale: [], same: [] };

/**
 * The words that name domains: names first, then their aliases, then phrases made of either ("Eng team", "head of product"). Of a word
 * that two domains claim, the first has it.
 */
export function buildVocabulary(domains: readonly DomainSettings[], priorities = noPriorities): Vocabulary {
  const domainByWord = new Map<string, string>();
  const enter = (word: string, domain: string): void => {
    const key = word.trim().toLowerCase();
    if (key !== "" && !domainByWord.has(key)) domainByWord.set(key, domain);
  };
  for (const { name } of domains) enter(name, name);
  for (const { name, aliases } of domains) for (const alias of aliases) enter(alias, name);
  for (const [word, domain] of [...domainByWord]) for (const phrase of phrasesOf(word)) enter(phrase, domain);
  const proper: ReadonlySet<string> = new Set();
  return { domains: domains.map(({ name }) => name), domainByWord, proper, priorityLevels: priorityLevels(priorities) };
}

/** A vocabulary with the domains that charters add; the same where they add none. */
export function extendedBy(vocabulary: Vocabulary, added: readonly AddedDomain[]): Vocabulary {
  if (added.length === 0) return vocabulary;
  const domainByWord = new Map(vocabulary.domainByWord);
  const proper = new Set<string>();
  const others = buildVocabulary(added.map(({ name, aliases }) => ({ name, aliases, leads: [], members: [] })));
  for (const [word, domain] of others.domainByWord) {
    if (domainByWord.has(word)) continue;
    domainByWord.set(word, domain);
    proper.add(word);
  }
  const names = added.map(({ name }) => name).filter((name) => !vocabulary.domains.includes(name));
  return { ...vocabulary, domains: [...vocabulary.domains, ...names], domainByWord, proper };
}

/** Phrases that name a domain by its word: its team, its leads. */
function phrasesOf(word: string): string[] {
  return [
    `${word} team`,
    `${word} teams`,
    `${word} org`,
    `${word} side`,
    `${word} lead`,
    `${word} leads`,
    `${word} leadership`,
    `vp ${word}`,
    `vp of ${word}`,
    `svp ${word}`,
    `svp of ${word}`,
    `head of ${word}`,
    `director of ${word}`,
    `${word} director`,
    `${word} vp`,
    `chief of ${word}`,
  ];
}

/**
 * The domain that a word or phrase names, in any case, with or without "the", "team" or the organisation of a GitHub team;
 * undefined where the vocabulary has none.
 */
export function domainOfWord(text: string, words: ReadonlyMap<string, string>): string | undefined {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/^(?:the|our) /, "")
    .replace(/[’']s$/, "")
    .replace(/(?<![*_`.:])[*_`.:]+$/, "")
    .replace(/^[*_`]+/, "");
  const found = words.get(word) ?? words.get(word.replace(/^@/, "")) ?? words.get(word.replace(/s$/, ""));
  if (found !== undefined) return found;
  const core = teamCore(text);
  return core === word ? undefined : words.get(core);
}
