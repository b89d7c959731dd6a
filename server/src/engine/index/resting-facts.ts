import type { Slot } from "../markdown/slot.js";
import { restingUnit } from "../reading/resting-unit.js";
import type { Unit } from "../reading/units.js";
import type { DocumentModel } from "../understand/reader.js";

type Holder = Record<string, unknown>;

const none: readonly never[] = [];

/**
 * Has what is understood of a document take less room, for one that nobody edits. Facts stay the same objects and say the same: of the passages
 * that they stand in nothing is kept but where they are; lists that are empty are one, and others lose the room that they have for more.
 * Returns the blocks in which anything stands.
 */
export function restFacts({ head, facts }: DocumentModel): ReadonlySet<Slot> {
  const slots = new Set<Slot>();
  const waiting: object[] = [head, ...Object.values(facts).flat()].filter((value) => isObject(value));
  const seen = new Set<object>(waiting);
  const lists = new Map<readonly unknown[], readonly unknown[]>();
  const units = new Map<object, Unit>();
  const visit = (value: unknown): void => {
    if (!isObject(value) || seen.has(value) || !(Array.isArray(value) || isPlain(value))) return;
    seen.add(value);
    waiting.push(value);
  };
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (Array.isArray(value)) {
      for (const member of value) visit(member);
      continue;
    }
    if (!isPlain(value)) continue;
    for (const key of Object.keys(value)) {
      const held = value[key];
      if (Array.isArray(held)) {
        value[key] = lean(held, lists);
        visit(value[key]);
      } else if (key === "unit" && isUnit(held)) {
        const resting = units.get(held) ?? restingUnit(held);
        units.set(held, resting);
        value[key] = resting;
        slots.add(resting.slot);
      } else if (key === "slot") slots.add(held as Slot);
      else visit(held);
    }
  }
  return slots;
}

/** The list as it is kept; of one list there is one. */
function lean(list: readonly unknown[], known: Map<readonly unknown[], readonly unknown[]>): readonly unknown[] {
  if (list.length === 0) return none;
  const copy = known.get(list) ?? list.slice();
  known.set(list, copy);
  known.set(copy, copy);
  return copy;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isPlain(value: object): value is Holder {
  return Object.getPrototypeOf(value) === Object.prototype;
}

/** A figure has a unit as well, which is a word. */
function isUnit(value: unknown): value is Unit & object {
  return isObject(value) && "slot" in value && "kind" in value;
}
