import type { Field, Form } from "../model/facts.js";
import type { Inline } from "../reading/inline.js";
import type { RowUnit, Unit } from "../reading/units.js";
import { fieldNameOf } from "./field-names.js";
import { isPlaceholder } from "./placeholders.js";

/** The fields that a unit's own labels or cells give. */
export function readFields(unit: Unit): readonly Field[] {
  switch (unit.kind) {
    case "heading":
      return labelledParts(unit.slot, unit.inline, "heading");
    case "paragraph":
      return labelledParts(unit.slot, unit.inline, unit.item ? "list" : "label");
    case "row":
      return rowFields(unit);
  }
}

function rowFields(row: RowUnit): Field[] {
  const fields: Field[] = [];
  row.cells.forEach((cell, index) => {
    const key = row.table.header[index]?.inline.text ?? "";
    const name = fieldNameOf(key);
    if (!name) return;
    const value = cell.inline.text.trim();
    fields.push({
      name,
      key,
      value: isPlaceholder(value) ? "" : value,
      place: { slot: row.slot, start: cell.start, end: cell.end },
      keyPlace: {
        slot: row.slot,
        start: row.table.header[index]?.start ?? cell.start,
        end: row.table.header[index]?.end ?? cell.start,
      },
      form: "row",
    });
  });
  return fields;
}

/** A label: up to 40 characters, perhaps a remark in brackets, then a colon. Anchored at the start of a part. */
const label = /^[\s*_]*([^\s:*_|][^:|\n]{0,40}?)(?:\s*\(([^()]{1,40})\))?[\s*_]*:[\s*_]*/u;

/** Where lines, sentences and separated parts of the text begin: `Owner: @a | Status: open`, or one label on each line. */
function partStarts(slot: Unit["slot"], inline: Inline): number[] {
  const starts = [0];
  for (let index = 0; index < inline.text.length; index += 1) {
    const code = inline.text.charCodeAt(index);
    if (code === 32) {
      const source = slot.text.charCodeAt(inline.sourceStart(index));
      if (source === 10 || source === 13) starts.push(index + 1);
    } else if (code === 124 || code === 0xb7 || code === 0x2022 || code === 59) {
      starts.push(index + 1);
    } else if ((code === 46 || code === 63 || code === 33) && inline.text.charCodeAt(index + 1) === 32) {
      starts.push(index + 2);
    }
  }
  for (const mark of inline.marks) if (mark.kind === "strong") starts.push(mark.start);
  return [...new Set(starts)].sort((a, b) => a - b);
}

function labelledParts(slot: Unit["slot"], inline: Inline, form: Form): Field[] {
  if (!inline.prose.includes(":")) return [];
  const starts = partStarts(slot, inline);
  const found: { name: Field["name"]; key: string; start: number; from: number; keyEnd: number }[] = [];
  for (const start of starts) {
    const match = label.exec(inline.prose.slice(start, start + 100));
    const key = match?.[1];
    if (!match || !key) continue;
    const name = fieldNameOf(key);
    if (name)
      found.push({
        name,
        key: match[2] === undefined ? key : `${key} (${match[2]})`,
        start,
        from: start + match[0].length,
        keyEnd: start + match[0].indexOf(":"),
      });
  }
  return found.map(({ name, key, start, from, keyEnd }, index) => {
    const next = found[index + 1]?.start ?? inline.text.length;
    let to = Math.max(next, from);
    while (to > from && /[\s|;·•]/.test(inline.text[to - 1] ?? "")) to -= 1;
    const value = inline.text.slice(from, to);
    return {
      name,
      key,
      value: isPlaceholder(value) ? "" : value,
      place: {
        slot,
        start: from >= inline.text.length ? inline.sourceEnd(inline.text.length) : inline.sourceStart(from),
        end: inline.sourceEnd(to),
      },
      keyPlace: { slot, start: inline.sourceStart(start), end: inline.sourceEnd(keyEnd) },
      form,
    };
  });
}
