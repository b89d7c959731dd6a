import type { Disagreement } from "../../model/facts.js";
import type { SectionReading } from "../context.js";
import { findDomainWords } from "../headings/domain-words.js";
import { isStruck } from "./choices.js";
import { disagreementOf } from "./disagreement-fact.js";
import { because, sentencePassage } from "./passage.js";
import { splitSentences } from "./sentences.js";
import type { Setting } from "./setting.js";

/** "GR-2 Where the ropes hang: …", "[GR-2](…), where the ropes hang – …": its number, and what it is about. */
const numberFirst =
  /^\W{0,3}([A-Z]{1,5}-?\d{1,4})\b[\])]?[:,.]?\s{1,2}(\p{L}[^:;.?]{2,90}?)\s?(?:[:.;]|\s[–—-])\s+(\S[\s\S]{3,400})$/u;
/** "Where the ropes hang (GR-2): …". */
const numberLast =
  /^\W{0,3}(\p{L}[^:;.?()]{2,90}?)\s\(([A-Z]{1,5}-?\d{1,4})\)\s?(?:[:.;]|\s[–—-])\s+(\S[\s\S]{3,400})$/u;
/** What says of two sides that neither has given way. */
const contested =
  /\b(?:still |both |each )?(?:objects?|opposes?|disputes?|disagrees?|insists?)\b|\b(?:has|have|had|do|does|did|could|can)(?: not|n['’]t|not) (?:yet |still )?(?:agreed?|given way|moved|budged|come round)\b|\b(?:disputed|contested)\b|\b(?:objection|concern|veto)s? (?:of [^.;]{2,40} )?(?:stands?|remains?|is not withdrawn)\b|\b\p{Lu}[\p{L}&]+ (?:is |are )?(?:still )?against\b|\bat odds\b|\bno agreement\b/u;
const sides = /\b(\p{Lu}[\p{L}&]+) (?:still )?(?:wants?|would have|prefers?|says?|sees?|holds?|asks? for)\b/gu;
const over = /\b(?:withdrew|withdrawn|settled|resolved|closed|no longer|agreed (?:to|that|on))\b/i;

/** Sections that list what is open, whatever they call it. */
const lists = new Set<Setting["role"]>([undefined, "questions", "disagreements", "concerns"]);

/** Bullets that go by the number of a disagreement, and say that its sides are as far apart as before; `done` takes those that are read. */
export function numberedEntries(reading: SectionReading, setting: Setting, done: Set<number>): Disagreement[] {
  if (!lists.has(setting.role) || reading.head.kind === "charter") return [];
  return reading.units.flatMap(({ unit }, index) => {
    if (unit.kind !== "paragraph" || unit.item?.depth !== 0 || unit.item !== unit.container || done.has(index))
      return [];
    const { prose } = unit.inline;
    const first = numberFirst.exec(prose);
    const last = first ? null : numberLast.exec(prose);
    const topic = (first?.[2] ?? last?.[1])?.trim();
    const told = first?.[3] ?? last?.[3];
    if (topic === undefined || told === undefined || !isContested(told, reading)) return [];
    done.add(index);
    const entry = disagreementOf(reading, sentencePassage(reading, index, 0, prose.length, "list"), {
      topic,
      evidence: [because("disagreement-number", first?.[1] ?? last?.[2] ?? "")],
      resolved: unit.item.checked === true || isStruck(unit.inline),
    });
    return [{ ...entry, id: first?.[1] ?? last?.[2] }];
  });
}

/** "GR-2 Where the ropes hang is still contested between Ana and Bo", "GR-2 (ropes) is open: Ana wants hooks, Bo wants rails". */
const statedState =
  /^\W{0,3}([A-Z]{1,5}-?\d{1,4})(?:\s\(([^()]{3,80})\)|[,:]?\s(?!(?:is|are|was|were|remains?|stays?)\b)(\p{L}[^:;.?!]{2,90}?))?,?\s(?:is|are|remains?|stays?|was left)\s(?:(?:still|again|now|as yet|yet)\s){0,2}(?:(contested|disputed|in dispute)|open|unsettled|unresolved|undecided|not (?:yet )?(?:settled|resolved|agreed|closed))(?![\p{L}-])([\s\S]*)$/u;
/** "Still open: GR-2, where the ropes hang. Ana wants hooks, Bo wants rails." */
const stateFirst =
  /^\W{0,4}(?:still |again )?(?:(contested|disputed|in dispute)|open|unresolved|unsettled|not (?:yet )?(?:settled|resolved|agreed))(?: again)?\s?(?::|[–—-])\s([A-Z]{1,5}-?\d{1,4})(?:\s\(([^()]{3,80})\)|[,:]?\s(\p{L}[^:;.?!]{2,90}))?\s?([.:;,–—(][\s\S]*)?$/iu;
const stateWord = /\b(?:open|contested|disputed?|unsettled|unresolved|undecided|not)\b/i;
const betweenTwo = /\b(?:between|by both) @?\p{Lu}[^.;:]{1,40}? and @?\p{Lu}/u;
const mostSentences = 8;

/** Sentences that say of an entry, by its number, that its sides are still apart; `done` takes the units that are read. */
export function statedEntries(reading: SectionReading, done: Set<number>): Disagreement[] {
  if (reading.head.kind === "charter") return [];
  return reading.units.flatMap(({ unit, fields }, index) => {
    if (unit.kind !== "paragraph" || done.has(index) || fields.some(({ name }) => name === "disagreement")) return [];
    const { text } = unit.inline;
    if (!/[A-Z]-?\d/.test(text) || !stateWord.test(text)) return [];
    for (const { start, end } of splitSentences(text).slice(0, mostSentences)) {
      const entry = stateIn(text.slice(start));
      if (!entry || !hasSides(entry.told, entry.contested)) continue;
      done.add(index);
      const passage = sentencePassage(reading, index, start, end, unit.item ? "list" : "prose");
      const { id, topic } = entry;
      const evidence = [because("disagreement-number", text.slice(start, end))];
      return [{ ...disagreementOf(reading, passage, { topic, evidence, resolved: false }), id }];
    }
    return [];
  });
}

interface StatedEntry {
  readonly id: string;
  readonly topic: string;
  /** Whether the words call it contested, rather than open. */
  readonly contested: boolean;
  /** What stands behind the state. */
  readonly told: string;
}

function stateIn(text: string): StatedEntry | undefined {
  const [, id, remark, topic, contested, told = ""] = statedState.exec(text) ?? [];
  if (id !== undefined) return { id, topic: (remark ?? topic ?? id).trim(), contested: contested !== undefined, told };
  const [, word, number, aside, name, rest = ""] = stateFirst.exec(text) ?? [];
  if (number === undefined || number !== number.toUpperCase()) return undefined;
  return { id: number, topic: (aside ?? name ?? number).trim(), contested: word !== undefined, told: rest.slice(1) };
}

/** What is merely open may be work or a question; two who want different things, or who it is between, make it a disagreement. */
function hasSides(told: string, contestedInWords: boolean): boolean {
  const sentence = told.trimStart().split(/[.!?](?:\s|$)/, 1)[0] ?? "";
  if (over.test(told) || /^ by (?:the|an?|our|some) /.test(told)) return false;
  return (
    contestedInWords || betweenTwo.test(sentence) || new Set([...told.matchAll(sides)].map(([, name]) => name)).size > 1
  );
}

function isContested(told: string, { context }: SectionReading): boolean {
  if (over.test(told)) return false;
  const parties = new Set([...told.matchAll(sides)].map(([, name]) => name));
  if (parties.size > 1) return true;
  return (
    contested.test(told) &&
    (findDomainWords(told, context.vocabulary).length > 0 || /(?:^|[.;,]\s)\p{Lu}\p{Ll}/u.test(told))
  );
}
