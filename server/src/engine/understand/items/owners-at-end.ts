import { type Attributes, placeIn, type TextSource } from "./attributes.js";

const name = "\\p{Lu}[\\p{L}'’.-]{1,20}(?: \\p{Lu}[\\p{L}'’.-]{1,20}){0,2}";
const ownersInBrackets = new RegExp(`\\s*\\((${name}(?:(?:,| and| &) ?${name}){0,3})\\)\\s*$`, "u");
const ownersBehindDash = new RegExp(`^\\s*[–—-]\\s+(${name}(?:(?:,| and| &) ?${name}){0,3})\\s*$`, "u");

/** "Returns stop hurting (Inés, Kofi)", "Checkout feels instant — Kofi": takes the names, and gives the end of the title before them. */
export function ownersAtEnd(source: TextSource, attributes: Attributes, end: number): number {
  if (attributes.owners.length > 0) return end;
  const { text } = source.inline;
  const bracket = ownersInBrackets.exec(text.slice(0, Math.max(end, text.trimEnd().length)));
  const dash = bracket ? null : ownersBehindDash.exec(text.slice(end));
  const names = (bracket ?? dash)?.[1];
  if (names === undefined) return end;
  let from = bracket ? bracket.index + bracket[0].indexOf(names) : end + (dash?.[0].indexOf(names) ?? 0);
  for (const part of names.split(/(,| and | & )/)) {
    const written = part.trim();
    const start = from + part.indexOf(written);
    if (/^\p{Lu}/u.test(written))
      attributes.owners.push({ text: written, place: placeIn(source, start, start + written.length), role: "owner" });
    from += part.length;
  }
  return bracket ? Math.min(end, bracket.index) : end;
}
