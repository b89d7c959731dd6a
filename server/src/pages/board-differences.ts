import { phrase } from "../engine/text/phrase.js";
import type { BoardDifference, BoardFinding } from "../engine/views/board/types.js";
import { placeData, placeLink } from "./board-links.js";
import type { Drawing } from "./board-page.js";
import { differenceNames } from "./board-words.js";
import { element, type Html } from "./html.js";

/** What differs in a row: in a word each, and on demand what the rules say of it and how it is mended. */
export function boardDifferences(differences: readonly BoardDifference[], drawing: Drawing): readonly Html[] {
  return differences.map(({ kind, text, findings }) => {
    const words = [element("span", { class: `tag tag-${kind}` }, drawing.say(differenceNames[kind])), ` ${text}`];
    if (findings.length === 0)
      return element(
        "p",
        { class: "accepted" },
        ...words,
        element("span", { class: "quiet" }, ` (${drawing.say(phrase`no finding: accepted, or the rule is off`)})`),
      );
    return element("details", {}, element("summary", {}, ...words), detailsOf(findings, drawing));
  });
}

/** What the first finding says, for the others say it from their own side; all their places, and the first one's fixes. */
function detailsOf(findings: readonly BoardFinding[], drawing: Drawing): Html {
  const [first] = findings;
  return element(
    "div",
    { class: "finding" },
    element("p", {}, first?.message),
    element(
      "p",
      { class: "where" },
      findings.map(({ path, range }) => placeLink(drawing.links, path, range, {}, `${path}:${range.start.line + 1}`)),
      element("code", {}, first?.rule),
    ),
    first && first.fixes.length > 0 ? fixesOf(first, drawing) : null,
  );
}

function fixesOf({ path, range, rule, fixes }: BoardFinding, { links, say }: Drawing): Html {
  if (links.kind === "relative")
    return element("p", { class: "fixes" }, say(phrase`Mend it in the editor: ${fixes.join("; ")}.`));
  return element(
    "p",
    { class: "fixes" },
    fixes.map((title) =>
      element(
        "button",
        { type: "button", "data-action": "fix", "data-rule": rule, "data-title": title, ...placeData(path, range) },
        title,
      ),
    ),
  );
}
