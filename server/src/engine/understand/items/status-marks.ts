import type { Field } from "../../model/facts.js";
import { dictionary } from "../../text/dictionary.js";
import { type ReadStatus, readStatus } from "../statuses.js";
import { type Attributes, placeIn, type TextSource, takeToken } from "./attributes.js";

const shortcodes = dictionary<string>({
  ":runner:": "in progress",
  ":running:": "in progress",
  ":construction:": "in progress",
  ":white_check_mark:": "done",
  ":heavy_check_mark:": "done",
  ":x:": "dropped",
  ":no_entry:": "blocked",
});
/** A status sign at the start of a text. */
export const mark = /^\s*(:[a-z_]{1,24}:|\p{Extended_Pictographic}\ufe0f?)\s*/u;

/** What a sign or its short code says of the work: "✅", ":construction:". */
export function statusOfMark(sign: string): ReadStatus | undefined {
  return readStatus(shortcodes.get(sign) ?? sign);
}

/** Takes the signs that stand between the labels of an item for its status, where no label states one; the fields without them. */
export function takeMarks(fields: readonly Field[], attributes: Attributes): readonly Field[] {
  if (fields.some(({ name, value }) => name === "status" && value !== "")) return fields;
  const left = fields.map((field) => withoutMark(field, attributes));
  for (const field of fields) takeMarkOfKey(field, attributes);
  return left;
}

/** A status sign at the end of a text. */
const markAtEnd = /[\s.,;|·]+(:[a-z_]{1,24}:|\p{Extended_Pictographic}\ufe0f?)\s*$/u;

/** A sign with a few words of its own at the end of a text: "✅ done", "✅ shipped 1 March". */
const statedAtEnd = /[\s.,;|·]+(\p{Extended_Pictographic}\ufe0f?)\s*(?=\p{L})[^\p{Extended_Pictographic}]{2,40}$/u;

/** Takes the status sign that ends a title, with its word where it has one; gives where it begins, in offsets of the text. */
export function takeSignAtEnd(
  source: TextSource,
  attributes: Attributes,
  from: number,
  end: number,
): number | undefined {
  const title = source.inline.text.slice(from, end);
  const sign = markAtEnd.exec(title)?.[1];
  const bare = sign === undefined ? undefined : statusOfMark(sign);
  if (sign !== undefined && bare?.class !== undefined) {
    const at = from + title.lastIndexOf(sign);
    attributes.status ??= { text: sign, class: bare.class, place: placeIn(source, at, at + sign.length) };
    return at;
  }
  const stated = statedAtEnd.exec(title);
  if (stated?.[1] === undefined || statusOfMark(stated[1])?.class === undefined) return undefined;
  const at = from + stated.index + stated[0].indexOf(stated[1]);
  return takeToken(source, attributes, at, end) ? at : undefined;
}

/** "Owner: @ana. ✅ Target: 3 May": a mark between two labels is the item's, and no part of the value before it. */
function withoutMark(field: Field, attributes: Attributes): Field {
  const match = field.name === "status" ? null : markAtEnd.exec(field.value);
  const sign = match?.[1];
  const status = sign === undefined ? undefined : statusOfMark(sign);
  if (!match || sign === undefined || status?.class === undefined) return field;
  const { slot, start, end } = field.place;
  const at = slot.text.lastIndexOf(sign, end);
  if (at <= start) return field;
  attributes.status ??= { text: sign, class: status.class, place: { slot, start: at, end: at + sign.length } };
  return { ...field, value: field.value.slice(0, match.index), place: { slot, start, end: at - 1 } };
}

/** The same mark where it went with the label behind it: "✅ Target" is no label of its own. */
function takeMarkOfKey({ key, keyPlace }: Field, attributes: Attributes): void {
  const sign = mark.exec(key)?.[1];
  const status = sign === undefined ? undefined : statusOfMark(sign);
  if (sign === undefined || status?.class === undefined) return;
  const { slot, start } = keyPlace;
  attributes.status ??= { text: sign, class: status.class, place: { slot, start, end: start + sign.length } };
}
