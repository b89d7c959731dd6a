import { phrase } from "../../text/phrase.js";
import { domainTitle, listOf, quoted } from "../../text/words.js";
import { defineRule } from "../rule.js";
import { type WordingData, wordingRule } from "../shared/wordings.js";

export const rule = defineRule<WordingData>({
  id: "wording-credit",
  family: "wording",
  severity: "hint",
  summary: "Credit or blame for a shared delivery given to one domain alone",
  ...wordingRule("credit", {
    title: phrase`Share the credit…`,
    hint: "What was delivered, and all who had a part in it",
  }),

  word({ wording, domains }) {
    return `${quoted(wording.text)} gives ${listOf(domains.map(domainTitle))} alone what others made too. Credit that is not shared is the last that is earned together; blame likewise. Name all who delivered it, or what was delivered.`;
  },
});
