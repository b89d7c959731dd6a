import type { PlanDocument } from "./document.js";
import { plainName } from "./item-names.js";
import { resolvePath } from "./links.js";
import type { PlannedWork } from "./planned-work.js";

const id = /\b[A-Z][A-Z0-9]{1,9}[- ]\d{1,6}\b|#\d{1,6}\b/g;
const link = /\]\(\s*<?([^)\s>]+)/g;
const separator = /[|,;:.()[\]*_`\r\n•]+|\s(?:and|for|on|&|[–—-])\s/u;
const longestText = 100_000;
const longestPhrase = 120;

/** What hiring documents say that might name an item or a plan, so that they are looked at again when one comes or goes. */
export class Mentions {
  readonly #byDocument = new Map<PlanDocument, ReadonlySet<string>>();
  readonly #byPhrase = new Map<string, Set<PlanDocument>>();

  update(document: PlanDocument): void {
    this.delete(document);
    if (!document.head.planning || document.head.kind !== "hiring") return;
    const phrases = phrasesOf(document);
    this.#byDocument.set(document, phrases);
    for (const phrase of phrases) {
      const documents = this.#byPhrase.get(phrase);
      if (documents) documents.add(document);
      else this.#byPhrase.set(phrase, new Set([document]));
    }
  }

  delete(document: PlanDocument): void {
    for (const phrase of this.#byDocument.get(document) ?? []) {
      const documents = this.#byPhrase.get(phrase);
      documents?.delete(document);
      if (documents?.size === 0) this.#byPhrase.delete(phrase);
    }
    this.#byDocument.delete(document);
  }

  /** Names in plain words, and links as `pathPhrase` gives them. */
  of(document: PlanDocument): ReadonlySet<string> {
    return this.#byDocument.get(document) ?? new Set();
  }

  by(phrase: string): Iterable<PlanDocument> {
    return this.#byPhrase.get(phrase) ?? [];
  }
}

/** A link to a document as a phrase; no plain name holds a colon. */
export function pathPhrase(path: string): string {
  return `path:${path}`;
}

/** Whether phrases of a document name an item of another one, or link to a roadmap or to objectives. */
export function mentionsPlans(
  document: PlanDocument,
  phrases: Iterable<string>,
  work: PlannedWork,
  documents: ReadonlyMap<string, PlanDocument>,
): boolean {
  for (const phrase of phrases) {
    if (work.named(phrase).some((named) => named.document !== document)) return true;
    const path = pathOf(phrase);
    const kind = path === undefined ? undefined : documents.get(path)?.head.kind;
    if (kind === "roadmap" || kind === "okr") return true;
  }
  return false;
}

/** The path that a link's phrase stands for; undefined for a name. */
function pathOf(phrase: string): string | undefined {
  return phrase.startsWith("path:") ? phrase.slice("path:".length) : undefined;
}

function phrasesOf(document: PlanDocument): ReadonlySet<string> {
  const phrases = new Set<string>();
  const text = document.text.slice(0, longestText);
  for (const part of text.split(separator)) {
    if (part.length > longestPhrase) continue;
    const name = plainName(part);
    if (name !== "") phrases.add(name);
  }
  for (const run of runsOf(text.slice(0, longestProse))) phrases.add(run);
  for (const match of text.matchAll(id)) phrases.add(plainName(match[0]));
  for (const match of text.matchAll(link)) {
    const target = resolvePath(match[1] ?? "", document.path);
    if (target) phrases.add(pathPhrase(target.path));
  }
  return phrases;
}

const longestProse = 20_000;
const shortestRun = 2;
const longestRun = 7;

/** The runs of words within each sentence: a title may stand anywhere in it ("Heads for Live dock scheduling come in July"). */
function* runsOf(text: string): Iterable<string> {
  for (const sentence of text.split(/[.;:!?](?=\s|$)|\r?\n\s*\r?\n|\|/)) {
    const words = plainName(sentence).split(" ");
    for (let from = 0; from < words.length; from += 1) {
      for (let length = shortestRun; length <= longestRun && from + length <= words.length; length += 1) {
        yield words.slice(from, from + length).join(" ");
      }
    }
  }
}
