import fc from "fast-check";
import picomatch from "picomatch";
import { expect, test } from "vitest";
import { compileGlob } from "../../src/engine/config/glob.js";

function matches(pattern: string, path: string): boolean {
  const glob = compileGlob(pattern);
  if ("problem" in glob) throw new Error(glob.problem);
  return glob.matches(path);
}

test.each([
  ["product/**/*.md", "product/a.md", true],
  ["product/**/*.md", "product/x/y/a.md", true],
  ["product/**/*.md", "products/a.md", false],
  ["roadmaps/*-eng.md", "roadmaps/q3-eng.md", true],
  ["roadmaps/*-eng.md", "roadmaps/q3/a-eng.md", false],
  ["*.md", "a/b.md", false],
  ["**", ".github/a.md", true],
  ["archive/", "archive/2024/a.md", true],
  ["./archive/**", "archive/a.md", true],
  ["/archive/**", "archive/a.md", true],
  ["{a,b/{c,d}}/*.md", "b/d/x.md", true],
  ["{a,b/{c,d}}/*.md", "b/x.md", false],
  ["q[1-4].md", "q3.md", true],
  ["q[!1-4].md", "q3.md", false],
  ["q[!1-4].md", "q5.md", true],
  ["notes/?.md", "notes/😀.md", true],
  ["notes/\\*.md", "notes/*.md", true],
  ["notes/\\*.md", "notes/a.md", false],
  ["Zoe\u0308/*.md", "Zo\u00eb/a.md", true],
  ["a*c*d/e", "abcbcd/e", true],
  ["**/b/**/c", "a/b/b/a/c", true],
  ["**/b/**/c", "a/c/b", false],
])("%s on %s: %s", (pattern, path, expected) => {
  expect(matches(pattern, path)).toBe(expected);
});

test("agrees with picomatch on patterns and paths of the usual kind", () => {
  const part = fc.array(fc.constantFrom("a", "b", "ab", "*", "?", ".md", "[ab]", "[^a]"), {
    minLength: 1,
    maxLength: 4,
  });
  const name = part.map((pieces) => pieces.join("").replace(/\*+/g, "*"));
  const folder = fc.oneof(name, fc.constant("**"), fc.constant("{a,b*}"));
  const patterns = fc
    .tuple(fc.array(folder, { maxLength: 3 }), name)
    .map(([folders, last]) => [...folders, last].join("/"));
  const pathName = fc
    .array(fc.constantFrom("a", "b", "ab", ".md"), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join(""));
  const path = fc.array(pathName, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/"));
  let matched = 0;
  fc.assert(
    fc.property(patterns, path, (pattern, candidate) => {
      const expected = picomatch(pattern, { dot: true, nonegate: true, noextglob: true })(candidate);
      if (expected) matched += 1;
      expect(matches(pattern, candidate), `${pattern} on ${candidate}`).toBe(expected);
    }),
    { numRuns: 1500 },
  );
  expect(matched).toBeGreaterThan(20);
});
