import type { Field, FieldName, PlanItem } from "../../model/facts.js";
import { ownerLabels } from "../../model/owner-roles.js";
import type { ItemContainer, ParagraphUnit } from "../../reading/units.js";
import type { ReadUnit, SectionReading } from "../context.js";
import { readStatus } from "../statuses.js";
import { type Attributes, placeIn, type TextSource, takeField, tellingOfWork } from "./attributes.js";
import { buildItem } from "./build.js";
import { isBulletTitle } from "./bullet-titles.js";
import { figureOf, labelledAmount } from "./counted.js";
import { lineAbove, splitsByDomain } from "./counted-lists.js";
import { figuresOf, totalName } from "./figures.js";
import { type ItemText, readItemText } from "./item-text.js";
import { leadInSetting } from "./lead-ins.js";
import { listKey } from "./list-key.js";
import { asMeasure, withoutTeam } from "./measured-bullets.js";
import { isGiven, referenceOf, type Setting } from "./setting.js";
import { restatesResult } from "./stated-results.js";
import { withTailNames } from "./tail-names.js";

/** A bullet with what is known of it before it is decided whether it is an item. */
interface Candidate {
  readonly unit: ParagraphUnit;
  readonly container: ItemContainer;
  readonly read: ItemText;
  readonly fields: readonly Field[];
  readonly setting: Setting;
  readonly parent: ItemContainer | undefined;
  /** Whether the point above only heads a part of the list: "- Month 2". */
  readonly grouped: boolean;
}

/** The units of one list, its first paragraphs and what stands below them, in order. */
export function listItems(
  units: readonly ReadUnit[],
  setting: Setting,
  reading: SectionReading,
  parent: PlanItem | undefined,
): PlanItem[] {
  if (splitsByDomain(units, reading)) setting = { ...setting, kind: "headcount", readiness: "listed" };
  const initiative = !setting.shown && units.some(namesInitiative);
  const judged = setting.goals || setting.measured || (restatable(setting, reading) && units.some(restatesResult));
  if (setting.readiness === "closed" && !judged && !tells(setting, reading) && !initiative) return [];
  const candidates = withTailNames(collect(units, setting, reading)).filter((each) => !pointsWithin(each));
  if (isIndex(candidates)) return [];
  const items: PlanItem[] = [];
  const byContainer = new Map<ItemContainer, PlanItem>();
  for (const candidate of candidates) {
    const above = candidate.parent ? byContainer.get(candidate.parent) : undefined;
    if (!isItem(candidate, above, reading)) continue;
    const item = makeItem(candidate, above ?? parent, reading);
    byContainer.set(candidate.container, item);
    items.push(item);
  }
  return items;
}

/** A longer bullet is an essay, not the name of planned work. */
const longestBullet = 4_000;

function collect(units: readonly ReadUnit[], outer: Setting, reading: SectionReading): Candidate[] {
  const candidates: Candidate[] = [];
  const groups = new Map<ItemContainer, Setting>();
  units.forEach((read, index) => {
    const { unit } = read;
    if (unit.kind !== "paragraph" || !unit.item || isQuoted(unit)) return;
    const container = unit.item;
    const parent = container.parent?.kind === "item" ? container.parent : undefined;
    const setting = (parent && groups.get(parent)) ?? outer;
    groups.set(container, setting);
    if (startsWithAttribute(read) && !(setting.kind === "headcount" && totalName.test(unit.inline.text))) return;
    if (container.hasChildren) {
      const group = leadInSetting(unit, setting, reading);
      if (group) {
        groups.set(container, group);
        return;
      }
      if (unit.inline.text.trimEnd().endsWith(":") && container.checked === undefined) return;
    }
    if (unit.inline.text.length > longestBullet) return;
    const source: TextSource = {
      unit,
      inline: unit.inline,
      context: reading.context,
      reference: referenceOf(reading),
    };
    const below = fieldsBelow(units, index, container);
    const text = readItemText(source, read.fields, setting.readiness === "listed");
    const words = asMeasure(asHeadcount(withoutTeam(text, source, setting), source, setting, reading), source, setting);
    candidates.push({
      unit,
      container,
      read: words,
      fields: [...words.fields, ...below, ...(namesInitiative(read) ? fieldsBeside(units, index, container) : [])],
      setting,
      parent,
      grouped: parent !== undefined && groups.get(parent) !== outer,
    });
  });
  return candidates;
}

