import type { DecisionStatus, StatusClass } from "../model/facts.js";
import { isPlaceholder } from "./placeholders.js";
import { statusByEmoji, statusByPhrase } from "./status-words.js";

/** What a status says, of planned work and of a decision; what the word leaves open is undefined. */
export interface StatusMeaning {
  readonly class: StatusClass | undefined;
  readonly decision: DecisionStatus | undefined;
}

export interface ReadStatus extends StatusMeaning {
  /** As written, without white space around it. */
  readonly text: string;
}

/** Marks of Markdown that the text of a value no longer shows. */
export interface StatusMarks {
  /** Of a task list item. */
  readonly checked?: boolean | undefined;
  readonly struck?: boolean | undefined;
}

const longestText = 240;
const longestPhrase = 4;
const unknown: StatusMeaning = { class: undefined, decision: undefined };
const struck: StatusMeaning = { class: "dropped", decision: "rejected" };
const done: StatusMeaning = { class: "done", decision: "decided" };
const planned: StatusMeaning = { class: "planned", decision: "open" };
const active: StatusMeaning = { class: "active", decision: "open" };

/**
 * The status that a value states: "✅ Accepted", "In progress (60 %)", "Superseded by ADR-012", "[x]", "~~dropped~~". Words go before
 * emoji, emoji before a checkbox. Undefined for placeholders, and for a choice of several that is still to be made ("Accepted or
 * Rejected"). A status whose word is not known has its text alone.
 */
export function readStatus(text: string, marks: StatusMarks = {}): ReadStatus | undefined {
  const trimmed = text.trim();
  if (isPlaceholder(trimmed) && marks.checked === undefined && !marks.struck) return undefined;
  const meaning = meaningOf(trimmed, marks);
  return meaning && { text: trimmed, class: meaning.class, decision: meaning.decision };
}

function meaningOf(text: string, marks: StatusMarks): StatusMeaning | undefined {
  const latest =
    text
      .slice(0, longestText)
      .split(/(?:(?<!\s)\s+)?(?:→|->|=>|⇒)\s*/u)
      .at(-1) ?? "";
  if (marks.struck || /^~~[^~]+~~$/.test(latest)) return struck;
  const checkbox = /^(?:[-*] )?\[([ xX])\]\s*/.exec(latest);
  const checked = checkbox ? checkbox[1] !== " " : marks.checked;
  const value = latest.slice(checkbox?.[0].length ?? 0).replace(/~~[^~]*~~/g, " ");
  if (isChoice(value)) return undefined;
  const said = endIn(value) ?? readWords(value) ?? readEmoji(value);
  if (said) return said;
  if (checked !== undefined) return checked ? done : planned;
  return unknown;
}

/** "Submitted, done", "in review; cancelled": of several statuses one after the other the last, where it ends the matter. */
function endIn(value: string): StatusMeaning | undefined {
  const parts = value.split(/[,;]\s/).map((part) =>
    part
      .toLowerCase()
      .replace(/[^\p{L}\p{N} ]+/gu, "")
      .trim(),
  );
  if (parts.length < 2 || parts.length > 4) return undefined;
  const meanings = parts.map((part) => statusByPhrase.get(part));
  const last = meanings.at(-1);
  return meanings.every((one) => one !== undefined) && (last?.class === "done" || last?.class === "dropped")
    ? last
    : undefined;
}

/** "Proposed | Accepted | Rejected", "Accepted or Rejected": a template's choice. */
function isChoice(value: string): boolean {
  const parts = value.split(/(?:(?<!\s)\s+)?[|/]\s*|(?<!\s)\s+or\s+/i);
  if (parts.length < 2) return false;
  const decisions = parts.map((part) => statusByPhrase.get(part.trim().toLowerCase())?.decision);
  return decisions.every((one) => one !== undefined) && new Set(decisions).size > 1;
}

function readEmoji(value: string): StatusMeaning | undefined {
  for (const [emoji, meaning] of statusByEmoji) if (value.includes(emoji)) return meaning;
  return undefined;
}

const percentage = /^\W*(\d{1,3}) ?%/;
/** Whatever else a status says, these words end the matter when they come later: "Accepted, superseded by ADR-012". */
const overruling = /(?<!\bnot )\b(superse?ded|superceded|deprecated|obsoleted?|withdrawn|reverted|replaced by)\b/i;
const negation = new Set(["not", "no", "never", "isnt", "hasnt", "wasnt", "havent", "arent", "un"]);

/** Words that are a status at the start of a value only: later they are nouns and adverbs ("the proposal has been accepted"). */
const leadingOnly = new Set(
  "proposal draft idea candidate new open current currently out go met ready hold cut future final pilot planning research design future alpha beta rfc live stable active passed removed replaced killed green amber".split(
    " ",
  ),
);

function readWords(value: string): StatusMeaning | undefined {
  const percent = percentage.exec(value)?.[1];
  if (percent !== undefined) return percent === "100" ? done : percent === "0" ? planned : active;
  const words = value
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/\([^()]*\)/g, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .split(" ");
  const overruled = overruling.exec(value)?.[1];
  if (overruled !== undefined && words.length <= 30) return statusByPhrase.get(overruled.toLowerCase());
  for (let from = 0; from < Math.min(words.length, 14); from += 1) {
    for (let length = Math.min(longestPhrase, words.length - from); length > 0; length -= 1) {
      const meaning = statusByPhrase.get(words.slice(from, from + length).join(" "));
      if (!meaning || (from > 0 && length === 1 && leadingOnly.has(words[from] ?? ""))) continue;
      return negation.has(words[from - 1] ?? "") ? negated(meaning) : meaning;
    }
  }
  return undefined;
}

/** "Not done" is open work, "not accepted" a decision against. */
function negated(meaning: StatusMeaning): StatusMeaning | undefined {
  if (meaning.class === "done") return { class: undefined, decision: "open" };
  if (meaning.decision === "decided") return { class: "dropped", decision: "rejected" };
  return undefined;
}
