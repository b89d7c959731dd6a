import type { ParagraphUnit } from "../../reading/units.js";
import type { SectionReading } from "../context.js";
import { speakerOf } from "./speakers.js";

const leadWords = /^\W{0,4}([\p{L}\p{N}][^:.;?!]{2,46}):\s/u;

/**
 * What a disagreement told in sentences is about: the words before the colon that begin its point ("pricing page: …"), else the heading
 * that it stands under, else the sentence.
 */
export function topicOf(reading: SectionReading, unit: ParagraphUnit, sentence: string): string {
  const lead = leadWords.exec(unit.inline.text)?.[1];
  if (lead !== undefined && unit.item !== undefined && speakerOf(`${lead}: `) === undefined) return lead.trim();
  const heading = reading.section.path.at(-1);
  if (heading === undefined || heading.depth < 2 || heading.role !== undefined || heading.date !== undefined)
    return sentence;
  return heading.text.replace(/^\W{0,2}\d{1,2}(?:\.\d{1,2})*[.)]?\s+/, "").trim() || sentence;
}
