import type { Disagreement, Written } from "../../model/facts.js";
import type { ParagraphUnit } from "../../reading/units.js";
import type { SectionReading } from "../context.js";
import { registerOf } from "../headings/register-groups.js";
import { isAction, isLeadIn, isNothing, isStruck } from "./choices.js";
import { disagreementOf } from "./disagreement-fact.js";
import { writtenIn } from "./names.js";
import { because, isLabelLine, sentencePassage } from "./passage.js";
import { splitSentences } from "./sentences.js";
import type { Setting } from "./setting.js";

/** What calls the section of a charter a list of those that there are. */
const listed =
  /\b(?:open|unresolved|outstanding|standing|current|remaining|still|register|log|list|settled|contested)\b/i;

const resolvedItem = /^\W{0,4}(?:~~|resolved\b|\[x\])/i;

/** The entries of a section that its heading calls disagreements or concerns: outer list items, else paragraphs. */
export function sectionDisagreements(reading: SectionReading, setting: Setting, done: Set<number>): Disagreement[] {
  const { path } = reading.section;
  const heading = path.at(-1);
  const register = registerOf(path);
  if (heading === undefined || (setting.roleDepth > 0 && register === undefined)) return [];
  if (setting.role !== "disagreements" && setting.role !== "concerns") return [];
  const process = reading.head.kind === "charter" && !listed.test(heading.text);
  const anybody = setting.role === "disagreements" || namesPeople(heading.text);
  const hasItems = reading.units.some(({ unit }) => unit.kind === "paragraph" && unit.item !== undefined);
  const found: Disagreement[] = [];
  reading.units.forEach((read, index) => {
    const { unit } = read;
    if (unit.kind !== "paragraph" || done.has(index) || isLabelLine(read)) return;
    // "Open question: …" among disagreements is a question.
    if (read.fields[0]?.name === "question") return;
    const paragraphs = !hasItems && heading.depth > 1 && !(setting.record && setting.role === "disagreements");
    if (unit.item !== undefined ? unit.item.depth > 0 : !paragraphs || unit.container !== undefined) return;
    const text = unit.inline.text.trim();
    if (!anybody && !raised.test(text)) return;
    // "Disagreements" of a charter is how its people go about them.
    if (process && read.fields.length === 0 && !raised.test(text)) return;
    if (text === "" || isNothing(text) || isLeadIn(text) || isAction(text, undefined)) return;
    if (/^\W{0,4}(?:no\b|none\b|nothing\b)/i.test(text) || resolvedItem.test(text)) return;
    if (isAskedAndAnswered(text) || mayBeRaised.test(text) || heldByNobody.test(text)) return;
    done.add(index);
    const first = splitSentences(unit.inline.text)[0] ?? { start: 0, end: text.length };
    const ended = endedEntry(unit);
    const closed = register?.standing === "closed";
    const passage = sentencePassage(reading, index, first.start, first.end, unit.item ? "list" : "prose");
    const name = ended?.topic ?? stillOpen.exec(unit.inline.text.slice(0, longestName))?.[1];
    const [topic, id] = withoutNumber(name ?? unit.inline.text.slice(first.start, first.end));
    found.push(
      disagreementOf(reading, id === undefined ? passage : { ...passage, id }, {
        topic,
        evidence: [because("disagreements-section", heading.text)],
        resolved: unit.item?.checked === true || isStruck(unit.inline) || closed || ended !== undefined,
        outcome: ended?.outcome ?? (closed ? outcomeIn(unit, first.end) : undefined),
      }),
    );
  });
  return found;
}

const asked =
  /^\W{0,4}(?:it was asked|the question was|(?:we|i|they|somebody|someone|\p{Lu}[\p{L}'’-]+(?: and \p{Lu}[\p{L}'’-]+)?) (?:also |then )?(?:asked|wondered)(?: ourselves| again)?|[^.:;?!]{3,80} (?:was|were) asked) (?:whether|if|how|why|what|who|when|where)\b[^.;?!]{3,200}[.;?!]\s+(\S[\s\S]*)$/iu;
const noAnswer =
  /\b(?:still|open|unclear|undecided|unsettled|no answer|not (?:clear|decided|settled|answered|agreed)|nobody (?:knows|knew|answered|could say)|left it|disagree\w*|object\w*|against|wants?|wanted)\b/i;

/** "It was asked whether the bell is too loud. Nobody thought so.": no disagreement, though the list is one of them. */
function isAskedAndAnswered(text: string): boolean {
  const answer = asked.exec(text)?.[1];
  return answer !== undefined && !noAnswer.test(answer);
}

