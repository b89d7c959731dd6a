import * as vscode from "vscode";

interface File {
  readonly bytes: Uint8Array;
  readonly mtime: number;
}

/** Files that are in memory only. */
export class MemoryFiles implements vscode.FileSystemProvider {
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  /** By path; folders hold null. */
  readonly #entries = new Map<string, File | null>();

  /** @param files texts by path, which begins with `/` */
  constructor(files: Readonly<Record<string, string>>) {
    for (const [path, text] of Object.entries(files)) this.#put(path, new TextEncoder().encode(text));
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const file = this.#get(uri);
    const type = file ? vscode.FileType.File : vscode.FileType.Directory;
    return { type, ctime: 0, mtime: file?.mtime ?? 0, size: file?.bytes.length ?? 0 };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    this.#get(uri);
    const folder = uri.path.endsWith("/") ? uri.path : `${uri.path}/`;
    return [...this.#entries]
      .filter(([path]) => path.startsWith(folder) && !path.slice(folder.length).includes("/"))
      .map(([path, file]) => [path.slice(folder.length), file ? vscode.FileType.File : vscode.FileType.Directory]);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const file = this.#get(uri);
    if (!file) throw vscode.FileSystemError.FileIsADirectory(uri);
    return file.bytes;
  }

  writeFile(uri: vscode.Uri, bytes: Uint8Array): void {
    const type = this.#entries.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.#put(uri.path, bytes);
    this.#changed.fire([{ type, uri }]);
  }

  createDirectory({ path }: vscode.Uri): void {
    this.#makeFolders(`${path}/`);
  }

  delete(uri: vscode.Uri): void {
    for (const path of [...this.#entries.keys()]) {
      if (path === uri.path || path.startsWith(`${uri.path}/`)) this.#entries.delete(path);
    }
    this.#changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    const bytes = this.readFile(from);
    this.delete(from);
    this.writeFile(to, bytes);
  }

  #get(uri: vscode.Uri): File | null {
    const found = this.#entries.get(uri.path.replace(/(?<=.)\/$/, ""));
    if (found === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return found;
  }

  #put(path: string, bytes: Uint8Array): void {
    this.#makeFolders(path);
    this.#entries.set(path, { bytes, mtime: Date.now() });
  }

  #makeFolders(path: string): void {
    for (let end = path.indexOf("/", 1); end > 0; end = path.indexOf("/", end + 1)) {
      const folder = path.slice(0, end);
      if (!this.#entries.has(folder)) this.#entries.set(folder, null);
    }
  }
}
