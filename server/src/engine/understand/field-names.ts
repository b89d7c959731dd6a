import type { FieldName } from "../model/facts.js";
import { fieldWords } from "./field-words.js";
import { qualifiedName } from "./qualified-names.js";

const fieldByWord: ReadonlyMap<string, FieldName> = new Map(fieldWords);

/** Keys that have no more than their case to lose. */
const plainKey = /^[A-Za-z0-9#'&]+(?: [A-Za-z0-9#'&]+)*$/;

/** Lower case, without emoji, Markdown and closing punctuation; hyphens and slashes read as spaces. */
export function normaliseKey(key: string): string {
  if (plainKey.test(key)) return key.toLowerCase();
  return key
    .toLowerCase()
    .replace(/[’']/g, "'")
    .replace(/[^\p{L}\p{N}#'& ]+/gu, " ")
    .replace(/ +/g, " ")
    .trim();
}

/** The field that a label, header or key names; undefined where it is no word of the vocabulary. */
export function fieldNameOf(key: string): FieldName | undefined {
  if (key.length > 60) return undefined;
  const normal = normaliseKey(key);
  if (normal === "" || normal.length > 40) return undefined;
  return (
    fieldByWord.get(normal) ??
    fieldByWord.get(singular(normal)) ??
    fieldByWord.get(withoutDate(normal)) ??
    fieldByWord.get(withoutVoice(normal)) ??
    inputOfWhom(normal) ??
    qualifiedName(normal)
  );
}

/** "decision needed by 6 12 26" names what "decision needed" names. */
function withoutDate(normal: string): string {
  return normal.replace(/ (?:by|until|before) [\w ]*\d[\w ]*$/, "");
}

/** "blocking concern from our side", "serious objection by the crew" name what "concern" names. */
function withoutVoice(normal: string): string {
  return /^(?:(?:blocking|strong|serious|formal|major|big|real|one|another|my|our) )?(?:concern|objection|disagreement) (?:from|by|of|on) /.test(
    normal,
  )
    ? (/(?:concern|objection|disagreement)/.exec(normal)?.[0] ?? normal)
    : normal;
}

/** "inputs still needed", "views sought of whom": what names the input that is asked for, with of whom behind it. */
function inputOfWhom(normal: string): FieldName | undefined {
  const what = normal
    .replace(/ (?:from|of)(?: whom)?$/, "")
    .replace(/^(input|view|opinion|feedback)s? (?:still|also|first) /, "$1 ");
  if (what === normal) return undefined;
  return fieldByWord.get(what) === "input" || fieldByWord.get(singular(what)) === "input" ? "input" : undefined;
}

function singular(word: string): string {
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}
