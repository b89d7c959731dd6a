import { rephrase } from "../../fixes/rephrase.js";
import type { Wording } from "../../model/facts.js";
import { domainTitle, listOf, quoted } from "../../text/words.js";
import { defineRule } from "../rule.js";

interface Data {
  readonly wording: Wording;
  readonly domains: readonly string[];
}

export const rule = defineRule<Data>({
  id: "wording-sides",
  family: "wording",
  severity: "hint",
  summary: "Blame or us-against-them between domains",

  *detect({ document, workspace }) {
    const { domainByWord } = workspace.vocabularyOf(document);
    for (const wording of document.facts.wordings) {
      if (wording.kind !== "sides") continue;
      const domains = [
        ...new Set(wording.domains.map((word) => domainByWord.get(word.text.toLowerCase()) ?? word.text)),
      ];
      yield { place: wording.place, data: { wording, domains } };
    }
  },

  word({ wording, domains }) {
    return `${quoted(wording.text)} sets ${listOf(domains.map(domainTitle))} against the others. What leads write, their teams repeat, and a side that is blamed stops bringing problems. Say what happened and what is needed, without a side.`;
  },

  *mend({ data }, { document }) {
    yield* rephrase(data.wording.place, document);
  },
});
