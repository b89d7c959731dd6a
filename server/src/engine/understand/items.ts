import type { PlanItem } from "../model/facts.js";
import type { ParagraphUnit, RowUnit } from "../reading/units.js";
import type { ReadUnit, SectionReading } from "./context.js";
import { countedParagraph } from "./items/counted.js";
import { claimedFirst } from "./items/first-claims.js";
import { goalLines } from "./items/goal-lines.js";
import { headingItem } from "./items/heading-items.js";
import { announcesInternal } from "./items/internal.js";
import { leadInSetting } from "./items/lead-ins.js";
import { listItems } from "./items/list-items.js";
import { paragraphItem, periodItem } from "./items/paragraph-items.js";
import { announcesGoals, type Setting, saysOrder, settingOf } from "./items/setting.js";
import { resultInProse } from "./items/stated-results.js";
import { tableItems } from "./items/table-items.js";

/** Planned work, objectives and headcount rows of a section. */
export function recogniseItems(reading: SectionReading): PlanItem[] {
  const outer = settingOf(reading);
  const items: PlanItem[] = [];
  const titled = headingItem(reading, outer);
  if (titled) items.push(titled);
  let setting = titled ? belowItem(outer, titled) : outer;
  let base = setting;
  let ledInternal = false;
  let above = titled;
  const { units } = reading;
  let index = 0;
  while (index < units.length) {
    const { unit } = units[index] as ReadUnit;
    if (unit.kind === "row") {
      const end = tableEnd(units, index);
      const rows = units.slice(index, end).map((read) => read.unit as RowUnit);
      if (!isHeaderTable(rows, titled)) items.push(...tableItems(rows, setting, reading, above));
      index = end;
      setting = base;
      continue;
    }
    if (unit.kind === "paragraph" && unit.container?.kind === "item") {
      const end = listEnd(units, index);
      const list = units.slice(index, end);
      items.push(...listItems(list, setting, reading, above));
      // Where no list is planned work, a bullet may still name a budget.
      if (setting.readiness === "closed")
        items.push(
          ...list.flatMap((read) =>
            isOutermost(read)
              ? (countedParagraph(read, setting, reading) ?? resultInProse(read, setting, reading) ?? [])
              : [],
          ),
        );
      index = end;
      continue;
    }
    if (unit.kind === "paragraph" && unit.container === undefined) {
      const read = units[index] as ReadUnit;
      const goals = goalLines(index, setting, reading, above?.kind === "objective" ? above : undefined);
      if (goals.length > 0) {
        items.push(...goals);
        above = goals.findLast(({ parent }) => parent === undefined) ?? above;
        index += 1;
        continue;
      }
      const stated =
        countedParagraph(read, setting, reading) ??
        resultInProse(read, setting, reading) ??
        paragraphItem(read, setting, reading) ??
        claimedFirst(read, setting, reading) ??
        (titled ? undefined : periodItem(read, setting, reading));
      if (stated) items.push(stated);
      if (ledInternal) setting = { ...setting, internal: base.internal };
      const internal = announcesInternal(unit.inline.prose.trim());
      // "Everything below is …" holds for the section, "…:" for the list that it announces.
      if (internal && !unit.inline.prose.trimEnd().endsWith(":")) base = { ...base, internal };
      setting = settingBelow(unit, setting, base, reading);
      ledInternal = internal && !setting.internal;
      if (internal) setting = { ...setting, internal };
    }
    index += 1;
  }
  return items;
}

function isOutermost({ unit }: ReadUnit): boolean {
  return unit.kind === "paragraph" && unit.item?.depth === 0 && unit.container === unit.item;
}

/** Below a heading that is an item stand its details, and the key results of an objective. */
function belowItem(setting: Setting, item: PlanItem): Setting {
  if (item.kind === "objective") {
    return {
      ...setting,
      kind: "objective",
      owners: item.owners,
      domainWords: item.domainWords,
      priority: undefined,
      status: undefined,
    };
  }
  return {
    ...setting,
    readiness: setting.readiness === "closed" ? "closed" : "stated",
    priority: undefined,
    status: undefined,
    target: undefined,
  };
}

/** A paragraph announces what follows it, or ends what one before it announced. */
function settingBelow(unit: ParagraphUnit, setting: Setting, base: Setting, reading: SectionReading): Setting {
  const text = unit.inline.text.trim();
  // Within what a bold line heads ("**Up next**"), a lead-in adds to it.
  const told = leadInSetting(unit, text.endsWith(":") ? setting : base, reading);
  if (told) return told;
  if (text.length < 200 && base.readiness !== "closed" && saysOrder(text)) return { ...setting, ranked: true };
  if (text.endsWith(":")) return setting;
  return base.unclosed && !base.shown && announcesGoals(text) ? { ...base, goals: true } : base;
}

function isHeaderTable(rows: readonly RowUnit[], titled: PlanItem | undefined): boolean {
  return (
    titled !== undefined &&
    rows[0]?.table.header.length === 2 &&
    titled.fields.some((field) => field.place.slot === rows[0]?.slot)
  );
}

function tableEnd(units: readonly ReadUnit[], from: number): number {
  const first = units[from]?.unit as RowUnit;
  let end = from;
  while (end < units.length) {
    const { unit } = units[end] as ReadUnit;
    if (unit.kind !== "row" || unit.table !== first.table) break;
    end += 1;
  }
  return end;
}

/** The end of a run of units inside list items of one block. */
function listEnd(units: readonly ReadUnit[], from: number): number {
  const { slot } = (units[from] as ReadUnit).unit;
  let end = from;
  while (end < units.length) {
    const { unit } = units[end] as ReadUnit;
    if (unit.slot !== slot || unit.container?.kind !== "item" || unit.kind === "row") break;
    end += 1;
  }
  return Math.max(end, from + 1);
}
