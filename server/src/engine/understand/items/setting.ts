import type { Mention, PlanItem, Priority, Written } from "../../model/facts.js";
import type { DocumentHead, Heading, SectionRole } from "../../model/section.js";
import type { ParagraphUnit } from "../../reading/units.js";
import type { SectionReading } from "../context.js";
import { kindOfTitle } from "../head/title.js";
import { readHeadingText } from "../headings.js";
import { dateOf, findDate } from "../values.js";
import { headsInternal } from "./internal.js";
import { wordedPeriod } from "./periods.js";
import { speaksOfPlan } from "./work-names.js";

/** How readily the passages of a section are taken for planned work. */
export type Readiness =
  /** Whatever is listed is planned work. */
  | "listed"
  /** What says of itself whose, when, how urgent or how far it is. */
  | "stated"
  /** Nothing is, a table that names its column so excepted. */
  | "closed";

/** What headings, lead-ins and the document say of every item that follows. */
export interface Setting {
  readonly readiness: Readiness;
  /** Whether the document is a plan, in which a table of work and owners counts wherever it stands. */
  readonly planned: boolean;
  readonly kind: PlanItem["kind"];
  readonly priority: Priority | undefined;
  readonly status: PlanItem["status"];
  readonly target: PlanItem["target"];
  readonly owners: readonly Mention[];
  readonly domainWords: readonly Written[];
  /** Whether the items are said to stand in the order of their importance. */
  readonly ranked: boolean;
  /** Whether they are said to be priorities, in no order. */
  readonly priorities: boolean;
  readonly internal: boolean;
}

const closedRoles: ReadonlySet<SectionRole> = new Set<SectionRole>([
  "decision",
  "decisions",
  "decision-outcome",
  "conclusion",
  "disagreements",
  "concerns",
  "questions",
  "resolved-questions",
  "context",
  "background",
  "options",
  "drivers",
  "consequences",
  "alternatives",
  "drawbacks",
  "non-goals",
  "process",
  "actions",
  "agenda",
  "attendees",
  "announcements",
  "discussion",
  "values",
  "risks",
  "faq",
  "history",
  "references",
  "links",
  "changelog",
  "example",
  "template",
  "graduation",
  "design",
  "roles",
  "status",
]);

/** Sections whose tables list work that is no plan item, even in a plan. */
const otherWork: ReadonlySet<SectionRole> = new Set<SectionRole>([
  "decision",
  "decisions",
  "disagreements",
  "concerns",
  "questions",
  "resolved-questions",
  "options",
  "alternatives",
  "non-goals",
  "actions",
  "agenda",
  "attendees",
  "risks",
  "history",
  "changelog",
  "example",
]);

const planRoles: ReadonlySet<SectionRole> = new Set<SectionRole>([
  "roadmap",
  "priorities",
  "milestones",
  "objectives",
  "key-results",
  "hiring",
  "headcount",
]);

const planKinds = new Set<DocumentHead["kind"]>(["roadmap", "okr", "hiring"]);

/** Whether the document as a whole is one item: its title names the work, its header says whose and how far it is. */
export function isItemDocument(head: DocumentHead): boolean {
  return (
    head.kind === "roadmap" &&
    head.title !== undefined &&
    kindOfTitle(head.title.text) === undefined &&
    head.owners.length > 0 &&
    head.status !== undefined
  );
}

/** The section's heading that says what stands below: the innermost with a role. */
function innermostRole(path: readonly Heading[], head: DocumentHead): SectionRole | undefined {
  for (let index = path.length - 1; index >= 0; index -= 1) {
    const heading = path[index] as Heading;
    const { role } = heading;
    if (role === undefined) {
      // A heading that plans by itself opens what a role above it closed.
      if (heading.priority && planKinds.has(head.kind)) return undefined;
      continue;
    }
    if (role === "design" && heading.domainWords.length > 0 && head.kind !== "decision") continue;
    if (role === "goals" && index === 0 && path.length > 1) continue;
    return role;
  }
  return undefined;
}

