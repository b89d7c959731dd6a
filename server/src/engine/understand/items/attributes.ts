import { placeOfWords } from "../../markdown/place.js";
import type { Place } from "../../markdown/slot.js";
import type { DateValue } from "../../model/date.js";
import type { Field, FieldName, Mention, PlanItem, Priority, Written } from "../../model/facts.js";
import { ownerLabels } from "../../model/owner-roles.js";
import type { Inline } from "../../reading/inline.js";
import type { Unit } from "../../reading/units.js";
import type { ReadingContext } from "../context.js";
import { splitNames } from "../names.js";
import { listedNames } from "../parted-names.js";
import { isPlaceholder } from "../placeholders.js";
import { statusByPhrase } from "../status-words.js";
import { readStatus } from "../statuses.js";
import { dateOf, priorityOf } from "../values.js";

/** Labels that say of a text that it is planned work: whose, how far, how urgent, by when, with how many people. */
export const tellingOfWork: ReadonlySet<FieldName> = new Set<FieldName>([
  ...ownerLabels,
  "team",
  "status",
  "priority",
  "rank",
  "target",
  "due",
  "headcount",
  "people",
]);

/** What an item's own words say of it, apart from its title. Filled while its text is read. */
export interface Attributes {
  priority: Priority | undefined;
  rank: Priority | undefined;
  status: PlanItem["status"];
  target: PlanItem["target"];
  readonly owners: Mention[];
  readonly domainWords: Written[];
  id: string | undefined;
  /** A reason given in brackets after the title. */
  remark: Written | undefined;
}

export function noAttributes(): Attributes {
  return {
    priority: undefined,
    rank: undefined,
    status: undefined,
    target: undefined,
    owners: [],
    domainWords: [],
    id: undefined,
    remark: undefined,
  };
}

/** A stretch of a unit's visible text, with the reading's context. */
export interface TextSource {
  readonly unit: Unit;
  readonly inline: Inline;
  readonly context: ReadingContext;
  /** Day number that relative dates refer to. */
  readonly reference: number | undefined;
}

export function placeIn(source: TextSource, start: number, end: number): Place {
  return { slot: source.unit.slot, start: source.inline.sourceStart(start), end: source.inline.sourceEnd(end) };
}

