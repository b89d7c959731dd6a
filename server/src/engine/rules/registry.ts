// Made from the rules' folders by `npm run generate`; not edited by hand.
import { rule as decisionAwaitingInput } from "./decision-awaiting-input/rule.js";
import { rule as decisionOutsideDomain } from "./decision-outside-domain/rule.js";
import { rule as decisionReviewOverdue } from "./decision-review-overdue/rule.js";
import { rule as decisionStalled } from "./decision-stalled/rule.js";
import { rule as decisionUnknownOwner } from "./decision-unknown-owner/rule.js";
import { rule as decisionWithOpenQuestions } from "./decision-with-open-questions/rule.js";
import { rule as decisionWithoutBacking } from "./decision-without-backing/rule.js";
import { rule as decisionWithoutDomain } from "./decision-without-domain/rule.js";
import { rule as disagreementConflict } from "./disagreement-conflict/rule.js";
import { rule as disagreementStalled } from "./disagreement-stalled/rule.js";
import { rule as disagreementUnresolved } from "./disagreement-unresolved/rule.js";
import { rule as disagreementWithoutNextStep } from "./disagreement-without-next-step/rule.js";
import { rule as disagreementWithoutOutcome } from "./disagreement-without-outcome/rule.js";
import type { Rule } from "./rule.js";

/** All rules, by id. */
export const rules: readonly Rule[] = [
  decisionAwaitingInput,
  decisionOutsideDomain,
  decisionReviewOverdue,
  decisionStalled,
  decisionUnknownOwner,
  decisionWithOpenQuestions,
  decisionWithoutBacking,
  decisionWithoutDomain,
  disagreementConflict,
  disagreementStalled,
  disagreementUnresolved,
  disagreementWithoutNextStep,
  disagreementWithoutOutcome,
];
