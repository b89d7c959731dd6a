import type { Position, Range } from "vscode-languageserver-types";
import type { LockstepService } from "../../../src/engine/service/service.js";
import { english } from "../../../src/engine/text/phrase.js";
import type { Addresses } from "../../../src/features/addresses.js";
import { serviceOf } from "../../support/service.js";

/** The date that counts as today in these tests. */
export const today = "2026-06-15";

export const addresses: Addresses = {
  uriOf: (path) => `test:/${path}`,
  versionOf: () => null,
  rulePageOf: (rule) => `pages:${rule}`,
  say: english,
};

export interface CursorFixture {
  readonly service: LockstepService;
  readonly path: string;
  readonly position: Position;
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Documents written one after another, each below a line `//- path`; `$0` is where the cursor stands and is no part of its text. Without
 * a cursor it is at the start of the last document.
 */
export function cursorFixture(source: string): CursorFixture {
  const texts = new Map<string, string>();
  let at = { path: "", position: { line: 0, character: 0 } };
  for (const part of source.split(/^\/\/- /m).slice(1)) {
    const path = part.slice(0, part.indexOf("\n")).trim();
    const marked = part.slice(part.indexOf("\n") + 1);
    const cursor = marked.indexOf("$0");
    if (cursor >= 0 || at.path === "") {
      const before = marked.slice(0, Math.max(cursor, 0)).split("\n");
      at = { path, position: { line: before.length - 1, character: before.at(-1)!.length } };
    }
    texts.set(path, marked.replace("$0", ""));
  }
  const files = [...texts].map(([path, text]) => ({ path, text }));
  return { service: serviceOf(files, today), texts, ...at };
}

/** The words of a range, with the path of their document. */
export function wordsAt(fixture: CursorFixture, uri: string, range: Range): string {
  const path = uri.replace("test:/", "");
  return `${path}: ${textIn(fixture.texts.get(path)!, range)}`;
}

export function textIn(text: string, { start, end }: Range): string {
  const lines = text.split("\n");
  if (start.line === end.line) return lines[start.line]!.slice(start.character, end.character);
  return [
    lines[start.line]!.slice(start.character),
    ...lines.slice(start.line + 1, end.line),
    lines[end.line]!.slice(0, end.character),
  ].join("\n");
}
