/** A name in a list of names, in offsets of the text that was split. */
export interface NamePart {
  readonly text: string;
  readonly start: number;
}

const separator = /(?:(?<!\s)\s+)?(?:,|;|\n|\/(?!\/)|&|\+|\band\b|\bor\b|\bwith\b)\s*/giu;

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

/** What a list of owners says of them all, and is nobody's name: "Ana and Bo, together", "…, one shared decision", "…, until July". */
const ofAll =
  /^(?:(?:all|both) )?(?:together|jointly|equally|as one|side by side|in equal (?:parts|measure)|for now|ad interim|(?:(?:an?|one|our|their) )?(?:single |joint |shared |common ){1,2}(?:decision|call|choice|ownership|responsibility)|(?:until|since|from|as of) .{2,40}|(?:due|deadline|by|before|no later than)\b(?: date| is| on| by| the)*:? (?:\d|(?:(?:end|middle|start) of |mid-|early |late |next |this )?(?:q[1-4]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|week|month|quarter)[a-z]*)\b).{0,30}|(?:both|all|the (?:two|three|four)) of (?:us|them))$/i;

/** A name of a list without the words that speak of the whole list ("both Ana and Bo", "Ana and Bo together"); empty where it is nothing else. */
export function nameAlone(part: string): string {
  if (ofAll.test(part)) return "";
  return part
    .replace(/^(?:[Bb]oth|[Jj]ointly|[Tt]ogether)\s(?=[\p{Lu}@])/u, "")
    .replace(/(?<=[\p{L}\p{N})])\s(?:together|jointly|as one)$/iu, "");
}

function isInsideName(value: string, at: number, separatorText: string): boolean {
  const before = value.slice(Math.max(at - 40, 0), at);
  if (separatorText === "/") return /@[\w-]+$/.test(before);
  return separatorText === "&" && /(?:^|[\s,])[A-Z]$/.test(before);
}

/**
 * Parts a cell or line that lists people: as `splitNames`, but what stands in brackets stays with its name, and so does what somebody is
 * behind a comma ("Bo Lind, CPO (@bo)").
 */
export function splitPeople(value: string): NamePart[] {
  const parts: NamePart[] = [];
  for (const part of splitNames(value)) {
    const last = parts.at(-1);
    const before = last && value.slice(last.start, part.start);
    const inside = before !== undefined && before.lastIndexOf("(") > before.lastIndexOf(")");
    if (last && (inside || (/,\s*$/.test(before ?? "") && startsWithRole.test(part.text)))) {
      parts[parts.length - 1] = { text: value.slice(last.start, part.start + part.text.length), start: last.start };
    } else parts.push(part);
  }
  return parts;
}

/** What somebody is, as cards and signatures put it behind a name: "CPO", "VP Design", "Head of Product", "Engineering manager". */
const role =
  "(?:(?:[Oo]ur|[Tt]he|[Aa]cting|[Ii]nterim|[Gg]roup|[Ss]enior|[Cc]o-?[Ff]ounder(?: and|,| &)) )*(?:C[A-Z]{1,2}O|[SE]?VP[A-Z]?|PM|EM|TL|[Vv]ice [Pp]resident|[Hh]ead|[Dd]irector|[Cc]hief|[Ll]ead|[Mm]anag(?:er|ing)|[Pp]resident|[Pp]rincipal|(?:[Cc]o-?)?[Cc]hair(?:man|woman|person)?|[Ss]ecretary|[Tt]reasurer|[Cc]o-?[Ff]ounder|[Ff]ounder|(?:\\p{L}+ ){1,3}(?:lead|director|manager|officer|VP|engineer|designer))(?![\\p{L}’'])[^,;&@()<]{0,40}";
const startsWithRole = new RegExp(`^${role}(?=$|[(@<])`, "u");
const roleAtEnd = new RegExp(` ?,\\s*${role}$`, "u");
const handleInBrackets = new RegExp(`^(?:,\\s*${role})?[^,;.]{0,4}\\((?:${role},\\s*)?(@[\\w-]+)\\)`, "u");

/** The handle in brackets right behind a name, or behind what the person is: " (@bo)", ", CPO (@bo)", " (CPO, @bo)". */
export function handleBehind(rest: string): string | undefined {
  return handleInBrackets.exec(rest)?.[1];
}

/** The name and the handle of one person, as a cell or line gives them: "Zoë Brandt (@zoe, acting)". */
export function readPerson(text: string): { readonly name: string | undefined; readonly handle: string | undefined } {
  const handle = /(?<![\w.])@[\w-]+/.exec(text)?.[0];
  const name = text
    .replace(/[([][^()[\]]*[)\]]?/g, " ")
    .replace(/(?<![\w.])@[\w-]+|\b(?:acting|interim)\b:?|[)\]*_`]/gi, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s,–—-]+|[\s,–—-]+$/g, "")
    .replace(roleAtEnd, "");
  return { name: /\p{L}/u.test(name) ? name : undefined, handle };
}
