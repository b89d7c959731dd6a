import { diskFiles, type SourceEntry, type SourceFiles, UnreadableError } from "./files.js";
import type { Repository, TreeEntry } from "./git.js";
import { isInside, relativePath } from "./paths.js";

/** The files of a revision, or of the index, in the place of those in the work tree. What lies outside the repository is read from the disk. */
export class TreeFiles implements SourceFiles {
  readonly readsAtOnce = 10_000;
  readonly #repository: Repository;
  readonly #ids = new Map<string, string>();
  /** By the folder's path from the repository's root, empty for that itself. */
  readonly #folders = new Map<string, Map<string, SourceEntry>>();
  readonly #contents = new Map<string, Promise<Uint8Array | undefined>>();
  #wanted: { readonly id: string; readonly give: (content: Uint8Array | undefined) => void }[] = [];

  constructor(repository: Repository, entries: readonly TreeEntry[]) {
    this.#repository = repository;
    this.#folders.set("", new Map([[".git", { name: ".git", kind: "folder" }]]));
    for (const { path, id } of entries) {
      this.#ids.set(path, id);
      this.#enter(path, "file");
    }
  }

  async list(folder: string): Promise<readonly SourceEntry[]> {
    if (!isInside(this.#repository.root, folder)) return diskFiles.list(folder);
    return [...(this.#folders.get(this.#pathOf(folder))?.values() ?? [])];
  }

  async kind(path: string): Promise<"file" | "folder" | "other" | undefined> {
    if (!isInside(this.#repository.root, path)) return diskFiles.kind(path);
    const inner = this.#pathOf(path);
    if (this.#folders.has(inner)) return "folder";
    const name = inner.slice(inner.lastIndexOf("/") + 1);
    return this.#folders.get(parentOf(inner))?.get(name)?.kind;
  }

  async read(path: string): Promise<Uint8Array> {
    if (!isInside(this.#repository.root, path)) return diskFiles.read(path);
    const id = this.#ids.get(this.#pathOf(path));
    const content = id === undefined ? undefined : await this.#content(id);
    if (!content) throw new UnreadableError("the repository does not hold it");
    return content;
  }

  /** Whoever asks in one turn is answered by one process. */
  #content(id: string): Promise<Uint8Array | undefined> {
    let content = this.#contents.get(id);
    if (!content) {
      content = new Promise((give) => {
        if (this.#wanted.length === 0) setImmediate(() => void this.#fetch());
        this.#wanted.push({ id, give });
      });
      this.#contents.set(id, content);
    }
    return content;
  }

  async #fetch(): Promise<void> {
    const wanted = this.#wanted;
    this.#wanted = [];
    const contents = await this.#repository.blobs(wanted.map(({ id }) => id)).catch(() => undefined);
    for (const { id, give } of wanted) give(contents?.get(id));
  }

  #enter(path: string, kind: SourceEntry["kind"]): void {
    const parent = parentOf(path);
    let folder = this.#folders.get(parent);
    if (!folder) {
      folder = new Map();
      this.#folders.set(parent, folder);
      this.#enter(parent, "folder");
    }
    const name = path.slice(path.lastIndexOf("/") + 1);
    folder.set(name, { name, kind });
  }

  #pathOf(path: string): string {
    return relativePath(this.#repository.root, path);
  }
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}
