import type { Evidence, OpenQuestion } from "../../model/facts.js";
import { fieldOf, type SectionReading } from "../context.js";
import type { Passage } from "./passage.js";

const answered = /\b(?:resolved|answered|closed|decided|done|settled|yes|no longer|fixed|addressed)\b|✅|✔|☑/i;
const open = /\b(?:open|unresolved|unanswered|pending|not (?:yet )?(?:resolved|answered|decided))\b/i;

/** "(answered) May it rain?", "Gates [resolved]", "The name (decided on 4 May)": what a mark in brackets at an end says of it. */
const marked =
  /^\W{0,3}[([](?:answered|resolved|closed|decided|settled)[)\]]|[([](?:now )?(?:answered|resolved|closed|decided|settled)(?:[,:; ][^()[\]]{0,60})?[)\]]\W{0,3}$/i;

/** Whether the words themselves, or the heading that they stand below, are marked as answered. */
function isMarked(text: string, { section }: SectionReading): boolean {
  return marked.test(text.slice(0, 300)) || section.path.some((heading) => marked.test(heading.text));
}

/** An open question, resolved where its fields or marks say so. */
export function questionOf(
  reading: SectionReading,
  passage: Passage,
  read: { readonly text: string; readonly evidence: readonly Evidence[]; readonly resolved: boolean },
): OpenQuestion {
  const status = fieldOf(passage.fields, "status")?.value;
  const outcome = fieldOf(passage.fields, "outcome", "decision");
  const resolved =
    status !== undefined && open.test(status)
      ? false
      : read.resolved ||
        isMarked(read.text, reading) ||
        outcome !== undefined ||
        (status !== undefined && answered.test(status));
  return {
    kind: "question",
    text: read.text,
    status: resolved ? "resolved" : "open",
    place: passage.place,
    focus: passage.focus,
    form: passage.form,
    unit: passage.unit,
    fields: passage.fields,
    section: reading.section,
    evidence: read.evidence,
    id: passage.id,
    links: passage.links,
  };
}
