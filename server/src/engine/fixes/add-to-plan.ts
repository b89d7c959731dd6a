import type { PlanDocument } from "../index/document.js";
import type { WorkspaceView } from "../index/view.js";
import { sourceOf } from "../markdown/place.js";
import type { Place } from "../markdown/slot.js";
import type { PlanItem } from "../model/facts.js";
import { ownPlace } from "../model/own-place.js";
import type { HeadingUnit, ParagraphUnit, RowUnit } from "../reading/units.js";
import { phrase } from "../text/phrase.js";
import { columnsOf } from "../understand/items/columns.js";
import type { Fix, FixEdit } from "./fix.js";
import { lineEndIn } from "./lines.js";
import { datePlace, levelIn, statusWord } from "./plan-values.js";

/** What another plan is told of an item; each in the words of that plan. */
interface Entry {
  readonly title: string;
  readonly id: string | undefined;
  readonly priority: string | undefined;
  readonly target: string | undefined;
  readonly status: string | undefined;
}

/** *Add to engineering/roadmap.md*: the item behind the others of its rank, in the form that they have there. */
export function* addToPlan(item: PlanItem, plans: readonly PlanDocument[], workspace: WorkspaceView): Iterable<Fix> {
  const edits = plans.flatMap((plan) => {
    const edit = entryIn(plan, item, workspace);
    return edit ? [edit] : [];
  });
  if (edits.length < plans.length || edits.length === 0) return;
  const [first] = plans;
  const title = plans.length === 1 && first ? phrase`Add to ${first.path}` : phrase`Add to ${plans.length} other plans`;
  yield { title, edits, safe: false, snippet: false };
}

function entryIn(plan: PlanDocument, item: PlanItem, workspace: WorkspaceView): FixEdit | undefined {
  const sibling = siblingFor(plan, item, workspace);
  if (!sibling) return undefined;
  const entry = entryFor(plan, sibling, item, workspace);
  switch (sibling.unit?.kind) {
    case "row":
      return asRow(plan, sibling, sibling.unit, entry);
    case "heading":
      return asSection(plan, sibling, sibling.unit, entry);
    case "paragraph":
      return asListItem(plan, sibling, sibling.unit, entry);
    default:
      return undefined;
  }
}

/** The last item there that is no less important, so that the new one stands with its like; else the last at all. */
function siblingFor(plan: PlanDocument, item: PlanItem, workspace: WorkspaceView): PlanItem | undefined {
  const all = plan.facts.items.filter((other) => other.kind === "item" && !other.internal && formed(other));
  const [first] = all;
  if (!first) return undefined;
  // Milestones and upkeep stand in lists of their own: the first list is the plan's.
  const items = all.filter((other) => other.list === first.list || samePriority(other, item, plan, workspace));
  const equal = items.filter((other) => samePriority(other, item, plan, workspace));
  const above = items.filter((other) => {
    const compared =
      other.priority && item.priority && workspace.comparePriorities(other.priority, item.priority, plan);
    return compared !== undefined && compared <= 0;
  });
  return equal.at(-1) ?? above.at(-1) ?? items.at(-1);
}

function formed({ unit }: PlanItem): boolean {
  return unit?.kind === "row" || unit?.kind === "heading" || (unit?.kind === "paragraph" && unit.item !== undefined);
}

function samePriority(other: PlanItem, item: PlanItem, plan: PlanDocument, workspace: WorkspaceView): boolean {
  return !!other.priority && !!item.priority && workspace.comparePriorities(other.priority, item.priority, plan) === 0;
}

function entryFor(plan: PlanDocument, sibling: PlanItem, item: PlanItem, workspace: WorkspaceView): Entry {
  const { priority, status } = item;
  const level = priority && sibling.priority && levelIn(plan, priority, levelText(item), sibling.priority, workspace);
  const ranked = sibling.priority?.scheme === "rank" || sibling.priority?.scheme === "ordinal";
  const current = sibling.status ? sourceOf(sibling.status.place) : "";
  return {
    title: item.title,
    id: item.id,
    priority: ranked ? undefined : level,
    target:
      datePlace(item) || ownPlace(item, item.target?.place)
        ? (item.target?.date?.text ?? item.target?.text)
        : undefined,
    status: status?.class && statusWord(plan, status.class, plainStatus(status.text), current || "a"),
  };
}

/** A level as its own document writes it. */
function levelText(item: PlanItem): string {
  const place = item.priority?.scheme === "p-level" ? undefined : ownPlace(item, item.priority?.place);
  return place ? sourceOf(place) : (item.priority?.text ?? "");
}

function plainStatus(text: string): string {
  return /\p{L}/u.test(text) && !/^\[[xX]\]$/.test(text)
    ? text.replace(/\p{Extended_Pictographic}\uFE0F?/gu, "").trim()
    : "";
}

function named(entry: Entry): string {
  return entry.id === undefined ? entry.title : `${entry.title} (${entry.id})`;
}

