import { isUtf8 } from "node:buffer";

/** The bytes of a text in the encoding, and with the byte order mark, of what it replaces; undefined where that is no encoding we write. */
export function encodeLike(original: Uint8Array, text: string): Uint8Array | undefined {
  if (original[0] === 0xff && original[1] === 0xfe) return Buffer.from(`\ufeff${text}`, "utf16le");
  if (original[0] === 0xfe && original[1] === 0xff) return Buffer.from(`\ufeff${text}`, "utf16le").swap16();
  if (!isUtf8(original)) return undefined;
  const marked = original[0] === 0xef && original[1] === 0xbb && original[2] === 0xbf;
  return Buffer.from(marked ? `\ufeff${text}` : text, "utf8");
}
