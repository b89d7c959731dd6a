import { nearestName } from "../../engine/config/nearest-name.js";
import { rules } from "../../engine/rules/registry.js";
import { print } from "../output.js";
import { styleFor } from "../terminal.js";
import { UseError } from "../use-error.js";

/** `lockstep explain RULE`: the rule's page, with its options. */
export async function runExplain(id: string): Promise<number> {
  const rule = rules.find((candidate) => candidate.id === id.toLowerCase());
  if (!rule) {
    const nearest = nearestName(
      id,
      rules.map((candidate) => candidate.id),
    );
    const hint = nearest === undefined ? "`lockstep rules` lists them all" : `did you mean ${nearest}?`;
    throw new UseError(`no rule is called “${id}”; ${hint}`);
  }
  const { rulePages } = await import("lockstep:rule-pages");
  const style = styleFor(process.stdout);
  const page = rulePages.get(rule.id) ?? `# ${rule.id}\n\nReports ${rule.summary}.\n`;
  const lines = page.trimEnd().split("\n");
  print(`${lines.map((line) => (/^#{1,6} /.test(line) ? style.bold(line) : line)).join("\n")}\n`);
  const options = Object.entries(rule.options ?? {});
  if (options.length > 0) {
    print(`\n${style.bold("## Options")}\n\n`);
    for (const [name, option] of options)
      print(`- \`${name}\` (${option.type}, ${option.default}): ${option.description}\n`);
  }
  return 0;
}
