/**
 * Words of a document as text of another one: in one line, and without markup, HTML, autolinks or placeholders of their own. Unlike what a
 * hover needs, it stays readable as source: only what could mean something is escaped. For the inside of a line; table cells included.
 */
export function escapeInline(text: string): string {
  return (
    text
      .replace(/\s+/g, " ")
      .trim()
      .replace(/[\\`*[\]<>|~$]/g, "\\$&")
      // Within words an underscore means nothing.
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
      .replace(/&(?=#?\w+;)/g, "\\&")
      .replace(/:(?=\/\/)/g, "\\:")
      .replace(/\bwww\./gi, (word) => `${word.slice(0, 3)}\\.`)
      .replace(/^(\d{0,9})([-+#=.)])(?=[\s#=-]|$)/, "$1\\$2")
  );
}

/** A link whose words are a document's. `destination` is made by `relativeLink`, or is a URI. */
export function escapedLink(text: string, destination: string): string {
  const safe = destination.replace(/[()<>\\\s]/g, (character) => encodeURIComponent(character).replace(/[()]/g, hex));
  return `[${escapeInline(text)}](${safe})`;
}

function hex(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
