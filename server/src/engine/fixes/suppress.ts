import type { PlanDocument } from "../index/document.js";
import type { Place } from "../markdown/slot.js";
import { suppressionOf } from "../suppressions/insertion.js";
import { phrase } from "../text/phrase.js";
import { type Fix, snippetText } from "./fix.js";

/** *Suppress … for this line…*: a comment with a gap for the reason. */
export function suppressHere(rule: string, place: Place, document: PlanDocument): Fix {
  const mark = "\uE000";
  const { place: at, newText } = suppressionOf(place, rule, mark);
  return {
    title: phrase`Suppress ${rule} here…`,
    edits: [{ document, place: at, newText: snippetText(newText).replace(mark, `\${1:why}`) }],
    safe: false,
    snippet: true,
  };
}
