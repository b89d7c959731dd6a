/** Resolves a link written in `from` to a path relative to the same root; undefined for URLs, absolute paths and what leaves the root. */
export function resolvePath(
  url: string,
  from: string,
): { readonly path: string; readonly fragment: string | undefined } | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith("//")) return undefined;
  const [target = "", fragment] = url.split("#", 2);
  const plain = decode(target.split("?", 1)[0] ?? "");
  if (plain === "") return { path: from, fragment };
  const segments = plain.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const segment of plain.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return { path: segments.join("/"), fragment };
}

/** A link from one document to another as Markdown writes it: relative, with the characters escaped that would end it. */
export function relativeLink(from: string, to: string, fragment: string | undefined): string {
  const here = from.split("/").slice(0, -1);
  const there = to.split("/");
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared += 1;
  const path = [...here.slice(shared).map(() => ".."), ...there.slice(shared)].join("/");
  const escaped = path.replace(/[\s()<>%?#]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  // Before a colon in its first part it would read as a scheme (RFC 3986, 4.2).
  const relative = /^[^/]*:/.test(escaped) ? `./${escaped}` : escaped;
  return fragment === undefined ? relative : `${relative}#${fragment}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray % is part of the file's name.
    return text;
  }
}

/** The fragment that GitHub and VS Code give a heading: lower case, punctuation dropped, spaces as hyphens. */
export function headingSlug(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, "")
    .replace(/ /g, "-");
}