const ticket =
  /^(?:[A-Z][A-Z0-9]{1,9}-\d{1,6}|#\d{1,6}|(?:RFC|ADR|KEP|EP|JEP|PEP)[ -]?\d{1,5}|[A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+#\d{1,6})$/;
const handles = /^(?:@[\p{L}\p{N}_/-]+(?:\s*[,&+]\s*|\s+(?:and|\/)\s+|(?<=\/)\s+)?)+$/u;
const effort =
  /^(?:[SML]|X{1,3}[SL]|\d+(?:\.\d+)?\s*(?:(?:person|man|engineer)[- ]?)?(?:weeks?|days?|months?|sprints?|points?|pts|sp|w|d)(?:\b.{0,24})?)$/i;
/** "Today 45", "now at 12 %": how it is before anything is done. */
const baseline =
  /^(?:today|(?:right )?now|currently|at present|baseline|up from|down from)(?: is| at| about)?:? [~$€£]?\d[\d.,]*(?: ?(?:%|[kmgt]?b|ms|[smhk€$£]|seconds?|minutes?|hours?|days?|weeks?|months?|people))?$/i;
const label = /^(\p{L}[\p{L} ]{1,24}?)\s*:\s*(\S.*)$/u;
const longestToken = 60;
const sureAmongProse =
  /^(?:@|p[0-4]$|\p{Extended_Pictographic}\ufe0f?$|[A-Z][A-Z0-9]{1,9}-\d|(?:(?:was |is )?due|by|eta|target(?:ed)?|planned for|deadline)\b)/iu;

/**
 * Whether a token (what stands between separators, in brackets, after a dash) is an attribute of the item; if so it is put down.
 * A label goes with its own field and counts as one. Among sentences only what can hardly be a word of them is taken.
 */
export function takeToken(
  source: TextSource,
  attributes: Attributes,
  start: number,
  end: number,
  amongProse = false,
): boolean {
  const raw = source.inline.text.slice(start, end);
  const text = raw.trim();
  if (text === "" || text.length > longestToken || isPlaceholder(text)) return text === "" || isPlaceholder(text);
  const from = start + raw.indexOf(text);
  const place = placeIn(source, from, from + text.length);
  if (amongProse && !sureAmongProse.test(text)) return false;
  return (
    baseline.test(text) ||
    takeOwner(text, place, attributes) ||
    takeId(text, attributes) ||
    takePriority(source, text, place, attributes) ||
    takeDate(source, text, place, attributes) ||
    takeStatus(text, place, attributes) ||
    takeDomain(source, text, place, attributes) ||
    effort.test(text) ||
    label.test(text)
  );
}

/** The same behind a colon, where only a date, a status or an owner is said of what stands before it. */
export function takeStated(source: TextSource, attributes: Attributes, start: number, end: number): boolean {
  const raw = source.inline.text.slice(start, end);
  const text = raw.trim();
  if (text === "" || text.length > longestToken || isPlaceholder(text)) return false;
  const from = start + raw.indexOf(text);
  const place = placeIn(source, from, from + text.length);
  return (
    (ledBy.test(text) && takeOwner(text, place, attributes)) ||
    takeDate(source, text, place, attributes) ||
    takeStatus(text, place, attributes)
  );
}

/** "Owner Ana Lind", "owned by Ana Lind", "lead @ana": a label without its colon. */
const ledBy =
  /^((?:[Oo]wner|[Ll]ead|[Dd]river|[Ss]ponsor|[Cc]hampion|DRI|[Aa]ccountable|[Rr]esponsible|[Aa]ssignee)(?: is)?|(?:[Oo]wned|[Ll]ed|[Rr]un|[Dd]riven|[Ss]ponsored) by|[Aa]ssigned to) ((?:@[\p{L}\p{N}_/-]+|\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,2})(?:(?: and | & )(?:@[\p{L}\p{N}_/-]+|\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,2}))?)$/u;

function takeOwner(text: string, place: Place, attributes: Attributes): boolean {
  const led = ledBy.exec(text);
  if (led?.[2]) {
    for (const part of splitNames(led[2].replace(/\.$/, "")))
      attributes.owners.push({ text: part.text, place: placeOfWords(part.text, place), role: "owner" });
    return true;
  }
  if (!handles.test(text)) return false;
  for (const match of text.matchAll(/@[\p{L}\p{N}_/-]*[\p{L}\p{N}_]/gu)) {
    const at = place.start + match.index;
    const exact = place.slot.text.startsWith(match[0], at);
    attributes.owners.push({
      text: match[0],
      place: exact ? { slot: place.slot, start: at, end: at + match[0].length } : place,
      role: "owner",
    });
  }
  return true;
}

function takeId(text: string, attributes: Attributes): boolean {
  if (!ticket.test(text)) return false;
  attributes.id ??= text;
  return true;
}

function takePriority(source: TextSource, text: string, place: Place, attributes: Attributes): boolean {
  if (/^\d+$/.test(text)) return false;
  const priority = priorityOf(text, source.context);
  if (!priority || priority.text.length < text.length - 12) return false;
  attributes.priority ??= { ...priority, place };
  return true;
}

