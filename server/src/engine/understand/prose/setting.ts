import { type DateValue, isoDate } from "../../model/date.js";
import type { Heading, SectionRole } from "../../model/section.js";
import type { SectionReading } from "../context.js";
import { isGlossary } from "../headings/glossary.js";
import { isOneOnOne } from "../one-on-ones.js";
import { isTranscript } from "./speakers.js";

/** What the place of a section says of the sentences in it, before any of them is read. */
export interface Setting {
  /** Role of the innermost heading that has one, and how many headings below it have none. */
  readonly role: SectionRole | "proposal" | undefined;
  readonly roleDepth: number;
  /** Whether that heading is the document's title ("Proposal: one ledger"), which says little of what stands below another. */
  readonly titled: boolean;
  /** Roles of all headings above, outermost first. */
  readonly roles: readonly SectionRole[];
  /** Minutes, where sentences report what was said and done. */
  readonly minutes: boolean;
  /** Minutes that write down each turn under the speaker's initials. */
  readonly transcript: boolean;
  /** Notes of two who meet alone, and tell each other what they worry about. */
  readonly pair: boolean;
  /** A report to others, who had no part in what it tells. */
  readonly report: boolean;
  /** What newcomers to a matter are told of its past, even in minutes. */
  readonly retold: boolean;
  /** An agenda, which tells what is to be talked about: only labels in it state anything. */
  readonly agenda: boolean;
  /** A record or proposal (ADR, RFC, KEP). */
  readonly record: boolean;
  /** The introduction of one, which tells what it proposes. */
  readonly introduces: boolean;
  /** The calendar year in which it was written, where section or document say so. */
  readonly year: number | undefined;
  /** A section whose sentences state nothing of this kind: examples, templates, reference lists. */
  readonly silent: boolean;
}

const proposals =
  /^(?:\d+\.? )?(?:the |our )?(?:proposals?|(?:overview of the )?(?:proposed|suggested) (?:solution|enhancement|change|approach|decision|resolution|action|policy)s?|recommend(?:ation|ed (?:solution|option|approach))s?|what (?:we|i) (?:propose|recommend)(?: to do)?(?: about it)?|recommandations?|solution proposée|proposition)$/i;

const silentRoles: ReadonlySet<SectionRole> = new Set([
  "example",
  "template",
  "references",
  "links",
  "attendees",
  "agenda",
]);

const settings = new WeakMap<SectionReading, Setting>();

/** What the headings and the document say of a section. */
export function settingOf(reading: SectionReading): Setting {
  let setting = settings.get(reading);
  if (!setting) {
    setting = readSetting(reading);
    settings.set(reading, setting);
  }
  return setting;
}

function readSetting(reading: SectionReading): Setting {
  const { path } = reading.section;
  const { kind } = reading.head;
  let role: Setting["role"];
  let roleDepth = 0;
  for (let index = path.length - 1; index >= 0 && role === undefined; index -= 1) {
    role = roleOf(path[index] as Heading);
    if (role === undefined) roleDepth += 1;
  }
  if (role === "questions" && asksReaders.test(path[path.length - 1 - roleDepth]?.text ?? "")) role = undefined;
  // What a record lays down below its decision ("### Rules") belongs to the decision.
  if (role === "process" && kind === "decision") {
    const above = path.findIndex((heading) => roleOf(heading) === "decision");
    if (above >= 0) {
      role = "decision";
      roleDepth = path.length - 1 - above;
    }
  }
  const roles = path.flatMap((heading) => (heading.role ? [heading.role] : []));
  const minutes = kind === "notes" || (kind === "other" && dated.test(reading.context.path));
  return {
    role: minutes && isTopical(role, path[path.length - 1 - roleDepth]) ? undefined : role,
    roleDepth,
    titled: roleDepth > 0 && roleDepth === path.length - 1,
    roles,
    minutes,
    pair: minutes && isOneOnOne(reading.head, reading.context),
    transcript: minutes && isTranscript(reading.units),
    report: report.test(reading.head.title?.text ?? ""),
    retold: path.some(({ depth, text }) => depth > 1 && retold.test(text)),
    agenda:
      minutes &&
      isAgenda.test(reading.head.title?.text ?? "") &&
      !path.some(({ depth, text }) => depth > 1 && heldNotes.test(text)),
    record: reading.head.kind === "decision",
    introduces: reading.head.kind === "decision" && roleDepth === 0 && introduction.test(path.at(-1)?.text ?? ""),
    year: yearOf(reading.section.date ?? reading.head.date),
    silent:
      roles.some((each) => each === "example" || each === "template") ||
      (!minutes && path.some(({ text }) => isGlossary(text))) ||
      (role !== undefined &&
        role !== "proposal" &&
        !(minutes && isTopical(role, path[path.length - 1 - roleDepth])) &&
        silentRoles.has(role) &&
        !((role === "links" || role === "references") && roleDepth > 0) &&
        !(role === "attendees" && (roleDepth > 0 || goesOn(reading))) &&
        !(role === "agenda" && (roleDepth > 0 || holdsNotes(reading)))),
  };
}

