const utf8 = new TextDecoder("utf-8", { ignoreBOM: false });
const utf16 = { little: new TextDecoder("utf-16le"), big: new TextDecoder("utf-16be") };

/** A file's text without its byte order mark; bytes that are no UTF-8 read as U+FFFD, as editors show them. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16.little.decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16.big.decode(bytes);
  return utf8.decode(bytes);
}
