import { isSettingPath, SETTING_FILE_NAMES } from "../engine/config/paths.js";
import type { LockstepService } from "../engine/service/service.js";
import type { OpenDocuments } from "./documents.js";
import { type FileDoor, isMarkdown } from "./files.js";
import type { Roots } from "./roots.js";
import { Slice } from "./turns.js";
import { IgnoreRules, isIgnoreFile, walk } from "./walk.js";

/** Files that are read at a time. */
const readAtOnce = 32;

/** How far the reading of the workspace has come. */
export interface IndexProgress {
  report(read: number, found: number): void;
}

/**
 * Keeps the service's documents those of the workspace's folders: reads them all in the background, in slices that give way to
 * whatever the client asks, and again what changes. What is open is the client's: its files are not read.
 */
export class WorkspaceFiles {
  readonly #ignored = new Map<string, IgnoreRules>();
  readonly #configured = new Map<string, Promise<void>>();
  /** The last piece of work; pieces run one after another. */
  #work: Promise<void> = Promise.resolve();
  #changed = new Set<string>();
  #indexing = true;
  #ended = false;

  constructor(
    private readonly service: LockstepService,
    private readonly roots: Roots,
    private readonly documents: OpenDocuments,
    private readonly door: FileDoor,
    /** Called whenever the service knows something new. */
    private readonly changed: () => void,
    /** Called with what should not have happened; the work goes on with the next file. */
    private readonly failed: (error: unknown) => void,
  ) {}

  /** Whether the workspace has not been read to the end yet. */
  get indexing(): boolean {
    return this.#indexing;
  }

  /** Ends all work at its next step. */
  end(): void {
    this.#ended = true;
  }

