import type { Evidence } from "../../model/facts.js";
import { argumentPatterns } from "./argument-patterns.js";
import { Cue } from "./cue-words.js";
import { type DisagreementPattern, disagreementPatterns as stancePatterns } from "./disagreement-patterns.js";
import {
  isConditional,
  isHistory,
  isHypothetical,
  isLongAgo,
  isNegated,
  isProcess,
  isQuestion,
  isQuoted,
} from "./modality.js";
import { subjectBefore } from "./names.js";
import { because } from "./passage.js";
import type { Setting } from "./setting.js";
import { bareStances, pairStances, stancesOf, verblessParties } from "./stances.js";
import type { Statement } from "./statement.js";

/** A sentence that records conflicting positions. */
export interface DisagreementSentence {
  readonly evidence: readonly Evidence[];
  readonly score: number;
}

const disagreementPatterns: readonly DisagreementPattern[] = [...stancePatterns, ...argumentPatterns];
const anyCue = disagreementPatterns.reduce((bits, each) => bits | each.cues, 0) | Cue.want;

/** From what score on a sentence counts. */
const enough = 0.85;

/** "Objections from the shops: none", "Concerns raised: –": that there is none. */
const labelledNone =
  /^[^:.;?!]{2,60}:\s*(?:none|nil|nothing|zero|no|0|n\/a|[–—-])(?: (?:so far|yet|at all|today|this (?:time|week)))?[^\p{L}\p{N}]*$/iu;

/** Whether a text may record a disagreement, by its words. */
export function mayDisagree(cues: number): boolean {
  return (cues & anyCue) !== 0;
}

/** "We disagreed about nothing", "found nothing to argue over". */
const aboutNothing =
  /\b(?:disagree|differ|quarrel|argue|argument|dispute|object|fight|fought)\w*\s(?:with (?:nobody|no one)\b|(?:about|over|on|to|in)\s(?:(?:absolutely|next to|almost|practically)\s)?nothing\b)|\bnothing (?:left )?to (?:disagree|quarrel|argue|fight) (?:about|over|on)\b/;

/** Reads a sentence as a disagreement. `rest` is what follows it in its paragraph, in small letters. */
export function readDisagreementSentence(
  statement: Statement,
  rest: string,
  setting: Setting,
): DisagreementSentence | undefined {
  if (labelledNone.test(statement.prose)) return undefined;
  // Two who write for themselves need no name and no strong word: "she says tin, i say clay. not settled".
  const open =
    leftOpenNext.test(rest.slice(0, 80)) || (setting.pair && leftOpen.test(`${statement.lower} ${rest.slice(0, 80)}`));
  if (!mayDisagree(statement.cues) && !open) return undefined;
  if (aboutNothing.test(statement.lower)) return undefined;
  let best: DisagreementSentence | undefined;
  for (const way of disagreementPatterns) {
    if ((statement.cues & way.cues) === 0 || !belongs(way, setting)) continue;
    const found = weigh(statement, way, rest, setting);
    if (found && (best === undefined || found.score > best.score)) best = found;
  }
  const stances = open || statement.cues & (Cue.want | Cue.oppose) ? readStances(statement, rest, setting) : undefined;
  if (stances && (best === undefined || stances.score > best.score)) best = stances;
  return best !== undefined && best.score >= enough ? best : undefined;
}

/** Ways of minutes that tell of others than the group which concludes. */
const ofOthers: ReadonlySet<string> = new Set(["minus-one", "pushback", "concern-raised", "there-was-concern"]);

function belongs(way: DisagreementPattern, setting: Setting): boolean {
  // "The warning is not useful", as a conclusion: what the group holds, and nobody contests.
  if (setting.minutes && setting.role === "conclusion" && setting.roleDepth === 0 && way.minutes)
    return ofOthers.has(way.kind);
  if (way.minutes === undefined || way.minutes === false || setting.minutes) return true;
  return way.minutes !== "only" && isConcernSection(setting);
}

function isConcernSection(setting: Setting): boolean {
  return setting.role === "concerns" || setting.role === "disagreements";
}

