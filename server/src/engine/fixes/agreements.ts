import type { PlanDocument } from "../index/document.js";
import type { AgreementId } from "../model/facts.js";
import { phrase } from "../text/phrase.js";
import { type Fix, type FixEdit, snippetText } from "./fix.js";

/** A section for each working agreement: its heading, and the question that it answers. */
const sections: Readonly<Record<AgreementId, { readonly heading: string; readonly question: string }>> = {
  values: { heading: "Values", question: "Which few values do both sides hold to when nobody looks?" },
  processes: {
    heading: "How we work",
    question: "Which meetings, documents and rhythms do we share, and who runs them?",
  },
  purpose: {
    heading: "What our processes are for",
    question: "What does each of them protect, and when may we drop it?",
  },
  optimise: { heading: "What we optimise for", question: "When two good things compete, which one wins?" },
  sacrifice: { heading: "What we sacrifice", question: "What do we knowingly do worse for it?" },
  responsibilities: { heading: "Responsibilities", question: "Which team and which person answers for what?" },
  "sticky-questions": {
    heading: "When things get sticky",
    question: "Which questions do we ask each other before we argue for our answer?",
  },
  disagreements: {
    heading: "How we resolve disagreements",
    question: "Who decides when we cannot agree, by when, and how do we carry it together?",
  },
};

/** *Add “How we resolve disagreements”*: the section at the end, its words for the leads to write. */
export function* addAgreement(id: AgreementId, document: PlanDocument): Iterable<Fix> {
  const { heading, question } = sections[id];
  const text = `## ${heading}\n\n\${1:${snippetText(question)}}\n`;
  yield { title: phrase`Add “${heading}”…`, edits: [atEnd(document, text)], safe: false, snippet: true };
}

/** After all text, with one empty line between. */
export function atEnd(document: PlanDocument, section: string): FixEdit {
  const slots = document.markdown.slots;
  const slot = slots[slots.length - 1];
  if (!slot) throw new Error("a document has at least one slot");
  const eol = /\r\n|\n|\r/.exec(document.markdown.slots[0]?.text ?? "")?.[0] ?? "\n";
  const trimmed = slot.text.replace(/(?<![\r\n])[\r\n]+$/, "");
  const lead = trimmed === "" && slots.length === 1 ? "" : `${eol}${eol}`;
  return {
    document,
    place: { slot, start: trimmed.length, end: slot.text.length },
    newText: lead + section.replace(/\n/g, eol),
  };
}
