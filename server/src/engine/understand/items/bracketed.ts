import type { Field, FieldName } from "../../model/facts.js";
import { ownerLabels } from "../../model/owner-roles.js";
import { textOffsetOf } from "../prose/text-offset.js";
import { type Attributes, type TextSource, takeToken } from "./attributes.js";

/** "[owner: @a; target: Q3; ✅ done]", "(PM: @a, due 3 May, planned)". */
const brackets = /\[[^[\]]{3,300}\]|\([^()]{3,300}\)/g;

/** Fields whose values list names, so that a comma goes on with them. */
const listing: ReadonlySet<FieldName> = new Set<FieldName>([
  ...ownerLabels,
  "team",
  "domain",
  "people",
  "parties",
  "dependsOn",
  "input",
  "inputFrom",
  "backing",
]);
/** Fields of one value each, behind which a sentence may give another: "Status: in progress. Due 3 May." */
const single: ReadonlySet<FieldName> = new Set<FieldName>(["status", "priority", "rank", "target", "due"]);
const name = /^(?:and |& )?(?:@[\w/-]+|\p{Lu}[\p{L}\p{N}'’&.-]*(?: \p{Lu}[\p{L}\p{N}'’&.-]*){0,3})$/u;
const year = /^(?:19|20)\d\d$/;

/**
 * Reads the brackets of an item that hold labelled attributes among others without a label: those are taken, and the values before them end where
 * they begin. Returns the fields with the values that are left.
 */
export function readBrackets(
  source: TextSource,
  fields: readonly Field[],
  from: number,
  attributes: Attributes,
): readonly Field[] {
  const { inline, unit } = source;
  if (fields.length === 0 || !/[([]/.test(inline.prose)) return fields;
  const read = [...fields];
  for (const match of inline.prose.matchAll(brackets)) {
    const start = match.index + 1;
    const end = match.index + match[0].length - 1;
    if (start <= from) continue;
    const first = inline.sourceStart(start);
    const last = inline.sourceEnd(end);
    const isInside = ({ keyPlace }: Field): boolean =>
      keyPlace.slot === unit.slot && keyPlace.start >= first && keyPlace.end <= last;
    if (!read.some(isInside)) continue;
    // Where semicolons part the attributes, a comma belongs to one of them.
    const separator = inline.prose.slice(start, end).includes(";") ? ";" : ",";
    let current: number | undefined;
    for (let at = start; at <= end; ) {
      const next = inline.prose.indexOf(separator, at);
      const stop = next < 0 || next > end ? end : next;
      const [begin, close] = [inline.sourceStart(at), inline.sourceEnd(stop)];
      const own = read.findIndex(
        (field) => isInside(field) && field.keyPlace.start >= begin && field.keyPlace.end <= close,
      );
      const part = inline.prose.slice(at, stop).trim();
      if (own >= 0) current = own;
      else if (
        !goesOn(part, current === undefined ? undefined : read[current]) &&
        takeToken(source, attributes, at, stop)
      ) {
        if (current !== undefined) read[current] = cutBefore(read[current] as Field, at - 1, source);
        current = undefined;
      }
      at = stop + 1;
    }
  }
  return read;
}

const partEnd = /\s[—–-]\s|\s[:|·]\s|[,;]\s|(?<=[\p{Ll}\p{N}]{2})\.\s+(?=[\p{Lu}@])/gu;

/**
 * "Owner: @a — due 3 May", "Owner: Ana Lind, planned for June, in progress", "Owner: @a. Due 3 May.": names end where another attribute begins, and what follows is
 * taken as such. Returns the fields with the values that are left.
 */
export function readBehindNames(
  source: TextSource,
  fields: readonly Field[],
  attributes: Attributes,
): readonly Field[] {
  const { inline, unit } = source;
  return fields.map((field) => {
    const lists = listing.has(field.name);
    if (
      !(lists || single.has(field.name)) ||
      field.place.slot !== unit.slot ||
      !/[,;—–:|·]|\s-\s|\.\s/.test(field.value)
    )
      return field;
    const start = textOffsetOf(inline, field.place.start);
    const end = start + field.value.length;
    if (inline.text.slice(start, end) !== field.value) return field;
    const separators = [...field.value.matchAll(partEnd)];
    let cut: number | undefined;
    separators.forEach((separator, index) => {
      const from = start + separator.index + separator[0].length;
      const to = start + (separators[index + 1]?.index ?? field.value.length);
      const part = inline.text.slice(from, to).trim();
      if (cut === undefined && lists && name.test(part)) return;
      // A state or a date may take more than one sentence; what can be nothing but an attribute ends it.
      if (!lists && !/^\.|^\s[—–-]/.test(separator[0])) return;
      const taken = takeToken(source, attributes, from, to, !lists);
      if (cut === undefined && (taken || (lists && !/^[,;]/.test(separator[0])))) cut = start + separator.index;
    });
    return cut === undefined ? field : cutBefore(field, cut, source);
  });
}

function goesOn(part: string, field: Field | undefined): boolean {
  if (field === undefined) return false;
  return listing.has(field.name) ? name.test(part) : year.test(part);
}

function cutBefore(field: Field, end: number, { inline }: TextSource): Field {
  const start = textOffsetOf(inline, field.place.start);
  const value = inline.text.slice(start, end).trimEnd();
  if (value.length >= field.value.length) return field;
  return { ...field, value, place: { ...field.place, end: inline.sourceEnd(start + value.length) } };
}
