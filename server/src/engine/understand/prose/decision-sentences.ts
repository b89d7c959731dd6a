import type { DecisionStatus, Evidence, Mention } from "../../model/facts.js";
import { isOneVote } from "./choices.js";
import { isDecidedOnce } from "./decided-once.js";
import { directionOf, wasFirst } from "./decision-direction.js";
import { type DecisionPattern, decisionPatterns as spokenPatterns } from "./decision-patterns.js";
import { settingWeight, subjectWeight } from "./decision-weights.js";
import { asksOrHears } from "./inputs.js";
import { minutesPatterns } from "./minutes-patterns.js";
import {
  isConditional,
  isHistory,
  isHypothetical,
  isNegated,
  isNormative,
  isProcess,
  isQuestion,
  isQuoted,
} from "./modality.js";
import { mentionsIn, type Subject, subjectBefore } from "./names.js";
import { outcomePatterns } from "./outcome-patterns.js";
import { because } from "./passage.js";
import { pendingPatterns } from "./pending-patterns.js";
import { proposalKind, recordPatterns } from "./record-patterns.js";
import type { Setting } from "./setting.js";
import type { Statement } from "./statement.js";

/** A sentence that records or announces a decision. */
export interface DecisionSentence {
  readonly status: DecisionStatus;
  readonly deciders: readonly Mention[];
  readonly evidence: readonly Evidence[];
  readonly score: number;
}

const decisionPatterns: readonly DecisionPattern[] = [
  ...spokenPatterns,
  ...pendingPatterns,
  ...minutesPatterns,
  ...outcomePatterns,
  ...recordPatterns,
];
const anyCue = decisionPatterns.reduce((bits, each) => bits | each.cues, 0);

/** From what score on a sentence counts. */
export const enough = 0.94;

/** Reads a sentence as a decision: the way of saying it that weighs most, and what speaks for and against it. */
export function readDecisionSentence(statement: Statement, setting: Setting): DecisionSentence | undefined {
  if ((statement.cues & anyCue) === 0) return undefined;
  let best: DecisionSentence | undefined;
  // "Ana and Bo decided the fee, which is a product decision": one way says whose it is, another who made it.
  let made: DecisionSentence | undefined;
  for (const way of decisionPatterns) {
    if ((statement.cues & way.cues) === 0 || !belongs(way, setting)) continue;
    const found = weigh(statement, way, setting);
    if (found && found.score > (best?.score ?? 0)) best = found;
    if (found && found.deciders.length > 0 && found.score > (made?.score ?? enough)) made = found;
  }
  if (best === undefined || best.score < enough) return undefined;
  return best.deciders.length === 0 && made?.status === best.status ? { ...best, deciders: made.deciders } : best;
}

/** Ways that tell that something passed, without those who let it pass. */
const ofSomebody: ReadonlySet<string> = new Set([
  "was-accepted",
  "vote-outcome",
  "no-objections",
  "nobody-objected",
  "enough-approvals",
  "has-approval",
]);

/** Where a proposal is told on the way to it, or to what was not taken. */
const leadingUp: ReadonlySet<Setting["role"]> = new Set<Setting["role"]>([
  "context",
  "background",
  "drivers",
  "options",
  "alternatives",
  "drawbacks",
]);

function belongs(way: DecisionPattern, setting: Setting): boolean {
  if (way.kind === proposalKind && leadingUp.has(setting.role) && !setting.introduces) return false;
  // "The licence was approved" tells the board of somebody's approval, and does not say whose.
  if (setting.report && ofSomebody.has(way.kind)) return false;
  switch (way.only) {
    case "minutes":
      return setting.minutes || setting.role === "history" || setting.role === "changelog";
    case "written-minutes":
      return setting.minutes && !setting.transcript;
    case "record":
      return !setting.minutes && setting.record;
    case "minutes-or-decision-section":
      return setting.minutes || setting.role === "decision";
    case "decision-section":
      return !setting.minutes && (setting.role === "decision" || (setting.record && setting.role === "decisions"));
    default:
      return true;
  }
}

/** Where "is no longer supported" tells how things are, or will look. */
const describing: ReadonlySet<Setting["role"]> = new Set<Setting["role"]>([...leadingUp, "design", "faq", "history"]);

