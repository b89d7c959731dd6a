import type { PlanItem } from "../../model/facts.js";
import type { ParagraphUnit } from "../../reading/units.js";
import type { ReadUnit, SectionReading } from "../context.js";
import { noAttributes, placeIn, type TextSource } from "./attributes.js";
import { itemOf } from "./paragraph-items.js";
import { referenceOf, type Setting } from "./setting.js";

/** "Our number one priority for June is the night berths (QY-2)", "The #1 priority remains tide warnings." */
const claim =
  /\b(?:our|the)\s((?:number[ -]one|number\s1|no\.\s?1|#1|first|top)\spriority)(?:\s(?:for|in|until|through|this|next)\s[^.,;:()]{1,30}?)?\s(?:is|remains|stays|continues to be)\s(?:(?:still|again|now|and remains)\s){0,2}(?:the\s|our\s|a\s)?([^.,;:()?!]{4,80}?)\s*(?=[.,;:(!]|\s(?:because|since|so that|which|until|before|and we)\s|$)/iu;
/** "The night berths (QY-2) remain our number one priority": the work first. */
const turned =
  /(?:^|[.!?:]\s)(?:the\s|our\s)?((?!(?:this|that|it|they|these|what|which|if|one|none|nothing)\b)[^.,;:()?!]{4,80}?)\s?(?:\(([A-Z][A-Z0-9]{0,9}-\d{1,6}|#\d{1,6})\)\s?)?\b(?:is|are|remains?|stays?)\s(?:still\s|again\s|now\s)?our\s((?:number[ -]one|number\s1|no\.\s?1|#1|first|top)\spriority)\b/iu;
const behind = /^\s*\(([A-Z][A-Z0-9]{0,9}-\d{1,6}|#\d{1,6})\)/;
const fewestWords = 2;

/** The work that a sentence of a report calls the first of all; undefined where it names none. */
export function claimedFirst(read: ReadUnit, setting: Setting, reading: SectionReading): PlanItem | undefined {
  const unit = read.unit as ParagraphUnit;
  if (!setting.reported || unit.inline.text.length > longest) return undefined;
  const { prose } = unit.inline;
  const first = claim.exec(prose);
  const match = first ?? turned.exec(prose);
  const whole = match?.[0] ?? "";
  const [title = "", words = ""] = first ? [first[2], first[1]] : [match?.[1], match?.[3]];
  if (!match || title.trim().split(" ").length < fewestWords) return undefined;
  const source: TextSource = {
    unit,
    inline: unit.inline,
    context: reading.context,
    reference: referenceOf(reading),
  };
  const start = match.index + (first ? whole.lastIndexOf(title) : whole.indexOf(title));
  const end = start + title.length;
  const at = match.index + (first ? whole.indexOf(words) : whole.lastIndexOf(words));
  const attributes = noAttributes();
  attributes.priority = { text: words, scheme: "rank", level: 1, place: placeIn(source, at, at + words.length) };
  attributes.id = behind.exec(prose.slice(end))?.[1];
  return itemOf(unit, { start, end, attributes }, [], { ...setting, kind: "item" }, reading);
}

const longest = 1_500;
