import type { RuleDeclaration } from "../../src/engine/config/rule-declaration.js";

/** Rules with options of every type, so that the tests of configuration do not depend on the rules that there are. */
export const declarations: readonly RuleDeclaration[] = [
  {
    id: "decision-stalled",
    severity: "warning",
    summary: "A decision open longer than the limit",
    options: { days: { type: "integer", default: 14, minimum: 1, description: "Days that a decision may stay open." } },
  },
  { id: "decision-without-domain", severity: "warning", summary: "A decision with no owning domain" },
  {
    id: "priority-inflation",
    severity: "information",
    summary: "More top-priority items than the limit",
    options: {
      share: {
        type: "number",
        default: 0.5,
        minimum: 0,
        maximum: 1,
        description: "Largest share of top-priority items.",
      },
      words: { type: "string", default: "top", description: "What the top is called." },
      strict: { type: "boolean", default: false, description: "Whether short lists count." },
    },
  },
  { id: "wording-sides", severity: "hint", summary: "Blame between domains" },
];
