import { rephrase } from "../../fixes/rephrase.js";
import type { Wording } from "../../model/facts.js";
import type { Phrase } from "../../text/phrase.js";
import type { Problem, Rule, RuleContext } from "../rule.js";

/** A sentence, and the domains that it speaks of. */
export interface WordingData {
  readonly wording: Wording;
  readonly domains: readonly string[];
}

/** What finds and mends the sentences of one kind; how a rule words them is its own. */
export function wordingRule(
  kind: Wording["kind"],
  fix: { readonly title: Phrase; readonly hint: string },
): Pick<Rule<WordingData>, "detect" | "mend"> {
  return {
    *detect({ document, workspace }: RuleContext): Iterable<Problem<WordingData>> {
      const { domainByWord } = workspace.vocabularyOf(document);
      for (const wording of document.facts.wordings) {
        if (wording.kind !== kind) continue;
        const words = wording.domains.map((word) => domainByWord.get(word.text.toLowerCase()) ?? word.text);
        yield { place: wording.place, data: { wording, domains: [...new Set(words)] } };
      }
    },

    mend: ({ data }, { document }) => rephrase(data.wording.place, document, fix),
  };
}
