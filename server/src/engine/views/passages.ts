import type { PlanDocument } from "../index/document.js";
import { headingSlug, relativeLink } from "../index/links.js";
import type { WorkspaceView } from "../index/view.js";
import { escapedLink } from "../markdown/escape.js";
import type { DateValue } from "../model/date.js";
import type { FactBase } from "../model/facts.js";
import { quoted } from "../text/words.js";

/** Address of a document, or of the section of it that a heading opens, as a link of the text that is written. */
export type LinkTo = (document: PlanDocument, fragment: string | undefined) => string;

/** Links as Markdown files have them, for a text at `path`. */
export function linksFrom(path: string): LinkTo {
  return (document, fragment) => relativeLink(path, document.path, fragment);
}

const longest = 90;

/** A passage of a document as a link to the section that it stands in: sections stay where lines move. */
export function passageLink(
  text: string,
  fact: Pick<FactBase, "section">,
  document: PlanDocument,
  linkTo: LinkTo,
): string {
  const heading = fact.section.path.at(-1);
  const isTitle = heading?.place.slot === document.head.title?.place.slot;
  const fragment = heading && !isTitle ? headingSlug(heading.text) : undefined;
  return escapedLink(shortened(text), linkTo(document, fragment));
}

/** A document by its path. */
export function documentLink(document: PlanDocument, linkTo: LinkTo): string {
  return escapedLink(document.path, linkTo(document, undefined));
}

/** One line, not too long. */
export function shortened(text: string): string {
  return quoted(text, longest).slice(1, -1);
}

/** A plan for the months ahead dates what is in it, but does not say since when it is open. */
export function pastDate(date: DateValue | undefined, { today }: Pick<WorkspaceView, "today">): DateValue | undefined {
  return date && date.end <= today ? date : undefined;
}
