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
