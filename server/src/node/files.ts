import { readFileSync, type Stats, statSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

export interface SourceEntry {
  readonly name: string;
  readonly kind: "file" | "folder";
}

/** A reason not to read a file, in words that follow “was left out: ”. */
export class UnreadableError extends Error {}

/** Where documents come from: the disk, or a revision of a repository. Paths are absolute. All of it may change between two calls. */
export interface SourceFiles {
  /** How many files are best asked for at a time. */
  readonly readsAtOnce: number;
  /** What a folder holds; a link to a file counts as a file, one to a folder as nothing. Throws where it cannot be listed. */
  list(folder: string): Promise<readonly SourceEntry[]>;
  /** What is at a path, undefined for nothing; what is neither file nor folder (a pipe, a device) is "other". */
  kind(path: string): Promise<"file" | "folder" | "other" | undefined>;
  read(path: string): Promise<Uint8Array>;
}

/** Larger files are not read at all; well above what the engine takes on. */
const mostBytes = 64 * 1024 * 1024;

export const diskFiles: SourceFiles = {
  readsAtOnce: 32,

  async list(folder) {
    const entries: SourceEntry[] = [];
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) entries.push({ name: entry.name, kind: "folder" });
      // A link to a folder is not entered: what it leads to is found where it is, or lies outside.
      else if (entry.isFile() || (entry.isSymbolicLink() && (await statOf(join(folder, entry.name)))?.isFile()))
        entries.push({ name: entry.name, kind: "file" });
    }
    return entries;
  },

  async kind(path) {
    const found = await statOf(path);
    if (!found) return undefined;
    return found.isDirectory() ? "folder" : found.isFile() ? "file" : "other";
  },

  async read(path) {
    // Most files are small: waiting for another thread would cost more than to read them.
    const found = statSync(path);
    if (!found.isFile()) throw new UnreadableError("it is no file");
    if (found.size > mostBytes) throw new UnreadableError(`it is larger than ${mostBytes / 1024 / 1024} MB`);
    return readFileSync(path);
  },
};

async function statOf(path: string): Promise<Stats | undefined> {
  return stat(path).catch(() => undefined);
}

/** Why a file could not be read or written, in words for a person. */
export function reasonOf(error: unknown): string {
  if (error instanceof UnreadableError) return error.message;
  switch ((error as NodeJS.ErrnoException).code) {
    case "EACCES":
    case "EPERM":
      return "no permission";
    case "ENOENT":
      return "it is not there";
    case "EISDIR":
      return "it is a folder";
    case "ENOTDIR":
      return "a part of its path is no folder";
    case "ELOOP":
      return "its links go in a circle";
    case "ENOSPC":
      return "the disk is full";
    case "EROFS":
      return "the file system is read-only";
    default:
      return error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
  }
}
