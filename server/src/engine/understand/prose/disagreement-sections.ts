import type { Disagreement } from "../../model/facts.js";
import type { SectionReading } from "../context.js";
import { isAction, isLeadIn, isNothing, isStruck } from "./choices.js";
import { disagreementOf } from "./disagreement-fact.js";
import { because, isLabelLine, sentencePassage } from "./passage.js";
import { splitSentences } from "./sentences.js";
import type { Setting } from "./setting.js";

const resolvedItem = /^\W{0,4}(?:~~|resolved\b|\[x\])/i;

/** The entries of a section that its heading calls disagreements or concerns: outer list items, else paragraphs. */
export function sectionDisagreements(reading: SectionReading, setting: Setting, done: Set<number>): Disagreement[] {
  const heading = reading.section.path.at(-1);
  if (setting.roleDepth > 0 || heading === undefined) return [];
  if (setting.role !== "disagreements" && setting.role !== "concerns") return [];
  const anybody = setting.role === "disagreements" || namesPeople(heading.text);
  const hasItems = reading.units.some(({ unit }) => unit.kind === "paragraph" && unit.item !== undefined);
  const found: Disagreement[] = [];
  reading.units.forEach((read, index) => {
    const { unit } = read;
    if (unit.kind !== "paragraph" || done.has(index) || isLabelLine(read)) return;
    // "Open question: …" among disagreements is a question.
    if (read.fields[0]?.name === "question") return;
    const paragraphs = !hasItems && heading.depth > 1 && !(setting.record && setting.role === "disagreements");
    if (unit.item !== undefined ? unit.item.depth > 0 : !paragraphs || unit.container !== undefined) return;
    const text = unit.inline.text.trim();
    if (!anybody && !raised.test(text)) return;
    if (text === "" || isNothing(text) || isLeadIn(text) || isAction(text, undefined)) return;
    if (/^\W{0,4}(?:no\b|none\b|nothing\b)/i.test(text) || resolvedItem.test(text)) return;
    done.add(index);
    const first = splitSentences(unit.inline.text)[0] ?? { start: 0, end: text.length };
    found.push(
      disagreementOf(reading, sentencePassage(reading, index, first.start, first.end, unit.item ? "list" : "prose"), {
        topic: unit.inline.text.slice(first.start, first.end),
        evidence: [because("disagreements-section", heading.text)],
        resolved: unit.item?.checked === true || isStruck(unit.inline),
      }),
    );
  });
  return found;
}

/** "stale-results (raised by @marta, 14 April)": somebody else's. */
const raised = /\b(?:raised|opened|filed|voiced|brought up) by (?:the )?[@\p{Lu}]/u;

/** "Concerns" alone may hold an author's own; those raised by others are objections. */
function namesPeople(heading: string): boolean {
  return /\b(?:objections?|blocking|raised|unresolved|open|outstanding|reservations)\b/i.test(heading);
}
