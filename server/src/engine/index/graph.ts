import type { Slot } from "../markdown/slot.js";
import { type InlineData, inlineData, inlineOf } from "../reading/inline.js";
import { wholeUnit } from "../reading/resting-unit.js";

/**
 * A graph of objects as one flat list of plain values, and back: plain objects, arrays, maps, sets, inlines, units, and slots by their place in a
 * document. What was one object is one object again. Objects stand after those that they hold, so the list is read in one pass; what holds
 * itself cannot be kept.
 */
export interface GraphCode {
  /** Keys of objects, each behind the sign of what its value is. */
  readonly shapes: readonly (readonly string[])[];
  /** For each object a shape's index, or the negative code of another kind of thing, and its values. References count objects from 0. */
  readonly values: readonly (string | number | boolean | null)[];
}

type Value = GraphCode["values"][number];
type Sign = (typeof signs)[keyof typeof signs];

const signs = { plain: "=", reference: "*", undefined: "?", special: "~" } as const;
const things = { references: -1, plain: -2, mixed: -3, map: -4, set: -5, slot: -6, inline: -7 } as const;
/** Numbers that JSON has no words for. */
const specials: readonly number[] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN, -0];

/** Undefined where the graph holds something else (a function, an object of a class, a slot of another document), or holds itself. */
export function encodeGraph(root: object, slots: readonly Slot[]): GraphCode | undefined {
  const encoder = new Encoder(slots);
  return encoder.add(root) === undefined ? undefined : { shapes: encoder.shapes, values: encoder.values };
}

class Encoder {
  readonly shapes: string[][] = [];
  readonly values: Value[] = [];
  readonly #numbers = new Map<object, number | undefined>();
  readonly #shapes = new Map<string, number>();
  readonly #slots: ReadonlyMap<object, number>;
  #count = 0;

  constructor(slots: readonly Slot[]) {
    this.#slots = new Map(slots.map((slot, index) => [slot, index]));
  }

  /** The object's number. */
  add(thing: object): number | undefined {
    if (this.#numbers.has(thing)) return this.#numbers.get(thing);
    // Until it has its number, whoever reaches it again is inside of it.
    this.#numbers.set(thing, undefined);
    const code = this.#codeOf(thing);
    if (!code) return undefined;
    for (const value of code) this.values.push(value);
    const number = this.#count;
    this.#count += 1;
    this.#numbers.set(thing, number);
    return number;
  }

  #codeOf(thing: object): Value[] | undefined {
    const slot = this.#slots.get(thing);
    if (slot !== undefined) return [things.slot, slot];
    if (Array.isArray(thing)) return this.#arrayCode(thing);
    if (thing instanceof Map) return this.#heldCode(things.map, [...thing].flat(1));
    if (thing instanceof Set) return this.#heldCode(things.set, [...thing]);
    if (Object.getPrototypeOf(thing) === Object.prototype) return this.#objectCode(thing);
    const whole = wholeUnit(thing);
    if (whole) return this.#codeOf(whole);
    const inline = inlineData(thing);
    return inline && this.#heldCode(things.inline, inline);
  }

  #heldCode(kind: number, held: object): Value[] | undefined {
    const number = this.add(held);
    return number === undefined ? undefined : [kind, number];
  }

  #objectCode(thing: object): Value[] | undefined {
    const code: Value[] = [0];
    const keys: string[] = [];
    for (const [key, value] of Object.entries(thing)) {
      const sign = this.#put(value, code);
      if (sign === undefined) return undefined;
      keys.push(sign + key);
    }
    const name = keys.join("\n");
    let shape = this.#shapes.get(name);
    if (shape === undefined) {
      shape = this.shapes.push(keys) - 1;
      this.#shapes.set(name, shape);
    }
    code[0] = shape;
    return code;
  }

  #arrayCode(list: readonly unknown[]): Value[] | undefined {
    const code: Value[] = [];
    let kinds = "";
    for (const value of list) {
      const sign = this.#put(value, code);
      if (sign === undefined) return undefined;
      kinds += sign;
    }
    if (kinds === signs.plain.repeat(list.length)) return [things.plain, list.length, ...code];
    if (kinds === signs.reference.repeat(list.length)) return [things.references, list.length, ...code];
    return [things.mixed, kinds, ...code];
  }

  /** Adds a value to the code of its holder; gives the sign of what it is. */
  #put(value: unknown, code: Value[]): Sign | undefined {
    if (value === undefined) return signs.undefined;
    if (typeof value === "number") {
      const special = specials.findIndex((one) => Object.is(one, value));
      code.push(special < 0 ? value : special);
      return special < 0 ? signs.plain : signs.special;
    }
    if (typeof value === "string" || typeof value === "boolean" || value === null) {
      code.push(value);
      return signs.plain;
    }
    if (typeof value !== "object") return undefined;
    const number = this.add(value);
    if (number === undefined) return undefined;
    code.push(number);
    return signs.reference;
  }
}

/** The root of the graph, with the slots at these places. The code has to be one that `encodeGraph` gave. */
export function decodeGraph({ shapes, values }: GraphCode, slots: readonly Slot[]): unknown {
  const keys = shapes.map((shape) => shape.map((key) => [key[0], key.slice(1)] as const));
  const objects: unknown[] = [];
  let at = 0;
  const next = (): Value => {
    const value = values[at] as Value;
    at += 1;
    return value;
  };
  const read = (sign: string | undefined): unknown => {
    switch (sign) {
      case signs.plain:
        return next();
      case signs.reference:
        return objects[next() as number];
      case signs.special:
        return specials[next() as number];
      default:
        return undefined;
    }
  };
  while (at < values.length) {
    const kind = next() as number;
    switch (kind) {
      case things.plain: {
        const length = next() as number;
        objects.push(values.slice(at, at + length));
        at += length;
        break;
      }
      case things.references: {
        const list: unknown[] = [];
        for (let left = next() as number; left > 0; left -= 1) list.push(objects[next() as number]);
        objects.push(list);
        break;
      }
      case things.mixed:
        objects.push([...(next() as string)].map(read));
        break;
      case things.map: {
        const flat = read(signs.reference) as readonly unknown[];
        const map = new Map<unknown, unknown>();
        for (let index = 0; index < flat.length; index += 2) map.set(flat[index], flat[index + 1]);
        objects.push(map);
        break;
      }
      case things.set:
        objects.push(new Set(read(signs.reference) as readonly unknown[]));
        break;
      case things.slot:
        objects.push(slots[next() as number]);
        break;
      case things.inline:
        objects.push(inlineOf(read(signs.reference) as InlineData));
        break;
      default: {
        const thing: Record<string, unknown> = {};
        for (const [sign, key] of keys[kind] ?? []) thing[key] = read(sign);
        objects.push(thing);
      }
    }
  }
  return objects.at(-1);
}
