import type { PlanDocument } from "../../index/document.js";
import { overlap } from "../../index/plan-index.js";
import type { Stated, WorkspaceView } from "../../index/view.js";
import type { Place } from "../../markdown/slot.js";
import type { DateValue } from "../../model/date.js";
import type { PlanItem } from "../../model/facts.js";
import { ownPlace } from "../../model/own-place.js";
import { domainTitle, listOf } from "../../text/words.js";
import { isReport, planKinds } from "../../understand/items/setting.js";
import type { RelatedPlace, RuleContext } from "../rule.js";

/** The last level of MoSCoW. */
const wontHave = 3;

/** Work still to be done or under way: nobody compares priorities and dates of what is done or dropped. No status means not done. */
export function isOpen(item: PlanItem): boolean {
  // What a plan says it will not have is none of its work.
  if (item.priority?.scheme === "moscow" && item.priority.level === wontHave) return false;
  return !item.struck && item.status?.class !== "done" && item.status?.class !== "dropped";
}

export function isDone(item: PlanItem): boolean {
  return item.status?.class === "done";
}

/** What comparing plans takes of a rule's context. */
export type PlanContext = Pick<RuleContext, "document" | "workspace">;

export function itemsOf(document: PlanDocument, kind: PlanItem["kind"]): readonly PlanItem[] {
  return document.facts.items.filter((item) => item.kind === kind);
}

/** Items and objectives: what one document calls an initiative may be a goal of another, and both have priorities, dates and owners. */
export function plannedIn(document: PlanDocument): readonly PlanItem[] {
  return document.facts.items.filter((item) => item.kind !== "headcount");
}

/**
 * The same item elsewhere, in documents that ought to agree with this one: periods that are known overlap, superseded documents are out,
 * and dated notes are history once a later document speaks (SPEC §6).
 */
export function counterparts(item: PlanItem, { document, workspace }: PlanContext): readonly Stated<PlanItem>[] {
  return workspace
    .sameItems(item, document)
    .filter((other) => other.document !== document && current(document, other.document));
}

/** Whether two documents speak of the same time, and neither of them is history to the other. */
export function current(one: PlanDocument, other: PlanDocument): boolean {
  if (!other.head.planning || isSuperseded(one) || isSuperseded(other)) return false;
  if (one.head.kind === "notes" && other.head.kind === "notes") return false;
  if (isOfOneSeries(one, other)) return false;
  const plans = [one, other].some(({ head }) => planKinds.has(head.kind));
  const [period, otherPeriod] = plans ? [periodOf(one), periodOf(other)] : [one.head.period, other.head.period];
  if (period && otherPeriod) return overlap(period, otherPeriod);
  return !isOver(period, other) && !isOver(otherPeriod, one) && !overtaken(one, other) && !overtaken(other, one);
}

/** Whether a period had ended before the other document was written. */
function isOver(period: DateValue | undefined, other: PlanDocument): boolean {
  return period !== undefined && other.head.date !== undefined && period.end < other.head.date.start;
}

export function isSuperseded(document: PlanDocument): boolean {
  const status = document.head.status?.decision;
  return status === "superseded" || status === "rejected";
}

/** "sprint-12.md" and "sprint-13.md", "23PI2/web.md" and "24PI1/web.md": each said how it was in its time. */
function isOfOneSeries(one: PlanDocument, other: PlanDocument): boolean {
  const shape = (path: string): string => path.replace(/\d+/g, "0");
  return one.path !== other.path && shape(one.path) === shape(other.path);
}

/** The time that a plan covers; beside plans the title of other documents names the day on which they were written. */
function periodOf({ head }: PlanDocument): DateValue | undefined {
  return planKinds.has(head.kind) ? head.period : undefined;
}

/** What those were told who oversee the plans holds until the next report: boards hear one a quarter. */
const reportHolds = 92;

function overtaken(notes: PlanDocument, other: PlanDocument): boolean {
  return isBefore(notes, other, isReport(notes.head) ? reportHolds : 0);
}

/** Whether notes were written more than so many days before another document. */
export function isBefore({ head }: PlanDocument, other: PlanDocument, days = 0): boolean {
  if (head.kind !== "notes" || !head.date || !other.head.date) return false;
  return head.date.end + days < other.head.date.start;
}

/** Domains that an item concerns by its document, its own words and its owners together. */
export function allDomainsOf(item: PlanItem, document: PlanDocument, workspace: WorkspaceView): ReadonlySet<string> {
  const domains = new Set(workspace.domainsOfDocument(document));
  for (const domain of ownDomainsOf(item, document, workspace)) domains.add(domain);
  return domains;
}

/** Domains that the item's own words and owners name; empty where they name none. */
export function ownDomainsOf(item: PlanItem, document: PlanDocument, workspace: WorkspaceView): ReadonlySet<string> {
  const { domainByWord } = workspace.vocabularyOf(document);
  const domains = new Set<string>();
  for (const word of item.domainWords) {
    const domain = domainByWord.get(word.text.toLowerCase()) ?? workspace.roster.domainOfWord(word.text);
    if (domain !== undefined) domains.add(domain);
  }
  for (const owner of item.owners) {
    for (const one of workspace.roster.resolveAll(owner.text)) if (one.domain !== undefined) domains.add(one.domain);
    const domain = workspace.domainOf(owner, document);
    if (domain !== undefined) domains.add(domain);
  }
  return domains;
}

/** Who speaks in a document, for messages: its domains, else its path. */
export function speakerOf(document: PlanDocument, workspace: WorkspaceView): string {
  const domains = workspace.domainsOfDocument(document);
  return domains.length === 0 || domains.length > 2 ? document.path : listOf(domains.map(domainTitle));
}

/** The same for another document, with its path: "Engineering (engineering/roadmap.md)". */
export function otherSpeaker(document: PlanDocument, workspace: WorkspaceView): string {
  const speaker = speakerOf(document, workspace);
  return speaker === document.path ? speaker : `${speaker} (${document.path})`;
}

/** "for Engineering (engineering/roadmap.md)", "in leads/joint-roadmap.md". */
export function saidBy(document: PlanDocument, workspace: WorkspaceView): string {
  const speaker = otherSpeaker(document, workspace);
  return speaker === document.path ? `in ${speaker}` : `for ${speaker}`;
}

/** Up to three, and how many there are besides. */
export function someOf(words: readonly string[]): string {
  if (words.length <= 3) return listOf(words);
  return listOf([...words.slice(0, 2), `${words.length - 2} more`]);
}

/** The other place of a value, with who says it there. */
export function relatedValue(
  other: Stated<PlanItem>,
  place: Place | undefined,
  value: string,
  workspace: WorkspaceView,
): RelatedPlace {
  return {
    document: other.document,
    place: ownPlace(other.fact, place) ?? other.fact.focus,
    message: `${value} ${saidBy(other.document, workspace).replace(/ \(.*/, "")}`,
  };
}
