import type { ParagraphUnit } from "../../reading/units.js";
import type { ReadUnit } from "../context.js";
import { fieldNameOf } from "../field-names.js";
import { clockSource, stampEnd } from "../stamps.js";

/** A speaker's name at the start of a turn: initials ("MM:", "MM/AWB:"), a first name or two ("Joe:", "[Ben]", "Ana Diaz:"). */
const speaker =
  /^\s*(?:([A-Z]{2,4}(?:\/[A-Z]{2,4}){0,3}):|\[(?:name=)?([\p{Lu}][\p{L}.'-]{1,20}(?: [\p{Lu}][\p{L}.'-]{0,20}){0,2}|[a-z][a-z0-9-]{2,20})\]|(\p{Lu}[\p{Ll}'’-]{1,15}(?: \p{Lu}[\p{L}.'’-]{0,16}){0,2}):) /u;

const initials = /^\s*[A-Z]{2,4}(?:\/[A-Z]{2,4}){0,3}: /;

/** Words that stand before a colon without speaking. */
const noSpeakers = new Set(
  "note notes update updates background context summary example examples motivation result results todo fyi re pr prs ps pro pros con cons goal goals rfc adr kep aka ie eg next discussion option options issue issues topic link links date time what why how who when where today plan plans problem risk risks change changes new old also idea ideas warning tip important caveat caveats answer clarification ai aob tldr eta api ci cd url id nb btw attending present regrets scribe location agenda participants attendees however then thus yes no edit proposal hint tldr task tasks file files step steps cause fix solution reason benefit benefits requirement requirements remark comment comments question questions answer http https decision decisions conclusion outcome reject rejected decline declined deferred accepted approved counterpoint counterargument counterproposal faq poc mvp open pending outstanding unresolved undecided".split(
    " ",
  ),
);

/** Who speaks, and where the words begin; undefined where the text starts with no speaker's name. */
export function speakerOf(text: string): { readonly name: string; readonly end: number } | undefined {
  const match = speaker.exec(text.length > 80 ? text.slice(0, 80) : text);
  if (!match) return undefined;
  const name = match[1] ?? match[2] ?? match[3] ?? "";
  const first = name.toLowerCase().split(" ")[0] ?? "";
  if (noSpeakers.has(first) || fieldNameOf(name) !== undefined) return undefined;
  return { name, end: match[0].length };
}

const dashed = /^\s*(\p{Lu}[\p{Ll}'’-]{1,15}(?: \p{Lu}[\p{L}.'’-]{0,16})?) [-–—] (?=\S)/u;
/** A handle as people type it in a chat, before what they say. */
const typed = /^\s*([a-z][a-z0-9_-]{2,19}): (?=\S)/;
const angled = /^\s*(?:<([\w-]{2,20})>|\[([\w-]{2,20})\])\s/;

/** The head of a message as a chat is pasted: who, and when: "**ana** 09:12", "Ana Diaz  9:12 AM", "ana-b [2026-05-04, 09:12]:". */
const posted = new RegExp(
  String.raw`^[\s*_]*(@?[\p{L}][\p{L}\p{N}_'’-]{1,24}(?:[ .]\p{Lu}[\p{L}'’-]{0,20}){0,2})(?:,|:|\s[–—·|-])?\s{1,3}[([]?(?:[\p{L}\d][\p{L}\d ./-]{0,16}?,?(?: at)? )??${clockSource}[)\]]?(:|\s[–—-])?(?:\s+|$)`,
  "iu",
);

/**
 * Who posted a message, where its head says so: the name in bold, a line of its own, or a colon behind the time. A sentence that begins with a name and
 * a time ("Standup 09:30 moves") is none.
 */
