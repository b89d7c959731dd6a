import type { Decision, DecisionStatus } from "../../model/facts.js";
import type { ReadUnit, SectionReading } from "../context.js";
import { choice, listChoices } from "./decision-entries.js";
import { openingsOfList } from "./section-paragraphs.js";
import { splitSentences } from "./sentences.js";
import type { Setting } from "./setting.js";
import type { Statement } from "./statement.js";
import { statementsOf } from "./words-of.js";

/** The evidence of a headline: a record that states its decision elsewhere has no other. */
export const headlineKind = "headline-proposal";

/** What the document says of itself, or the folder that it is kept in, where it is the record of a decision. */
export function recordStatus(reading: SectionReading, otherwise: DecisionStatus): DecisionStatus {
  const { kind, status } = reading.head;
  if (kind !== "decision" && kind !== "roadmap") return otherwise;
  return status?.decision ?? (kind === "decision" && status === undefined ? keptAs(reading) : undefined) ?? otherwise;
}

/** "rfcs/rejected/0012-bells.md": records that are kept by what became of them. */
const standing =
  /(?:^|\/)(?:(accepted|approved|adopted|active-rfcs)|(rejected|declined|withdrawn)|(superseded|deprecated))\/[^/]*$/i;

function keptAs({ context }: SectionReading): DecisionStatus | undefined {
  const match = standing.exec(context.path);
  if (!match) return undefined;
  if (match[1] !== undefined) return "decided";
  return match[2] === undefined ? "superseded" : "rejected";
}

/** Whether the record says that what it proposes was taken or turned down. */
function isSettled(reading: SectionReading): boolean {
  return reading.head.kind === "decision" && recordStatus(reading, "open") !== "open";
}

/** "This RFC proposes …", "We should …", "It would be nice to …" */
const proposing =
  /^\W{0,4}(?:(?:in )?(?:this|the) (?:rfc|proposal|document|adr|[a-z]{1,4}ep|[a-z]{1,3}ip|enhancement|change|feature|decision)\b[^.]{0,30}?\b(?:propose[sd]?|introduces?|adds?|defines?|details?|outlines|recommends?|suggests?|deprecates?|removes?|replaces?|establishes|specifies|aims to|seeks to|brings?|makes?|lets?|covers?|sets out|would|will)\b|this is an? (?:rfc|proposal|request|plan) (?:for|to)\b|(?:the |our )?(?:purpose|goal|objective|aim|intent|intention) of (?:this|the) (?:rfc|proposal|document|adr|kep|pep|cep|jep|fip|enhancement|change) is (?:to|that)\b|(?:we|i) (?:propose|recommend|suggest|want to|would like to|should|will)\b|(?:proposal|propose|proposes) to\b|it would be (?:nice|good|useful|helpful|great) (?:to|if)\b|[^.]{3,80} (?:is|are|will be|should be) (?:enabled|disabled|deprecated|removed|replaced|moved|renamed|adopted|introduced|required|allowed|shipped)\b)/i;

