import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { decodeText } from "./decode.js";
import type { Discovered, Unreadable } from "./discover.js";
import { diskFiles, reasonOf, type SourceFiles } from "./files.js";
import { mapLimited } from "./paths.js";

/** A file's text without byte order mark, and its path relative to the root of what was discovered. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
  /** Equal for equal texts that came the same way, and for no others. */
  readonly digest: string;
  /** The same text at another path. (A copy by spreading would lose what is told only when asked for.) */
  at(path: string): SourceText;
}

/** A text that is no file's, or that has been read already. */
export function sourceText(path: string, text: string): SourceText {
  return new LazySource(path, { text });
}

/** A run that finds everything kept needs no text: it is decoded, or hashed, when somebody asks. */
class LazySource implements SourceText {
  readonly path: string;
  #content: { readonly bytes: Uint8Array } | { readonly text: string };
  #digest: string | undefined;

  constructor(path: string, content: { readonly bytes: Uint8Array } | { readonly text: string }) {
    this.path = path;
    this.#content = content;
  }

  get text(): string {
    if ("bytes" in this.#content) {
      // Hashed as it came, whichever is asked for first.
      this.#digest ??= digestOf(this.#content);
      this.#content = { text: decodeText(this.#content.bytes) };
    }
    return this.#content.text;
  }

  get digest(): string {
    this.#digest ??= digestOf(this.#content);
    return this.#digest;
  }

  at(path: string): SourceText {
    const moved = new LazySource(path, this.#content);
    moved.#digest = this.#digest;
    return moved;
  }
}

/** The signs in front keep the bytes of one text from being taken for those of another in another encoding. Lone surrogates count. */
function digestOf(content: { readonly bytes: Uint8Array } | { readonly text: string }): string {
  const hash = createHash("sha256");
  return "bytes" in content
    ? `8${hash.update(content.bytes).digest("hex")}`
    : `16${hash.update(content.text, "utf16le").digest("hex")}`;
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
      if (!isUtf8(bytes) && decodeText(bytes).includes("\ufffd")) misread.push(path);
      return new LazySource(path, { bytes });
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
