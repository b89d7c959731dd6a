import type { Range } from "../engine/text/range.js";
import type { BoardLinks } from "./board-page.js";
import { type Attributes, type Child, element, type Html } from "./html.js";

/** Words that lead to a place: a link, or in an editor a button. */
export function placeLink(
  links: BoardLinks,
  path: string,
  range: Range,
  attributes: Attributes,
  ...children: readonly Child[]
): Html {
  if (links.kind === "relative")
    return element("a", { ...attributes, href: links.hrefOf(path, range), title: placeName(path, range) }, ...children);
  return element(
    "button",
    { ...attributes, ...placeData(path, range), type: "button", "data-action": "open", title: placeName(path, range) },
    ...children,
  );
}

/** What the script makes a message of. */
export function placeData(path: string, { start, end }: Range): Attributes {
  return { "data-path": path, "data-range": `${start.line}:${start.character}-${end.line}:${end.character}` };
}

function placeName(path: string, range: Range): string {
  return `${path}:${range.start.line + 1}`;
}