/** Whether a heading or lead-in, and not the document alone, says when, how urgent or how far what follows is. */
export function isGiven({ priority, status, target }: Setting, head: DocumentHead): boolean {
  return (
    priority !== undefined || status !== undefined || (target !== undefined && target.place.slot !== head.place.slot)
  );
}

/** What the section's headings and the document say of the items in it. */
export function settingOf(reading: SectionReading): Setting {
  const { head, section } = reading;
  const { path } = section;
  const role = innermostRole(path, head);
  const own = path[0]?.place.slot === head.title?.place.slot ? path.slice(1) : path;
  const readiness = readinessOf(role, head, own);
  const ranked = path.some((heading) => saidBy(heading).order);
  const kind = ranked && (role === undefined || role === "goals") ? "item" : kindOf(role, head);
  const target = targetOf(own, head, role, reading);
  return {
    readiness,
    planned: planKinds.has(head.kind) && (role === undefined || !otherWork.has(role)),
    kind,
    priority: innermost(own, (heading) => heading.priority) ?? listedUnder(own, role, ranked),
    status: head.kind === "decision" ? undefined : innermost(own, (heading) => heading.status),
    target,
    owners: innermost(own, (heading) => (heading.owners.length > 0 ? heading.owners : undefined)) ?? [],
    domainWords: innermost(own, (heading) => (heading.domainWords.length > 0 ? heading.domainWords : undefined)) ?? [],
    ranked,
    priorities:
      role === "priorities" || (own.length === 0 && /\bpriorit(?:ies|y list)\b/i.test(head.title?.text ?? "")),
    internal: path.some((heading) => saidBy(heading).internal),
  };
}

const said = new WeakMap<Heading, { readonly order: boolean; readonly internal: boolean }>();

/** What a heading says of order and of whose matter the items are; it stands above many sections and is read once. */
function saidBy(heading: Heading): { readonly order: boolean; readonly internal: boolean } {
  let found = said.get(heading);
  if (!found) {
    found = { order: saysOrder(heading.text), internal: headsInternal(heading.text, heading.domainWords.length) };
    said.set(heading, found);
  }
  return found;
}

/** A heading that calls what follows priorities, in no order: "Top priorities", "Focus areas". */
function listedUnder(path: readonly Heading[], role: SectionRole | undefined, ranked: boolean): Priority | undefined {
  const heading = path.at(-1);
  if (role !== "priorities" || ranked || heading?.role !== "priorities") return undefined;
  return { text: heading.text, scheme: "listed", level: 1, place: heading.place };
}

function readinessOf(role: SectionRole | undefined, head: DocumentHead, path: readonly Heading[]): Readiness {
  const inside = path.at(-1);
  // "Housekeeping (internal to Engineering)" of a plan is work as well.
  const own = planKinds.has(head.kind) && inside && saidBy(inside).internal;
  if (role !== undefined && closedRoles.has(role) && !own) return "closed";
  if (isItemDocument(head)) return role !== undefined && planRoles.has(role) ? "listed" : "stated";
  if (planKinds.has(head.kind))
    return role === "summary" || isGuide(role, head) || (inside && ofGroup.test(inside.text)) ? "stated" : "listed";
  if (head.kind !== "decision" && inside !== undefined && saidBy(inside).order) return "listed";
  if (role !== undefined && planRoles.has(role))
    return role === "priorities" || role === "objectives" || role === "key-results" ? "listed" : "stated";
  // "Goals for 2027" of a report or a charter are planned work; those of a proposal, with no date, are its aims.
  if (
    role === "goals" &&
    head.kind !== "decision" &&
    path.some((heading) => heading.role === "goals" && isTimed(heading))
  )
    return "listed";
  const urgent = path.at(-1)?.priority;
  if (urgent && (urgent.scheme === "p-level" || urgent.scheme === "word")) return "listed";
  return "closed";
}