/** "Members of the crew may raise an objection by letter": how it is done each time. */
const mayBeRaised =
  /^\W{0,4}(?:[\p{L}'’-]+ ){0,8}?(?:members?|advisors?|anyone|anybody|everyone|reviewers?|approvers?|maintainers?|participants?|people|crews?|leads?|you|person) (?:[\p{L}'’-]+ ){0,3}?(?:can|may|must|should|is expected to|are expected to) (?:\p{L}+ly )?(?:raise|register|file|voice|open|lodge|state|submit|record|block|object)\b/iu;

/** "Bo would like a second bell, and nobody has thought about it yet": one wish, and no view against it. */
const heldByNobody =
  /\b(?:nobody|no one|none of us)(?: (?:else|here|of us))?(?: (?:has|have|had|is|was|yet|so far|really|ever)){0,3} (?:thought (?:it|this|about|of)|looked (?:at|into)|talked (?:about|of)|spoken (?:about|of)|discussed (?:it|this)|an? (?:view|opinion)|against it|opposed|minds?\b|objects?\b|objected|contests?\b|contested)|\bwe (?:have|had) not (?:yet )?(?:thought (?:it|this|about)|looked (?:at|into)|talked (?:about|of)|spoken (?:about|of)|discussed (?:it|this))/i;

const longestName = 200;
/** "Colour of the vans (DG-3): still open, since May": how an entry stands, behind what it is about. */
const stillOpen = /^(\W{0,3}\p{L}[^:;.?!]{2,120}?)\s?(?::|[–—]|\s-)\s(?:still )?open(?=$|[.,;:–—]|\s)/u;

/** "Colour of the vans (DG-3)": the name of an entry and its number. */
function withoutNumber(name: string): readonly [string, string | undefined] {
  const match = /^(.*\p{L}.*?)\s\(([A-Z]{1,5}-\d{1,4})\)\s*$/su.exec(name);
  return match?.[1] === undefined ? [name.trim(), undefined] : [match[1].trim(), match[2]];
}

const entryEnds = /\s?(?:[:;=]|→|->|=>|\s[–—-])\s/u;
const noOutcome = /^\W*(?:\d|on \d|in \p{Lu}|closed\b|settled\b|resolved\b|by the\b)[^\p{L}]*(?:\p{L}+\W*)?\d*\W*$/iu;

/** "Bells: none on Sundays", "Colour of the vans. White, from May": how a settled entry ended, behind its name. */
function outcomeIn(unit: ParagraphUnit, sentenceEnd: number): Written | undefined {
  const { text } = unit.inline;
  const stop = entryEnds.exec(text.slice(0, sentenceEnd));
  const from = stop ? stop.index + stop[0].length : sentenceEnd;
  const words = text.slice(from).trim();
  if (!/\p{L}{2}/u.test(words) || noOutcome.test(words)) return undefined;
  const start = text.indexOf(words, from);
  return writtenIn(unit, start, start + words.length);
}

const endsWith =
  /^\W{0,4}(?:(?:it\s)?(?:is|was|has been)\s)?(?:now\s|since\s)?(?:(?:resolved|settled|closed|decided|sorted out)(?:\s(?:in|on|by|at|over|since)\s[^.,:;–—]{1,40}?)?(?:\s?[.,:;–—]\s?|\s\(|\s-\s|$)|(?=(?:withdrawn|answered|dropped|outvoted|moot)\b))(.*)$/isu;

/** "~~Colour of the bags~~ settled in May: grey", "Colour of the bags: withdrawn by Ana": an entry that tells its own end behind its name. */
function endedEntry(
  unit: ParagraphUnit,
): { readonly topic: string; readonly outcome: Written | undefined } | undefined {
  const { text, marks } = unit.inline;
  const strike = marks.find(({ kind, start, end }) => kind === "delete" && start <= 1 && end > start + 1);
  const stop = strike ? null : entryEnds.exec(text);
  if (!strike && !stop) return undefined;
  const [nameEnd, from] = strike
    ? [strike.end, strike.end]
    : [stop?.index ?? 0, (stop?.index ?? 0) + (stop?.[0].length ?? 0)];
  const told = endsWith.exec(text.slice(from));
  if (!strike && !told) return undefined;
  const words = told?.[1]?.trim() ?? "";
  const start = text.length - (told?.[1]?.trimStart().length ?? 0);
  const outcome = /\p{L}{2}/u.test(words) ? writtenIn(unit, start, start + words.length) : undefined;
  return { topic: text.slice(strike?.start ?? 0, nameEnd).trim(), outcome };
}

/** "stale-results (raised by @marta, 14 April)": somebody else's. */
const raised = /\b(?:raised|opened|filed|voiced|brought up) by (?:the )?[@\p{Lu}]/u;

/** "Concerns" alone may hold an author's own; those raised by others are objections. */
function namesPeople(heading: string): boolean {
  return /\b(?:objections?|blocking|raised|unresolved|open|outstanding|reservations)\b/i.test(heading);
}
