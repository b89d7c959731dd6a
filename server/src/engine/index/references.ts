import { sourceOf } from "../markdown/place.js";
import { type FewWords, fewWords, wordsIn } from "../matching/few.js";
import { Postings } from "../matching/postings.js";
import type { FactBase } from "../model/facts.js";
import type { PlanDocument } from "./document.js";
import { resolvePath } from "./links.js";
import { inReadingOrder } from "./order.js";
import type { Stated } from "./view.js";

const reference = /(?<![\p{L}\p{N}])([A-Z][A-Za-z]{0,9})[- ]?0*(\d{1,6})(?![\p{L}\p{N}]|-\d)/gu;

/** An id as it compares: "ADR-017", "ADR 17" and "adr-17" are the same. */
export function normaliseId(id: string): string {
  return id
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, "-")
    .replace(/(^|-)0+(?=\d)/g, "$1");
}

/** Ids that a passage names ("disputes D-11", "see ADR 17"), and the documents and headings that it links to. */
export function referencesOf(fact: FactBase, document: PlanDocument): ReadonlySet<string> {
  const references = new Set<string>();
  const text = sourceOf(fact.place).slice(0, 2_000);
  for (const match of text.matchAll(reference)) references.add(normaliseId(`${match[1]}-${match[2]}`));
  const numbers = [...text.matchAll(entry)].map((match) => match[1] as string);
  for (const url of fact.links) {
    const key = linkKey(url, document);
    if (key !== undefined) references.add(key);
    const path = resolvePath(url, document.path)?.path;
    if (path !== undefined) for (const number of numbers) references.add(numberedEntry(path, number));
  }
  for (const match of text.matchAll(numberedRecord)) references.add(`record-${match[1]}`);
  for (const match of text.matchAll(bareRecord)) references.add(`record-${Number(match[1])}`);
  for (const match of text.matchAll(entryOfLog)) references.add(numberedEntry(theLog, match[1] as string));
  return references;
}

/** What a log that is spoken of without a link goes by: there is one, where people say "the log". */
export const theLog = "the log";
const entryOfLog =
  /\b(?:decision|entry|row|item|number|no\.)\s(?:no\. |number )?#?0*(\d{1,6})\s(?:in|of|from|on)\s(?:the|our)\s(?:decision )?(?:log|register|list of decisions)\b/gi;

/** "Record 7", "decision record no. 7": a record that has a number goes by it (`identity.ts`). */
const numberedRecord = /\b(?:decision )?record\s(?:no\. |number |#)?0*(\d{1,6})\b(?![.:]\d)/gi;

/** "Disagrees with 0007", "the point of 012 (tiles)": the number of a record as its file has it, with the zeros before it. */
const bareRecord = /(?<![\p{L}\p{N}#+.,:/-]|[€£$]\s?)(0\d{2,4})(?![\p{L}\p{N}%]|[-.,:/]\d)/gu;

const entry = /\b(?:decision|entry|row|item|number|no\.)\s(?:no\. |number )?#?0*(\d{1,6})\b/gi;

/** What the entry of a numbered list or table in a document goes by. */
export function numberedEntry(path: string, number: string): string {
  return `${path.toLowerCase()} ${number}`;
}

/** A link's target as an id: path and fragment within the workspace, else the address. */
export function linkKey(url: string, document: PlanDocument): string | undefined {
  const target = resolvePath(url, document.path);
  if (target) return `${target.path}#${target.fragment ?? ""}`.toLowerCase();
  return /^https?:/i.test(url) ? url.toLowerCase().replace(/\/$/, "") : undefined;
}

interface Entry<Fact> extends Stated<Fact> {
  readonly ids: FewWords;
}

/** Lists that are kept in order for those who ask the same. */
const mostKept = 200;

/** Which passages go by an id, or refer to one; kept up fact by fact. */
export class ReferenceIndex<Fact extends FactBase> {
  readonly #byId = new Postings<string, Entry<Fact>>();
  readonly #entries = new Map<Fact, Entry<Fact>>();
  /** What was found for some ids since the last change: of a ticket that all minutes name, each of them asks the same. */
  readonly #kept = new Map<string, readonly Stated<Fact>[]>();

  constructor(private readonly read: (fact: Fact, document: PlanDocument) => Iterable<string>) {}

  add(fact: Fact, document: PlanDocument): void {
    const ids = [...this.read(fact, document)];
    if (ids.length === 0) return;
    this.#kept.clear();
    const entry = { fact, document, ids: fewWords(ids) };
    this.#entries.set(fact, entry);
    for (const id of ids) this.#byId.add(id, entry);
  }

  remove(fact: Fact): void {
    const entry = this.#entries.get(fact);
    if (!entry) return;
    this.#kept.clear();
    for (const id of wordsIn(entry.ids)) this.#byId.delete(id, entry);
    this.#entries.delete(fact);
  }

  /** Ids that the fact goes by or refers to. */
  of(fact: Fact): readonly string[] {
    return wordsIn(this.#entries.get(fact)?.ids ?? []);
  }

  /** Passages that refer to one of the ids, each once, in reading order. */
  to(ids: readonly string[]): readonly Stated<Fact>[] {
    const name = ids.join("\n");
    const kept = this.#kept.get(name);
    if (kept) return kept;
    const found = new Set<Stated<Fact>>();
    for (const id of ids) for (const stated of this.#byId.get(id)) found.add(stated);
    const inOrder = inReadingOrder([...found]);
    if (this.#kept.size >= mostKept) this.#kept.clear();
    this.#kept.set(name, inOrder);
    return inOrder;
  }
}
