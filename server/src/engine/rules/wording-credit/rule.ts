import { rephrase } from "../../fixes/rephrase.js";
import type { Wording } from "../../model/facts.js";
import { domainTitle, listOf, quoted } from "../../text/words.js";
import { defineRule } from "../rule.js";

interface Data {
  readonly wording: Wording;
  readonly domains: readonly string[];
}

export const rule = defineRule<Data>({
  id: "wording-credit",
  family: "wording",
  severity: "hint",
  summary: "Credit or blame for a shared delivery given to one domain alone",

  *detect({ document, workspace }) {
    const { domainByWord } = workspace.vocabularyOf(document);
    for (const wording of document.facts.wordings) {
      if (wording.kind !== "credit") continue;
      const domains = [
        ...new Set(wording.domains.map((word) => domainByWord.get(word.text.toLowerCase()) ?? word.text)),
      ];
      yield { place: wording.place, data: { wording, domains } };
    }
  },

  word({ wording, domains }) {
    return `${quoted(wording.text)} gives ${listOf(domains.map(domainTitle))} alone what others made too. Credit that is not shared is the last that is earned together; blame likewise. Name all who delivered it, or what was delivered.`;
  },

  *mend({ data }, { document }) {
    yield* rephrase(data.wording.place, document);
  },
});
