import { isUtf8 } from "node:buffer";
import { join } from "node:path";
import { decodeText } from "./decode.js";
import type { Discovered, Unreadable } from "./discover.js";
import { diskFiles, reasonOf, type SourceFiles } from "./files.js";
import { mapLimited } from "./paths.js";

/** A file's text without byte order mark, and its path relative to the root of what was discovered. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** The texts that a command works on. */
export interface Sources {
  /** Absolute. */
  readonly root: string;
  /** Those above the root are `../…`. */
  readonly configurations: readonly SourceText[];
  readonly documents: readonly SourceText[];
  /** What could not be read, or not as it was meant, with the reason. */
  readonly unreadable: readonly Unreadable[];
  /** Files that were read although they are not UTF-8. */
  readonly misread: readonly string[];
}

/** Reads what was discovered. A file that cannot be read, or is gone by now, is listed and left out; the others count. */
export async function readSources(found: Discovered, files: SourceFiles = diskFiles): Promise<Sources> {
  const unreadable = [...found.unreadable];
  const misread: string[] = [];
  const read = async (path: string): Promise<SourceText | undefined> => {
    try {
      const bytes = await files.read(join(found.root, path));
      const text = decodeText(bytes);
      if (text.includes("\ufffd") && !isUtf8(bytes)) misread.push(path);
      return { path, text };
    } catch (error) {
      unreadable.push({ path, reason: reasonOf(error) });
      return undefined;
    }
  };
  const present = (texts: readonly (SourceText | undefined)[]): SourceText[] =>
    texts.filter((text) => text !== undefined);
  return {
    root: found.root,
    configurations: present(await mapLimited(found.configurations, files.readsAtOnce, read)),
    documents: present(await mapLimited(found.documents, files.readsAtOnce, read)),
    unreadable,
    misread,
  };
}
