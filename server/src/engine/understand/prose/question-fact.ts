import type { Evidence, OpenQuestion } from "../../model/facts.js";
import { fieldOf, type SectionReading } from "../context.js";
import type { Passage } from "./passage.js";

const answered = /\b(?:resolved|answered|closed|decided|done|settled|yes|no longer|fixed|addressed)\b|✅|✔|☑/i;
const open = /\b(?:open|unresolved|unanswered|pending|not (?:yet )?(?:resolved|answered|decided))\b/i;

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
      : read.resolved || outcome !== undefined || (status !== undefined && answered.test(status));
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
