import { placeOfWords } from "../../markdown/place.js";
import type { Field, Input } from "../../model/facts.js";
import type { ParagraphUnit } from "../../reading/units.js";
import { late } from "../../text/late.js";
import type { ReadingContext } from "../context.js";
import { findDomainWords } from "../headings/domain-words.js";
import { rejoined } from "../parted-names.js";
import { isAnswerField } from "./answers.js";
import { nameList, splitNames, startOfNames } from "./names.js";
import type { Passage } from "./passage.js";

const what =
  "(?:input|feedback|opinion|opinions|views?|sign-?off|approval|answers?|thoughts|take|review|blessing|comments?|okay|ok|advice|verdict|word|read)";
/** Names, or up to four small words with none that begins a clause of its own: "the data team", "ana and bo". */
const somebody = `(?:${nameList}|(?:(?!(?:is|are|was|be|will|a|an|so|get|getting|our|that|if|when)\\s)[\\p{L}&]+\\s){0,3}[\\p{L}&]+)`;

/** Words in small letters, with a capital as well where a sentence begins with them: without the flag, which makes all names of any words. */
function inAnyCase(words: string): string {
  return words.replace(/(?<=[(|:])[a-z](?=[a-z]{2})/g, (letter) => `[${letter.toUpperCase()}${letter}]`);
}

/** "for her input", "about his view": what somebody was asked for. */
const forInput = `(?:for|about)\\s(?:(?:her|his|their|its|an?|the|some)\\s)?${what}`;
/** "asked Ana **on 2 June** for her view". */
const when =
  "(?:(?:(?:on|in|at|during|last|this)\\s[\\p{L}\\d./-]{1,12}(?:\\s[\\p{L}\\d]{1,12}){0,2}|yesterday|today|again|twice|once more|already)\\s)?";
/** Where what follows does not say that the one who was asked has spoken. */
const unanswered =
  "(?![^?]{0,200}?\\b(?:(?:[Ss]he|[Hh]e|[Tt]hey) (?!(?:will|would|(?:has|have|did|does|do|is|are|was|were)(?:n['’]t| not| yet| still)|(?:is|are|was|were) (?:away|ill|on|out|off|back|to|thinking)|needs?|wants? (?:to|more|time)|asked|promised|still|thinks? about)\\b)|(?:which|and it|it) (?:came|arrived|is in)|[Rr]eceived\\b))";
/** What is said of an input that has not come. */
const toCome =
  "(?:requested|asked for|sought|wanted|needed|required|pending|missing|outstanding|awaited|overdue|due|to (?:come|be (?:had|asked|sought|given))|not (?:yet )?(?:in|here|given|received|there|heard)|open)\\b(?! and (?:received|given|heard|in)\\b)";
const consents = "agrees?|confirms?|approves?|consents?|signs?|says? yes|(?:is|are) (?:fine|happy|ok|okay) with it";
const silence = "(?:nothing|no (?:answer|reply|word|reaction)|none|not yet|still waiting|waiting)";

const requested = late((): readonly RegExp[] => [
  new RegExp(
    `\\b(?:[Gg]et|gets|[Gg]etting|[Nn]eed|[Nn]eeds|[Ww]ant|wants|[Aa]wait|awaits|[Aa]waiting|[Ww]ait(?:ing)? (?:for|on)|[Aa]sk(?:ing)? for|[Ss]eek(?:ing)?|requires?|[Pp]ending|[Cc]ollect|[Gg]ather|have|[Hh]ear)\\s(${somebody})(?:'s|’s|s'|s’|'|’)\\s(?:\\p{Ll}+\\s)?${what}\\b`,
    "u",
  ),
  new RegExp(
    `\\b${inAnyCase(what)}\\s(?:is\\s|are\\s)?(?:still\\s)?(?:needed\\s|required\\s|pending\\s|missing\\s|outstanding\\s|wanted\\s|requested\\s|sought\\s|awaited\\s|asked for\\s|due\\s)?from\\s(${somebody})`,
    "u",
  ),
  new RegExp(
    `(${nameList})(?:'s|’s|'|’)\\s${what}\\s(?:(?:is|are)\\s)?(?:(?!not\\b|no\\b)\\p{Ll}+\\s)?(?:needed|required|wanted|missing|outstanding|pending|awaited|due|sought|first(?=[.,;)]|$)|to be (?:asked|sought|had|heard))`,
    "u",
  ),
  // "Input from Ana requested", "Ana's okay is still to come": asked for, and not said to have come.
  new RegExp(
    `\\b${inAnyCase(what)}\\s(?:of|from|by)\\s(?:the\\s)?(${nameList})\\s(?:(?:is|are|was|were|has been|have been)\\s)?(?:(?:still|also|yet|now)\\s){0,2}${toCome}`,
    "u",
  ),
  new RegExp(
    `(${nameList})(?:'s|’s|'|’)\\s${what}\\s(?:(?:is|are)\\s)?(?:still\\s)?(?:to come|awaited|not (?:yet )?(?:in|here|given|received))`,
    "u",
  ),
  // "Input asked of Ana on 3 June: none so far"
  new RegExp(
    `\\b${inAnyCase(what)}\\s(?:(?:is|was|has been)\\s)?(?:asked|requested|sought|wanted|needed)\\s(?:of|from)\\s(?:the\\s)?(${nameList})`,
    "u",
  ),
  new RegExp(`\\b[Ww]ait(?:s|ing)? to (?:hear|have (?:word|an answer)) (?:back )?from (?:the )?(${nameList})`, "u"),
  new RegExp(`\\b(?:waits?|waiting|hangs|depends) (?:for|on) (?:the )?${what} (?:of|from) (${nameList})`, "u"),
  new RegExp(
    `(${nameList}) (?:has|have|is|are|needs?) (?:still |yet |first )?(?:yet |still )?to (?:be (?:heard|asked|consulted)|give (?:her|his|their|its) ${what}|weigh in|answer|sign off|look at it)`,
    "u",
  ),
  new RegExp(`\\b(?:wait(?:ing)?|awaiting|waits)\\s(?:for|on)\\s(${nameList})`, "u"),
  new RegExp(
    `\\b(?:run (?:it|this|that) (?:by|past)|check (?:it |this )?with|ask|consult|hear from|hear|talk to|speak to|speak with)\\s(${nameList})\\s(?:first|before)`,
    "u",
  ),
  new RegExp(`\\b[Aa]sked\\s(${nameList})\\s${forInput}\\b[^.;]{0,40}?[,;:–—(-]\\s?${silence}\\b`, "u"),
  // "provided that Ana tells us …", "once Bo confirms", "if Cy agrees": it holds when somebody has spoken.
  new RegExp(
    `\\b(?:(?:[Pp]rovided(?: that)?|[Oo]n (?:the )?condition that|[Aa]s soon as|[Oo]nce|[Aa]ssuming(?: that)?) (${nameList}) (?:tells|tell|gives|give|sends|send|comes back|come back|answers|answer|says|say|${consents})|(?:[Oo]nly )?[Ii]f (${nameList}) (?:${consents}))\\b(?![^?]{0,300}?\\b(?:[Ss]he|[Hh]e|[Tt]hey) (?:has |have )?(?:since |now |then |already ){0,2}(?:did|done|answered|confirmed|agreed|said (?:yes|so)|told|signed|sent|gave|given|come back|came back))`,
    "u",
  ),
  new RegExp(
    `(${nameList}) (?:has|have)(?: not|n['’]t) (?:yet )?(?:come back|got back|answered|replied|responded|reacted|been heard)\\b`,
    "u",
  ),
  new RegExp(
    `\\buntil\\s(${nameList})\\s(?:has|have|answers?|agrees?|signs?|says?|confirms?|looks|looked|decides)`,
    "u",
  ),
]);

/** Wishes that are a request for input where the choice is still to be made: elsewhere they may be part of it. */
const wished = late((): readonly RegExp[] => [
  // "Before choosing, Dario wants failure rates from Rasmus.", "asked Nell for the numbers and is still waiting"
  new RegExp(
    `\\b(?:wants?|needs?|requested|asked for|requires?|awaits?) (?:the |an? |some |his |her |their )?[^.;,]{2,50}? from (${nameList})(?=[.,;]|$| first| before)`,
    "u",
  ),
  new RegExp(
    `\\basked (${nameList})\\s(?:for|about|whether|on)\\s[^.;]{2,80}?\\b(?:still waiting|no (?:answer|reply)|not (?:yet )?(?:answered|replied)|waits)`,
    "u",
  ),
  // "Hours of the shop – asked Ana, nothing back"
  new RegExp(
    `\\b[Aa]sked\\s(${nameList})\\s?(?:[,;:–—-]|\\band\\b)\\s?(?:but\\s|there is\\s|got\\s|heard\\s)?${silence}\\b`,
    "u",
  ),
  // "asked Ana for her input", "Bo was asked for an opinion", "Cy's view asked for", "nothing back from Di"
  new RegExp(`\\b[Aa]sked\\s(${nameList})\\s${when}${forInput}\\b${unanswered}`, "u"),
  new RegExp(`\\b[Aa]sked for\\s(?:the\\s)?(${somebody})(?:'s|’s|s'|s’|'|’)\\s(?:\\p{Ll}+\\s)?${what}\\b`, "u"),
  new RegExp(
    `(${nameList})\\s(?:is|are|was|were|has been|have been)\\s(?:\\p{Ll}+\\s)?asked\\s${when}${forInput}\\b${unanswered}`,
    "u",
  ),
  new RegExp(
    `(${nameList})(?:'s|’s|'|’)\\s${what}\\s(?:(?:is|are|was|were|has been|have been)\\s)?(?:\\p{Ll}+\\s)?(?:asked for|requested|sought|wanted)\\b`,
    "u",
  ),
  new RegExp(
    `\\b(?:[Nn]othing|[Nn]o (?:answer|reply|word|reaction))\\s(?:(?:back|yet|so far|heard|received)\\s){0,2}from\\s(${nameList})`,
    "u",
  ),
]);

const received = late((): readonly RegExp[] => [
  new RegExp(
    `\\b(?:[Hh]eard from|[Hh]aving heard|[Aa]fter hearing(?: from)?|[Aa]fter (?:talking|speaking) (?:to|with)|[Aa]fter asking|[Aa]fter consulting|[Cc]onsulted(?: with)?|[Ww]ith (?:the )?(?:input|advice|feedback) (?:of|from)|[Oo]n the advice of|[Gg]ot (?:the )?(?:input|answer|feedback|okay|ok|sign-?off) (?:of|from)|(?<!\\b(?:[Nn]eeds?|[Nn]eeded|[Ww]ants?|wanted|get|gets|getting|seek|seeks|seeking|awaits?|[Aa]waiting|await|requires?|[Pp]ending|without|for|on|have|gather|collect)\\s(?:some |more |the |any |an? )?)[Ii]nput (?:received )?from)\\s(${nameList})(?!\\p{L}|\\s\\p{Lu}|\\s(?:(?:is|are|was|were|has been)\\s)?(?:(?:still|also|yet|now)\\s){0,2}${toCome})`,
    "u",
  ),
  // "Input requested from Ana on 5 June, received on the 8th"
  new RegExp(
    `\\b${inAnyCase(what)}\\s(?:(?:is|was|has been)\\s)?(?:requested|sought|asked(?: for)?|wanted|needed)\\s(?:of|from)\\s(?:the\\s)?(${nameList})(?!\\p{L})[^.;]{0,40}?(?:[,;:–—(-]|\\band)\\s?(?:(?:it|who|she|he|they)\\s)?(?:has\\s|have\\s)?(?:was\\s|been\\s|came\\s)?(?:(?:received|given|heard|answered|replied|came|gave)\\b|✅)`,
    "u",
  ),
  // "decided by Ana after Bo's input"
  new RegExp(
    `\\b(?:[Dd]ecided|[Mm]ade|[Tt]aken|[Cc]hosen|[Pp]icked|[Aa]greed|[Ss]ettled|[Aa]pproved)\\b[^.;:]{0,60}?\\s(?:after|with|on|following|upon)\\s(?:(?:getting|hearing|taking|having had)\\s)?(${somebody})(?:'s|’s|s'|s’)\\s(?:\\p{Ll}+\\s)?${what}\\b`,
    "u",
  ),
  new RegExp(
    `(${nameList})\\s(?:has |have )?(?:answered|replied|responded|signed off|gave (?:her|his|their|its) (?:input|okay|ok|answer|approval|view)|given (?:her|his|their|its) (?:input|okay|ok|answer|approval)|was heard|were heard|said yes|approved it)`,
    "u",
  ),
  new RegExp(
    `\\basked\\s(${nameList})\\b[^.;]{0,100}\\b(?:and )?(?:had|got|have|has)\\s(?:her|his|their|an|the)\\s(?:answer|reply|input|okay)`,
    "u",
  ),
  new RegExp(
    `(${nameList})(?:'s|’s|'|’)\\s${what}(?:,\\s(?:heard|received|given|answered)\\b|\\s(?:\\(|is in|was heard|received|came|arrived|[^.;]{0,60}?[,–—]\\s(?:and )?(?:it |she |he |they )?(?:received|given|answered|heard|came|arrived|gave it|is in|was given)\\b))`,
    "u",
  ),
]);

/** A word one of which every such sentence holds. */
const asking =
  /\b(?:input|feedback|opinion|view|sign|approval|answer|thoughts|take|review|blessing|comment|okay|ok|advice|verdict|word|wait|await|ask|hear|consult|talk|speak|check|run|until|repl|respon|said|approv|want|need|request|requir|provided|condition|assuming|once|agree|confirm|come back|got back)/i;

/** Whether a text asks somebody in particular for input, or says that it was heard. */
export function asksOrHears(text: string): boolean {
  return asking.test(text) && [...requested(), ...received()].some((pattern) => pattern.test(text));
}

const nobody =
  /^(?:me|us|you|them|everyone|everybody|all|anyone|anybody|someone|customers?|users?|the (?:customers?|users?|community|public|world|market|result|results|data|outcome)|community|people|folks|others|more|further|some|any|that|this|it|the|external|additional|early|your|our|my|their|his|her|its|i|we|he|she|they|both|ci|q[1-4]|today|everyone|team|group|user|customer|people|let|nobody|what|who|here|there)$/i;

/** Whom the decision asks for input, and from whom it was heard: by fields, cells and sentences. */
export function inputsOf(passage: Passage, context: ReadingContext, decided: boolean): readonly Input[] {
  const inputs = new Map<string, Input>();
  const add = (input: Input): void => {
    const key = input.from.toLowerCase();
    const isNobody = nobody.test(input.from) && !context.vocabulary.domainByWord.has(key);
    if (isNobody || inputs.get(key)?.state === "received") return;
    inputs.set(key, input);
  };
  const stated = inputsOfFields(passage.fields, decided).map((input) => ({ ...input, text: input.from }));
  for (const { text, ...input } of rejoined(stated, context.vocabulary)) add({ ...input, from: text });
  const told = wordsOf(passage, decided);
  if (!told || !asking.test(told.text)) return [...inputs.values()];
  for (const [state, patterns] of [
    ["requested", requested],
    ...(decided ? [] : [["requested", wished] as const]),
    ["received", received],
  ] as const) {
    for (const pattern of patterns()) {
      for (const input of inProse(told, pattern, state, context)) add(input);
    }
  }
  return [...inputs.values()];
}

/** Inputs that fields name, one by one. */
export function inputsOfFields(fields: readonly Field[], decided: boolean): readonly Input[] {
  return fields.flatMap((field) => inputsOfField(field, fields, decided));
}

const stillToCome = /\b(?:until|till|unless|if|once|before|as soon as)\s(?:the\s)?$/i;

/** Words in which names and requests are looked for: the end of `inline`. */
interface Told extends Pick<ParagraphUnit, "inline" | "slot"> {
  readonly text: string;
}

/** The words of a passage; of a row the cell that names it, where it is still to be decided: "…; input asked of Ana, none yet". */
function wordsOf({ unit, text, focus }: Passage, decided: boolean): Told | undefined {
  if (unit.kind !== "row") return { inline: unit.inline, slot: unit.slot, text };
  const cell = decided ? undefined : unit.cells.find(({ start }) => start === focus.start);
  return cell && { inline: cell.inline, slot: unit.slot, text: cell.inline.text };
}

function inProse(
  { inline, slot, text }: Told,
  pattern: RegExp,
  state: Input["state"],
  context: ReadingContext,
): Input[] {
  const match = pattern.exec(text);
  const matched = match?.[1] ?? match?.[2];
  if (!match || matched === undefined) return [];
  // "Nothing is signed until Ana has answered": not yet.
  if (state === "received" && stillToCome.test(text.slice(0, match.index))) return [];
  const base = inline.text.length - text.length;
  const from = startOfNames(matched);
  const names = matched.slice(from);
  const at = base + match.index + match[0].indexOf(matched) + from;
  const possessive = /^(?:'s|’s|s'|s’)/.test(match[0].slice(match[0].indexOf(names) + names.length));
  const capitalised = /^(?:@|\p{Lu})/u.test(names);
  return rejoined(splitNames(names), context.vocabulary)
    .filter((name) => capitalised || possessive || findDomainWords(name.text, context.vocabulary).length > 0)
    .map((name) => {
      // "waiting for Ana's figures" waits for Ana.
      const length = name.text.replace(/['’]s$/u, "").length;
      const [start, end] = [at + name.start, at + name.start + length];
      const place = { slot, start: inline.sourceStart(start), end: inline.sourceEnd(end) };
      return { from: inline.text.slice(start, end), place, state };
    });
}

const mark = /✅|✔|☑|\[x\]|\b(?:received|heard|answered|given|done|yes)\b|\((?:[^()]*\d[^()]*)\)|\d{4}-\d{2}-\d{2}/i;
const missing =
  /\b(?:none yet|not yet|none|nothing(?! (?:else|more|but|against)\b)|pending|missing|open|waiting|awaited|requested|asked|outstanding|unanswered|silen(?:t|ce)|no (?:answer|reply|word|response|reaction)|to come|overdue)\b|^[–—-]$|⏳|❌/iu;

/** Whether a remark says that an input has come: a word for it, a tick, a date. */
export function isReceived(remark: string): boolean {
  return mark.test(remark);
}

/** Whether a remark says that an input is still to come. */
export function isMissing(remark: string): boolean {
  return missing.test(remark);
}

function inputsOfField(field: Field, all: readonly Field[], decided: boolean): Input[] {
  if (field.value === "") return [];
  if (field.name === "consulted") {
    if (askedInCell.test(field.value)) return namesOf(field, statesOf(field, all));
    return decided ? namesOf(field, "received") : [];
  }
  const key = field.key.toLowerCase();
  if (field.name === "inputFrom") {
    // "Heard on" holds a date, "Input from" a name.
    return /\bon\b/.test(key) ? [] : namesOf(field, /\bheard\b/.test(key) ? "received" : statesOf(field, all));
  }
  if (field.name !== "input") return [];
  if (/\breceived\b/.test(key)) return missing.test(field.value) ? [] : namesOf(field, "received");
  return namesOf(field, statesOf(field, all));
}

/** Of "Amelia (9 June), Devon" each name has a mark of its own, or none; a mark behind "Amelia and Devon" is of both. */
function statesOf(field: Field, all: readonly Field[]): Input["state"] | StateOfName {
  const state = stateOf(field, all);
  const parts = field.value.split(/[,;](?![^()]*\))/);
  const names = parts.filter((part, index) => /^\s*[@\p{L}]/u.test(part) && !(index > 0 && remark.test(part.trim())));
  if (names.length < parts.length || !names.some((part) => mark.test(part))) return state;
  return (name) => {
    const part = names.find((candidate) => candidate.includes(name)) ?? "";
    return hasCome(part) ? "received" : "requested";
  };
}

function hasCome(remark: string): boolean {
  return mark.test(remark) && (!missing.test(remark) || answeredInCell.test(remark));
}

type StateOfName = (name: string) => Input["state"];

function stateOf(field: Field, all: readonly Field[]): Input["state"] {
  if (hasCome(field.value)) return "received";
  const answer = all.find((other) => other !== field && isAnswerField(other));
  return answer !== undefined && answer.value !== "" && !missing.test(answer.value) ? "received" : "requested";
}

/** "Product, heard on 9 June", "@ana, on the limits": what is said of the name before it, and no name. */
const remark =
  /^(?:heard|received|answered|asked|given|consulted|agreed|approved|signed|replied|pending|waiting|requested|outstanding|due|open|done|on|about|for|by|until|before|since|as|if|because|who|which|via|in|at|not|no|none|nothing|nobody|still|to)\b/i;

/** "asked Ana for the figures, none yet", "requested from Bo": whom a cell asks, in a clause. */
const askedInCell = new RegExp(
  `^\\W{0,3}(?:(?:we )?(?:have )?asked|waiting (?:for|on)|requested (?:of|from)|pending (?:from|with)|due from|wanted from|needs?) (${nameList})(?=$|[ ,;.(])`,
  "iu",
);

/** "asked 2 June, heard on the 4th": asked and answered. */
const answeredInCell =
  /^(?!.*\b(?:none|not yet|nothing|no answer|pending|outstanding|missing|waiting|still)\b).*(?:\b(?:heard|answered|received|replied)\b|✅)/is;

function namesOf(field: Field, state: Input["state"] | StateOfName): Input[] {
  const asked = askedInCell.exec(field.value)?.[1];
  const first = asked === undefined ? undefined : splitNames(asked.replace(/ (?:for|about|on|to)\b.*$/, ""))[0];
  if (first && /^(?:@|\p{Lu})/u.test(first.text))
    return [inputAt(field, first.text, answeredInCell.test(field.value) ? "received" : state)];
  // "Ana Lind (asked on Monday, nothing so far)": what stands in brackets names nobody.
  const value = field.value.replace(/\([^()]*\)/g, (remark) => `(${" ".repeat(remark.length - 2)})`);
  return splitNames(value).flatMap((name, index) => {
    if (index > 0 && remark.test(name.text)) return [];
    const text = name.text
      .replace(/\s*(?:✅|✔️?|☑|⏳|❌).*$/u, "")
      .replace(/\s*\([^()]*\)$/, "")
      .replace(/\s*(?::|\s[–—-]\s).*$/, "")
      .replace(/\s+(?:on|by|heard|received|answered|pending|asked)\b.*$/i, "")
      .trim();
    return text === "" || /^\d/.test(text) ? [] : [inputAt(field, text, state)];
  });
}

function inputAt(field: Field, from: string, state: Input["state"] | StateOfName): Input {
  return { from, place: placeOfWords(from, field.place), state: typeof state === "string" ? state : state(from) };
}
