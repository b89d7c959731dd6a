import type { Mention, PlanItem, Priority, Written } from "../../model/facts.js";
import type { DocumentHead, Heading, SectionRole } from "../../model/section.js";
import type { SectionReading } from "../context.js";
import { kindOfTitle } from "../head/title.js";
import { describesHow } from "../prose/setting.js";
import { dateOf } from "../values.js";
import { isCheck, isRemark, tellsHowFar } from "./beside-work.js";
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
  /** Whether it does only where it ranks, times and says how far each piece of work is: below "To do", "Open items". */
  readonly ranking: boolean;
  /** Whether it does where it times and ranks each piece of work or says how far it is: in a report on what is planned. */
  readonly reported: boolean;
  /** Whether no heading says what the section is about instead of work. */
  readonly unclosed: boolean;
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
  /** Whether a closed section is so only because nothing in it speaks of a plan: a lead-in may. */
  readonly unclaimed: boolean;
  /** Whether a closed section speaks of goals, so that what calls itself an objective or key result is one. */
  readonly goals: boolean;
  /** Whether a report says there by what figures it is to be judged. */
  readonly measured: boolean;
  /** Whether the section shows how things are written, or lists what is to be talked about, so that nothing in it is stated. */
  readonly shown: boolean;
}

export const shownRoles: ReadonlySet<SectionRole | undefined> = new Set<SectionRole | undefined>([
  "example",
  "template",
  "process",
  "agenda",
  "options",
  "alternatives",
  "history",
  "changelog",
]);
const ofDates =
  /\b(?:dates?|targets?|deadlines?|milestones?|schedules?|timelines?|forecasts?|deliver(?:y|ies|ables?)|roadmap|plan(?:ned)?|items|work)\b/i;
const speaksOfFigures =
  /\b(?:figures?|numbers?|metrics?|measures?|kpis?|indicators?|measured|goals?|targets?|objectives?|key results?)\b/i;
const speaksOfGoals = /\b(?:goals?|targets?|objectives?|okrs?|key results?|krs?)\b/i;

