// Made from the rules' folders by `npm run generate`; not edited by hand.
import { rule as charterDomainWithoutLead } from "./charter-domain-without-lead/rule.js";
import { rule as charterMissingAgreement } from "./charter-missing-agreement/rule.js";
import { rule as charterOneOnOne } from "./charter-one-on-one/rule.js";
import { rule as charterWithoutStandIn } from "./charter-without-stand-in/rule.js";
import { rule as decisionAwaitingInput } from "./decision-awaiting-input/rule.js";
import { rule as decisionConflict } from "./decision-conflict/rule.js";
import { rule as decisionOutsideDomain } from "./decision-outside-domain/rule.js";
import { rule as decisionReopened } from "./decision-reopened/rule.js";
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
import { rule as headcountMismatch } from "./headcount-mismatch/rule.js";
import { rule as headcountNotShared } from "./headcount-not-shared/rule.js";
import { rule as invalidConfig } from "./invalid-config/rule.js";
import { rule as objectiveConflict } from "./objective-conflict/rule.js";
import { rule as objectiveNotShared } from "./objective-not-shared/rule.js";
import { rule as oneOnOneLapsed } from "./one-on-one-lapsed/rule.js";
import { rule as planConflict } from "./plan-conflict/rule.js";
import { rule as planOverdue } from "./plan-overdue/rule.js";
import { rule as planSingleDomain } from "./plan-single-domain/rule.js";
import { rule as planWithoutWhy } from "./plan-without-why/rule.js";
import { rule as priorityDuplicate } from "./priority-duplicate/rule.js";
import { rule as priorityInflation } from "./priority-inflation/rule.js";
import { rule as priorityInversion } from "./priority-inversion/rule.js";
import { rule as priorityMismatch } from "./priority-mismatch/rule.js";
import type { Rule } from "./rule.js";
import { rule as shadowPlan } from "./shadow-plan/rule.js";
import { rule as unknownRule } from "./unknown-rule/rule.js";
import { rule as unusedSuppression } from "./unused-suppression/rule.js";
import { rule as wordingCredit } from "./wording-credit/rule.js";
import { rule as wordingSides } from "./wording-sides/rule.js";

/** All rules, by id. */
export const rules: readonly Rule[] = [
  charterDomainWithoutLead,
  charterMissingAgreement,
  charterOneOnOne,
  charterWithoutStandIn,
  decisionAwaitingInput,
  decisionConflict,
  decisionOutsideDomain,
  decisionReopened,
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
  headcountMismatch,
  headcountNotShared,
  invalidConfig,
  objectiveConflict,
  objectiveNotShared,
  oneOnOneLapsed,
  planConflict,
  planOverdue,
  planSingleDomain,
  planWithoutWhy,
  priorityDuplicate,
  priorityInflation,
  priorityInversion,
  priorityMismatch,
  shadowPlan,
  unknownRule,
  unusedSuppression,
  wordingCredit,
  wordingSides,
];