  /** Reads the whole workspace, and drops what it no longer holds. Resolves when done. */
  index(progress?: IndexProgress): Promise<void> {
    return this.#next(async () => {
      this.#indexing = true;
      const { documents, configurations } = await this.#find();
      await this.#read(configurations, (path, text) => this.#configure(path, text));
      await this.#read(documents, (path, text) => this.#enter(path, text), progress);
      this.#drop(new Set(documents.map((uri) => this.roots.pathOf(uri))));
      this.#indexing = this.#ended;
      this.changed();
    });
  }

  /**
   * Reads the configuration that speaks for a document, before the index comes to it, so that its first findings are the right ones.
   * Each folder is read once.
   */
  async configureFor(uri: string): Promise<void> {
    if (!this.#indexing || !this.roots.contains(uri)) return;
    const folders: string[] = [];
    for (let folder = parentOf(uri); this.roots.contains(`${folder}x`); folder = parentOf(folder.slice(0, -1))) {
      folders.push(folder);
    }
    await Promise.all(folders.map((folder) => this.#configureFolder(folder)));
  }

  /** Takes note that files or folders were created, changed or deleted; they are read in the background. */
  changedOnDisk(uris: Iterable<string>): void {
    for (const uri of uris) this.#changed.add(uri);
    this.#next(() => this.#readChanged()).catch(this.failed);
  }

  #next(work: () => Promise<void>): Promise<void> {
    const done = this.#work.then(() => (this.#ended ? undefined : work()));
    this.#work = done.catch(() => undefined);
    return done;
  }

  async #find(): Promise<{ documents: string[]; configurations: string[] }> {
    const documents: string[] = [];
    const configurations: string[] = [];
    for (const root of this.roots.uris) {
      const rules = new IgnoreRules();
      this.#ignored.set(root, rules);
      for await (const found of walk(this.door, root, rules, () => this.#ended)) {
        for (const uri of found.documents) documents.push(uri);
        for (const uri of found.configurations) configurations.push(uri);
      }
    }
    return { documents, configurations };
  }

  /** Reads files, a few ahead of what is taken in, and hands each to `take` in its turn; what is open is left out. */
  async #read(
    uris: readonly string[],
    take: (path: string, text: string | undefined, uri: string) => void,
    progress?: IndexProgress,
  ): Promise<void> {
    const slice = new Slice();
    const ahead: Promise<string | undefined>[] = [];
    let asked = 0;
    for (let taken = 0; taken < uris.length && !this.#ended; taken += 1) {
      while (asked < uris.length && asked < taken + readAtOnce) {
        ahead.push(this.door.read(uris[asked]!));
        asked += 1;
      }
      const text = await ahead.shift();
      const path = this.roots.pathOf(uris[taken]!);
      try {
        if (!this.documents.has(path)) take(path, text, uris[taken]!);
      } catch (error) {
        this.failed(error);
      }
      progress?.report(taken + 1, uris.length);
      if (slice.over) await slice.renew();
    }
  }

  #enter(path: string, text: string | undefined): void {
    if (text === undefined) this.service.deleteDocument(path);
    else if (this.service.document(path)?.text !== text) this.service.setDocument(path, text);
    this.service.rest(path);
  }

  #configure(path: string, text: string | undefined): void {
    this.service.setConfiguration(path, speaksOfLockstep(path, text) ? text : undefined);
  }

  #drop(found: ReadonlySet<string>): void {
    for (const path of [...this.service.workspace.documents.keys()]) {
      if (!found.has(path) && !this.documents.has(path)) this.service.deleteDocument(path);
    }
  }

  #configureFolder(folder: string): Promise<void> {
    let read = this.#configured.get(folder);
    if (!read) {
      const uris = SETTING_FILE_NAMES.map((name) => folder + name);
      read = this.#read(uris, (path, text) => {
        if (text !== undefined) this.#configure(path, text);
      });
      this.#configured.set(folder, read);
    }
    return read;
  }

  async #readChanged(): Promise<void> {
    const uris = [...this.#changed];
    this.#changed = new Set();
    if (uris.length === 0) return;
    // Other files may be let in or left out now; nothing but a new walk says which.
    if (uris.some(isIgnoreFile)) return this.#walkAgain();
    const configurations = uris.filter((uri) => isSettingPath(uri) && this.roots.contains(uri));
    await this.#read(configurations, (path, text) => this.#configure(path, text));
    const documents = uris.filter((uri) => isMarkdown(uri) || this.service.document(this.roots.pathOf(uri)));
    await this.#read([...documents, ...this.#below(uris)], (path, text, uri) => {
      this.#enter(path, this.#belongs(uri) ? text : undefined);
    });
    this.changed();
  }

  async #walkAgain(): Promise<void> {
    const { documents } = await this.#find();
    await this.#read(documents, (path, text) => this.#enter(path, text));
    this.#drop(new Set(documents.map((uri) => this.roots.pathOf(uri))));
    this.changed();
  }

  /** Whether a document is one of the workspace's own, which it is also when it is not open. */
  #belongs(uri: string): boolean {
    const place = this.roots.placeOf(uri);
    return place !== undefined && this.#ignored.get(place.root)?.ignores(place.path) !== true;
  }

  /** Documents in what may be folders: one that is gone is told of as such, without what was in it. */
  #below(uris: readonly string[]): string[] {
    const folders = new Set(
      uris.filter((uri) => !isMarkdown(uri) && !isSettingPath(uri)).map((uri) => this.roots.pathOf(uri)),
    );
    if (folders.size === 0) return [];
    const below: string[] = [];
    for (const path of this.service.workspace.documents.keys()) {
      for (let end = path.indexOf("/"); end > 0; end = path.indexOf("/", end + 1)) {
        if (folders.has(path.slice(0, end))) below.push(this.roots.uriOf(path));
      }
    }
    return below;
  }
}

function parentOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf("/") + 1);
}

/** Nearly every `package.json` says nothing of Lockstep, and each one set would make all documents be looked at again. */
function speaksOfLockstep(path: string, text: string | undefined): boolean {
  return text !== undefined && (!path.endsWith("package.json") || text.includes('"lockstep"'));
}
