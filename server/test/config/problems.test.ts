import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ConfigurationSet } from "../../src/engine/config/configuration-set.js";
import type { Range } from "../../src/engine/text/range.js";
import { declarations } from "./declarations.js";

/**
 * A fixture is a configuration file with what is reported of it below the line that it is reported at, as a comment:
 * `#! «what is underlined» message`, and ` → replacement` where an edit mends it.
 */
const folder = new URL("fixtures/", import.meta.url);
const fixtures = readdirSync(folder).filter((name) => name.endsWith(".yaml"));

test.each(fixtures)("%s", (name) => {
  const fixture = readFileSync(new URL(name, folder), "utf8");
  const source = fixture.replace(/^#!.*\n/gm, "");
  expect(annotated(source)).toBe(fixture);
});

test.each(fixtures)("%s with Windows line ends is reported at the same places", (name) => {
  const fixture = readFileSync(new URL(name, folder), "utf8");
  const source = fixture.replace(/^#!.*\n/gm, "");
  expect(rangesOf(source.replaceAll("\n", "\r\n"))).toEqual(rangesOf(source));
});

function problemsIn(source: string) {
  const set = new ConfigurationSet(declarations);
  set.set("team/.lockstep.yaml", source);
  return set.problems().get("team/.lockstep.yaml") ?? [];
}

function rangesOf(source: string): readonly Range[] {
  return problemsIn(source).map(({ range }) => range);
}

function annotated(source: string): string {
  const problems = problemsIn(source);
  const lines = source.split("\n");
  const annotatedLines = lines.map((line, index) => {
    const notes = problems
      .filter(({ range }) => range.start.line === index)
      .map(({ range, message, replacement }) => {
        const end = range.end.line === index ? range.end.character : line.length;
        const mended = replacement ? ` → ${replacement.newText}` : "";
        return `#! «${line.slice(range.start.character, end)}» ${message}${mended}`;
      });
    return [line, ...notes].join("\n");
  });
  return annotatedLines.join("\n");
}
