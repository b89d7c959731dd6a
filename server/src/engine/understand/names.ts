/** A name in a list of names, in offsets of the text that was split. */
export interface NamePart {
  readonly text: string;
  readonly start: number;
}

const separator = /(?:(?<!\s)\s+)?(?:,|;|\/(?!\/)|&|\+|\band\b|\bor\b|\bwith\b)\s*/giu;

/** Parts a value such as "@a, Bo Lind and the Platform team" into names. "R&D" and a team's handle with a slash stay whole. */
export function splitNames(value: string): NamePart[] {
  const parts: NamePart[] = [];
  let from = 0;
  const add = (to: number): void => {
    const raw = value.slice(from, to);
    const text = raw.trim();
    if (text !== "") parts.push({ text, start: from + raw.indexOf(text) });
  };
  for (const match of value.matchAll(separator)) {
    if (isInsideName(value, match.index, match[0])) continue;
    add(match.index);
    from = match.index + match[0].length;
  }
  add(value.length);
  return parts;
}

function isInsideName(value: string, at: number, separatorText: string): boolean {
  const before = value.slice(Math.max(at - 40, 0), at);
  if (separatorText === "/") return /@[\w-]+$/.test(before);
  return separatorText === "&" && /(?:^|[\s,])[A-Z]$/.test(before);
}

/** The name and the handle of one person, as a cell or line gives them: "Zoë Brandt (@zoe, acting)". */
export function readPerson(text: string): { readonly name: string | undefined; readonly handle: string | undefined } {
  const handle = /(?<![\w.])@[\w-]+/.exec(text)?.[0];
  const name = text
    .replace(/[([][^()[\]]*[)\]]?/g, " ")
    .replace(/(?<![\w.])@[\w-]+|\b(?:acting|interim)\b:?|[)\]*_`]/gi, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s,–—-]+|[\s,–—-]+$/g, "");
  return { name: /\p{L}/u.test(name) ? name : undefined, handle };
}