/** What those who plan are for, time and again: "Our mission", "Responsibilities include:". */
const ofGroup =
  /^(?:[\p{L}\p{N}&'’-]+ ){0,3}(?:mission|vision|values|principles|tenets|responsibilities|mandate|remit|what we (?:do|are for)|who we are)(?: statements?| includes?| are)?\W{0,3}$/iu;

/** A document about hiring that is no plan of it: how to interview, how to write a posting. */
function isGuide(role: SectionRole | undefined, head: DocumentHead): boolean {
  if (head.kind !== "hiring" || role === "hiring" || role === "headcount") return false;
  return head.period === undefined && (head.title === undefined || kindOfTitle(head.title.text) !== "hiring");
}

function isTimed(heading: Heading): boolean {
  return (heading.date !== undefined && heading.date.grain !== "day") || wordedPeriod(heading.text) !== undefined;
}

function kindOf(role: SectionRole | undefined, head: DocumentHead): PlanItem["kind"] {
  if (role === "objectives" || role === "key-results") return "objective";
  if (role === "hiring" || role === "headcount" || role === "budget") return "headcount";
  if (role === "roadmap" || role === "priorities" || role === "milestones") return "item";
  if (head.kind === "okr") return "objective";
  return head.kind === "hiring" ? "headcount" : "item";
}

/** "H2 (July to December)", "September": a period of the plan's own year. */
const barePeriod =
  /^\W*(?:(?:in|by|end of|late|early|mid)[ -])?(?:q[1-4]|h[12]|january|february|march|april|may|june|july|august|september|october|november|december|(?:this|next) (?:quarter|month|half|year))\b.{0,28}$/i;

/** "Carried over from FY26": where the items come from, not when they are due. */
const origin =
  /\b(?:carried|carry|left|rolled) ?-?over\b|\b(?:moved|left|leftovers?|remains?|remaining|inherited|unfinished) from\b|\bsince\b/i;

function targetOf(
  path: readonly Heading[],
  head: DocumentHead,
  role: SectionRole | undefined,
  { context, outline }: SectionReading,
): Setting["target"] {
  if (head.kind === "decision" || (head.kind === "notes" && role !== "goals")) return undefined;
  if (!planKinds.has(head.kind) && (role === undefined || !(planRoles.has(role) || role === "goals"))) return undefined;
  const above = innermost(path, (heading) => {
    // Other headings of notes are dated by the meeting.
    if (head.kind === "notes" && heading.role !== "goals") return undefined;
    if (heading.date && !origin.test(heading.text)) {
      return { text: heading.date.text, date: heading.date, place: heading.place };
    }
    // Phases and releases are periods of plans; in other documents they part a design.
    const worded = planKinds.has(head.kind) || role === "goals" ? wordedPeriod(heading.text) : undefined;
    if (!worded && !barePeriod.test(heading.text)) return undefined;
    const text = worded?.text ?? heading.text;
    return { text, date: dateOf(text, context, head.date?.start ?? head.period?.start), place: heading.place };
  });
  if (above !== undefined) return above;
  // Objectives are set for the period of their document, and what a part of a plan does not put off is planned for its period.
  if (head.kind === "okr") return periodTarget(head);
  const part = path.at(-1);
  const putOff = path.some((heading) => heading.priority ?? heading.status);
  const told = part === undefined ? !outline.parted : !speaksOfPlan(part.text);
  return planKinds.has(head.kind) && told && !putOff ? periodTarget(head) : undefined;
}

function innermost<T>(path: readonly Heading[], read: (heading: Heading) => T | undefined): T | undefined {
  for (let index = path.length - 1; index >= 0; index -= 1) {
    const value = read(path[index] as Heading);
    if (value !== undefined) return value;
  }
  return undefined;
}

const orderWords =
  /\b(?:in (?:priority |ranked |strict )?order(?! (?:to|that|for)\b)(?: of (?:priority|importance|urgency))?|ranked|ranking|stack[- ]rank(?:ed)?|(?:most important|highest|top priority|most urgent)(?: \w+)? first|priority order|by priority|by importance|order of (?:priority|importance)|sorted by|prioriti[sz]ed (?:list|backlog))\b/i;

/** Whether words say that what follows stands in the order of its importance. */
export function saysOrder(text: string): boolean {
  return orderWords.test(text);
}

const planning =
  /\b(?:plan(?:s|ned|ning)?|goals?|aims?|priorit(?:y|ies|i[sz]ed)|roadmap|will|going to|intend|focus(?:ing|ed)?|themes?|want to|expect to|hope to|target(?:s|ing)?|commit(?:ted)?|deliver|ship|build|milestones?|objectives?|upcoming|next)\b/i;
/** What announces the plan itself rather than a part of it. */
const announced =
  /\b(?:goals?|objectives?|priorities|themes?|we (?:will|plan to|aim to|commit to|intend to|want to|are going to)|the plan is|focus(?:es|ing)? (?:on|areas?))\b/i;
/** What tells of the work of a time gone by. */
const past =
  /\b(?:did|was|were|achieved|completed|worked|presented|accomplished|released|shipped|delivered|made|held|hosted|had|have been|has been|previous|last)(?= |:$)/i;
const underway =
  /\b(?:work (?:is |has )?(?:underway|under way|in progress|ongoing|started|begun)|(?:is|are) (?:currently |now |already |actively )?(?:underway|under way|in progress|being worked on|working on)|currently working on|in progress|actively working)\b/i;
const priorityPhrase =
  /\b(?:considered (?:a )?priorit(?:y|ies)|(?:top|high(?:est)?|main|primary|key|first|number one|our) priorit(?:y|ies)|priorit(?:y|ies) (?:are|is)|P[0-4]\b)/i;
/** Lists that are announced as something else. */
const otherLists =
  /\b(?:use cases?|perspectives?|ways|categories|kinds|types|sources?|reasons?|examples?|steps?|because|questions?|options?|alternatives?|benefits?|features? (?:of|include)|requirements?|criteria|attend|present|members?|links?|see|following people|do not|don't|not going to|won't|will not|out of scope|instead|principles?|values|risks?|notes?|agreed|decided|discussed|changes?|means|should be able|must be able|can be|would be)\b/i;

/** What a paragraph that ends in a colon says of the list below it; undefined where it is no lead-in to planned work. */
export function leadInSetting(paragraph: ParagraphUnit, outer: Setting, reading: SectionReading): Setting | undefined {
  const { marks, prose } = paragraph.inline;
  if (!/:\s*$/.test(prose.slice(-3)) && !(marks[0]?.kind === "strong" && marks[0].start === 0)) return undefined;
  const text = prose.trim();
  const heading = asHeading(paragraph, text, reading);
  if (heading) return withHeading(outer, heading, reading);
  if (!text.endsWith(":") || text.length > 600) return undefined;
  const sentence = text.slice(Math.max(text.lastIndexOf(". ", text.length - 2) + 1, 0));
  const status = underway.exec(sentence);
  const priority = priorityPhrase.exec(text);
  const ordered = saysOrder(sentence);
  if (otherLists.test(sentence) && !priority)
    return otherLists.test(sentence) ? { ...outer, readiness: lower(outer.readiness) } : undefined;
  if (past.test(sentence) && !announced.test(sentence)) return { ...outer, readiness: "closed" };
  if (!status && !priority && !planning.test(sentence) && !ordered) return undefined;
  const announcing = text.length < 320 ? text : sentence;
  const found = findDate(announcing, reading.context, referenceOf(reading));
  const target =
    found && announced.test(announcing) && !past.test(announcing)
      ? { text: found.value.text, date: found.value, place: placeOf(paragraph) }
      : undefined;
  const said = status !== null || priority !== null || target !== undefined || ordered;
  if (!said && outer.readiness === "closed") return undefined;
  const period = !said && announced.test(sentence) ? periodTarget(reading.head) : undefined;
  return {
    ...outer,
    readiness: outer.readiness === "closed" && !priority && !status && !target ? "closed" : "listed",
    status: status ? { text: status[0], class: "active", place: placeOf(paragraph) } : outer.status,
    target: target ?? outer.target ?? period,
    priorities: outer.priorities || priority !== null,
    priority: outer.priority ?? (priority ? listedPriority(priority[0], paragraph) : undefined),
    ranked: outer.ranked || ordered,
  };
}

/** The day that relative dates of a section refer to: its document's date, else the start of the plan's period. */
export function referenceOf(reading: SectionReading): number | undefined {
  return reading.head.date?.start ?? reading.head.period?.start;
}

function lower(readiness: Readiness): Readiness {
  return readiness === "listed" ? "stated" : readiness;
}

function listedPriority(text: string, paragraph: ParagraphUnit): Priority {
  return { text, scheme: "listed", level: 1, place: placeOf(paragraph) };
}

/** The period of the plan, for a list that is announced as what it plans ("This year's goals are:"). */
function periodTarget({ period, title }: DocumentHead): Setting["target"] {
  return period && title ? { text: period.text, date: period, place: title.place } : undefined;
}

function placeOf(paragraph: ParagraphUnit) {
  return { slot: paragraph.slot, start: paragraph.start, end: paragraph.end };
}

/** A short line in bold, or one that ends in a colon, heads what follows: "**Up next**", "Q3:". */
function asHeading(paragraph: ParagraphUnit, text: string, reading: SectionReading) {
  if (text.length > 60) return undefined;
  const bold = paragraph.inline.marks.find((mark) => mark.kind === "strong" && mark.start === 0);
  const isBold = bold !== undefined && bold.end >= paragraph.inline.text.trimEnd().length - 1;
  if (!isBold && !(text.endsWith(":") && text.split(" ").length <= 5)) return undefined;
  const read = readHeadingText({ ...paragraph, kind: "heading", depth: 6 }, reading.context);
  const worded = wordedPeriod(text);
  const says = read.role ?? read.date ?? read.priority ?? read.status ?? read.domainWords[0] ?? worded;
  return says === undefined ? undefined : { ...read, text, worded, place: placeOf(paragraph) };
}

function withHeading(
  outer: Setting,
  heading: NonNullable<ReturnType<typeof asHeading>>,
  reading: SectionReading,
): Setting {
  const { role } = heading;
  const closed = role !== undefined && closedRoles.has(role) && !(role === "design" && heading.domainWords.length > 0);
  const opened = role !== undefined && planRoles.has(role) ? "listed" : outer.readiness;
  const dated = outer.readiness !== "closed" || opened === "listed";
  const period =
    (heading.date && { text: heading.date.text, date: heading.date }) ??
    (heading.worded && {
      text: heading.worded.text,
      date: dateOf(heading.worded.text, reading.context, referenceOf(reading)),
    });
  return {
    ...outer,
    readiness: closed
      ? "closed"
      : !planKinds.has(reading.head.kind) && opened === "listed" && role !== "priorities"
        ? "stated"
        : opened,
    kind: role === undefined ? outer.kind : kindOf(role, reading.head),
    priority: heading.priority ?? outer.priority,
    status: heading.status ?? outer.status,
    target: dated && period ? { ...period, place: heading.place } : outer.target,
    owners: heading.owners.length > 0 ? heading.owners : outer.owners,
    domainWords: heading.domainWords.length > 0 ? heading.domainWords : outer.domainWords,
    priorities: outer.priorities || role === "priorities",
    ranked: outer.ranked || saysOrder(heading.text),
    internal: outer.internal || headsInternal(heading.text, heading.domainWords.length),
  };
}