/** "Engineering: 4 engineers": the label is the row's name, not its domain only. */
function asHeadcount(
  read: ItemText,
  { unit, inline }: TextSource,
  setting: Setting,
  reading: SectionReading,
): ItemText {
  const row =
    setting.kind === "headcount"
      ? labelledAmount(inline.text, reading, lineAbove(unit as ParagraphUnit, reading))
      : undefined;
  return row ? { ...read, start: row.start, end: row.end } : read;
}

function figuresOfBullet(
  kind: PlanItem["kind"],
  { unit, read }: Candidate,
  reading: SectionReading,
): PlanItem["figures"] {
  if (kind === "item") return [];
  const source = { unit, inline: unit.inline } as TextSource;
  const { text } = unit.inline;
  const row = kind === "headcount" ? labelledAmount(text, reading, lineAbove(unit, reading)) : undefined;
  const from = wordsOfResult(read);
  if (row?.start !== read.start)
    return figuresOf(text.slice(from), (start, end) => placeIn(source, from + start, from + end));
  return [figureOf(row, source)];
}

/** Where the words of a bullet begin: "KR 1.1 Product: 40 shops …" behind the domain whose key result it is, which counts nothing. */
function wordsOfResult({ called, start, attributes }: ItemText): number {
  return called === "key-result" && attributes.domainWords.some(({ place }) => place.start < start) ? start : 0;
}

function isQuoted(unit: ParagraphUnit): boolean {
  for (let at = unit.container; at; at = at.parent) if (at.kind !== "item") return true;
  return false;
}

const naming: ReadonlySet<FieldName> = new Set<FieldName>([
  "item",
  "objective",
  "keyResult",
  "title",
  "name",
  "period",
]);

/** A bullet that only says something of what it stands below: "Owner: @a". */
function startsWithAttribute({ unit, fields }: ReadUnit): boolean {
  const first = fields[0];
  return first !== undefined && !naming.has(first.name) && first.keyPlace.start <= unit.start + 4;
}

/** Fields of the bullets and paragraphs inside the item, down to its nested items. */
function fieldsBelow(units: readonly ReadUnit[], index: number, container: ItemContainer): Field[] {
  const fields: Field[] = [];
  for (let next = index + 1; next < units.length; next += 1) {
    const read = units[next] as ReadUnit;
    if (read.unit.start >= container.end) break;
    if (read.unit.kind === "paragraph" && startsWithAttribute(read)) fields.push(...read.fields);
  }
  return fields;
}

const initiative = /^(?:initiative|epic|workstream|project|programme|program)$/i;

/** "Initiative: the winter berths", in a list of labels: work, wherever it is listed. */
function namesInitiative({ unit, fields: [first] }: ReadUnit): boolean {
  if (unit.kind !== "paragraph" || !unit.item || first?.name !== "item" || first.value === "") return false;
  return first.keyPlace.start <= unit.start + 6 && initiative.test(first.key.trim());
}

/** Fields of the points beside one that names an initiative, up to the next name: "- Initiative: …", "- Owner: @ana". */
function fieldsBeside(units: readonly ReadUnit[], index: number, { list, depth }: ItemContainer): Field[] {
  const fields: Field[] = [];
  for (const read of units.slice(index + 1)) {
    const { unit } = read;
    if (unit.kind !== "paragraph" || unit.item?.list !== list || unit.item.depth !== depth) continue;
    if (!startsWithAttribute(read)) break;
    fields.push(...read.fields);
  }
  return fields;
}

/** A list of links alone, one of them to a document: an index, not planned work. */
function isIndex(candidates: readonly Candidate[]): boolean {
  const all = candidates.every(
    (candidate) => isLink(candidate) && !saysOfItself(candidate.read.attributes, candidate.fields),
  );
  return (
    all && candidates.some(({ unit, read }) => documents.test(unit.inline.text.slice(read.start, read.end).trim()))
  );
}

function isLink({ unit, read }: Candidate): boolean {
  return unit.inline.marks.some(
    (mark) => mark.kind === "link" && mark.start <= read.start + 1 && mark.end >= read.end - 1,
  );
}

