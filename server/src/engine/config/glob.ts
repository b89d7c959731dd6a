/**
 * Path patterns: `*` and `?` inside a folder or file name, `**` across folders, `[abc]`, `[!a-c]`, `{a,b}`, `\` before a character
 * that stands for itself. Matching takes at most (length of the pattern) × (length of the path) steps, whatever both hold; libraries
 * compile patterns to backtracking expressions, which a configuration of unknown origin can make run for hours.
 */
export interface Glob {
  readonly pattern: string;
  /** `path` is relative to the folder that the pattern is relative to, with `/`. */
  matches(path: string): boolean;
}

const longestPattern = 512;
const mostAlternatives = 64;

type Token =
  | { readonly kind: "character"; readonly character: string }
  | { readonly kind: "any" }
  | { readonly kind: "many" }
  | { readonly kind: "class"; readonly negated: boolean; readonly ranges: readonly (readonly [string, string])[] };

/** A folder or file name of the pattern; "globstar" stands for any number of them, none included. */
type Segment = readonly Token[] | "globstar";

/** Compiles a pattern, or says in words what is wrong with it. */
export function compileGlob(pattern: string): Glob | { readonly problem: string } {
  const normal = pattern.normalize("NFC").replace(/^(?:\.?\/)+/, "");
  if (normal.length > longestPattern) return { problem: `is longer than ${longestPattern} characters` };
  if (normal === "") return { problem: "is empty" };
  if (/[?*+@!]\(/.test(normal))
    return { problem: "uses `(…)` groups, which are not read; write alternatives as `{a,b}`" };
  if (/\\[A-Za-z0-9_]/.test(normal)) return { problem: "has `\\` between folders; write `/`" };
  const alternatives = expandBraces(normal.endsWith("/") ? `${normal}**` : normal);
  if ("problem" in alternatives) return alternatives;
  const compiled: (readonly Segment[])[] = [];
  for (const alternative of alternatives.texts) {
    const parts = alternative.split("/");
    if (parts.includes("..")) return { problem: "leads out of the folder of its configuration file" };
    const segments = parts.filter((part) => part !== "" && part !== ".").map(compileSegment);
    if (segments.includes(undefined)) return { problem: "has a `[` without its `]`" };
    compiled.push(segments as Segment[]);
  }
  return {
    pattern,
    matches: (path) => {
      const parts = path
        .normalize("NFC")
        .split("/")
        .map((part) => [...part]);
      return compiled.some((segments) => matchSegments(segments, parts));
    },
  };
}

function expandBraces(pattern: string): { readonly texts: readonly string[] } | { readonly problem: string } {
  const unclosed = { problem: "has a `{` without its `}`" };
  let pending = [pattern];
  const texts: string[] = [];
  while (pending.length > 0) {
    const next: string[] = [];
    for (const text of pending) {
      const parts = firstBraces(text);
      if (parts === "unclosed") return unclosed;
      if (parts === undefined) texts.push(text);
      else for (const option of parts.options) next.push(parts.before + option + parts.after);
      if (next.length + texts.length > mostAlternatives) {
        return { problem: `stands for more than ${mostAlternatives} alternatives` };
      }
    }
    pending = next;
  }
  return { texts };
}

interface Braces {
  readonly before: string;
  readonly options: readonly string[];
  readonly after: string;
}

/** The first `{a,b}` with its options; braces inside of it stay in the options. */
function firstBraces(text: string): Braces | "unclosed" | undefined {
  let depth = 0;
  let open = -1;
  let from = 0;
  const options: string[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === "\\") index += 1;
    else if (character === "{") {
      if (depth === 0) {
        open = index;
        from = index + 1;
      }
      depth += 1;
    } else if (character === "," && depth === 1) {
      options.push(text.slice(from, index));
      from = index + 1;
    } else if (character === "}" && depth > 0) {
      depth -= 1;
      if (depth === 0) {
        options.push(text.slice(from, index));
        return { before: text.slice(0, open), options, after: text.slice(index + 1) };
      }
    }
  }
  return depth > 0 ? "unclosed" : undefined;
}

