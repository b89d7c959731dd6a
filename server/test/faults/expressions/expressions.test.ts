import { expect, test } from "vitest";
import { allFindings } from "../../../src/engine/service/check-output.js";
import { modelOutput } from "../../../src/engine/service/model-output.js";
import { serviceOf } from "../../support/service.js";
import { note, processorTime, soaking } from "../support/soak.js";
import { type Attack, attacksOn, textOf } from "./attacks.js";
import { collectExpressions } from "./collect.js";
import { search, superlinear } from "./growth.js";

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
  "every regular expression takes a growing line in at most linear time, or is never given a long one",
  async () => {
    const start = processorTime();
    const expressions = await collectExpressions();
    expect(expressions.length).toBeGreaterThan(500);
    let lines = 0;
    const slow: { readonly name: string; readonly attack: Attack }[] = [];
    for (const { expression, file } of expressions) {
      const work = search(expression);
      for (const attack of attacksOn(expression)) {
        lines += 1;
        const growth = superlinear(work, attack);
        if (!growth) continue;
        slow.push({ name: `${file}: ${expression}`, attack });
        break;
      }
    }
    const tried = soaking ? slow : slow.filter((_, index) => index % 12 === 0);
    const problems: string[] = [];
    for (const { name, attack } of tried) {
      for (const place of Object.keys(places)) {
        const growth = superlinear(readAt(place), attack, reading);
        if (!growth) continue;
        const sample = JSON.stringify(textOf(attack, 1).slice(0, 60));
        problems.push(
          `${name} on ${sample}… as a ${place}: ${growth.milliseconds.toFixed(0)} ms, ×${growth.factor.toFixed(1)}`,
        );
        break;
      }
    }
    note("expressions", "regular expressions", expressions.length);
    note("expressions", "adversarial lines", lines);
    note("expressions", "expressions that rely on texts being short, each tried through whole documents", slow.length);
    note("expressions", "seconds", (processorTime() - start) / 1000, 1800);
    if (process.env.EXPR_DEBUG)
      (await import("node:fs")).writeFileSync(
        "/tmp/expr.slow",
        slow.map(({ name, attack }) => `${name} ${JSON.stringify(attack)}`).join("\n"),
      );
    expect(problems).toEqual([]);
  },
  hour,
);
