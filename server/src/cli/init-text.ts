import { stringify } from "yaml";
import { count } from "../engine/text/words.js";

export interface FoundDomain {
  readonly name: string;
  /** As documents write them: "Priya Nair <@priya>". */
  readonly leads: readonly string[];
  readonly members: readonly string[];
}

/** A `.lockstep.yaml` that says what was found, and as remarks what else may be said. */
export function configurationText(domains: readonly FoundDomain[], documents: number, kinds: string): string {
  const found = documents === 0 ? "no planning document yet" : `${count(documents, "planning document")} (${kinds})`;
  const map = Object.fromEntries(
    domains.map(({ name, leads, members }) => [
      name,
      { ...(leads.length > 0 && { leads }), ...(members.length > 0 && { members }) },
    ]),
  );
  return [
    `# Made by \`lockstep init\`, which found ${found}.`,
    "root: true",
    stringify({ domains: map }, { lineWidth: 120, flowCollectionPadding: false }).trimEnd(),
    "# documents:                       # which Markdown is planning, and what a path says of it; the first match wins",
    '#   - { files: "archive/**", planning: false }',
    "# rules:",
    "#   decision-stalled: { days: 21 }",
    "#   wording-sides: off",
    "",
  ].join("\n");
}
