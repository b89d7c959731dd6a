import { expect, test } from "vitest";
import { allFindings } from "../../../src/engine/service/check-output.js";
import { modelOutput } from "../../../src/engine/service/model-output.js";
import { serviceOf } from "../../support/service.js";
import { note, processorTime, soaking, times } from "../support/soak.js";
import { type Attack, attacksOn, textOf } from "./attacks.js";
import { collectExpressions } from "./collect.js";
import { explosive, search, superlinear } from "./growth.js";

/** Where a line can stand in a document. */
const places: Readonly<Record<string, (line: string) => string>> = {
  paragraph: (line) => `# Notes\n\n${line}\n`,
  heading: (line) => `# ${line}\n\nWe decided.\n`,
  "list item": (line) => `# Notes\n\n- ${line}\n- We decided.\n`,
  cell: (line) => `# Notes\n\n| Decision | Owner | Status |\n| --- | --- | --- |\n| ${line} | ${line} | ${line} |\n`,
  label: (line) => `# Notes\n\nDecision: ${line}\nOwner: ${line}\n`,
  sentence: (line) => `# Notes\n\nWe decided ${line} to ship by Friday.\n`,
  "front matter": (line) => `---\nowner: "${line}"\nstatus: ${line}\n---\n# Notes\n`,
};
const lineEnd = /[\r\n\0]/g;

/** Reads a document that is one long line, wherever that can stand, as the product does. */
function readAt(place: string): (line: string) => void {
  return (line) => {
    const text = (places[place] ?? String)(line.replace(lineEnd, " "));
    const service = serviceOf([{ path: "notes/2026-06-01.md", text }], "2026-06-15");
    allFindings(service);
    modelOutput(service.workspace, { root: "." });
  };
}

const hour = 60 * 60 * 1000;
/** Milliseconds that reading a short document may take. */
const reading = 150;

test(
  "no regular expression explodes on a short line that was made for it",
  async () => {
    const slow: string[] = [];
    const expressions = await collectExpressions();
    expect(expressions.length).toBeGreaterThan(500);
    // One that is made late.
    expect(expressions.some(({ expression }) => expression.source.includes("[Dd]riven) by"))).toBe(true);
    for (const { expression, file } of expressions) {
      const work = search(expression);
      const attack = attacksOn(expression).find((one) => explosive(work, one));
      if (attack) slow.push(`${file}: ${expression} on ${sampleOf(attack)}`);
    }
    expect(slow).toEqual([]);
  },
  hour,
);

/** Every expression on all its lines at length; those that grow faster than their text, through whole documents. */
async function everyLine(): Promise<string[]> {
  const start = processorTime();
  const expressions = await collectExpressions();
  // A part of the long form takes every so manyth.
  const step = Math.max(1, Math.round(expressions.length / times(1, expressions.length)));
  let lines = 0;
  const slow: { readonly name: string; readonly attack: Attack }[] = [];
  for (const [index, { expression, file }] of expressions.entries()) {
    if (index % step !== 0) continue;
    if (index % 100 === 0) await said(`Expressions: ${index} of ${expressions.length}, ${lines} lines`);
    const work = search(expression);
    for (const attack of attacksOn(expression)) {
      lines += 1;
      if (!superlinear(work, attack)) continue;
      slow.push({ name: `${file}: ${expression}`, attack });
      break;
    }
  }
  const problems: string[] = [];
  for (const [index, { name, attack }] of slow.entries()) {
    await said(`Expressions: ${index} of ${slow.length} through whole documents`);
    for (const place of Object.keys(places)) {
      const growth = superlinear(readAt(place), attack, reading);
      if (!growth) continue;
      const factor = `${growth.milliseconds.toFixed(0)} ms, ×${growth.factor.toFixed(1)}`;
      problems.push(`${name} on ${sampleOf(attack)} as a ${place}: ${factor}`);
      break;
    }
  }
  note("expressions", "regular expressions", expressions.length);
  note("expressions", "adversarial lines", lines);
  note("expressions", "expressions that rely on texts being short, each tried through whole documents", slow.length);
  note("expressions", "seconds", (processorTime() - start) / 1000, 3600);
  return problems;
}

test(
  "lines made for regular expressions are read in linear time wherever they stand",
  async () => {
    if (soaking) expect(await everyLine()).toEqual([]);
    // What every kind of repetition meets: blanks, words, marks, without end.
    else
      for (const pumped of [" ", "a ", "-", "(a ", "by 0 "]) {
        const attack: Attack = { before: "", pumped, after: "!" };
        for (const place of ["paragraph", "heading", "label"])
          expect(explosive(readAt(place), attack, reading * 4)).toBe(false);
      }
  },
  hour,
);

/** Says how far this is, and lets it out: nothing else would for an hour. */
function said(words: string): Promise<void> {
  console.info(words);
  return new Promise((resolve) => setTimeout(resolve));
}

function sampleOf(attack: Attack): string {
  return `${JSON.stringify(textOf(attack, 1).slice(0, 60))}…`;
}