function postedBy({ inline, slot }: ParagraphUnit): { readonly name: string; readonly end: number } | undefined {
  const { prose, marks } = inline;
  const match = posted.exec(prose.length > 90 ? prose.slice(0, 90) : prose);
  const name = match?.[1];
  if (!match || name === undefined || !isName(name)) return undefined;
  const end = match[0].length;
  const strong = marks[0]?.kind === "strong" && marks[0].start < 3 && marks[0].end <= end;
  const headed = /[\r\n]/.test(slot.text.slice(inline.sourceEnd(match[0].trimEnd().length), inline.sourceStart(end)));
  return (strong || match[2] === ":" || headed) && prose.length > end ? { name, end } : undefined;
}

/**
 * Who speaks in a paragraph, and where the words begin: as `speakerOf`, behind the time at which it was said, or a handle set bold before a colon ("**ana-b:** …"), a name before
 * a dash ("Ana - …") where that is no list item.
 */
export function speakerOfUnit(unit: ParagraphUnit): { readonly name: string; readonly end: number } | undefined {
  const { prose, marks } = unit.inline;
  const from = stampEnd(prose);
  const plain = speakerOf(prose.slice(from, from + 80));
  if (plain) return { name: plain.name, end: from + plain.end };
  const message = /\d[:h]\d\d/.test(prose.slice(0, 80)) ? postedBy(unit) : undefined;
  if (message) return message;
  const strong = marks[0];
  if (strong?.kind === "strong" && strong.start < 3 && strong.end - strong.start < 30) {
    const name = /^([\p{L}][\p{L}\p{N}_-]{1,24}):$/u.exec(prose.slice(strong.start, strong.end).trim())?.[1];
    if (name !== undefined && isName(name) && prose.length > strong.end + 1) return { name, end: strong.end + 1 };
  }
  if (unit.item !== undefined) return undefined;
  const head = prose.length > 60 ? prose.slice(0, 60) : prose;
  const match = dashed.exec(head) ?? typed.exec(head) ?? angled.exec(head);
  const name = match?.[1] ?? match?.[2];
  return match && name !== undefined && isName(name) ? { name, end: match[0].length } : undefined;
}

function isName(name: string): boolean {
  return !noSpeakers.has(name.toLowerCase().split(" ")[0] ?? "") && fieldNameOf(name) === undefined;
}

/** A name in bold at the head of a turn as recordings are written down, with a colon, a dash, the time, or nothing behind it on its line. */
const boldName = /^@?\p{L}[\p{L}\p{N}_.'’-]{1,20}(?: \(?[\p{L}\d][\p{L}\p{N}.'’-]{0,20}\)?){0,3}:?$/u;
const behindName = /^\s?(?:[:–—-]|[([]?\d{1,2}[:.]\d\d|$)/;

function boldSpeaker({ inline, slot, item }: ParagraphUnit): string | undefined {
  const [mark] = inline.marks;
  if (item !== undefined || mark?.kind !== "strong" || mark.start > 2 || mark.end > 45) return undefined;
  const name = inline.prose.slice(mark.start, mark.end).trim();
  if (!boldName.test(name) || !isName(name.replace(/:$/, ""))) return undefined;
  const rest = inline.prose.slice(mark.end, mark.end + 12);
  const headed = /^[*_:\s]{0,4}[\r\n]/.test(slot.text.slice(inline.sourceEnd(mark.end)));
  return name.endsWith(":") || headed || behindName.test(rest) ? name.replace(/:$/, "").toLowerCase() : undefined;
}

/** Whether the units are a transcript: turn after turn under initials, or under names in bold, of which some speak again and again. */
export function isTranscript(units: readonly ReadUnit[]): boolean {
  let turns = 0;
  let paragraphs = 0;
  let spoken = 0;
  const names = new Set<string>();
  for (const { unit } of units) {
    if (unit.kind !== "paragraph") continue;
    paragraphs += 1;
    if (initials.test(unit.inline.text)) turns += 1;
    const name = boldSpeaker(unit);
    if (name === undefined) continue;
    spoken += 1;
    names.add(name);
  }
  if (turns >= 2 && turns * 3 >= paragraphs) return true;
  return spoken >= 4 && names.size * 4 <= spoken * 3 && spoken * 4 >= paragraphs;
}
