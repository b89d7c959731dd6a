import { appendFileSync } from "node:fs";
import { expect, test } from "vitest";
import { note, processorTime } from "../support/soak.js";
import { attacksOn, textOf } from "./attacks.js";
import { collectExpressions } from "./collect.js";
import { search, superlinear } from "./growth.js";

test("every regular expression takes a growing line in at most linear time", async () => {
  const start = processorTime();
  const expressions = await collectExpressions();
  expect(expressions.length).toBeGreaterThan(500);
  let lines = 0;
  const slow: string[] = [];
  for (const { expression, file } of expressions) {
    const work = search(expression);
    for (const attack of attacksOn(expression)) {
      lines += 1;
      if (process.env.EXPR_DEBUG)
        appendFileSync(
          "/tmp/expr.cur",
          `${file} ${expression.source.slice(0, 200)} ${JSON.stringify(attack).slice(0, 100)}\n`,
        );
      const growth = superlinear(work, attack);
      if (!growth) continue;
      const times = `${growth.milliseconds.toFixed(1)} ms, ×${growth.factor.toFixed(1)}`;
      slow.push(`${file}: ${expression} on ${JSON.stringify(textOf(attack, 1).slice(0, 80))}… (${times})`);
      if (process.env.EXPR_DEBUG) appendFileSync("/tmp/expr.out", slow.at(-1) + "\n");
      break;
    }
  }
  note("expressions", "regular expressions", expressions.length);
  note("expressions", "adversarial lines", lines);
  note("expressions", "seconds", (processorTime() - start) / 1000, 120);
  expect(slow).toEqual([]);
}, 600_000);
