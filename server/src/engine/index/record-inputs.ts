import type { Slot } from "../markdown/slot.js";
import type { Input } from "../model/facts.js";
import type { ParagraphUnit, RowUnit } from "../reading/units.js";
import { isPlaceholder } from "../understand/placeholders.js";
import { namesAnswer } from "../understand/prose/answers.js";
import { isMissing, isReceived } from "../understand/prose/inputs.js";
import { splitNames } from "../understand/prose/names.js";
import type { PlanDocument } from "./document.js";

/** "Input needed", "Whom we asked", "Waiting for": what stands below lists whose word a record waits for. */
const inputHeading =
  /^\W{0,4}(?:\d+[.)]\s)?(?:(?:open |the |our )?inputs?(?: (?:needed|wanted|requested|required|asked(?: for)?|sought|received|so far|we (?:need|asked for|wait for)))?(?: (?:from|of) (?:others|people|leads))?|who(?:m)? (?:we (?:asked|ask|need|need to hear|wait for)|(?:was|is|has been|must be|has to be) (?:asked|heard)|has been heard)|(?:still )?(?:waiting|waits) (?:for|on)|(?:feedback|opinions?|sign-?offs?) (?:needed|wanted|requested|required|asked for))\W{0,3}$/i;
const whoHeader =
  /^(?:(?:input )?from(?: whom)?|who|whom|person|people|name|lead|asked|asked of|of|domain|team|area|input(?: (?:needed|wanted|requested|asked))?(?: from| of)?)$/i;
/** In a table of nothing but inputs, these say the same as "Answer". */
const stateHeader = /^(?:in(?: on| at)?|status|state|done|so far)\??$/i;

/** Inputs that a record lists in a table or list below a heading of their own, each with whether it has come. */
export function inputsBelowHeading(document: PlanDocument): readonly Input[] {
  const inputs: Input[] = [];
  let open = false;
  for (const slot of document.markdown.slots) {
    if (slot.type === undefined || slot.type === "yaml") continue;
    if (slot.type === "heading") open = isInputHeading(document, slot);
    else if (open || isInputs(document, slot))
      for (const unit of document.unitsOf(slot)) {
        if (unit.kind === "row") inputs.push(...inRow(unit));
        else if (unit.kind === "paragraph" && unit.item?.depth === 0) inputs.push(...inItem(unit));
      }
  }
  return inputs;
}

/** "Input needed: Ana Lima", "Input from @bo: 9 June": a list of nothing else, whatever its heading is called. */
const inputLabel =
  /^\W{0,3}(?:inputs?|feedback|opinions?|advice|views?)(?: (?:still )?(?:needed|wanted|requested|required|asked(?: for)?|sought|received|given|heard|from|of|by)){0,3}\s?:\W{0,3}(?=@|\p{Lu})/iu;

function isInputs(document: PlanDocument, slot: Slot): boolean {
  if (slot.type !== "list" || !/\b(?:input|feedback|opinion|advice|view)/i.test(slot.text)) return false;
  return document.unitsOf(slot).every((unit) => unit.kind === "paragraph" && inputLabel.test(unit.inline.text));
}

function isInputHeading(document: PlanDocument, slot: Slot): boolean {
  if (!/in|ask|wait|hear|need|feed|sign/i.test(slot.text)) return false;
  const [unit] = document.unitsOf(slot);
  return unit?.kind === "heading" && inputHeading.test(unit.inline.text.trim());
}

function inRow({ slot, table, cells }: RowUnit): readonly Input[] {
  const headers = table.header.map((cell) => cell.inline.text.trim());
  const who = cells[headers.findIndex((header) => whoHeader.test(header))];
  const column = headers.findIndex((header) => namesAnswer(header) || stateHeader.test(header));
  const answer = cells[column]?.inline.text.trim();
  if (!who || isPlaceholder(who.inline.text)) return [];
  const status = answer === undefined ? cells.map((cell) => cell.inline.text).join(" ") : answer;
  const came = answer === undefined ? isReceived(status) : !isPlaceholder(status) && !isMissing(status);
  const place = { slot, start: who.start, end: who.end };
  return splitNames(who.inline.text).map(({ text }) => ({ from: text, place, state: came ? "received" : "requested" }));
}

/** "Ana Lima: what the lamps cost (2026-06-04)", "- [ ] @bo", "Cy – pending". */
const itemName = /^\W{0,3}(@[\w-]+|\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){0,2})(?=$|\s?[:,(]|\s[–—-]\s)/u;

/** "– 10 June 2026", ": June 10", rather than "by 10 June". */
const dayHeard =
  /^\W{0,4}(?:(?:on|heard|received|answered|given|said so) ){0,3}(?:\d{1,2}(?:st|nd|rd|th)?\.? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,2}\b)/i;

function inItem({ slot, start, end, inline, item }: ParagraphUnit): readonly Input[] {
  const label = inputLabel.exec(inline.text)?.[0] ?? "";
  const text = inline.text.slice(label.length);
  const name = itemName.exec(text)?.[1];
  if (name === undefined) return [];
  const rest = text.slice(text.indexOf(name) + name.length);
  const came = item?.checked ?? ((isReceived(rest) || dayHeard.test(rest)) && !isMissing(rest));
  return [{ from: name, place: { slot, start, end }, state: came ? "received" : "requested" }];
}