/** A row of as many cells as the header has; columns that the item says nothing for stay empty. */
function asRow(plan: PlanDocument, sibling: PlanItem, unit: RowUnit, entry: Entry): FixEdit {
  const columns = columnsOf(unit.table);
  const titleColumn = unit.cells.findIndex(
    ({ start, end }) => sibling.titlePlace.start >= start && sibling.titlePlace.end <= end,
  );
  const hasId = columns.some(({ name }, index) => name === "id" && index !== titleColumn);
  const cells = columns.map(({ name, index }) => {
    if (index === titleColumn) return hasId ? entry.title : named(entry);
    if (name === "id") return entry.id ?? "";
    if (name === "priority") return entry.priority ?? "";
    if (name === "target" || name === "due") return entry.target ?? "";
    return name === "status" ? (entry.status ?? "") : "";
  });
  return insert(
    plan,
    { slot: unit.slot, start: unit.end, end: unit.end },
    `${lineEndIn(plan)}|${cells.map((cell) => (cell === "" ? " |" : ` ${cell} |`)).join("")}`,
  );
}

/** `- **LH-9 Title** (P1), planned`: with the marks and separators of the item that it follows. */
function asListItem(plan: PlanDocument, sibling: PlanItem, unit: ParagraphUnit, entry: Entry): FixEdit | undefined {
  const { item: container, slot } = unit;
  if (!container) return undefined;
  const lineStart =
    Math.max(slot.text.lastIndexOf("\n", container.start - 1), slot.text.lastIndexOf("\r", container.start - 1)) + 1;
  const indent = slot.text.slice(lineStart, container.start);
  const marker = slot.text.slice(container.start, unit.start).replace(/\d+/, (number) => String(Number(number) + 1));
  const end = container.end;
  const before = slot.text.slice(unit.start, sibling.titlePlace.start);
  const bold = /\*\*/.test(before);
  const idBefore = sibling.id !== undefined && before.includes(sibling.id);
  const name = idBefore && entry.id !== undefined ? `${entry.id} ${entry.title}` : entry.title;
  const text = bold ? `**${name}**` : name;
  const id = entry.id !== undefined && !idBefore ? ` (${entry.id})` : "";
  const newText = `${lineEndIn(plan)}${indent}${clearBox(marker)}${text}${id}${remarks(sibling, entry)}`;
  return insert(plan, { slot, start: end, end }, newText);
}

function clearBox(marker: string): string {
  return marker.replace(/\[[xX]\]/, "[ ]");
}

/** What the other item says of itself in its line, in its order and with its marks: "(P1)", ", planned". */
function remarks(sibling: PlanItem, entry: Entry): string {
  const said: { readonly place: Place; readonly text: string | undefined }[] = [];
  if (sibling.priority?.place) said.push({ place: sibling.priority.place, text: entry.priority });
  if (sibling.status) said.push({ place: sibling.status.place, text: entry.status });
  const date = datePlace(sibling);
  if (date) said.push({ place: date, text: entry.target });
  return said
    .filter(({ place, text }) => text !== undefined && inLineOf(sibling, place))
    .sort((a, b) => a.place.start - b.place.start)
    .map(({ place, text }) => (place.slot.text[place.start - 1] === "(" ? ` (${text})` : `, ${text}`))
    .join("");
}

function inLineOf(sibling: PlanItem, place: Place): boolean {
  return (
    place.slot === sibling.titlePlace.slot && place.start >= sibling.titlePlace.end && place.end <= sibling.place.end
  );
}

/** A section like the other item's, with those of its fields that can be filled, before the next heading that does not belong to it. */
function asSection(plan: PlanDocument, sibling: PlanItem, unit: HeadingUnit, entry: Entry): FixEdit {
  const eol = lineEndIn(plan);
  const place = ownPlace(sibling, sibling.priority?.place);
  const lead = place?.slot === unit.slot && place.end <= sibling.titlePlace.start && entry.priority !== undefined;
  const between = lead ? unit.slot.text.slice(place.end, sibling.titlePlace.start) : "";
  const heading = `${"#".repeat(unit.depth)} ${lead ? `${entry.priority}${between}` : ""}${named(entry)}`;
  const lines = sibling.fields.flatMap(({ name, key }) => {
    const value = name === "priority" ? entry.priority : name === "target" || name === "due" ? entry.target : undefined;
    const text = name === "status" ? entry.status : value;
    return text === undefined ? [] : [`- ${key}: ${text}`];
  });
  const text = [heading, ...(lines.length > 0 ? ["", ...lines] : [])].join(eol);
  const end = sectionEnd(plan, unit);
  if (end.before) return insert(plan, end.place, `${text}${eol}${eol}`);
  const slotText = end.place.slot.text;
  const ended = /[\r\n]$/.test(slotText) ? "" : eol;
  return insert(plan, end.place, `${ended}${eol}${text}${eol}`);
}

function sectionEnd(plan: PlanDocument, unit: HeadingUnit): { readonly place: Place; readonly before: boolean } {
  const { slots } = plan.markdown;
  const from = slots.indexOf(unit.slot);
  for (const slot of slots.slice(from + 1)) {
    if (slot.node?.type !== "heading" || slot.node.depth > unit.depth) continue;
    const start = /^\s*/.exec(slot.text)?.[0].length ?? 0;
    return { place: { slot, start: start > 3 ? 0 : start, end: start > 3 ? 0 : start }, before: true };
  }
  const slot = slots.at(-1) ?? unit.slot;
  return { place: { slot, start: slot.text.length, end: slot.text.length }, before: false };
}

function insert(document: PlanDocument, place: Place, newText: string): FixEdit {
  return { document, place, newText };
}