function takeDate(source: TextSource, text: string, place: Place, attributes: Attributes): boolean {
  if (
    !/\d|\b(?:q[1-4]|h[12]|week|month|quarter|half|year|spring|summer|autumn|fall|winter|eo[mqy]|january|february|march|april|may|june|july|august|september|october|november|december)\b/i.test(
      text,
    ) &&
    text.length > 12
  )
    return false;
  // A bare number in brackets is an issue's or a version's more often than a year.
  if (/^\d{1,4}$/.test(text)) return false;
  const date = dateOf(text.replace(copula, ""), source.context, source.reference);
  if (!date || text.length > date.text.length + 24) return false;
  // "✅ done 15 May", "shipped on 3 June", "dropped 3 June": the day on which it ended is no target.
  const beside = text
    .replace(date.text, " ")
    .replace(/\b(?:on|in|since|by|as of)\s*$/i, "")
    .trim();
  if (beside !== "" && takeStatus(beside, place, attributes) && hasEnded(attributes)) return true;
  attributes.target ??= targetOf(text, date, place);
  return true;
}

/** "Lamps on the pier, was due on 3 June", "…, is to be out by May". */
const copula =
  /^(?:(?:it|this) )?(?:was|is|had been|has been|should have been)(?: (?:meant|supposed|to be|originally|still|now|out|done|ready|finished)){0,3} (?=(?:due|planned|expected|targeted|promised|by|for)\b)/i;

function hasEnded({ status }: Attributes): boolean {
  return status?.class === "done" || status?.class === "dropped";
}

function targetOf(text: string, date: DateValue | undefined, place: Place): NonNullable<PlanItem["target"]> {
  return { text, date, place };
}

function takeStatus(text: string, place: Place, attributes: Attributes): boolean {
  if (text.length > 32) return false;
  const plain = text
    .toLowerCase()
    .replace(/\p{Extended_Pictographic}|\ufe0f|\(.*\)|~?\d+ ?%/gu, "")
    .replace(/^(?:status|now|currently|already)[: ]+/, "")
    .trim()
    .replace(/[.!]$/, "");
  if (plain !== "" && statusByPhrase.get(plain.replace(/\s+/g, " ")) === undefined) return false;
  const status = readStatus(text);
  if (status?.class === undefined) return false;
  attributes.status ??= { text, class: status.class, place };
  return true;
}

function takeDomain(source: TextSource, text: string, place: Place, attributes: Attributes): boolean {
  const { vocabulary } = source.context;
  const words = listedNames(text, vocabulary);
  if (!words.every((word) => vocabulary.domainByWord.has(word.toLowerCase()))) return false;
  for (const word of words) attributes.domainWords.push({ text: word, place });
  return true;
}

/** "1 May 2026, done", "2026-05-01 (cancelled)": what a value says besides its date. */
function besideDate(value: string, date: DateValue): string | undefined {
  const at = value.indexOf(date.text);
  if (at < 0) return undefined;
  const plain = (text: string): string => text.replace(/^[\s,;:()–—-]+|[\s,;:()–—.-]+$/gu, "");
  const [before, after] = [plain(value.slice(0, at)), plain(value.slice(at + date.text.length))];
  return [before, after].find((text) => isEnd(text.toLowerCase()) || /^(?:✅|✔|☑|❌)\ufe0f?$/u.test(text));
}

function isEnd(text: string): boolean {
  const found = statusByPhrase.get(text)?.class;
  return found === "done" || found === "dropped";
}

/** Puts down what a labelled field says of the item. */
export function takeField(
  field: Field,
  attributes: Attributes,
  context: ReadingContext,
  reference: number | undefined,
): void {
  if (field.value === "") return;
  const { value, place } = field;
  switch (field.name) {
    case "priority":
    case "rank": {
      const priority = priorityOf(value, context);
      if (priority) attributes[field.name] ??= { ...priority, text: value, place };
      return;
    }
    case "status": {
      const status = readStatus(value);
      if (status) attributes.status ??= { text: value, class: status.class, place };
      return;
    }
    case "target":
    case "due": {
      const date = dateOf(value, context, reference);
      attributes.target ??= { text: value, date, place };
      const beside = date && besideDate(value, date);
      if (beside !== undefined) takeStatus(beside, place, attributes);
      return;
    }
    case "id":
      attributes.id ??= value;
      return;
    default:
      return;
  }
}
