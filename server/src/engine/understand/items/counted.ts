import type { Figure, PlanItem } from "../../model/facts.js";
import type { DocumentHead } from "../../model/section.js";
import type { ParagraphUnit } from "../../reading/units.js";
import type { ReadUnit, SectionReading } from "../context.js";
import { noAttributes, placeIn, type TextSource } from "./attributes.js";
import { buildItem } from "./build.js";
import { type Amount, findAmount, numberOf, totalName } from "./figures.js";
import { referenceOf, type Setting } from "./setting.js";

/** An amount under a label, and where the label stands in the text. */
export interface LabelledAmount {
  readonly start: number;
  readonly end: number;
  readonly measure: string;
  readonly amount: Amount;
}

const labelled =
  /^\W{0,4}(\p{L}[\p{L}\p{N} &/'’().-]{1,40}?)\s{0,2}(?::|\s[–—-]|=)\s{0,2}(?=[+~≈]?[$€£]?\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|no|none|zero)\b)/iu;
const currency = /^[$€£]$/;

/**
 * "Engineering: 4 engineers", "Product – two hires": a bullet or paragraph that counts people or money under a label. `above` is the line that heads
 * the list ("**New seats**").
 */
export function labelledAmount(
  text: string,
  { section, head }: SectionReading,
  above: string | undefined = undefined,
): LabelledAmount | undefined {
  const match = labelled.exec(text);
  if (!match?.[1]) return undefined;
  const from = match[0].length;
  const word = /^\p{L}+/u.exec(text.slice(from, from + 12))?.[0];
  const value = word === undefined ? undefined : numberOf(word);
  const amount =
    word !== undefined && value !== undefined
      ? { value, unit: "", text: word, start: from, end: from + word.length }
      : findAmount(text, from);
  if (!amount || amount.start > from + 1) return undefined;
  const rest = text.slice(amount.start, amount.end + 30);
  const counts = [above ?? "", section.path.at(-1)?.text ?? ""].find((line) => otherKind.test(line));
  const hires =
    /\b(?:hires?|openings?|new|more|additional|positions?)\b/i.test(rest) ||
    saysHires.test(above ?? "") ||
    saysHires.test(head.title?.text ?? "") ||
    section.path.some((heading) => saysHires.test(heading.text));
  const start = match[0].indexOf(match[1]);
  return {
    start,
    end: start + match[1].trimEnd().length,
    measure: currency.test(amount.unit) ? "Budget" : (counts ?? (hires ? "Hires" : "Headcount")),
    amount,
  };
}

/** A title or heading that counts those who come, rather than all who are there. */
const saysHires =
  /\b(?:hires|openings|joiners|(?:new|open|additional) (?:posts|people|roles|seats|heads|positions)|people to hire)\b/i;
/** A line that counts people of another kind than those on the payroll, or those who go. */
const otherKind =
  /^\W{0,4}(?:[\p{L}-]+ ){0,2}(?:contractors?|freelancers?|agency staff|temps|temporary staff|interns?|apprentices?|trainees?|consultants|volunteers|leavers|departures|attrition|backfills?)\b.{0,30}$/iu;

const longest = 800;
/** What makes another figure of it: a share, a time, a day. */
const otherFigure =
  /^\s?(?:%|per ?cent|(?:out )?of (?:the |our )?(?:\d|\p{L}+ty\b|two|three|four|five|six|seven|eight|nine|ten)|(?:weeks?|months?|years?|days?|hours?|minutes?|am|pm|o['’]clock|jan\p{L}*|feb\p{L}*|mar(?:ch)?|apr\p{L}*|may|june?|july?|aug\p{L}*|sep\p{L}*|oct\p{L}*|nov\p{L}*|dec\p{L}*)\b|[:/-]\d)/iu;
/** A budget with a name of its own: "Recruitment budget", "Travel budget 2027", "Budget for hiring". */
const namedBudget =
  /^(?:(?:the|our) )?(?:\p{L}[\p{L}&-]+ ){1,3}budget\b.{0,20}$|^budget for (?:the |our )?\p{L}[\p{L} &-]{2,30}$/iu;
/** Documents in which a line about a budget is one of money rather than of the work that it stands below. */
const tellsOfMoney: ReadonlySet<DocumentHead["kind"]> = new Set(["hiring", "notes", "other"]);

/** A paragraph that counts people of a hiring plan, or names a budget anywhere: "**Design: 3.** Two for the app …", "Hiring budget: £40,000". */
export function countedParagraph(read: ReadUnit, setting: Setting, reading: SectionReading): PlanItem | undefined {
  const unit = read.unit as ParagraphUnit;
  const { text, marks } = unit.inline;
  if (setting.shown || text.length > longest) return undefined;
  const row = labelledAmount(text, reading);
  if (!row || row.amount.unit === "%" || otherFigure.test(text.slice(row.amount.end))) return undefined;
  const label = text.slice(row.start, row.end);
  const money = currency.test(row.amount.unit);
  const { domainByWord } = reading.context.vocabulary;
  const counted =
    setting.kind === "headcount" &&
    setting.readiness !== "closed" &&
    (money
      ? namedBudget.test(label)
      : domainByWord.has(label.toLowerCase()) ||
        totalName.test(label) ||
        marks.some(({ kind, start, end }) => kind === "strong" && start <= row.start && end >= row.amount.end));
  if (!counted && !(money && namedBudget.test(label) && tellsOfMoney.has(reading.head.kind))) return undefined;
  const source: TextSource = { unit, inline: unit.inline, context: reading.context, reference: referenceOf(reading) };
  const struck = marks.some(({ kind, start, end }) => kind === "delete" && start <= row.start + 1 && end >= row.end);
  const titlePlace = placeIn(source, row.start, row.end);
  const attributes = noAttributes();
  if (struck) attributes.status = { text: "struck", class: "dropped", place: titlePlace };
  if (domainByWord.has(label.toLowerCase())) attributes.domainWords.push({ text: label, place: titlePlace });
  return buildItem(
    {
      kind: "headcount",
      title: label,
      titlePlace,
      place: { slot: unit.slot, start: unit.start, end: unit.end },
      form: "label",
      unit,
      attributes,
      fields: [],
      text,
      links: [],
      list: `${row.measure}:${reading.section.path.map((heading) => heading.text).join("/")}`,
      ranked: false,
      struck,
      total: totalName.test(label),
      figures: [figureOf(row, source)],
      parent: undefined,
      evidence: [{ kind: "counted-paragraph", text: text.slice(0, 60) }],
    },
    setting,
    reading,
  );
}

/** The figure of a labelled amount. */
export function figureOf({ measure, amount }: LabelledAmount, source: TextSource): Figure {
  const place = placeIn(source, amount.start, amount.end);
  return { measure, kind: "target", value: amount.value, unit: amount.unit, text: amount.text, place };
}
