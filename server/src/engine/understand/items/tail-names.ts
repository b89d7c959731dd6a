import type { ParagraphUnit } from "../../reading/units.js";
import { placeIn, type TextSource } from "./attributes.js";
import type { ItemText } from "./item-text.js";

/** A bullet, and what its words were read as. */
interface NamedBullet {
  readonly unit: ParagraphUnit;
  readonly read: ItemText;
}

const plainName = /^\p{Lu}[\p{Ll}'’]+(?:[ -]\p{Lu}[\p{L}.'’]+){0,2}$/u;
const noNames = new Set(
  "Alpha Beta Stable Done Now Next Later Draft None Phase Part Work Note Update Yes Not High Low Medium".split(" "),
);

/** "Promises - Ana, no update" in most bullets of a list: the names are whoever sees to them, and no part of the titles. */
export function withTailNames<Bullet extends NamedBullet>(candidates: readonly Bullet[]): readonly Bullet[] {
  if (candidates.length < 3) return candidates;
  const names = candidates.map((candidate) => tailName(candidate));
  if (names.filter((name) => name !== undefined).length * 10 < candidates.length * 6) return candidates;
  return candidates.map((candidate, index) => {
    const name = names[index];
    const { read, unit } = candidate;
    if (!name || read.attributes.owners.length > 0) return candidate;
    const place = placeIn({ unit, inline: unit.inline } as TextSource, name.start, name.start + name.text.length);
    read.attributes.owners.push({ text: name.text, place, role: "owner" });
    const before = unit.inline.text.slice(0, name.start).replace(/[\s,(–—-]+$/, "").length;
    return name.start < read.end && before > read.start ? { ...candidate, read: { ...read, end: before } } : candidate;
  });
}

function tailName({ unit, read }: NamedBullet): { text: string; start: number } | undefined {
  const { text } = unit.inline;
  let from = read.start;
  const separators = /\s[–—-]\s|,\s|\s\(|[;)]|$/g;
  separators.lastIndex = read.start;
  for (let count = 0; count < 5; count += 1) {
    const match = separators.exec(text);
    const end = match ? match.index : text.length;
    const part = text.slice(from, end).trim();
    if (from > read.start && plainName.test(part) && !noNames.has(part.split(" ")[0] ?? "")) {
      return { text: part, start: text.indexOf(part, from) };
    }
    if (!match || match[0] === "") return undefined;
    from = match.index + match[0].length;
  }
  return undefined;
}
