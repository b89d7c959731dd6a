import type { Field } from "../../model/facts.js";
import type { FrontMatter } from "./front-matter-block.js";

/** Values that only a template holds: something to be replaced, or a choice left to make. "TBD" and "none" may stand in any document. */
const toFill =
  /^\s*(?:<[^<>]{1,80}>|\{\{?[^{}]{1,80}\}?\}|\[(?:[^[\]]*\b(?:name|date|owner|title|insert|your|link|status|decider|list|yyyy)\b[^[\]]*)\]|YYYY[-/]MM[-/]DD.*|(?:19|20)XX.*|XXXX+|accepted or rejected|(?:proposed|draft|accepted)\s*[|/].*|\$\{[^{}]{1,60}\})\s*$/i;

const titleToFill =
  /^\W*(?:(?:ADR|RFC)[-\s]*(?:N+|X+|0+)\b.*|<.*>|\{.*\}|\[.*\b(?:title|name|insert)\b.*\]|decision record title|title|.{0,30}\btemplate)\s*$/i;

const longestTitle = 160;

/** Whether most header values are placeholders, or the title is one: a document to copy, not one that states anything. */
export function isFilledLikeTemplate(
  fields: readonly Field[],
  frontMatter: FrontMatter | undefined,
  title: string | undefined,
): boolean {
  const written = [
    ...fields
      .filter((field) => field.form !== "front-matter")
      .map((field) => field.place.slot.text.slice(field.place.start, field.place.end)),
    ...(frontMatter?.entries ?? []).map((entry) => frontMatterText(frontMatter, entry.keyPlace.end)),
  ];
  const open = written.filter((value) => toFill.test(value)).length;
  const blank = written.filter((value) => value.trim() === "").length;
  const titled = title !== undefined && titleToFill.test(title.slice(0, longestTitle));
  if (titled) return open > 0 || written.length - blank <= 1;
  return open >= 2 && (open + blank) * 2 > written.length;
}

/** What stands after a key, to the end of its line. */
function frontMatterText(block: FrontMatter | undefined, keyEnd: number): string {
  const rest = block?.slot.text.slice(keyEnd, keyEnd + 200) ?? "";
  const line = rest.split("\n")[0] ?? "";
  return line.replace(/^\s*:/, "").replace(/^\s*["']|["']\s*$/g, "");
}