const introduction = /^(?:\d+\.? )?(?:introduction|overview)\W{0,3}$/i;

function yearOf(date: DateValue | undefined): number | undefined {
  return date && Number(isoDate(date.end).slice(0, 4));
}

/** Whether a heading of minutes stands over what was said: "Topics", or the name of one that was talked about. */
function isTopical(role: Setting["role"], heading: Heading | undefined): boolean {
  if (role === "agenda")
    return heading !== undefined && /^\W{0,3}topics(?: discussed| covered)?\W{0,3}$/i.test(heading.text);
  return role === "process" && isTopic(heading);
}

/** In minutes a heading such as "Elections" or "Governance" names what was talked about; "How we decide" goes on to say it. */
function isTopic(heading: Heading | undefined): boolean {
  return (
    heading !== undefined &&
    heading.depth > 1 &&
    !/\b(?:how|who|what|when|process|procedures?|rules?|polic(?:y|ies)|making|criteria|agreements?)\b/i.test(
      heading.text,
    )
  );
}

const retold =
  /^\W{0,4}(?:(?:some|a bit of|the|a short|our) )?(?:background|history|prehistory|how (?:we|it|this) (?:got (?:here|there|to this)|came (?:here|about|to be|to this)|all began|began|started)|the story so far|looking back|what (?:went|came|happened) before)\b/i;

const report =
  /\b(?:paper|letter|report|memo|briefing|update|newsletter|pack) (?:for|to) (?:the |our )?(?:board|directors|trustees|investors|shareholders|owners|council|customers|partners)\b|\b(?:board|investor|shareholder) (?:paper|letter|report|update|memo|pack)\b/i;

/** "Agenda, leads, 16 June": not one of a meeting that has been held ("Agenda and notes"). */
const isAgenda = /^(?:draft |proposed )?agenda\b(?!.*\b(?:notes|minutes|summary|decisions)\b)/i;

/** A heading under which an agenda goes on to tell what was said. */
const heldNotes = /\b(?:notes|minutes|summary|transcript)\b/i;

