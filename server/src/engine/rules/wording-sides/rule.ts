import { phrase } from "../../text/phrase.js";
import { domainTitle, listOf, quoted } from "../../text/words.js";
import { defineRule } from "../rule.js";
import { type WordingData, wordingRule } from "../shared/wordings.js";

export const rule = defineRule<WordingData>({
  id: "wording-sides",
  family: "wording",
  severity: "hint",
  summary: "Blame or us-against-them between domains",
  ...wordingRule("sides", { title: phrase`Rephrase without sides…`, hint: "What happened, and what we need together" }),

  word({ wording, domains }) {
    return `${quoted(wording.text)} sets ${listOf(domains.map(domainTitle))} against the others. What leads write, their teams repeat, and a side that is blamed stops bringing problems. Say what happened and what is needed, without a side.`;
  },
});