function compileSegment(text: string): Segment | undefined {
  if (text === "**") return "globstar";
  const characters = [...text];
  const tokens: Token[] = [];
  for (let index = 0; index < characters.length; index += 1) {
    const character = characters[index]!;
    if (character === "*") {
      if (tokens.at(-1)?.kind !== "many") tokens.push({ kind: "many" });
    } else if (character === "?") {
      tokens.push({ kind: "any" });
    } else if (character === "[") {
      const close = characters.indexOf("]", index + 2);
      if (close < 0) return undefined;
      tokens.push(compileClass(characters.slice(index + 1, close)));
      index = close;
    } else if (character === "\\") {
      index += 1;
      tokens.push({ kind: "character", character: characters[index] ?? "\\" });
    } else {
      tokens.push({ kind: "character", character });
    }
  }
  return tokens;
}

function compileClass(members: readonly string[]): Token {
  const negated = members[0] === "!" || members[0] === "^";
  const ranges: [string, string][] = [];
  for (let index = negated ? 1 : 0; index < members.length; index += 1) {
    const first = members[index]!;
    const last = members[index + 2];
    if (members[index + 1] === "-" && last !== undefined) {
      ranges.push([first, last]);
      index += 2;
    } else {
      ranges.push([first, first]);
    }
  }
  return { kind: "class", negated, ranges };
}

function matchSegments(segments: readonly Segment[], parts: readonly (readonly string[])[]): boolean {
  return matchSequence(
    segments,
    parts,
    (segment) => segment === "globstar",
    (segment, part) => segment !== "globstar" && matchSegment(segment, part),
  );
}

function matchSegment(tokens: readonly Token[], characters: readonly string[]): boolean {
  return matchSequence(tokens, characters, (token) => token.kind === "many", matchCharacter);
}

function matchCharacter(token: Token, character: string): boolean {
  if (token.kind === "character") return token.character === character;
  if (token.kind === "class") {
    return token.negated !== token.ranges.some(([first, last]) => first <= character && character <= last);
  }
  return token.kind === "any";
}

/**
 * Matches items against tokens of which some stand for any number of items. Going back to the last of those is enough, as what
 * stood before it has matched as early as it could; so the work is bounded by tokens × items.
 */
function matchSequence<Token, Item>(
  tokens: readonly Token[],
  items: readonly Item[],
  isMany: (token: Token) => boolean,
  matchesOne: (token: Token, item: Item) => boolean,
): boolean {
  let token = 0;
  let item = 0;
  let lastMany = -1;
  let retryFrom = 0;
  while (item < items.length) {
    const current = tokens[token];
    if (current !== undefined && isMany(current)) {
      lastMany = token;
      retryFrom = item;
      token += 1;
    } else if (current !== undefined && matchesOne(current, items[item]!)) {
      token += 1;
      item += 1;
    } else if (lastMany >= 0) {
      retryFrom += 1;
      item = retryFrom;
      token = lastMany + 1;
    } else {
      return false;
    }
  }
  while (token < tokens.length && isMany(tokens[token]!)) token += 1;
  return token === tokens.length;
}

/** A list of patterns, of which those behind `!` take away from what the others match. */
export interface GlobList {
  readonly patterns: readonly string[];
  matches(path: string): boolean;
}

/** Patterns that do not compile are left out; `read.ts` has reported them at their place. */
export function compileGlobs(patterns: readonly string[]): GlobList {
  const wanted: Glob[] = [];
  const unwanted: Glob[] = [];
  for (const pattern of patterns) {
    const excludes = pattern.startsWith("!");
    const glob = compileGlob(excludes ? pattern.slice(1) : pattern);
    if (!("problem" in glob)) (excludes ? unwanted : wanted).push(glob);
  }
  return {
    patterns,
    matches: (path) => wanted.some((glob) => glob.matches(path)) && !unwanted.some((glob) => glob.matches(path)),
  };
}
