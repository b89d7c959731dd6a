import { changeBetween, type MarkdownDocument } from "../markdown/document.js";
import type { Slot } from "../markdown/slot.js";
import { SlotValues } from "../markdown/slot-values.js";
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
  readonly #byDocument = new Map<PlanDocument, PhraseCounts>();
  readonly #byPhrase = new Map<string, Set<PlanDocument>>();

  update(document: PlanDocument): void {
    if (!document.head.planning || document.head.kind !== "hiring") {
      this.delete(document);
      return;
    }
    let phrases = this.#byDocument.get(document);
    if (!phrases) {
      phrases = new PhraseCounts(
        document.path,
        (phrase) => this.#add(phrase, document),
        (phrase) => this.#remove(phrase, document),
      );
      this.#byDocument.set(document, phrases);
    }
    phrases.update(document.markdown);
  }

  delete(document: PlanDocument): void {
    for (const phrase of this.of(document)) this.#remove(phrase, document);
    this.#byDocument.delete(document);
  }

  /** Names in plain words, and links as `pathPhrase` gives them. */
  of(document: PlanDocument): Iterable<string> {
    return this.#byDocument.get(document)?.phrases() ?? [];
  }

  by(phrase: string): Iterable<PlanDocument> {
    return this.#byPhrase.get(phrase) ?? [];
  }

  #add(phrase: string, document: PlanDocument): void {
    const documents = this.#byPhrase.get(phrase);
    if (documents) documents.add(document);
    else this.#byPhrase.set(phrase, new Set([document]));
  }

  #remove(phrase: string, document: PlanDocument): void {
    const documents = this.#byPhrase.get(phrase);
    documents?.delete(document);
    if (documents?.size === 0) this.#byPhrase.delete(phrase);
  }
}

/** The phrases of one document and how many of its blocks have each: an edit costs the blocks that it touched. */
class PhraseCounts {
  readonly #counts = new Map<string, number>();
  readonly #names: SlotValues<ReadonlySet<string>>;
  readonly #runs: SlotValues<ReadonlySet<string>>;

  constructor(path: string, came: (phrase: string) => void, went: (phrase: string) => void) {
    const changed = (added: readonly ReadonlySet<string>[], removed: readonly ReadonlySet<string>[]): void => {
      for (const phrase of added.flatMap((phrases) => [...phrases])) {
        const count = this.#counts.get(phrase) ?? 0;
        this.#counts.set(phrase, count + 1);
        if (count === 0) came(phrase);
      }
      for (const phrase of removed.flatMap((phrases) => [...phrases])) {
        const count = this.#counts.get(phrase) ?? 0;
        if (count > 1) this.#counts.set(phrase, count - 1);
        else if (this.#counts.delete(phrase)) went(phrase);
      }
    };
    this.#names = new SlotValues((slot) => namesIn(slot, path), changed);
    this.#runs = new SlotValues<ReadonlySet<string>>(
      (slot) => new Set(runsOf(slot.text.slice(0, longestProse))),
      changed,
    );
  }

  update(document: MarkdownDocument): void {
    this.#names.of(beginning(document, longestText));
    this.#runs.of(beginning(document, longestProse));
  }

  phrases(): Iterable<string> {
    return this.#counts.keys();
  }
}

/** The blocks that begin before an offset. */
function beginning(document: MarkdownDocument, length: number): Pick<MarkdownDocument, "slots" | "changeSince"> {
  if ((document.slots.at(-1)?.offset ?? 0) < length) return document;
  const slots = document.slots.filter(({ offset }) => offset < length);
  return { slots, changeSince: (before) => changeBetween(before, slots) };
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

/** Whatever may be a name by itself, ids, and where links lead. */
function namesIn(slot: Slot, path: string): ReadonlySet<string> {
  const phrases = new Set<string>();
  const text = slot.text.slice(0, longestText);
  for (const part of text.split(separator)) {
    if (part.length > longestPhrase) continue;
    const name = plainName(part);
    if (name !== "") phrases.add(name);
  }
  for (const match of text.matchAll(id)) phrases.add(plainName(match[0]));
  for (const match of text.matchAll(link)) {
    const target = resolvePath(match[1] ?? "", path);
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
