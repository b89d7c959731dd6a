import snippets from "../../snippets/markdown.json" with { type: "json" };

/** What a person can begin anew. */
export type Kind = "charter" | "decision" | "disagreement";

/** Words of the snippets that a title stands in place of. */
const titles: Readonly<Record<Kind, string>> = {
  charter: "Leadership charter",
  decision: "Title of the decision",
  disagreement: "what it is about",
};

/**
 * The snippet that a new document, or a new passage of one, begins with: the one that the editor offers in documents too.
 *
 * @param title takes the place of the words that ask for one; they stay where it is empty
 */
export function templateOf(kind: Kind, title: string): string {
  const { body } =
    snippets[kind === "charter" ? "Leadership charter" : kind === "decision" ? "Decision record" : "Disagreement"];
  const text = `${body.join("\n").trimEnd()}\n`;
  if (title === "") return text;
  return text.replace(new RegExp(`\\$\\{\\d+:${titles[kind]}\\}`), () => escapeSnippet(title));
}

/** A document of its own for a passage. */
export function withHeading(heading: string, template: string): string {
  return `# ${escapeSnippet(heading)}\n\n${template}`;
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}