/** A proposal in the form of a command that names what it is done to right away. */
const commandVerb =
  /^\W{0,4}(?:(?:for|to|in|under|on|when|with|from|at|instead of) [^.;:?!,]{3,80}, )?(?:use\s(?!of\b|cases?\b)|(?:add|adopt|allow|build|change|clean up|create|define|delete|deprecate|disallow|drop|enable|disable|ensure|establish|expose|extend|implement|improve|introduce|lift|make|mark|merge|migrate|move|permit|provide|publish|redefine|reduce|refactor|release|remove|rename|replace|require|retire|rework|set|ship|simplify|split|standardi[sz]e|start|stop|support|switch|unify|update|upgrade)\s(?!of\b))(?=[\w"'\u0060\ufffc-])/i;

/** "Lift the limit on lanes": a word that is none of those that sentences begin with, in its bare form, and the thing that it is done to. */
const commanding =
  /^\W{0,4}(?!(?:about|above|across|after|against|all|along|although|among|and|another|any|around|as|assume|at|because|before|behind|below|besides|beside|between|beyond|both|but|by|compare|consider|despite|during|each|either|even|every|for|from|given|here|how|however|if|imagine|in|inside|instead|into|it|its|just|let|like|many|most|my|near|neither|no|nor|not|note|now|of|off|often|on|once|one|only|onto|or|other|our|out|outside|over|per|quite|rather|recall|say|see|since|so|some|soon|still|such|suppose|than|that|the|their|them|then|there|they|though|through|throughout|to|today|together|toward|under|unless|unlike|until|up|upon|via|we|what|when|whenever|where|whereas|whether|which|while|who|whose|why|with|within|without|yet|you)\b)\p{L}{2,14}(?<!ing|ly|ed|[^s]s) (?:the|an?|all|any|every|each|this|these|those|existing|current|new|more|our|its|their|two|three|optional|additional|basic|separate|formal|proper|criteria)\b/iu;
/** "Adds a bell to each door", "Adding a bell": what the proposal does, without saying that it is one. */
const adding =
  /^\W{0,4}(?:add(?:s|ing)|adopt(?:s|ing)|allow(?:s|ing)|chang(?:es|ing)|deprecat(?:es|ing)|disallow(?:s|ing)|drop(?:s|ping)|enabl(?:es|ing)|extend(?:s|ing)|introduc(?:es|ing)|mak(?:es|ing)|mov(?:es|ing)|permit(?:s|ting)|remov(?:es|ing)|renam(?:es|ing)|replac(?:es|ing)|requir(?:es|ing)|updat(?:es|ing))\s[\w"'\u0060\ufffc-]/i;
const weBring =
  /^\W{0,4}(?:[^.:;?!,]{3,110}, )?we (?:now |also |therefore |first )?(?:add|adopt|allow|change|define|deprecate|enable|extend|introduce|make|provide|remove|rename|replace|require|support)\s/i;

/** What the first sentence of a proposal says of it once it is settled: "This proposal extends …", "The solution is to …", "Crews SHOULD …", "Boats will be moved". */
const settles =
  /^\W{0,4}(?:th(?:is|e) (?:rfc|proposal|adr|[a-z]{1,4}ep|[a-z]{1,3}ip|enhancement|change) (?:allows|alters|changes|enables|extends|generali[sz]es|lifts|lowers|moves|permits|provides|raises|redefines|relaxes|renames|requires|splits|turns|unifies)\b|(?:the |our )?(?:proposed |suggested |recommended )?(?:solution|proposal|idea|approach|recommendation|change) (?:is|would be|was) to\s(?!be\b)|(?:[^.:;?!]|\.(?=\w)){3,120}? will (?:also |now |therefore )?(?:be (?:added|archived|changed|closed|deleted|extended|merged|moved|provided|renamed|replaced|rewritten|split|created|made|updated)|no longer|become|move to|switch to|use a)\b)/i;

/** "Crews should keep their own oars", "Each crew MUST keep …": what it asks for, unless it tells how things are now. */
const asksFor =
  /^\W{0,4}(?!(?:[Cc]urrently|[Tt]oday|[Ii]f|[Ww]hen|[Aa]s|[Dd]ue|[Ss]ince|[Bb]ecause|[Aa]lthough|[Ww]hile|[Oo]ne|[Nn]ote|[Tt]his|[Ii]t|[Tt]here)\b)(?:[^.:;?!]|\.(?=\w)){3,120}? (?:should(?! mean\b)|SHOULD|MUST|SHALL|shall)\s/;

/** What a summary or a settled proposal brings about. */
function bringsAbout(text: string): boolean {
  const opening = text.slice(0, 200);
  return (
    proposing.test(opening) ||
    commandVerb.test(opening) ||
    commanding.test(opening) ||
    adding.test(opening) ||
    weBring.test(opening)
  );
}

/** The proposal that a record's summary begins with or leads up to: open, or what the record's status says. */
export function headline(reading: SectionReading, done: Set<number>): Decision[] {
  const index = reading.units.findIndex(({ unit }) => unit.kind !== "heading");
  const unit = reading.units[index]?.unit;
  if (unit?.kind !== "paragraph" || unit.container?.kind === "quote" || done.has(index)) return [];
  if (unit.item !== undefined)
    return isSettled(reading) && listsCommands(reading, index)
      ? listChoices(reading, done, index, recordStatus(reading, "open"))
      : [];
  if (!bringsAbout(unit.inline.prose)) return announced(reading, done, proposesLater);
  done.add(index);
  return [choice(reading, index, recordStatus(reading, "open"), headlineKind, true)];
}

/** "From next year on, gradually …" */
const when = /^\W{0,4}(?:(?:in|from|by|for|until|after|with) (?:[^,.;:?!]|\.(?=\w)){2,40}, )?(?:\p{L}{4,}ly )?/iu;

/** Whether most items of the list that begins at `index` say what is to be done, or what the proposal does. */
export function listsCommands(reading: SectionReading, index: number): boolean {
  const unit = reading.units[index]?.unit;
  if (unit?.kind !== "paragraph") return false;
  const entries = openingsOfList(reading, unit);
  return entries.filter((entry) => saysWhatToDo(entry)).length * 2 > entries.length;
}

const shouldBe = /^\W{0,4}(?:[^.:;?!]{3,80} )?(?:will|shall|should|must|MUST|SHALL|SHOULD|no longer|we)\b/;

/** Whether a text tells somebody to do something, or what a proposal does: "In the spring, close the gate". */
export function saysWhatToDo(text: string): boolean {
  const opening = text.slice(0, 200).replace(when, "");
  return commanding.test(opening) || adding.test(opening) || commandVerb.test(opening) || shouldBe.test(opening);
}

const announcing =
  /^\W{0,4}(?:(?:therefore|hence|in short|to this end),? )?(?:(?:in )?th(?:is|e present) (?:rfc|proposal|adr|[a-z]{1,4}ep|[a-z]{1,3}ip|enhancement(?: proposal)?)\b[^.,;]{0,20}? (?:proposes?|introduces?|adds?|brings|recommends?|suggests?|deprecates?|removes?|replaces?|establishes|aims to|seeks to)\b|(?:the |our )?(?:purpose|goal|objective|aim|intent|intention) of (?:this|the) (?:rfc|proposal|adr|kep|pep|cep|jep|fip|enhancement) is (?:to|that)\b|this is an? (?:rfc|proposal) (?:for|to)\b)/i;
const introductory = /^(?:\d+\.? )?(?:introduction|overview|rfc|proposal|rfc proposal|preamble|background)\W{0,3}$/i;

/** The same behind the case for it: only where it says that it is a proposal. */
const proposesLater =
  /^\W{0,4}(?:[^.:;?!,]{3,90}, )?(?:(?:in )?th(?:is|e present) (?:rfc|proposal|adr|[a-z]{1,4}ep|[a-z]{1,3}ip|enhancement(?: proposal)?),? (?:we )?(?:proposes?|recommends?|suggests?)|(?:we|i) (?:propose|recommend))\b/i;

/** Whether a heading stands over the opening words of a document. */
export function isIntroductory(heading: string): boolean {
  return introductory.test(heading);
}

/** "This RFC proposes …" below the title or in the introduction of a record, where a summary would say it. */
export function announcedProposal(reading: SectionReading, setting: Setting, done: Set<number>): Decision[] {
  const heading = reading.section.path.at(-1);
  if (heading === undefined || (heading.depth > 1 && !isIntroductory(heading.text))) return [];
  if (setting.role !== undefined && setting.roleDepth > 0) return [];
  return announced(reading, done, announcing);
}

/** The first sentence of a section that announces what the document proposes. */
function announced(reading: SectionReading, done: Set<number>, words: RegExp): Decision[] {
  for (let index = 0; index < Math.min(reading.units.length, 12); index += 1) {
    const read = reading.units[index] as ReadUnit;
    const { unit } = read;
    if (unit.kind !== "paragraph" || unit.item !== undefined || unit.container !== undefined || done.has(index))
      continue;
    const sentence = statementsOf(read).find(
      ({ prose }: Statement) => words.test(prose.slice(0, 160)) && !/:\s*$/.test(prose),
    );
    if (sentence === undefined) continue;
    done.add(index);
    return [choice(reading, index, recordStatus(reading, "open"), headlineKind, true, sentence)];
  }
  return [];
}

/** A proposal of a design describes it; one of a choice says "we should", or stands in a record of decisions. */
const advises =
  /\b(?:we|i|this (?:rfc|proposal|pep|document|adr|jep|enhancement|kep)|it is|the (?:team|group|committee|council))\s(?:\w+\s)?(?:should|shall|will|propose[sd]?|recommend(?:s|ed|ing)?|suggests?|proposed|are proposing|want to|need to|ought to|plan to|proposing)\b|\b(?:purpose|goal|objective|aim|intent|intention) of (?:this|the) (?:rfc|proposal|pep|document|adr|jep|enhancement|kep) is\b/i;

/** Whether the opening words of a section called Proposal make a choice rather than describe a design. */
export function proposes(reading: SectionReading): boolean {
  if (/decision|adr/i.test(reading.context.path) || /\bdecision\b/i.test(reading.head.title?.text ?? "")) return true;
  const first = reading.units.find(({ unit }) => unit.kind === "paragraph")?.unit;
  if (first?.kind !== "paragraph") return false;
  const { text } = first.inline;
  const opening = text.slice(0, splitSentences(text)[0]?.end);
  return (
    advises.test(opening) ||
    doesAway.test(opening) ||
    (isSettled(reading) && (bringsAbout(opening) || settles.test(opening) || asksFor.test(opening)))
  );
}

/** A proposal in the form of a command, for what is there: "Delete all rooms that nobody has booked". What one adds is a design. */
const doesAway =
  /^\W{0,4}(?:adopt|close|delete|deprecate|disallow|end|forbid|merge|remove|require|retire|split|standardi[sz]e|stop)\s(?!of\b|cases?\b)[\w"'`]/i;
