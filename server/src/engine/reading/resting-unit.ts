import type { Slot } from "../markdown/slot.js";
import { readUnits, type Unit } from "./units.js";

/** Slots whose units are kept at a time: whoever looks at one row of a table mostly looks at others. */
const mostSlots = 16;
const recent = new Map<Slot, readonly Unit[]>();

/** A unit of which nothing is kept but where it stands: it is read again when somebody asks for more. */
export function restingUnit(unit: Unit): Unit {
  return unit instanceof RestingUnit ? unit : (new RestingUnit(unit) as unknown as Unit);
}

/** What a resting unit stands for, read again; undefined for anything else. */
export function wholeUnit(thing: object): Unit | undefined {
  return thing instanceof RestingUnit ? thing.whole : undefined;
}

class RestingUnit {
  readonly kind: Unit["kind"];
  readonly slot: Slot;
  readonly start: number;
  readonly end: number;

  constructor({ kind, slot, start, end }: Unit) {
    this.kind = kind;
    this.slot = slot;
    this.start = start;
    this.end = end;
  }

  get container(): Unit["container"] {
    return this.whole.container;
  }

  get inline(): Unknown<"inline"> {
    return this.#field("inline");
  }

  get item(): Unknown<"item"> {
    return this.#field("item");
  }

  get depth(): Unknown<"depth"> {
    return this.#field("depth");
  }

  get table(): Unknown<"table"> {
    return this.#field("table");
  }

  get index(): Unknown<"index"> {
    return this.#field("index");
  }

  get cells(): Unknown<"cells"> {
    return this.#field("cells");
  }

  /** What a unit of this kind has under a name; undefined where it has nothing of that name. */
  #field<Name extends FieldName>(name: Name): Unknown<Name> {
    return (this.whole as unknown as Partial<AnyUnit>)[name];
  }

  get whole(): Unit {
    const { kind, slot, start, end } = this;
    const found = unitsOf(slot).find((unit) => unit.kind === kind && unit.start === start && unit.end === end);
    if (!found) throw new Error(`No ${kind} stands any more where one was read.`);
    return found;
  }
}

type Kinds = { readonly [Kind in Unit["kind"]]: Extract<Unit, { kind: Kind }> };
type AnyUnit = Omit<Kinds["paragraph"] & Kinds["row"], "kind"> & Pick<Kinds["heading"], "depth">;
type FieldName = "inline" | "item" | "depth" | "table" | "index" | "cells";
type Unknown<Name extends FieldName> = AnyUnit[Name] | undefined;

function unitsOf(slot: Slot): readonly Unit[] {
  let units = recent.get(slot);
  if (!units) {
    units = readUnits(slot);
    const [oldest] = recent.keys();
    if (oldest && recent.size >= mostSlots) recent.delete(oldest);
    recent.set(slot, units);
  }
  return units;
}