const settledAtOnce =
  /[:;,—–.]\s?[^;]{0,80}\b(?:answered|showed (?:her|him|them|us)|explained|clarified|that was that|reassured|withdrew|withdrawn|addressed|satisfied|fine now|(?:is|it is|it's|she's|he's|they're|then it is|that is|that's) fine|fine with it|no longer|resolved|dropped (?:it|the)|convinced (?:her|him|them))\b/;
/** "I disagreed with the date, and have since said that I was wrong": an objection that whoever made it no longer holds. */
const takenBack =
  /\b(?:(?:i|he|she|they|we) (?:was|were|had been) (?:quite |simply )?(?:wrong|mistaken)|(?:came|come|comes) round|changed (?:my|his|her|their|our) minds?|(?:have|has) (?:since )?(?:given in|let (?:it|that) go|taken (?:it|that) back)|took (?:it|that) back|no longer (?:do|does|did|object|mind|think so))\b/;
/** "…, Bo cut it by half on the spot": an argument that was met as it was made. */
const metAtOnce = /[;,—–.]\s[^;.]{3,80}\b(?:on the spot|there and then|then and there|right away|straight away)\b/;

/** "…; that is long settled", "…, which has been over for years": told as past, however it ended. */
const longSettled =
  /[;,.—–]\s(?:(?:and|but|all) )?(?:that|this|it|which)(?:['’]s| is| was| has been| had been) (?:(?:all|now|quite|since) )?(?:long (?:since )?(?:settled|over|resolved|forgotten|past|ended|gone)|(?:history|behind (?:us|them)|water under the bridge)\b|(?:settled|over|resolved|forgotten|ended) (?:long ago|years ago|for (?:years|months|ages)))/;

/** Ways that tell how a thing is, rather than what somebody does: "no bill … is in dispute" denies it, however long its name. */
const saidOfThings: ReadonlySet<string> = new Set(["in-dispute", "contentious", "unsettled"]);
const deniedSubject =
  /(?:^\W{0,4}|[,;:] )(?:(?:and|but|so|yet) )?(?:no|none|neither|nothing|nobody|not (?:one|a single|any)|hardly (?:any|a))\b(?:[^,;:?!]|,\d){0,120}$/;

/** "Do we have concerns about the fee?": asks whether there are any. */
const asks = /^\W{0,4}(?:do|does|did|is|are|would|will|have|has|any|should|can)\b/;

function weigh(
  statement: Statement,
  way: DisagreementPattern,
  rest: string,
  setting: Setting,
): DisagreementSentence | undefined {
  const { lower, prose } = statement;
  const match = way.pattern.exec(lower);
  if (!match) return undefined;
  const at = match.index;
  const evidence: Evidence[] = [because(way.kind, prose.slice(at, at + match[0].length))];
  let score = way.weight;
  if (way.kind !== "no-consensus" && isNegated(lower, at)) return undefined;
  if (saidOfThings.has(way.kind) && deniedSubject.test(lower.slice(0, at))) return undefined;
  if (/ed\b/.test(match[0]) && takenBack.test(lower.slice(at))) return undefined;
  if (longSettled.test(`${lower.slice(at)} ${rest.slice(0, 60)}`)) return undefined;
  if (
    way.kind !== "no-consensus" &&
    /\b(?:no|not any|any|without)\s(?:\w+\s){0,2}$/.test(
      `${lower.slice(Math.max(0, at - 20), at)}${/^\w+/.exec(match[0])?.[0] === "concerns" ? "" : ""}`,
    )
  )
    return undefined;
  if (
    /^(?:have|has|had|with|raised|there (?:are|were|is|was))\s(?:\w+\s)?no\b|\bno\b/.test(match[0]) &&
    way.kind !== "no-consensus" &&
    way.kind !== "turns-against"
  )
    return undefined;
  if (way.kind === "disagrees" && (namesMatter(lower, at) || /\bnothing\b[^.;]{0,60}$/.test(lower.slice(0, at))))
    return undefined;
  // What a group worried about before it settled a point, and what somebody might worry about, are no positions.
  if (/^(?:were|was) .*\bwor/.test(match[0]) && /\bwe\s*$/.test(lower.slice(0, at))) return undefined;
  // "We in Support were too slow", "I was unfair": who speaks of themselves objects to nobody.
  if (way.kind === "called-bad" && /\bi $/.test(lower.slice(Math.max(0, at - 2), at))) return undefined;
  if (
    way.kind === "too-much" &&
    /\b(?:i|we(?: (?:in|at|of|from|all|both|\p{L}+)){0,3}) $/u.test(lower.slice(Math.max(0, at - 40), at))
  )
    return undefined;
  if (
    way.kind === "concern-raised" &&
    (/\b(?:potential|possible|less|fewer)\b/.test(match[0]) || (isQuestion(lower) && asks.test(lower)))
  )
    return undefined;
  const against = (kind: string, weight: number): void => {
    score -= weight;
    evidence.push(because(kind, ""));
  };
  // What a group has settled against ("we decided not to, it is too much") nobody contests.
  if (
    way.minutes === "only" &&
    setting.minutes &&
    /\b(?:we|they|group|team|committee|board|council)\b[^.;]{0,30}\b(?:decided|agreed|chose|opted|resolved)\b/.test(
      lower.slice(0, at),
    )
  )
    return undefined;
  // Harm and excess are argued by somebody; a sentence without a voice describes them, unless it supposes them ("would break").
  if (voiced.has(way.kind) && !match[0].startsWith("would") && !hasVoice(statement, at + match[0].length))
    return undefined;
  if (way.subject) {
    // "I still object to": the words that tell begin with who does it.
    const own = /^(?:i|we|they|he|she)\b/.exec(match[0]);
    const subject = subjectBefore(prose, own ? at + own[0].length : at);
    if (!own && (subject.kind === "none" || subject.kind === "passive")) return undefined;
    // What somebody "still objects to" in a record is no argument that it weighs.
    const stands = subject.kind === "named" && /\bstill\s$/.test(lower.slice(Math.max(0, at - 8), at));
    if (setting.record && !isConcernSection(setting) && !stands && !/ed\b/.test(match[0])) return undefined;
    evidence.push(because("who", subject.text));
  }
  if (way.kind === "disagrees" && !setting.minutes && !isConcernSection(setting) && /^disagree/.test(match[0])) {
    const subject = subjectBefore(prose, at);
    if (
      /^disagree(?:s|d)?$/.test(match[0].trim()) &&
      subject.kind !== "named" &&
      subject.kind !== "we" &&
      subject.kind !== "collective" &&
      subject.kind !== "i"
    )
      return undefined;
  }
  // In the middle of a turn such words colour an argument; at its head they take a side.
  if (way.kind === "dislikes" && statement.speaker !== undefined && at > 30 && /\bi\s*$/.test(lower.slice(0, at)))
    against("in-passing", 0.2);
  if (
    isQuestion(lower) &&
    ((way.kind !== "concern-raised" && way.kind !== "there-was-concern") || asksForThem.test(lower))
  )
    against("question", 0.5);
  // "If it is only for one office, I'm not convinced" takes its side all the same.
  if (
    isConditional(lower, at + 1) &&
    !(setting.minutes && ownStance.test(lower.slice(Math.max(0, at - 6), at + match[0].length)))
  )
    against("condition", 0.9);
  if (
    isHypothetical(lower, at) &&
    !(tellsOfPast.test(match[0]) && somebody.test(lower.slice(Math.max(0, at - 40), at))) &&
    !(
      way.kind === "opposed" && /\b(?:i|we)(?: would|'d) (?:be )?(?:\w+ )?$/.test(lower.slice(Math.max(0, at - 24), at))
    )
  )
    against("hypothesis", 0.6);
  if (isQuoted(prose, at)) against("quotation", 0.6);
  if (isProcess(withoutMatter(lower, at + match[0].length)) && !setting.minutes) against("process", 0.6);
  if (isHistory(lower, setting.year) && !setting.minutes) against("history", 0.5);
  if (setting.minutes && (isLongAgo(lower) || setting.retold) && !/\bstill\b/.test(lower)) against("long-ago", 0.8);
  if (settledAtOnce.test(`${lower.slice(at)} ${rest}`) && !setting.transcript && /concern|doubt/.test(way.kind))
    against("settled-at-once", 0.5);
  if (argumentPatterns.includes(way) && metAtOnce.test(`${lower.slice(at)} ${rest}`)) against("met-at-once", 0.5);
  // What one of two tells the other is on the mind, and the other does not dispute, is a worry and no position.
  if (setting.pair && /concern|doubt|worr/.test(way.kind) && !/\bwith\b|\bobject|\bblock|\bstill\b/.test(lower))
    against("worry-of-a-pair", 0.5);
  // Turn after turn, people argue all the time; what they do not call a concern is rarely meant as one.
  if (way.minutes === "only" && setting.transcript && !(way.kind === "doubts-it" && at < 4))
    against("in-conversation", 0.2);
  score += settingWeight(setting);
  return { evidence, score };
}

/** "Users raised concerns", "one speaker expresses concern": people who did, where a verb of doing would only suppose them. */
const tellsOfPast =
  /^(?:raise[sd]|voice[sd]|express(?:es|ed)|share[sd]|note[sd]|cite[sd]|mention(?:s|ed)|flag(?:s|ged)|brought up|objected|disagreed|pushed back|had|were|was|opposed|questioned|complained)\b/;
const somebody =
  /\b(?:people|users?|someone|somebody|one (?:speaker|member|person|participant|attendee|team|reviewer|of \w+)|customers?|developers?)\s(?:(?:also|have|then|there|in|on|from|\w+ly)\s){0,2}$/;

/** "Does anyone have concerns?" */
const asksForThem =
  /\b(?:anyone|anybody|everyone|any|we all|the (?:group|committee|team|room))\b[^?]{0,30}\bconcerns?\b/;

/** "They do not agree on how large a group may get": what it is about says nothing of how things are done. */
function withoutMatter(lower: string, from: number): string {
  return `${lower.slice(0, from)}${lower.slice(from).replace(/^\s?(?:(?:on|about|over|as to) )?(?:how|what|when|where|which|who|whose|whether|why)\s[^,;:.]*/, "")}`;
}

const ownStance =
  /\b(?:i'm|i am|we're|we are) (?:still |really )?(?:not convinced|unconvinced|opposed|against|sceptical|skeptical|uncomfortable|not comfortable)\b/;

const voiced: ReadonlySet<string> = new Set(["too-much", "called-bad", "does-harm"]);

/** Whether somebody is named as saying it: the speaker of the turn, or the subject of a verb of saying in the same sentence. */
function hasVoice(statement: Statement, until: number): boolean {
  if (statement.speaker !== undefined) return true;
  const { prose } = statement;
  return voice.test(prose.slice(Math.max(0, until - 160), until)) || /\(\p{Lu}[\p{L}.'-]{1,20}\)\W{0,2}$/u.test(prose);
}

const voice =
  /\b(?:[Ww]e|I|[Tt]hey|[Ss]he|[Hh]e)\b|\p{Lu}[\p{L}.'-]*\s(?:\w+\s){0,2}?(?:sa(?:id|ys)|th(?:inks?|ought)|f(?:eels?|elt|inds?|ound)|suggest(?:s|ed)|not(?:es|ed)|argue[sd]|believe[sd]?|point(?:s|ed) out|consider(?:s|ed)|call(?:s|ed)|sees?|saw|mention(?:s|ed)|warn(?:s|ed)|repl(?:ies|ied)|counter(?:s|ed)|respond(?:s|ed)|add(?:s|ed)|question(?:s|ed)|complain(?:s|ed))\b/u;

/** "What we do not agree about goes here": the words name a matter, and record none; "what we disagree about is the price" does. */
function namesMatter(lower: string, at: number): boolean {
  return (
    /\b(?:what(?:ever)?|where(?:ver)?|anything|everything|things|points?|topics|matters)\s(?:(?:that|which|on which|where)\s)?(?:[\p{L}'-]+\s){1,6}$/u.test(
      lower.slice(Math.max(0, at - 80), at),
    ) && !/\b(?:about|on|over|agree)\s(?:is|was|remains)\b/.test(lower.slice(at))
  );
}

function settingWeight(setting: Setting): number {
  if (setting.minutes) return 0.05;
  // Below "Risks" a part with a heading of its own ("Heard in the review") tells what is, rather than what might be.
  if (setting.role === "risks" && setting.roleDepth > 0 && !setting.record) return 0;
  switch (setting.role) {
    case "concerns":
    case "disagreements":
      return 0.3;
    case "process":
    case "roles":
    case "values":
      return -0.6;
    case "drawbacks":
    case "risks":
    case "alternatives":
    case "options":
    case "faq":
    case "background":
    case "consequences":
      return -0.3;
    case "design":
      return setting.titled ? 0 : -0.3;
    default:
      return 0;
  }
}

/** Two people or domains who each want something else, where the words say that neither has given way. */
function readStances(statement: Statement, rest: string, setting: Setting): DisagreementSentence | undefined {
  const stated = stancesOf(statement.prose);
  const bare =
    stated.parties.length < 2 && leftOpen.test(`${statement.lower} ${rest}`) ? bareStances(statement.prose) : [];
  const paired = setting.pair && stated.parties.length < 2 ? pairStances(statement.prose) : [];
  if (bare.length + paired.length === 0 && isConditional(statement.lower, statement.lower.length)) return undefined;
  const here = bare.length > 0 ? { parties: bare } : paired.length > 0 ? { parties: paired } : stated;
  if (here.parties.length === 0) return undefined;
  const silent = here.parties.length < 2 && leftOpen.test(statement.lower) ? verblessParties(statement.prose) : [];
  const after = here.parties.length < 2 ? [...silent, ...stancesOf(restProse(statement)).parties] : [];
  const parties = new Set([...here.parties, ...after].map((name) => name.toLowerCase()));
  if (parties.size < 2) return undefined;
  const whole = `${statement.lower} ${rest}`;
  let score = 0.3;
  const evidence: Evidence[] = [because("two-positions", [...parties].join(" / "))];
  const persists = persistence.exec(whole);
  if (persists) {
    score += 0.6;
    evidence.push(because("neither-gave-way", persists[0]));
  }
  if (here.parties.length >= 2 && /;|\b(?:while|whereas|but|yet)\b/.test(statement.lower)) score += 0.35;
  if (settled.test(whole)) score -= 0.6;
  return { evidence, score: score + settingWeight(setting) };
}

/** Says that the two who were just named did not meet. */
const leftOpen =
  /\b(?:still (?:open|undecided|unsettled|unresolved|at it|\w+ against)|left it (?:there|at that|open)|neither|nobody (?:moved|budged|gave (?:in|way))|no agreement|not (?:yet )?(?:settled|agreed|resolved)|undecided|unresolved|carried over)\b/;
const leftOpenNext =
  /^\W*(?:(?:it|this|that) (?:is|was) )?(?:still (?:open|undecided|unsettled|unresolved)|undecided|unsettled|unresolved|no agreement|not (?:yet )?(?:settled|agreed)|neither)\b/;
const persistence =
  /^\W{0,4}(?:parked|tabled|postponed|deferred|unsettled|contested): |\b(?:still|left it (?:there|at that|open)|neither|no agreement|(?:not|n't|cannot) agree|unresolved|undecided|not settled|nowhere|nobody (?:budged|gave (?:in|way))|(?:not|n't) (?:move|moved|convinced|give way|given way|budge)|nobody moved|stand-?off|holds? (?:to|on to)|as far apart|back and forth|unconvinced|still at it|carried over|common ground|came round|come round|remains? open|open (?:since|between)|does not want|did not want|doesn't want|didn't want)\b|[.;:–—(]\s{0,3}open[.!)]{0,2}\s*$/;
const settled =
  /(?<!\b(?:neither|nobody|no one|none|nor|never|not|n['’]t)(?: of (?:them|us|the two))?(?: (?:has|have|had|was|were|is|are|been|yet|ever|really)){0,2} )\b(?:agreed (?:to|that|on)|settled on|decided|withdrew|came round|gave way|convinced|resolved|compromise)\b/;

function restProse(statement: Statement): string {
  const { text } = statement.unit.inline;
  return text.slice(statement.end, statement.end + 300);
}