/** "No decision needed", "nothing that needs a decision", "we don't need a decision". */
const rightAfterNo =
  /\b(?:no|nothing|nobody|not|don't|doesn't|didn't|without)\s(?:(?:further|more|real|formal|here|that|which|really|else)\s){0,2}$/;

/** … or, of a plan or letter, "we have not decided whether": an open question. "No decision yet" begins with its own "no". */
function asksForNone(words: string, before: string, { minutes, record }: Setting): boolean {
  if (/^(?:not|n't)/.test(words)) return !minutes && !record;
  return /^(?:decision|need|require|want)/.test(words) && rightAfterNo.test(before.slice(-40));
}

function weigh(statement: Statement, way: DecisionPattern, setting: Setting): DecisionSentence | undefined {
  const { lower, prose, unit } = statement;
  const match = way.pattern.exec(lower);
  if (!match || isRoutine(lower) || isOneVoice(statement, way) || isAnsweredQuestion(lower)) return undefined;
  // "Ana withdrew. Outcome: it stays." is how that disagreement ended.
  if (way.kind === "outcome-is" && statement.start > 3) return undefined;
  // "[Closed]" below "Action items of last time" tells of a task.
  if (way.kind === "scribed-verdict" && setting.role === "actions") return undefined;
  // Nothing was told before that anybody could object to.
  if (way.kind === "none-objected" && statement.start < 20) return undefined;
  // "Ana Diaz - Approved", below what was put to the vote: one voice of several.
  if (isOneVote(prose)) return undefined;
  // "We should make sure that we have consensus; it does not look like we have one."
  if (way.kind === "consensus" && lacksConsensus.test(lower.slice(0, match.index + match[0].length))) return undefined;
  // "The bell was put to a vote: 4 yes, 1 no" says that the vote is over.
  if (way.kind === "vote-pending" && voteHeld.test(lower)) return undefined;
  // News tells what went in; it puts no point to rest.
  if (way.kind === "handled" && (setting.role === "announcements" || setting.role === "changelog")) return undefined;
  if (way.asks && !asksOrHears(unit.inline.prose.slice(statement.start))) return undefined;
  if (way.status === "open" ? isLeftOpen(statement) : isEntryOfTimeline(statement, setting)) return undefined;
  const at = match.index;
  let score = way.weight;
  let { status } = way;
  const evidence: Evidence[] = [because(way.kind, prose.slice(at, at + match[0].length))];
  const against = (kind: string, weight: number): void => {
    score -= weight;
    evidence.push(because(kind, ""));
  };
  const subject = way.subject ? subjectBefore(prose, at) : undefined;
  if (subject) {
    if (
      way.subject === "must" &&
      subject.kind !== "named" &&
      subject.kind !== "we" &&
      subject.kind !== "collective" &&
      !(subject.kind === "they" && setting.minutes)
    )
      return undefined;
    if (
      way.subject === "must" &&
      /\b(?:all|newly|recently|previously|any|every|each|only|already|either|re-?)\W{0,2}$/.test(lower.slice(0, at))
    )
      return undefined;
    // "Ana agreed to look for a room" takes a task.
    if (way.kind === "decided-to" && subject.kind === "named" && takesTask(subject, lower.slice(at))) return undefined;
    if (subject.kind === "none" && statement.speaker !== undefined && way.kind === "decided-to") score -= 0.4;
    score += isElided(subject, statement, at, setting) ? 0.1 : subjectWeight(subject, at, setting, statement);
    if (subject.kind === "passive" && setting.record && !setting.minutes && setting.role !== "decision") score -= 0.2;
    if (subject.kind !== "none") evidence.push(because("who", subject.text));
  }
  if (
    way.status !== "open" &&
    way.kind !== "no-objections" &&
    way.kind !== "nobody-objected" &&
    way.kind !== "not-advanced" &&
    isNegated(lower, at)
  ) {
    if (/\b(?:not|n't|never|yet)\b[^.;]{0,12}$/.test(lower.slice(0, at)) && way.kind === "decided-to") {
      status = "open";
      score -= 0.1;
    } else {
      return undefined;
    }
  }
  if (way.kind === "still-to-decide" && (isNegated(lower, at + 5) || (!setting.minutes && isNormative(prose, at))))
    return undefined;
  if (way.kind === "no-longer" && describing.has(setting.role) && !/^(?:will|shall)/.test(match[0])) return undefined;
  if (way.kind === "decision-needed" && asksForNone(match[0], lower.slice(0, at), setting)) return undefined;
  if (isQuestion(lower) && way.kind === "still-to-decide") against("question", 0.3);
  if (isQuestion(lower) && way.kind !== "consensus-asked" && way.status !== "open" && !asksBehind(way, lower, at))
    against("question", 0.7);
  if (isConditional(lower, at)) against("condition", way.status === "open" ? 0.3 : 0.8);
  if (isHypothetical(lower, at)) against("hypothesis", 0.7);
  if (isQuoted(prose, at)) against("quotation", 0.8);
  if (way.status === "decided" && subject?.kind !== "we" && subject?.kind !== "named" && hearsay.test(lower))
    against("hearsay", 0.7);
  if (
    !setting.minutes &&
    way.status !== "open" &&
    !ofReasons.has(way.kind) &&
    !isConcluded(way, subject, setting) &&
    isProcess(lower)
  )
    against("process", 0.5);
  if (!ahead.has(way.kind) && isHistory(lower, setting.year) && !wasFirst.test(lower.slice(0, at)))
    against("history", 0.7);
  if (setting.minutes && setting.retold && way.status === "decided") against("retold", 0.5);
  if (way.kind === "was-accepted" && /\b(?:fact that|when|while|as soon as|after|before)\b/.test(lower.slice(0, at)))
    against("condition", 0.5);
  score +=
    way.kind === "not-proceeding" || way.only === "record"
      ? Math.max(settingWeight(setting), 0)
      : settingWeight(setting);
  if (setting.role === "process" && isDecidedOnce(lower)) score += 0.3;
  if (statement.speaker !== undefined && setting.transcript) score -= 0.1;
  if (way.status === "decided" && status === "decided" && way.kind !== "no-longer")
    status = directionOf(lower, at, match[0]);
  return { status, evidence, score, deciders: subject?.kind === "named" ? decidersOf(unit, statement, subject) : [] };
}

const elided =
  /[,;](?: (?:but|and|so)(?: (?:then|therefore|we|it was))?)? $|^\W{0,4}(?:(?:last|this) (?:time|week|month|meeting|call)|today|yesterday|in the (?:end|meeting)|after (?:some |much |a long )?(?:discussion|debate|talk)|eventually|finally|ultimately|tentatively|previously|at the (?:last|previous) (?:meeting|call)),? (?:(?:it was|was|also) )?$/;

/** "The second quarry is nearer, but decided not to …": notes leave out that it was the group. */
function isElided(subject: Subject, { lower, speaker }: Statement, at: number, setting: Setting): boolean {
  return (
    subject.kind === "none" &&
    speaker === undefined &&
    setting.minutes &&
    !setting.transcript &&
    elided.test(lower.slice(0, at))
  );
}

const lacksConsensus =
  /(?:\b(?:not|no|without|lack of)|n't)\s(?:[\w']+\s){0,4}?(?:consensus|agreement)\b|\b(?:sure|check|see if|ensure|until|once|thought|assumed|hoped)\s(?:that )?(?:we|there) (?:have|has|had|is|are|was) (?:an? |some )?(?:consensus|agreement)\b/;
const voteHeld =
  /\b(?:was|were|been) (?:then |also )?(?:put|brought|called) to (?:a|the) (?:[\w-]+ )?vote\b|\bvotes?\b[^.]{0,60}\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|all|none|nobody) (?:(?:were |was |voted )?(?:in favou?r|for|yes|aye|against|no|abstain\w*|abstentions?)\b)/;
/** "It was decided somewhere that …", "apparently it was agreed": what is told of others, who are not named. */
const hearsay =
  /\b(?:somewhere|elsewhere|somehow|apparently|supposedly|allegedly|reportedly|by (?:someone|somebody)|at some point|(?:is|are) said to|rumou?rs?|we (?:hear|are told)|nobody (?:knows|remembers|recalls))\b/;

/** "This is a design decision, so we want Ana's input: is it blue?": the question is what is asked of her. */
function asksBehind(way: DecisionPattern, lower: string, at: number): boolean {
  return way.kind === "owned-decision" && /[:;–—]\s[^?]*\?\W*$/.test(lower.slice(at));
}

/** Whether one person, named, agreed to do something that is done once. */
function takesTask({ text }: Subject, words: string): boolean {
  return (
    /^(?:\p{Lu}{2,3}|@[\w-]+|\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}.'’-]*)?)$/u.test(text) &&
    /^agreed to (?:(?:also|kindly|then) )?(?:add|arrange|ask|bring|check|circulate|collect|contact|coordinate|create|draft|email|file|find|follow|forward|gather|get|give|help|investigate|invite|look|make|open|organi[sz]e|prepare|present|provide|pull|put|reach|report|review|run|schedule|send|set|share|speak|submit|talk|take (?:a|on|the) (?:look|action|task)|test|try|update|work|write)\b/.test(
      words,
    )
  );
}

/** Ways whose words hold the reason for a choice: "is chosen for simplicity" is no rule about choosing. */
const ofReasons: ReadonlySet<string> = new Set(["why-not", "chosen-because", "consensus-is", "proposal-passed"]);

/** Ways that tell what is to come: "we plan to meet in 2027" is no history. */
const ahead: ReadonlySet<string> = new Set([
  "plans-to",
  "we-will",
  "going-to",
  "decide-later",
  "vote-pending",
  "instead",
]);

/** "We concluded that … should be reconsidered", where a record states its decision: what the group settled on is often a rule. */
function isConcluded(way: DecisionPattern, subject: Subject | undefined, setting: Setting): boolean {
  return setting.record && setting.role === "decision" && way.subject !== undefined && subject?.kind === "we";
}

/** "06:15 it was decided to …" below "Timeline": what happened in an incident, minute by minute. */
function isEntryOfTimeline({ unit }: Statement, { role }: Setting): boolean {
  return (role === "milestones" || role === "history") && /^\W{0,4}\d{1,2}[:.h]\d\d\b/.test(unit.inline.text);
}

/** "Do we need a bell? Not decided, no rush.": says of the question before it that it is open, and asks for no decision. */
function isLeftOpen({ unit, start, lower }: Statement): boolean {
  return (
    /^\W{0,4}(?:not (?:yet )?(?:decided|settled|clear)|undecided|no decision|(?:left |still )?open)\b/.test(lower) &&
    /\?\W{0,4}$/.test(unit.inline.prose.slice(0, start))
  );
}

/** Approving minutes or an agenda decides nothing. */
function isRoutine(lower: string): boolean {
  return /\b(?:agenda|minutes|meeting notes)\b[^.]{0,24}\b(?:approved|accepted|adopted)\b|\b(?:approved?|accept(?:ed)?|adopt(?:ed)?|move forward with) (?:of )?(?:the |this |last |previous )?(?:\w+ )?(?:agenda|minutes|meeting notes)\b|\bagreed to (?:follow|abide by|adhere to|comply with|respect|keep to) (?:the |our )?[^.;]{0,40}\b(?:guidelines|agreement|code of conduct|polic(?:y|ies))\b/.test(
    lower,
  );
}

/** "Resolved on the night: whether the sign needs a licence (it does not)": a question and its answer, not a choice. */
function isAnsweredQuestion(lower: string): boolean {
  return /^[^:]{0,60}\b(?:resolved|settled|decided|agreed|clarified)\b[^:]{0,40}: ?(?:whether|if|who|what|when|where|why|how)\b/.test(
    lower,
  );
}

/** Ways that count as the group's only where nobody in particular says them: one member's "agreed" is a voice, not a decision. */
const groupOnly: ReadonlySet<string> = new Set([
  "agreed",
  "owned-decision",
  "no-objections",
  "accepted",
  "going-to",
  "not-proceeding",
  "we-will",
  "we-will-not",
  "agree-that",
  "general-agreement",
  "plan-is",
  "group-decided",
  "scribed-verdict",
  "we-lean",
  "no-plans",
]);

function isOneVoice(statement: Statement, way: DecisionPattern): boolean {
  if (statement.speaker === undefined) return false;
  return groupOnly.has(way.kind) && !/^\W{0,4}(?:hearing|seeing|with) no\b/.test(statement.lower);
}

function decidersOf(unit: Statement["unit"], statement: Statement, subject: Subject): readonly Mention[] {
  const start = statement.start + subject.start;
  return mentionsIn(unit, start, start + subject.text.length, "prose");
}

/** Whether a text has a word that any of the patterns needs. */
export function mayDecide(cues: number): boolean {
  return (cues & anyCue) !== 0;
}
