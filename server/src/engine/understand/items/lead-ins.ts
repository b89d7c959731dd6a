import type { Priority } from "../../model/facts.js";
import type { ParagraphUnit } from "../../reading/units.js";
import type { SectionReading } from "../context.js";
import { readHeadingText } from "../headings.js";
import { dateOf, findDate } from "../values.js";
import { headsInternal } from "./internal.js";
import { wordedPeriod } from "./periods.js";
import {
  closedRoles,
  kindOf,
  periodTarget,
  planKinds,
  planRoles,
  type Readiness,
  referenceOf,
  type Setting,
  saysOrder,
  shownRoles,
} from "./setting.js";

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
  const text = prose.trim();
  const led = text.endsWith(":") || (marks[0]?.kind === "strong" && marks[0].start === 0);
  if (!led && (outer.readiness === "closed" || !isPeriodAlone(text))) return undefined;
  // "In this order, until December:" says of the list that it is one, and does not part it.
  const ordering = orders(text, outer) && outer.unclaimed && !talkedAbout.test(text);
  const heading = ordering && outer.readiness === "closed" ? undefined : asHeading(paragraph, text, reading);
  if (heading) return withHeading(outer, heading, reading);
  if (!text.endsWith(":") || text.length > 600) return undefined;
  const sentence = text.slice(Math.max(text.lastIndexOf(". ", text.length - 2) + 1, 0));
  const status = underway.exec(sentence);
  const priority = priorityPhrase.exec(text);
  const ordered = orders(sentence, outer);
  if (otherLists.test(sentence) && !priority)
    return otherLists.test(sentence) ? { ...outer, readiness: lower(outer.readiness) } : undefined;
  if (past.test(sentence) && !announced.test(sentence))
    return { ...outer, readiness: "closed", unclaimed: false, goals: false };
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
  const opens = priority ?? status ?? target ?? (ordered && outer.unclaimed && !talkedAbout.test(text));
  return {
    ...outer,
    readiness: outer.readiness === "closed" && !opens ? "closed" : "listed",
    status: status ? { text: status[0], class: "active", place: placeOf(paragraph) } : outer.status,
    target: target ?? outer.target ?? period,
    priorities: outer.priorities || priority !== null,
    priority: outer.priority ?? (priority ? listedPriority(priority[0], paragraph) : undefined),
    ranked: outer.ranked || ordered,
  };
}

const inThisOrder =
  /\bin (?:exactly |just |strictly )?(?:this|that|the following) order\b|\bth(?:is|e following) is (?:the|our) order\b|^\W*(?:the|our|this) order(?: is| (?:until|till|for|of) [^.;:]{2,30})?\W*$|^\W*what (?:comes|goes) first\b/i;

/** Whether a lead-in puts its list in order of importance; "in this order" does in plans and in what is reported of them, where others tell steps. */
function orders(text: string, { planned, reported }: Setting): boolean {
  return saysOrder(text) || ((planned || reported) && inThisOrder.test(text));
}

/** What is put in order without being planned. */
const talkedAbout =
  /\b(?:agenda|topics?|talk|discuss|items? to|steps?|points?|questions?|turns?|speakers?|time|date|arrival|appearance|size|name|alphabet)/i;

function lower(readiness: Readiness): Readiness {
  return readiness === "listed" ? "stated" : readiness;
}

function listedPriority(text: string, paragraph: ParagraphUnit): Priority {
  return { text, scheme: "listed", level: 1, place: placeOf(paragraph) };
}

function placeOf(paragraph: ParagraphUnit) {
  return { slot: paragraph.slot, start: paragraph.start, end: paragraph.end };
}

/** "Month 2", "Q3 (the season)", "Sprint 4 ~ 1.2": a line that says when, and no more. */
function isPeriodAlone(text: string): boolean {
  if (text.length > 60) return false;
  const period = wordedPeriod(text);
  return period !== undefined && /^\s*(?:$|[(~])/.test(text.slice(period.end));
}

/** A short line in bold, one that ends in a colon or only says when, heads what follows: "**Up next**", "Q3:", "Month 2". */
function asHeading(paragraph: ParagraphUnit, text: string, reading: SectionReading) {
  if (text.length > 60) return undefined;
  const bold = paragraph.inline.marks.find((mark) => mark.kind === "strong" && mark.start === 0);
  const isBold = bold !== undefined && bold.end >= paragraph.inline.text.trimEnd().length - 1;
  if (!isBold && !(text.endsWith(":") && text.split(" ").length <= 5) && !isPeriodAlone(text)) return undefined;
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
    unclaimed: outer.unclaimed && role === undefined,
    goals: outer.goals && !closed,
    shown: outer.shown || shownRoles.has(role),
  };
}
