import { createHash } from "node:crypto";
import { build } from "../build.js";
import type { DateOrder } from "../engine/index/date-order.js";
import type { DocumentReading, KnownDocument } from "../engine/index/document.js";
import { orderFor, type ReadingSettings } from "../engine/index/read-alone.js";
import type { LockstepService } from "../engine/service/service.js";
import type { Progress } from "./evaluator.js";
import type { ReadingCache } from "./reading-cache.js";
import { readInThreads, threadsFor, type UnreadDocument } from "./reading-threads.js";
import type { SourceText } from "./sources.js";

/** How documents are read. */
export interface ReadingOptions {
  /** Threads at most. */
  readonly jobs?: number;
  /** Where readings are kept from run to run. */
  readonly readings?: ReadingCache | undefined;
}

/** A text, and its path as the service has it. */
export interface PlacedSource {
  readonly path: string;
  readonly source: SourceText;
}

/** Knows what reading documents came to: from an earlier run, or from threads that read many at once. */
export class Readings {
  readonly #jobs: number;
  readonly #cache: ReadingCache | undefined;
  readonly #settingsHashes = new WeakMap<ReadingSettings, string>();
  /** Of the documents that were asked about last, by path. */
  readonly #sources = new Map<string, SourceText>();
  /** Readings as they were written, which is how they are kept. */
  readonly #texts = new WeakMap<DocumentReading, string>();
  #kept: ReadonlyMap<string, string> | undefined;
  /** Whether documents were read that nothing is kept of. */
  #hasNew = false;

  constructor({ jobs, readings }: ReadingOptions) {
    this.#jobs = jobs ?? 1;
    this.#cache = readings;
  }

  /** Adds to each document what is known of it; one that nothing is known of is for the service to read. */
  async of(
    documents: readonly PlacedSource[],
    service: LockstepService,
    workspace: string,
    progress: Progress,
  ): Promise<KnownDocument[]> {
    for (const { path, source } of documents) this.#sources.set(path, source);
    const unread = documents.map(({ path, source }) => ({
      path,
      text: source.text,
      settings: service.readingSettings(path),
    }));
    const readings = this.#keptOf(unread, workspace);
    if (readings.size < unread.length) this.#hasNew = true;
    const isMissing = ({ path }: UnreadDocument): boolean => !readings.has(path);
    await this.#read(unread.filter(isMissing), undefined, readings, progress);
    const repositoryOrder = orderOf(readings.values());
    const isOutdated = (document: UnreadDocument): boolean => {
      const reading = readings.get(document.path);
      if (!reading?.dates.matters) return false;
      return orderFor(document.settings, reading, repositoryOrder) !== reading.readOrder;
    };
    const outdated = unread.filter(isOutdated);
    if (outdated.length > 0) this.#hasNew = true;
    await this.#read(outdated, repositoryOrder, readings, () => undefined);
    return unread.map(({ path, text }) => ({ path, text, reading: readings.get(path) }));
  }

  /** Keeps what the service has read for the next run. */
  keep(service: LockstepService, workspace: string): void {
    if (!this.#cache || !this.#hasNew) return;
    this.#hasNew = false;
    const used = new Map<string, string>();
    for (const [path, document] of service.workspace.documents) {
      const reading = document.reading();
      const key = this.#keyOf(path, service.readingSettings(path));
      if (reading && key !== undefined) used.set(key, this.#written(reading));
    }
    this.#cache.save(workspace, used, this.#kept ?? new Map());
    this.#kept = used;
  }

  async #read(
    documents: readonly UnreadDocument[],
    repositoryOrder: DateOrder,
    readings: Map<string, DocumentReading>,
    progress: Progress,
  ): Promise<void> {
    const threads = threadsFor(
      documents.reduce((sum, { text }) => sum + text.length, 0),
      this.#jobs,
    );
    if (threads === 0) return;
    const report = (done: number): void => progress(done, documents.length);
    for (const [path, text] of await readInThreads(documents, repositoryOrder, threads, report))
      readings.set(path, this.#parsed(text));
  }

  #keptOf(documents: readonly UnreadDocument[], workspace: string): Map<string, DocumentReading> {
    const readings = new Map<string, DocumentReading>();
    if (!this.#cache) return readings;
    this.#kept ??= this.#cache.load(workspace);
    for (const { path, settings } of documents) {
      const key = this.#keyOf(path, settings);
      const kept = key === undefined ? undefined : this.#kept.get(key);
      if (kept !== undefined) readings.set(path, this.#parsed(kept));
    }
    return readings;
  }

  #parsed(text: string): DocumentReading {
    const reading: DocumentReading = JSON.parse(text);
    this.#texts.set(reading, text);
    return reading;
  }

  #written(reading: DocumentReading): string {
    return this.#texts.get(reading) ?? JSON.stringify(reading);
  }

  /**
   * Everything that reading depends on, but the repository's date order: the reading tells with which one it was made. Undefined for a document
   * that nobody has asked about.
   */
  #keyOf(path: string, settings: ReadingSettings): string | undefined {
    const source = this.#sources.get(path);
    if (!source) return undefined;
    let hash = this.#settingsHashes.get(settings);
    if (hash === undefined) {
      hash = createHash("sha256")
        .update(JSON.stringify([build, settings]))
        .digest("hex");
      this.#settingsHashes.set(settings, hash);
    }
    return createHash("sha256").update(`${hash} ${path}\n${source.digest}`).digest("hex");
  }
}

/** What the dates of all these documents agree on, as the workspace will find it. */
function orderOf(readings: Iterable<DocumentReading>): DateOrder {
  const orders = new Set<DateOrder>();
  for (const { planning, dates } of readings) if (planning && dates.order) orders.add(dates.order);
  return orders.size === 1 ? [...orders][0] : undefined;
}
