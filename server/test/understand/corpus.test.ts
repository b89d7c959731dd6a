import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { MarkdownDocument } from "../../src/engine/markdown/document.js";
import { lineOf } from "../../src/engine/markdown/place.js";
import type { FactBase } from "../../src/engine/model/facts.js";
import { DocumentReader } from "../../src/engine/understand/reader.js";
import { contextOf } from "./prose/fixture.js";

const folder = fileURLToPath(new URL("./corpus/", import.meta.url));

interface Text {
  readonly path: string;
  readonly text: string;
  /** Lines that state something, by mark. */
  readonly wanted: Readonly<Record<Mark, readonly number[]>>;
}

type Mark = "d" | "x" | "q";

/** Least share of what is found that is right, and of what there is that is found. */
const floors: Readonly<Record<Mark, { readonly name: string; readonly precision: number; readonly recall: number }>> = {
  d: { name: "decisions", precision: 0.87, recall: 0.56 },
  x: { name: "disagreements", precision: 0.9, recall: 0.54 },
  q: { name: "open questions", precision: 0.92, recall: 0.66 },
};

const texts = readTexts().map((text) => ({ ...text, found: linesOf(text) }));

describe("made-up documents", () => {
  for (const mark of ["d", "x", "q"] as const) {
    const { name, precision, recall } = floors[mark];
    it(`${name}: at least ${recall} found, at least ${precision} of the found right`, () => {
      let right = 0;
      let found = 0;
      let wanted = 0;
      for (const text of texts) {
        const open = [...text.wanted[mark]];
        wanted += open.length;
        for (const line of text.found[mark]) {
          found += 1;
          const at = open.indexOf(line);
          if (at < 0) continue;
          right += 1;
          open.splice(at, 1);
        }
      }
      expect(wanted).toBeGreaterThan(60);
      expect(right / found).toBeGreaterThanOrEqual(precision);
      expect(right / wanted).toBeGreaterThanOrEqual(recall);
    });
  }
});

function linesOf({ path, text }: Text): Readonly<Record<Mark, readonly number[]>> {
  const { facts } = new DocumentReader(contextOf(path)).read(MarkdownDocument.open(text));
  const lines = (found: readonly FactBase[]): readonly number[] => found.map((fact) => lineOf(fact.place));
  return { d: lines(facts.decisions), x: lines(facts.disagreements), q: lines(facts.questions) };
}

function readTexts(): readonly Text[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".md") && name !== "README.md")
    .sort()
    .flatMap((name) => readFileSync(`${folder}${name}`, "utf8").split(/^%% /mu).slice(1))
    .map((part) => readText(part.replaceAll(/(?<=\n)([^\s#*|>\d-][^\n]*\n)(?=[^\s#*|>\d-])/gu, "$1\n")));
}

function readText(part: string): Text {
  const [path = "", ...lines] = part.split("\n");
  const wanted: Record<Mark, number[]> = { d: [], x: [], q: [] };
  const text = lines.map((line, index) =>
    line.replaceAll(/ ?\{([dxq]+)\}/gu, (_, marks: string) => {
      for (const mark of marks) wanted[mark as Mark].push(index);
      return "";
    }),
  );
  return { path: path.trim(), text: text.join("\n"), wanted };
}
