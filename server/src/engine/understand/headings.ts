import type { Mention, Written } from "../model/facts.js";
import { ownerRoles } from "../model/owner-roles.js";
import type { Heading, SectionRole } from "../model/section.js";
import type { HeadingUnit } from "../reading/units.js";
import type { ReadingContext, Vocabulary } from "./context.js";
import { fieldNameOf, normaliseKey } from "./field-names.js";
import { type DomainWord, findDomainWords } from "./headings/domain-words.js";
import { roleOfName } from "./headings/role-names.js";
import { isPlaceholder } from "./placeholders.js";
import { statusByPhrase } from "./status-words.js";
import { findDate, priorityOf, statusClassOf } from "./values.js";

/** What a heading says of the passages below it. */
export function readHeading(unit: HeadingUnit, context: ReadingContext): Heading {
  const text = unit.inline.text.trim();
  const place = { slot: unit.slot, start: unit.start, end: unit.end };
  const read = readHeadingText(unit, context);
  return { depth: unit.depth, text, place, ...read };
}

/** A longer heading is a paragraph by mistake, and its words are prose. */
const longestHeading = 300;

type HeadingContent = Omit<Heading, "depth" | "text" | "place">;

/** What the text of a heading, or of a line that serves as one, says of the passages below it. */
export function readHeadingText(unit: HeadingUnit, context: ReadingContext): HeadingContent {
  const text = unit.inline.prose.trim();
  const role = roleOfHeading(text, context);
  if (text.length > longestHeading)
    return { role, domainWords: [], owners: [], date: undefined, priority: undefined, status: undefined };
  return {
    role,
    domainWords: domainWordsOf(unit, context),
    owners: ownersOf(unit),
    date: findDate(text, context)?.value,
    priority: role === "priorities" ? undefined : priorityOfHeading(unit, context),
    status: statusOfHeading(unit),
  };
}

const numbering =
  /^(?:(?:section|part|step|appendix)\s+)?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,4})[.)]\s+|^\d{1,3}(?:\.\d{1,3})+\s+/i;

