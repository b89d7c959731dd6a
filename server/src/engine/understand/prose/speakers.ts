import type { ParagraphUnit } from "../../reading/units.js";
import type { ReadUnit } from "../context.js";
import { fieldNameOf } from "../field-names.js";
import { stampEnd } from "../stamps.js";

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

/**
 * Who speaks in a paragraph, and where the words begin: as `speakerOf`, behind the time at which it was said, or a handle set bold before a colon ("**ana-b:** …"), a name before
 * a dash ("Ana - …") where that is no list item.
 */
export function speakerOfUnit(unit: ParagraphUnit): { readonly name: string; readonly end: number } | undefined {
  const { prose, marks } = unit.inline;
  const from = stampEnd(prose);
  const plain = speakerOf(prose.slice(from, from + 80));
  if (plain) return { name: plain.name, end: from + plain.end };
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

/** Whether the units are a transcript: turn after turn under initials. */
export function isTranscript(units: readonly ReadUnit[]): boolean {
  let turns = 0;
  let paragraphs = 0;
  for (const { unit } of units) {
    if (unit.kind !== "paragraph") continue;
    paragraphs += 1;
    if (initials.test(unit.inline.text)) turns += 1;
  }
  return turns >= 2 && turns * 3 >= paragraphs;
}