/** "- [The pier](#the-pier)": a line of a table of contents. */
function pointsWithin({ unit }: Candidate): boolean {
  const { text, marks } = unit.inline;
  return marks.some(
    ({ kind, url, start, end }) =>
      kind === "link" && url?.startsWith("#") === true && start <= 1 && end >= text.trimEnd().length - 1,
  );
}

const documents =
  /^(?:(?:the|our|this|previous|last|next|open|see|full|original|current|\d{4}|q[1-4]|h[12])\s+)*(?:[\p{L}\p{N}.&'-]+\s+){0,5}(?:okrs?|thread|discussion|retrospective|retro|minutes|doc(?:ument)?s?|spreadsheet|sheet|roadmap|project board|board|slides|deck|recording|video|agenda|notes|iteration plan|plan|report|page|wiki|issues?|template|guide|calendar|scores?)(?:\s.{0,20})?$/iu;

function isItem(candidate: Candidate, above: PlanItem | undefined, reading: SectionReading): boolean {
  const { unit, container, read, setting, fields } = candidate;
  const title = unit.inline.text.slice(read.start, read.end).trim();
  if (setting.readiness === "closed") {
    if (read.numbered && (setting.goals || setting.measured) && isAimed(candidate)) return true;
    if (read.numbered && restatable(setting, reading) && restatesResult({ unit, fields })) return true;
    if (!setting.shown && namesInitiative(candidate))
      return fields.some(({ name, value }) => ownerLabels.has(name) && value !== "");
    return tells(setting, reading) && isBulletTitle(title, unit) && isTold(candidate);
  }
  if (!isBulletTitle(title, unit)) return false;
  const linked = isLink(candidate);
  if (isPerson(title, unit)) return false;
  const own = saysOfItself(read.attributes, fields) || container.checked !== undefined;
  if (linked && documents.test(title) && !own) return false;
  if (finished.test(title) && container.checked === undefined && !read.attributes.priority && !read.attributes.status)
    return false;
  if (read.called !== undefined) return true;
  if (reading.head.kind === "notes" && container.checked !== undefined && !saysOfItself(read.attributes, fields))
    return false;
  if (above)
    return (
      (own && isOwnWork(candidate)) ||
      (above.kind === "objective" && container.depth === 1 && setting.kind === "objective")
    );
  const outermost = container.depth === 0 || (container.depth === 1 && candidate.grouped);
  if (!outermost && candidate.parent && !own && setting.readiness !== "listed") return false;
  return own || setting.readiness === "listed" || (outermost && isGiven(setting, reading.head));
}

/** Whether the section, though it is called otherwise, is part of a roadmap. */
function tells({ planned }: Setting, { head }: SectionReading): boolean {
  return planned && head.kind === "roadmap";
}

/** "BX-2 Berth map. Owner: Bo. Due: 30 September 2026.": a bullet that gives two of whose, when, how far and how urgent, one under a label. */
function isTold({ read, fields }: Candidate): boolean {
  const { priority, status, target, owners } = read.attributes;
  const labels = fields.filter((field) => field.value !== "" && tellingOfWork.has(field.name));
  const given = new Set(labels.map(({ name }) => (name === "due" ? "target" : ownerLabels.has(name) ? "owner" : name)));
  if (priority) given.add("priority");
  if (status) given.add("status");
  if (target) given.add("target");
  if (owners.length > 0) given.add("owner");
  return labels.length > 0 && given.size > 1;
}

/** Whether a key result that is stated anew in the section is meant: nothing says that it is an example, an answer or a choice. */
function restatable({ unclosed, shown }: Setting, { head }: SectionReading): boolean {
  return unclosed && !shown && head.kind !== "decision";
}

/** "KR 2.1: refunds under 3 %", wherever goals are spoken of: by its number a key result, with what it is to come to. */
function isAimed({ unit, read }: Candidate): boolean {
  const { text } = unit.inline;
  if (read.called !== "key-result" && read.called !== "objective") return false;
  const words = text.slice(wordsOfResult(read));
  return read.called === "objective" || figuresOf(words, () => ({ slot: unit.slot, start: 0, end: 0 })).length > 0;
}

/** "Ana Lind (@ana)": a person in a list of people. */
function isPerson(title: string, unit: ParagraphUnit): boolean {
  const rest = unit.inline.text.replace(title, "").trim();
  return (
    /^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){1,2}$/u.test(title) && /^[([]?@[\w-]+[)\]]?(?:,.{0,60})?$/.test(rest)
  );
}

/** What has been done is reported, not planned. */
const finished =
  /^(?:we(?:'ve| have)? )?(?:released|donated|fixed|added|completed|shipped|implemented|migrated|launched|published|improved|merged|introduced|created|updated|removed|resolved|finished|delivered|hired|held|started|moved|closed|hosted|presented|graduated|supported|enabled|stabili[sz]ed|achieved|reached|continued|worked|held|ran|gave|made|had|got)\b/i;
/** Below an item, a remark that names a state or a day ("already merged") is still a remark. */
function isOwnWork({ container, read, fields }: Candidate): boolean {
  const { priority, owners } = read.attributes;
  return (
    container.checked !== undefined ||
    priority !== undefined ||
    owners.length > 0 ||
    fields.some((field) => tellingOfWork.has(field.name))
  );
}

function saysOfItself(attributes: Attributes, fields: readonly Field[]): boolean {
  if (attributes.priority ?? attributes.status ?? attributes.target) return true;
  if (attributes.owners.length > 0) return true;
  return fields.some((field) => field.value !== "" && tellingOfWork.has(field.name));
}

function makeItem(candidate: Candidate, parent: PlanItem | undefined, reading: SectionReading): PlanItem {
  const { unit, container, read, fields, setting } = candidate;
  const { attributes } = read;
  for (const field of fields) takeField(field, attributes, reading.context, referenceOf(reading));
  takeCheckbox(candidate);
  const struck = takeStrike(candidate);
  if (setting.ranked || (setting.priorities && container.ordered)) takeOrdinal(candidate);
  const source = { unit, inline: unit.inline } as TextSource;
  const objective = read.called === "objective" || read.called === "key-result";
  const kind = objective ? "objective" : setting.kind;
  const keyResult = read.called === "key-result" || (kind === "objective" && parent?.kind === "objective");
  const all = unit.inline.text;
  return buildItem(
    {
      kind,
      title: all.slice(read.start, read.end).trim(),
      titlePlace: placeIn(source, read.start, read.end),
      place: { slot: unit.slot, start: unit.start, end: unit.end },
      form: "list",
      unit,
      attributes,
      fields,
      text: all.slice(read.start),
      links: unit.inline.marks.flatMap((mark) => (mark.kind === "link" && mark.url !== undefined ? [mark.url] : [])),
      list: listKey(unit.slot, container.list),
      ranked: setting.ranked || (setting.priorities && container.ordered),
      struck,
      total: kind === "headcount" && totalName.test(all.slice(read.start, read.end).trim()),
      figures: figuresOfBullet(kind, candidate, reading),
      parent: keyResult ? parent : undefined,
      evidence: [{ kind: "list-item", text: all.slice(0, 60) }],
    },
    setting,
    reading,
  );
}

function takeOrdinal({ unit, container, read }: Candidate): void {
  if (container.depth > 0 || (read.attributes.priority && read.attributes.priority.scheme !== "listed")) return;
  const position = container.ordered ? container.number : container.number;
  const end =
    container.start + (/^[^\s]+/.exec(unit.slot.text.slice(container.start, container.start + 8))?.[0].length ?? 1);
  read.attributes.priority = {
    text: String(position),
    scheme: "ordinal",
    level: position,
    place: container.ordered ? { slot: unit.slot, start: container.start, end } : undefined,
  };
}

function takeCheckbox({ unit, container, read }: Candidate): void {
  if (container.checked === undefined) return;
  const at = unit.slot.text.indexOf("[", container.start);
  const place = { slot: unit.slot, start: at, end: at + 3 };
  const mark = container.checked ? "[x]" : "[ ]";
  const { attributes } = read;
  if (container.checked) attributes.status = { text: mark, class: "done", place };
  else attributes.status ??= { text: mark, class: "planned", place };
}

function takeStrike({ unit, read }: Candidate): boolean {
  const struck = unit.inline.marks.some(
    (mark) => mark.kind === "delete" && mark.start <= read.start + 1 && mark.end >= read.end - 1,
  );
  if (struck) {
    const status = readStatus("", { struck: true });
    read.attributes.status = {
      text: "struck",
      class: status?.class ?? "dropped",
      place: { slot: unit.slot, start: unit.start, end: unit.end },
    };
  }
  return struck;
}
