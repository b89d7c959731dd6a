// Made from the rules' folders by `npm run generate`; not edited by hand.
import { rule as decisionAwaitingInput } from "./decision-awaiting-input/rule.js";
import { rule as decisionStalled } from "./decision-stalled/rule.js";
import { rule as decisionWithoutDomain } from "./decision-without-domain/rule.js";
import { rule as disagreementStalled } from "./disagreement-stalled/rule.js";
import { rule as disagreementUnresolved } from "./disagreement-unresolved/rule.js";
import { rule as disagreementWithoutNextStep } from "./disagreement-without-next-step/rule.js";
import type { Rule } from "./rule.js";

/** All rules, by id. */
export const rules: readonly Rule[] = [
  decisionAwaitingInput,
  decisionStalled,
  decisionWithoutDomain,
  disagreementStalled,
  disagreementUnresolved,
  disagreementWithoutNextStep,
];
