import type { FittingMap } from "../config/fit.js";
import type { JsonSchema } from "../config/json-schema.js";
import { listOf } from "../text/words.js";
import { type ToolContext, ToolProblem, textIn } from "./tool.js";

export const domainProperty: Readonly<Record<"domain", JsonSchema>> = {
  domain: {
    type: "string",
    minLength: 1,
    description:
      "Only what concerns this domain: `product`, `engineering`, another one that is configured, or an alias.",
  },
};

/** The domain that the input names, by its name or an alias; undefined where it names none. */
export function domainIn(input: FittingMap, { service: { workspace } }: ToolContext): string | undefined {
  const word = textIn(input, "domain")?.trim().toLowerCase();
  if (word === undefined) return undefined;
  const known = new Set<string>();
  for (const document of workspace.documents.values()) {
    const vocabulary = workspace.vocabularyOf(document);
    const domain = vocabulary.domainByWord.get(word) ?? vocabulary.domains.find((name) => name.toLowerCase() === word);
    if (domain !== undefined) return domain;
    for (const name of vocabulary.domains) known.add(name);
  }
  throw new ToolProblem(`There is no domain “${word.slice(0, 80)}” here. Known: ${listOf([...known]) || "none"}.`);
}
