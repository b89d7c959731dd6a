/** A person as a document or configuration writes one: "Priya Nair <@priya>", "@amelia", "Amelia Chen (VP Eng)". */
export interface ParsedName {
  /** Without handle, remark and markup; undefined where only a handle is given. */
  readonly name: string | undefined;
  /** Lower case, without `@`; the local part of an e-mail address counts as one. */
  readonly handle: string | undefined;
  /** What stands in brackets or after a dash or comma of role: "VP Eng". */
  readonly note: string | undefined;
}

const longestName = 120;
const email = /<?(?:mailto:)?([\w.+-]{1,64})@[\w-]{1,63}(?:\.[\w-]{1,63})+>?/;
const handle = /<?@([A-Za-z0-9](?:[\w.-]{0,62}\w)?)(?![\w/])>?/;
const remark = /\(([^()]{0,80})\)/;

/** Reads one name. Nothing is undefined for a text without letters only. */
export function parseName(text: string): ParsedName {
  let rest = text.slice(0, longestName).replace(/[*_`~[\]"“”]/gu, " ");
  const note = remark.exec(rest)?.[1];
  const noteHandle = note === undefined ? undefined : handle.exec(note)?.[1];
  rest = rest.replace(remark, " ");
  const address = email.exec(rest);
  if (address) rest = rest.replace(address[0], " ");
  const login = handle.exec(rest);
  if (login) rest = rest.replace(login[0], " ");
  const dash = /\s[–—-]\s(.{1,60})$/u.exec(rest);
  if (dash) rest = rest.slice(0, dash.index);
  const name = rest
    .replace(/^\s*(?:Drs?|Prof|Mrs?|Ms|Mx|Sir|Dame)\.?\s+(?=\p{Lu})/u, "")
    .replace(/^[^\p{L}\p{N}@#]+|[^\p{L}\p{N}.&+]+$/gu, "")
    .replace(/\s+/g, " ")
    .trim();
  const spoken = noteHandle === undefined ? (note ?? dash?.[1]) : undefined;
  return {
    name: name === "" ? undefined : name,
    handle: (login?.[1] ?? noteHandle ?? address?.[1])?.toLowerCase(),
    note: spoken?.trim() || undefined,
  };
}

/** Titles before a name, which one document writes and another leaves out. */
const honorific = /^(?:(?:dr|prof|mr|mrs|ms|mx) )+(?=\S)/;

/** Lower case without accents, full stops and titles before it: the key by which names compare. */
export function foldName(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("ø", "o")
    .replaceAll("ł", "l")
    .replaceAll("đ", "d")
    .replaceAll("æ", "ae")
    .replaceAll("’", "'")
    .replace(/[.,]/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(honorific, "");
}

/** Handles that a person of this name would likely have: amelia, ameliachen, amelia-chen, achen, ameliac. */
export function likelyHandles(name: string): string[] {
  const parts = foldName(name).replaceAll("'", "").split(/[ -]/).filter(Boolean);
  const [first] = parts;
  const last = parts[parts.length - 1];
  if (first === undefined || last === undefined) return [];
  if (parts.length === 1) return [first];
  const joined = ["", "-", ".", "_"].map((joint) => `${first}${joint}${last}`);
  return [first, ...joined, `${first[0]}${last}`, `${first}${last[0]}`];
}

const wordsWithSlash = /^(?:ui\/ux|ux\/ui|n\/a|ci\/cd|i\/o|a\/b)$/i;

/**
 * The names of a list: "A, B and C", "A / B", "A & B", "A; B". Separators in brackets, in "R&D", "UI/UX" and in `@org/team` part
 * nothing. A text without separators is a list of one; an empty text, of none.
 */
export function splitNames(text: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let from = 0;
  const cut = (at: number, length: number): void => {
    const name = text.slice(from, at).trim();
    if (name !== "") names.push(name);
    from = at + length;
  };
  separator.lastIndex = 0;
  for (let match = separator.exec(text); match; match = separator.exec(text)) {
    const found = match[0];
    if (found === "(" || found === ")") {
      depth = Math.max(0, depth + (found === "(" ? 1 : -1));
      continue;
    }
    if (depth > 0 && text.indexOf(")", match.index) >= 0) continue;
    if (found === "/" && !partsNames(text, match.index)) continue;
    cut(match.index, found.length);
  }
  cut(text.length, 0);
  return names;
}

const separator =
  /[()]|(?:(?<!\s)\s+)?(?:[,;|·•\n]|\s(?:and|or|plus)(?=\s)|\s[&+/](?=\s))(?:\s*(?:and|or|&)(?=\s))?\s*|\//g;

/** Whether a slash without spaces parts two names ("Priya/Amelia", "PM/EM"), rather than standing in one word. */
function partsNames(text: string, slash: number): boolean {
  const before = /(?<![^\s,;()])[^\s,;()]*$/.exec(text.slice(Math.max(0, slash - 40), slash))?.[0] ?? "";
  const after = /^[^\s,;()/]*/.exec(text.slice(slash + 1, slash + 41))?.[0] ?? "";
  if (wordsWithSlash.test(`${before}/${after}`) || before.startsWith("http") || before === "" || after === "")
    return false;
  if (before.startsWith("@")) return after.startsWith("@");
  return /^[\p{Lu}@]/u.test(after) && /^[\p{Lu}@]/u.test(before);
}