/** Without numbering, emoji, an anchor in brackets and closing marks. */
export function plainHeading(text: string): string {
  return text
    .replace(numbering, "")
    .replace(/\{#[^}]{0,80}\}$/, "")
    .trim();
}

const rolesByText = new WeakMap<Vocabulary, Map<string, SectionRole | undefined>>();
/** Headings repeat from document to document: their roles are kept, up to so many. */
const mostRoles = 4_000;

/** The kind of passages below a heading of this text; undefined where the heading names none. */
export function roleOfHeading(text: string, context: ReadingContext): SectionRole | undefined {
  let roles = rolesByText.get(context.vocabulary);
  if (!roles || roles.size > mostRoles) {
    roles = new Map();
    rolesByText.set(context.vocabulary, roles);
  }
  if (roles.has(text)) return roles.get(text);
  const role = readRole(text, context);
  roles.set(text, role);
  return role;
}

/** "What is not on it, and why", "Left off this list", "What did not make it": over what a plan does without. */
const leftOut =
  /^\W{0,3}(?:(?:what|things|items|ideas|work)(?: that)? (?:(?:is|are|was|were|stays?) (?:deliberately |explicitly |still )?(?:not|no longer|off|left off|left out)|(?:did|does|do)(?: not|n['’]t) (?:make|get|belong)|we (?:have )?(?:left|leave|keep) (?:out|off)|(?:we |you )(?:(?:are|will|do)(?: not|n['’]t)|won['’]t)(?: (?:build|do|plan|take on|promise|mak|ship|find)(?:ing)?)(?= here|(?:,? and why)?\W{0,3}$))|(?:deliberately |explicitly )?(?:not|off)(?= (?:on|in|part of|here)\b)|left (?:out|off)|deliberately (?:missing|absent))(?: (?:on|in|of|part of|into))?(?: (?:it|this|here|(?:the|this|our) (?:list|plan|roadmap|table|page|quarter|half|year)))?(?: (?:yet|any ?more|for now|this time))?(?:,? and why(?: not)?)?\W{0,3}$/i;

/** "Not in June", "Not this year", "What we said no to": what is out of a plan's time, or put off for good. */
const notNow =
  /^\W{0,3}(?:(?:(?:deliberately|explicitly|definitely|probably|certainly) )?(?:not|nothing for|never) (?:(?:(?:for|in|during|before|until) )?(?:(?:this|the|next|the next|early|late) )?(?:week|month|quarter|half(?:[- ]year)?|(?:first|second) half|year|season|cycle|round|time(?: round)?|summer|autumn|fall|winter|spring|january|february|march|april|may|june|july|august|september|october|november|december|[qh][1-4]|20\d\d(?: [qh][1-4])?)(?:[ ,]{1,2}(?:of )?(?:19|20)\d\d)?|before (?:20\d\d|next year)|now|any time soon)|(?:what|things) we (?:have )?(?:said|say|turned|are saying) (?:no to|down))(?:,? and why(?: not)?)?\W{0,3}$/i;

const andWhy = /,? and why(?: not)?\W{0,3}$/i;

function readRole(text: string, context: ReadingContext): SectionRole | undefined {
  const plain = plainHeading(text);
  if (plain.length > 90) return undefined;
  const whole = roleOf(plain, context) ?? roleOf(withoutBrackets(plain), context);
  if (whole) return whole;
  if (leftOut.test(plain) || notNow.test(plain)) return "non-goals";
  const named = plain.replace(andWhy, "");
  if (named !== plain) return roleOf(named, context);
  for (const part of plain.split(/(?:(?<!\s)\s+)?(?::|\s[-–—|·]\s|[–—])\s*/)) {
    if (part === plain || part === "") continue;
    const role = roleOf(part, context);
    if (role) return role;
  }
  return undefined;
}

function roleOf(text: string, context: ReadingContext): SectionRole | undefined {
  const name = normaliseKey(text);
  if (name === "") return undefined;
  return roleOfName(name) ?? roleWithoutDomains(text, context);
}

/** "Engineering decisions", "Product & Engineering priorities": the same sections, of those domains. */
function roleWithoutDomains(text: string, context: ReadingContext): SectionRole | undefined {
  const words = findDomainWords(text, context.vocabulary);
  if (words.length === 0) return undefined;
  let rest = text;
  for (const word of [...words].reverse()) rest = `${rest.slice(0, word.start)} ${rest.slice(word.end)}`;
  const name = normaliseKey(rest.replace(/[&+/,]| and /g, " ").replace(/['’]s\b/g, " "));
  return name === "" ? undefined : roleOfName(name.replace(/^(?:and|the) /, ""));
}

function withoutBrackets(text: string): string {
  return text.replace(/(?:(?<!\s)\s+)?[([][^()[\]]*[)\]]/g, "").trim();
}

/** What may follow a domain word that says whose the section is: the end, a mark, or the name of something that a domain has. */
const belongings =
  /^(?:['’]s)?\s*(?:$|[:–—(),&/+|-]|and\b|or\b|x\b|vs\b|only\b|internal\b|owned\b|led\b|itself|themselves|alone|team|side|lead|org|decision|disagreement|question|roadmap|plan|priorit|item|initiative|project|goal|okr|objective|key result|hiring|headcount|budget|staff|role|input|huddle|sync\b|stand-?up|minutes|meeting|weekly\b|note|view|position|concern|risk|update|backlog|milestone|commitment|work\b|q[1-4]\b|h[12]\b|\d{4}\b|p[0-4]\b)/i;

/** Domain words that say whose everything below is; "Product launch in Spain" and "Detailed design" are none. */
export function domainWordsOf(unit: HeadingUnit, context: ReadingContext): readonly Written[] {
  const { text } = unit.inline;
  return owningDomainWords(text, context).map((word) => ({
    text: word.text,
    place: {
      slot: unit.slot,
      start: unit.inline.sourceStart(word.start),
      end: unit.inline.sourceEnd(word.end),
    },
  }));
}

/** The domain words of a heading or title that say whose it is, in offsets of the text. */
export function owningDomainWords(text: string, context: ReadingContext) {
  if (text.length > longestHeading) return [];
  const words = findDomainWords(text, context.vocabulary);
  const owning = words.filter((word, index) => owns(text, word, words[index - 1]));
  if (owning.length === 0 || owning.length === words.length) return owning;
  if (shared.test(text)) return words.filter((word) => listOf(text, words, word).some((each) => owning.includes(each)));
  return owning.filter((word) => listOf(text, words, word).every((each) => owning.includes(each)));
}

/** "What Product, Engineering and Design promise together": of all that are named in one list. */
const shared = /\b(?:together|jointly|joint|shared|shares?|in common|with one voice)\b/i;

function owns(text: string, word: DomainWord, previous: DomainWord | undefined): boolean {
  const before = text.slice(0, word.start);
  const after = text.slice(word.end);
  const opens =
    before.trim() === "" ||
    /(?:[:–—(&/+|,-]|\b(?:and|or|by|for|of|with|to|the|from|our|joint|shared|x|vs)|\d[.)]?|\bq[1-4]|\bfy\d+)\s*$/i.test(
      before,
    );
  const followsDomain = previous !== undefined && before.trimEnd().endsWith(previous.text);
  // "Design decision 12" and "design principles" are said of any domain's work.
  if (word.domain === "design" && /^\s*(?:decision\b|principle|doc|pattern|system|review|space|axiom)/i.test(after))
    return false;
  return (opens || followsDomain || endsAlone(before, after)) && belongings.test(after);
}

const joined = /^\s*(?:,|,?\s(?:and|or)|&|\+|\/)\s*(?:the )?$/i;

/** The words that stand in one list with a word: "How Product and Engineering work" is neither's alone. */
function listOf(text: string, words: readonly DomainWord[], word: DomainWord): readonly DomainWord[] {
  const isJoined = (at: number): boolean => joined.test(text.slice(words[at - 1]?.end, words[at]?.start));
  let [from, to] = [words.indexOf(word), words.indexOf(word) + 1];
  while (from > 0 && isJoined(from)) from -= 1;
  while (to < words.length && isJoined(to)) to += 1;
  return words.slice(from, to);
}

/** "Roadmap Engineering", "2026 Q3 Engineering roadmap": a domain word as the last of a short title, or before its noun. */
function endsAlone(before: string, after: string): boolean {
  if (/^\s*(?:roadmap|plan|priorit|okr|objective|decision|hiring|headcount|charter|backlog)/i.test(after)) return true;
  return (
    after.trim() === "" &&
    /\b(?:roadmap|plan|priorities|okrs?|objectives|decisions|hiring|headcount|charter|notes)\s*$/i.test(before)
  );
}

const handle = /(?<![\w/.@])@[\p{L}\p{N}][\p{L}\p{N}_-]*(?:\/[\p{L}\p{N}_-]+)?/gu;
const labelled = /(?:^|[([,;|–—-]\s*)([\p{L}][\p{L} ]{1,24}?)\s*:\s*([^()[\]|;]{2,60})/gu;

function ownersOf(unit: HeadingUnit): readonly Mention[] {
  const { inline, slot } = unit;
  const text = inline.prose;
  if (!text.includes(":") && !text.includes("@")) return [];
  const mentions: Mention[] = [];
  const add = (start: number, end: number, role: Mention["role"]): void => {
    const place = { slot, start: inline.sourceStart(start), end: inline.sourceEnd(end) };
    mentions.push({ text: text.slice(start, end), place, role });
  };
  for (const match of text.matchAll(labelled)) {
    const name = fieldNameOf(match[1] ?? "");
    const value = (match[2] ?? "").trim();
    if (!name || !ownerRoles.has(name) || isPlaceholder(value)) continue;
    const from = match.index + match[0].indexOf(match[2] ?? "", match[0].indexOf(":"));
    let at = from;
    for (const part of (match[2] ?? "").split(/(,|&|\+| and )/)) {
      const trimmed = part.trim();
      if (trimmed !== "" && !/^(?:,|&|\+|and)$/.test(trimmed)) {
        const start = at + part.indexOf(trimmed);
        add(start, start + trimmed.length, name);
      }
      at += part.length;
    }
  }
  if (mentions.length > 0) return mentions;
  for (const match of text.matchAll(handle)) add(match.index, match.index + match[0].length, "owner");
  return mentions;
}

/** What may follow a word of priority in a heading that is about priority: "High priority", "Must haves", "Now (Q3)". */
const priorityNouns =
  /^(?:priority|priorities|prio|items?|work|goals?|features?|issues?|bugs?|tasks?|projects?|initiatives?|regressions?|requirements?)\b(?:\s+(?:items?|work|goals?|issues?|regressions?))?\s*$/i;

/** Any word or sign by which a priority could be named. */
const mayHoldPriority =
  /p-?\d|#\d|prio|must|should|could|won|high|low|medium|moderate|critical|urgent|now|next|later|someday|top|flagship|stretch|core|tier|level|blocker|major|minor|important|normal|trivial|[^\0-\u2fff]/i;

function priorityOfHeading(unit: HeadingUnit, context: ReadingContext): Heading["priority"] {
  if (context.vocabulary.priorityLevels.size === 0 && !mayHoldPriority.test(unit.inline.text)) return undefined;
  const text = plainHeading(unit.inline.text);
  const offset = unit.inline.text.indexOf(text);
  const written = priorityWords(text, context);
  if (!written) return undefined;
  const start = offset + text.indexOf(written.text);
  const end = start + written.text.length;
  const place = { slot: unit.slot, start: unit.inline.sourceStart(start), end: unit.inline.sourceEnd(end) };
  return { ...written, place };
}

/** "Important: read this first" calls for attention; it is no level. */
const exclamations = /^(?:important|major|minor|core|critical|blocker|now|next|must|should|low|high|normal)$/i;

function priorityWords(text: string, context: ReadingContext): Heading["priority"] {
  const plain = text.replace(/^[^\p{L}\p{N}#]+/u, "").trim();
  const labelledValue = /^(?:priority|prio)\s*(?:[:#–—-]\s*)?(\S.*)$/i.exec(plain)?.[1];
  if (labelledValue !== undefined) {
    const value = labelledValue.split(/(?:(?<!\s)\s+)?[:–—(,]/)[0] ?? "";
    const read = priorityOf(value, context);
    if (read) return read;
  }
  const head = plain.split(/(?:(?<!\s)\s+)?[:–—(|,]|(?<!\s)\s+-\s/)[0]?.trim() ?? "";
  const whole = priorityOf(head, context);
  if (whole && whole.scheme !== "ordinal" && !(exclamations.test(head) && /^\s*[^\s(]/.test(plain.slice(head.length))))
    return whole;
  const coded = /^\[?(p-?[0-4]|p-(?:critical|high|medium|low)|#\d{1,2})\]?(?=[\s:–—.)]|$)/i.exec(plain)?.[1];
  if (coded !== undefined) return priorityOf(coded, context);
  const bracketed = /[([](p[0-4])[)\]]\s*$/i.exec(plain)?.[1];
  if (bracketed !== undefined) return priorityOf(bracketed, context);
  const space = head.search(/[\s-]/);
  for (const cut of [space, head.indexOf(" ", space + 1)]) {
    if (cut <= 0) continue;
    const first = priorityOf(head.slice(0, cut), context);
    if (
      first &&
      first.scheme !== "ordinal" &&
      first.scheme !== "rank" &&
      priorityNouns.test(head.slice(cut + 1).trim())
    )
      return first;
  }
  return undefined;
}

const statusTail = /^(?:items?|work|goals?|features?|projects?|initiatives?|tasks?)?\s*$/i;

function statusOfHeading(unit: HeadingUnit): Heading["status"] {
  const text = plainHeading(unit.inline.text);
  const labelledValue = /(?:^|[([|–—-]\s*)status\s*:\s*([^()[\]|]{2,40})/i.exec(text)?.[1]?.trim();
  const candidate = labelledValue ?? shortStatus(text);
  if (candidate === undefined) return undefined;
  const status = statusClassOf(candidate);
  if (status === undefined) return undefined;
  const start = Math.max(unit.inline.text.indexOf(candidate), 0);
  const place = {
    slot: unit.slot,
    start: unit.inline.sourceStart(start),
    end: unit.inline.sourceEnd(start + candidate.length),
  };
  return { text: candidate, class: status, place };
}

/** Words of status that in a heading say something else ("Current initiatives", "Open roles", "New features"). */
const ambiguous = new Set(
  "proposal current currently new open future final ready go cut out met idea candidate draft research design pilot live hold".split(
    " ",
  ),
);
const firstWords = new Set(
  [...statusByPhrase.keys()].map((phrase) => phrase.split(" ")[0] ?? phrase).filter((word) => !ambiguous.has(word)),
);

function beginsLikeStatus(text: string): boolean {
  const word = /[\p{L}\p{N}]+/u.exec(text)?.[0];
  return word !== undefined && firstWords.has(word.toLowerCase());
}

/** A heading that is a status and no more ("In progress", "🚧 Blocked items"), or ends in one ("Search — done", "Search ✅"). */
function shortStatus(text: string): string | undefined {
  const words = text.trim();
  if (
    words.length <= 30 &&
    beginsLikeStatus(words) &&
    statusClassOf(words.replace(/^[^\p{L}\p{N}]+/u, "")) !== undefined
  ) {
    const rest = words.replace(/^[^\p{L}\p{N}]+/u, "").replace(/^\S+(?:\s+(?:progress|hold|started|do|track))?/i, "");
    return statusTail.test(rest.trim()) || /^\s*[(–—:]/.test(rest) ? words : undefined;
  }
  const tail = /(?:\s[-–—]\s|[([])\s*([\p{L} -]{3,20})[)\]]?$/u.exec(words.trimEnd())?.[1]?.trim();
  if (tail !== undefined && beginsLikeStatus(tail) && statusClassOf(tail) !== undefined) return tail;
  const mark = /(✅|✔️?|🚧|❌|⛔|🔴|🟢)\s*$/u.exec(words)?.[1];
  return mark;
}
