import type { Vocabulary } from "../understand/context.js";
import { type PrioritySettings, priorityLevelsOf } from "../understand/priorities.js";
import { teamCore } from "./teams.js";

/** What configuration says of one domain; people as "Priya Nair <@priya>", "@li" or "Zoë Brandt". */
export interface DomainSettings {
  readonly aliases?: readonly string[] | undefined;
  readonly leads?: readonly string[] | undefined;
  readonly members?: readonly string[] | undefined;
}

/** Domains by name, in the order of configuration. */
export type DomainsSettings = Readonly<Record<string, DomainSettings | undefined>>;

export const defaultDomains: DomainsSettings = { product: {}, engineering: {}, design: {} };

/** What the default domains are called besides; a domain of the same name in configuration keeps these (SPEC §4). */
const builtInAliases: Readonly<Record<string, readonly string[]>> = {
  product: [
    "pm",
    "pms",
    "prod",
    "product management",
    "product manager",
    "product managers",
    "product owner",
    "product owners",
    "vpp",
    "cpo",
    "gpm",
    "group product manager",
    "chief product officer",
  ],
  engineering: [
    "eng",
    "engg",
    "engineer",
    "engineers",
    "r&d",
    "rnd",
    "r and d",
    "research and development",
    "research & development",
    "dev",
    "devs",
    "developer",
    "developers",
    "development team",
    "em",
    "ems",
    "engineering manager",
    "engineering managers",
    "vpe",
    "cto",
    "chief technology officer",
    "tech",
    "technology",
    "tech lead",
    "tech leads",
    "software engineering",
    "swe",
  ],
  design: [
    "ux",
    "ui",
    "ui/ux",
    "ux/ui",
    "ux design",
    "user experience",
    "product design",
    "designer",
    "designers",
    "cdo",
    "chief design officer",
    "ux team",
  ],
};

/** Builds the words that name domains. Names go before aliases of configuration, those before the built-in ones. */
export function buildVocabulary(
  domains: DomainsSettings | undefined,
  priorities?: PrioritySettings | undefined,
): Vocabulary {
  const entries = Object.entries(domains ?? defaultDomains);
  const domainByWord = new Map<string, string>();
  const enter = (word: string, domain: string): void => {
    const key = word.trim().toLowerCase();
    if (key !== "" && !domainByWord.has(key)) domainByWord.set(key, domain);
  };
  for (const [name] of entries) enter(name, name);
  for (const [name, settings] of entries) for (const alias of settings?.aliases ?? []) enter(alias, name);
  for (const [name] of entries) for (const alias of builtInAliases[name.toLowerCase()] ?? []) enter(alias, name);
  for (const [word, domain] of [...domainByWord]) for (const phrase of phrasesOf(word)) enter(phrase, domain);
  return { domains: entries.map(([name]) => name), domainByWord, priorityLevels: priorityLevelsOf(priorities) };
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
    .replace(/[*_`.:]+$|^[*_`]+/g, "");
  const found = words.get(word) ?? words.get(word.replace(/^@/, ""));
  if (found !== undefined) return found;
  const core = teamCore(text);
  return core === word ? undefined : words.get(core);
}
