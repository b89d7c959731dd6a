import { rules } from "../../engine/rules/registry.js";
import { capital } from "../../engine/text/words.js";
import { oneOf } from "../options.js";
import { print } from "../output.js";
import { styleFor } from "../terminal.js";

/** `lockstep rules`: all rules with their severities, by family. */
export async function runRules({ format: asked }: { readonly format: string }): Promise<number> {
  const format = oneOf("--format", asked, ["pretty", "json"]);
  if (format === "json") {
    const output = rules.map(({ id, family, severity, summary, options }) => {
      return { id, family, severity, summary, options: options ?? {} };
    });
    print(`${JSON.stringify({ version: 1, rules: output }, undefined, 2)}\n`);
    return 0;
  }
  const style = styleFor(process.stdout);
  const widest = Math.max(...rules.map(({ id }) => id.length));
  for (const family of new Set(rules.map((rule) => rule.family))) {
    print(`${style.bold(capital(family))}\n`);
    for (const { id, severity, summary } of rules.filter((rule) => rule.family === family)) {
      print(`  ${id}${" ".repeat(widest - id.length)}  ${severity.padEnd(11)}  ${summary}\n`);
    }
    print("\n");
  }
  print("`lockstep explain RULE` says more of each.\n");
  return 0;
}