/** The file of one day: notes, an update, a report of what was done. */
const dated =
  /(?:^|[^\d])(?:19|20)\d{2}-\d{2}(?:-\d{2})?(?!\d)[^/]*$|[^\d/](?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\.[a-z]+$/i;

/** Questions that a form or a guide puts to its readers, time and again. */
const asksReaders =
  /\b(?:for each|for every|to ask|you|your|interview|frequently|common|answered|review questions|to answer for|announcements?|comments?|answers?|q&a)\b/i;
const questionsFor =
  /^(?:open )?(?:questions?|issues?|questions? ?(?:\/|and|&|or) ?issues?|issues? ?(?:\/|and|&|or) ?questions?|asks?) for (?:the )?[\p{Lu}]/u;

/** What is called open, and what it is: "Remaining points to clarify", "Issues to resolve", "Unresolved design topics". */
const openHeading =
  /^(?:\d+\.? )?(?:(?:some |the |known |still |currently )?(?:open|unresolved|unanswered|outstanding|remaining|pending|undecided|unsettled|unclear) (?:[\p{L}/&-]+ ){0,3}?(?:questions?|issues?|points?|topics?|problems?|uncertaint(?:y|ies))(?: to [\p{L}]+(?: out)?)?(?: (?:and|&|or|\/) [\p{L}-]+(?: [\p{L}-]+)?)?|(?:questions?|issues?|points?|topics?|things|items|matters)(?: (?:still|left|yet))? (?:to (?:be )?(?:resolved?|clarif(?:y|ied)|decided?|determined?|answer(?:ed)?|figured? out|discuss(?:ed)?(?: further)?|investigated?|settled?)|(?:that )?need(?:ing|s)? (?:an? )?(?:discussion|clarification|decision|answers?|input|resolution))|questions? (?:and|&|\/) (?:open |unresolved |outstanding )?(?:issues?|unknowns|uncertainties)|(?:areas of )?uncertaint(?:y|ies)|what (?:is|remains) (?:still )?(?:open|unresolved|unclear|undecided|unknown)|things we (?:do not|don['’]t) (?:yet )?know(?: yet)?|needs? (?:further |more )?(?:clarification|decision|investigation)|(?:still )?to be (?:resolved|clarified|discussed|answered|defined)|tbd|tbc)\W{0,3}$/iu;

const roles = new WeakMap<Heading, { readonly role: Setting["role"] }>();

function roleOf(heading: Heading): Setting["role"] {
  let known = roles.get(heading);
  if (!known) {
    known = { role: readRole(heading) };
    roles.set(heading, known);
  }
  return known.role;
}

function readRole(heading: Heading): Setting["role"] {
  if (proposals.test(heading.text.trim())) return "proposal";
  if (
    heading.role === undefined &&
    heading.text.includes(" for ") &&
    questionsFor.test(heading.text.replace(/^\w/, (first) => first.toLowerCase()))
  )
    return "questions";
  if (heading.role === undefined && heading.text.length < 90 && openHeading.test(heading.text.trim()))
    return "questions";
  return describesHow(heading) ? "process" : heading.role;
}

/** Whether a heading of no other role announces how things are done, or what is not meant. */
export function describesHow({ role, text }: Heading): boolean {
  return role === undefined && text.length < 90 && describesProcess.test(text.trim());
}

/** "How a row is written", "How we review", "When to page", "Who may close an entry", "House rules": what is done each time, not what was done. */
const describesProcess =
  /^(?:\d+\.? )?(?:how (?:we|you|they|to) (?!got\b|get (?:there|here|to)\b|will\b|would\b|could\b|might\b|plan\b|intend\b|did\b|do(?:ing)?\b(?! it\b)|were\b|are\b|had\b|have\b|went\b|came\b|made\b|chose\b|\p{L}+ed\b)\p{L}+|how (?:an?|the|each|every|our|your|new|these|this) (?:[\p{L}-]+ ){1,3}(?:is|are|gets?) \p{L}+(?:ed|en|t|ne|de)\b|how (?:this|it|that|these|they|(?:the|our|this) [\p{L}-]+(?: [\p{L}-]+)?)(?: list| register| log| page| table)? (?:works?|changes|is (?:used|kept|changed)|gets? (?:used|changed))$|how \p{L}+s (?:are|get) \p{L}+(?:ed|en|t|ne|de)\b|how \p{L}+s (?:get|come|land) (?:in|on|into|onto)? ?(?:here|there|the (?:log|list|table|register))$|when (?:to|we|you) (?!\p{L}+ed\b|will\b|did\b)\p{L}+|who (?:may|can|must) \p{L}+|what (?:belongs|goes) (?:in|into|here)\b|rules (?:for|of|on) |(?:(?:the|our|a few|some) )?(?:house |ground |basic )?rules$|(?:not (?:an? |our )?|what (?:is|are) (?:not|no) (?:an? )?)(?:decisions?|disagreements?|objections?|concerns?|entry|entries)\b)/iu;

/** Whether the minutes go on below the list of those present, without a heading of their own. */
function goesOn(reading: SectionReading): boolean {
  let told = 0;
  for (const { unit } of reading.units) {
    if (unit.kind === "paragraph" && unit.inline.text.length > 160 && /[.!?] \p{Lu}/u.test(unit.inline.text)) told += 1;
  }
  return told > 1;
}

/** Whether an agenda was written on during the meeting: its points have notes below them, or go on for sentences. */
function holdsNotes(reading: SectionReading): boolean {
  let nested = 0;
  let told = 0;
  let points = 0;
  for (const { unit } of reading.units) {
    if (unit.kind !== "paragraph") continue;
    points += 1;
    const { text } = unit.inline;
    if (unit.container?.kind === "item" && unit.container.depth > 0) nested += 1;
    else if (text.length > 70 && /[.!?] \S/.test(text.slice(20))) told += 1;
  }
  return (nested > 0 && nested * 3 >= points) || (told > 0 && told * 3 >= points);
}