export const closedRoles: ReadonlySet<SectionRole> = new Set<SectionRole>([
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

/** Of these the sections that a plan may give its own work under. */
const mayRank: ReadonlySet<SectionRole> = new Set<SectionRole>(["actions", "questions", "changelog", "agenda"]);

/** What a plan calls its work and minutes or reports their own: "Commitments for the half", "Releases", "Topics". */
const planWords =
  /^(?:(?:our|the|main|key|planned|agreed) ){0,2}(?:commitments|assignments|releases|topics|changes|highlights|activit(?:y|ies)|undertakings|obligations)(?: (?:for|of|in|this|next|by)\b.{0,40})?$/i;

export const planRoles: ReadonlySet<SectionRole> = new Set<SectionRole>([
  "roadmap",
  "priorities",
  "milestones",
  "objectives",
  "key-results",
  "hiring",
  "headcount",
]);

export const planKinds = new Set<DocumentHead["kind"]>(["roadmap", "okr", "hiring"]);

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

/** A report to those who oversee the plans, which is held to what the plans say. */
export function isReport({ kind, title }: DocumentHead): boolean {
  return kind === "notes" && report.test(title?.text ?? "");
}

const report =
  /\b(?:board|investors?|shareholders?|supervisory|trustees)\b.*\b(?:updates?|pack|papers?|letter|report|summary|briefing|deck|memo|notes?)\b|\b(?:updates?|papers?|letter|report|summary|briefing|memo|notes?) (?:to|for) (?:the |our )?(?:(?:supervisory|advisory|executive|governing|full) )?(?:board|investors|shareholders|trustees)\b/i;

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
    if (head.kind === "roadmap" && planWords.test(heading.text.trim())) continue;
    if (role === "design" && heading.domainWords.length > 0 && head.kind !== "decision") continue;
    // "Minutes" as a title names the document, and says no more of its parts than "Board, 26 May" does.
    if ((role === "goals" || (role === "discussion" && head.kind === "notes")) && index === 0 && path.length > 1)
      continue;
    // "Risks", and below it "Dates that we now expect": the register's title does not say what such a part holds.
    if (
      role === "risks" &&
      index === 0 &&
      ofDates.test(path.slice(1).find((below) => below.role === undefined)?.text ?? "")
    )
      continue;
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
    ranking: head.kind === "roadmap" && role !== undefined && mayRank.has(role),
    reported: isReport(head) && (role === undefined || !otherWork.has(role)),
    unclosed: role === undefined,
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
    unclaimed: role === undefined && head.kind !== "decision",
    goals:
      (role === undefined || !closedRoles.has(role)) &&
      head.kind !== "decision" &&
      !tellsHowFar(own.at(-1), head) &&
      own.some((heading) => speaksOfGoals.test(heading.text)),
    measured: isReport(head) && speaksOfFigures.test(own.at(-1)?.text ?? ""),
    shown: shownRoles.has(role),
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

/** The first column of a board, which heads actions elsewhere. */
const toDo = /^\W*(?:to[- ]?do|not started|open)\W*$/i;

function readinessOf(role: SectionRole | undefined, head: DocumentHead, path: readonly Heading[]): Readiness {
  const inside = path.at(-1);
  // "Housekeeping (internal to Engineering)" of a plan is work as well.
  const own =
    planKinds.has(head.kind) && inside && (saidBy(inside).internal || (head.kind !== "okr" && toDo.test(inside.text)));
  // "Follow-ups, in order of priority": actions that say that they are ranked are a priority list.
  const ranked = role === "actions" && inside?.role === role && saidBy(inside).order && byRank.test(inside.text);
  if (role !== undefined && closedRoles.has(role) && !own) return ranked ? "listed" : "closed";
  if (planKinds.has(head.kind) && inside && (describesHow(inside) || isRemark(inside) || isCheck(inside)))
    return "closed";
  if (tellsHowFar(inside, head)) return "closed";
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

const byRank = /\b(?:priorit\w+|importan\w+|rank\w*|urgen\w+)\b/i;

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

export function kindOf(role: SectionRole | undefined, head: DocumentHead): PlanItem["kind"] {
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

/** "The order in which I would mend things", "What we should do first": the order of what is still to come, and none of what was said or came. */
const orderToCome =
  /\border (?:in which|that) (?:i|we|they|you|things|the leads) (?:would|will|shall|should|must|want to|mean to|plan to|intend to|hope to|are going to)\b|\border (?:i|we)(?:['’](?:d|ll)| would| will| shall| should) \p{L}+|\bwhat (?:i|we) (?:would|will|shall|should|must|want to|mean to|plan to) (?:do|mend|fix|build|take up|start|tackle) first\b/iu;

/** "What we fix first", "June: what goes first": headings of an order that they do not call one; what one does first are steps. */
const whatFirst =
  /(?:^|[:–—]\s)\W{0,3}what (?:we|you|they|gets?|goes|comes|needs?|must|should|has)\b(?! (?:do|did|check|read|say|see|ask|tell|look|learn|try|tried)\b)(?: [\p{L}’'-]+){0,4} first\W{0,3}$/iu;

/** Whether words say that what follows stands in the order of its importance. */
export function saysOrder(text: string): boolean {
  return orderWords.test(text) || orderToCome.test(text) || whatFirst.test(text);
}

const howFar = /\b(?:progress|so far|status|stand|stood|scores?|today|now|reached|achieved|missed|results? of)\b/i;

/** Whether a paragraph, by its last words, leads to goals as they are set and not to how far they are: "Which key results I go by. They are these." */
export function announcesGoals(text: string): boolean {
  const last = text.slice(-160);
  return speaksOfGoals.test(last) && !howFar.test(last);
}

/** The day that relative dates of a section refer to: its document's date, else the start of the plan's period. */
export function referenceOf(reading: SectionReading): number | undefined {
  return reading.head.date?.start ?? reading.head.period?.start;
}

/** The period of the plan, for a list that is announced as what it plans ("This year's goals are:"). */
export function periodTarget({ period, title }: DocumentHead): Setting["target"] {
  return period && title ? { text: period.text, date: period, place: title.place } : undefined;
}
