import type { MarkdownDocument } from "../markdown/document.js";
import type { Place, Slot } from "../markdown/slot.js";
import type { AgreementId, CharterFacts } from "../model/facts.js";
import type { DocumentHead, Heading } from "../model/section.js";
import type { HeadingUnit, ParagraphUnit } from "../reading/units.js";
import { agreementsNamed, agreementsStated } from "./charter/agreements.js";
import { arrangementsOf } from "./charter/one-on-one-arrangements.js";
import type { ReadUnit } from "./context.js";
import { isPlaceholder } from "./placeholders.js";
import { splitSentences } from "./prose/sentences.js";
import type { SectionFacts } from "./reader.js";

/** What a charter agrees on; undefined for documents that are none. */
export function readCharter(
  document: MarkdownDocument,
  head: DocumentHead,
  facts: SectionFacts,
  unitsOf: (slot: Slot) => readonly ReadUnit[],
): CharterFacts | undefined {
  if (head.kind !== "charter") return undefined;
  const reader = new CharterReader(head);
  for (const slot of document.slots) if (slot.type !== undefined) for (const read of unitsOf(slot)) reader.read(read);
  return reader.finish(facts);
}

/** "We would rather ship nothing than ship twice" below "What we sacrifice" does not say what is optimised for, and the other way round. */
function isOtherSide(id: AgreementId, named: readonly AgreementId[], text: string): boolean {
  if (id === "optimise") return named.includes("sacrifice") && !named.includes("optimise") && !/optimi[sz]/i.test(text);
  return id === "sacrifice" && named.includes("optimise") && !named.includes("sacrifice") && !/sacrific/i.test(text);
}

/** A heading whose section may turn out to be empty. */
interface OpenHeading {
  readonly heading: Heading;
  readonly agreements: readonly AgreementId[];
}

class CharterReader {
  readonly #agreements = new Map<AgreementId, Place>();
  readonly #oneOnOnes: CharterFacts["oneOnOnes"][number][] = [];
  readonly #inherits: string[] = [];
  #path: OpenHeading[] = [];
  #announced: readonly AgreementId[] = [];
  /** "One-on-ones:" on a line of its own, over a list: stands for a heading of it. */
  #lead: Heading | undefined;

  constructor(private readonly head: DocumentHead) {}

  read(read: ReadUnit): void {
    const { unit } = read;
    if (unit.kind === "heading") {
      this.#announced = [];
      this.#lead = undefined;
      this.#open(unit);
      return;
    }
    const text =
      unit.kind === "row" ? unit.cells.map((cell) => cell.inline.text.trim()).join(" ") : unit.inline.text.trim();
    if (isPlaceholder(text)) return;
    const place = { slot: unit.slot, start: unit.start, end: unit.end };
    for (const { agreements, heading } of this.#path) for (const id of agreements) this.#add(id, heading.place);
    if (unit.kind === "row") this.#readRow(read, place);
    else this.#readText(read, text, place);
    if (unit.kind === "paragraph" && unit.container === undefined)
      this.#lead = text.length < 80 && text.endsWith(":") ? ({ depth: 7, text, place } as Heading) : undefined;
    const headings = this.#path.map((open) => open.heading);
    this.#oneOnOnes.push(...arrangementsOf(read, this.#lead ? [...headings, this.#lead] : headings));
    this.#readInheritance(read, text);
  }

  finish(facts: SectionFacts): CharterFacts {
    const lead = facts.roster.find((entry) => entry.domain !== undefined);
    if (lead) this.#add("responsibilities", lead.place);
    return { agreements: this.#agreements, oneOnOnes: this.#oneOnOnes, inherits: this.#inherits };
  }

  #open(unit: HeadingUnit): void {
    const text = unit.inline.text.trim();
    const place = { slot: unit.slot, start: unit.start, end: unit.end };
    this.#path = this.#path.filter((open) => open.heading.depth < unit.depth);
    const isTitle = place.slot === this.head.title?.place.slot;
    const heading = { depth: unit.depth, text, place } as Heading;
    this.#path.push({ heading, agreements: isTitle ? [] : agreementsNamed(text) });
  }

  #add(id: AgreementId, place: Place): void {
    if (!this.#agreements.has(id)) this.#agreements.set(id, place);
  }

  /** "| Our values | … |": the row's name, where the row says something. */
  #readRow(read: ReadUnit, place: Place): void {
    if (read.unit.kind !== "row") return;
    this.#readAnnounced(place);
    const { table, cells } = read.unit;
    const from = /^[\d.#)]*$/.test(cells[0]?.inline.text.trim() ?? "") ? 1 : 0;
    const first = cells[from];
    const says = cells.slice(from + 1).some((cell) => !isPlaceholder(cell.inline.text));
    if (first && says) for (const id of agreementsNamed(first.inline.text.trim())) this.#add(id, place);
    cells.forEach((cell, index) => {
      const header = table.header[index]?.inline.text.trim() ?? "";
      if (isPlaceholder(cell.inline.text)) return;
      for (const id of agreementsNamed(header)) this.#add(id, place);
    });
  }

  #readText(read: ReadUnit, text: string, place: Place): void {
    if (read.unit.kind !== "paragraph") return;
    this.#readAnnounced(place);
    const label = labelOf(read.unit, text);
    if (label?.rest === "") this.#announced = agreementsNamed(label.name);
    else if (label && !isPlaceholder(label.rest)) for (const id of agreementsNamed(label.name)) this.#add(id, place);
    // "What we give up. TBD" gives up nothing yet.
    if (label && label.rest !== "" && isPlaceholder(label.rest)) return;
    // "We value warm bread. How we work: …": in a letter any sentence may begin with a name.
    for (const { start, end } of splitSentences(text).slice(1)) {
      const [, name = "", rest = ""] = sentenceLabel.exec(text.slice(start, end)) ?? [];
      if (isPlaceholder(rest) || name.split(" ").length > mostWords) continue;
      for (const id of agreementsNamed(name)) this.#add(id, place);
    }
    const named = this.#path.at(-1)?.agreements ?? [];
    for (const id of agreementsStated(text)) if (!isOtherSide(id, named, text)) this.#add(id, place);
  }

  /** "**What we give up**" on a line of its own, and now what stands below it. */
  #readAnnounced(place: Place): void {
    for (const id of this.#announced) this.#add(id, place);
    this.#announced = [];
  }

  #readInheritance({ unit }: ReadUnit, text: string): void {
    if (unit.kind !== "paragraph" || !inheriting.test(text)) return;
    for (const mark of unit.inline.marks) {
      if (mark.kind !== "link" || mark.url === undefined || mark.url === "") continue;
      const around = `${unit.inline.text.slice(Math.max(mark.start - 120, 0), mark.end)} ${mark.url}`;
      if (inheriting.test(around) || charterLink.test(`${unit.inline.text.slice(mark.start, mark.end)} ${mark.url}`))
        this.#inherits.push(mark.url);
    }
  }
}

const mostWords = 12;

/** A label and what it says: "Values: …", "**What we give up.** …", "What we give up – …"; an empty rest where it stands alone. */
function labelOf(
  { inline }: ParagraphUnit,
  text: string,
): { readonly name: string; readonly rest: string } | undefined {
  const bold = inline.marks.find((mark) => (mark.kind === "strong" || mark.kind === "emphasis") && mark.start === 0);
  const end = bold && bold.end <= longestLabel ? bold.end : undefined;
  const name = end === undefined ? undefined : inline.text.slice(0, end).replace(/(?<![\s:.?!–—-])[\s:.?!–—-]+$/u, "");
  if (name !== undefined && end !== undefined && name.split(" ").length <= mostWords) {
    return { name, rest: inline.text.slice(end).replace(/^[\s:.?!,–—-]+/u, "") };
  }
  const label = /^([^:.!?–—]{3,90})(?::\s*|\s[–—-]\s|\?\s+(?=\S))(.*)$/su.exec(text);
  if (!label || (label[1] ?? "").split(" ").length > mostWords) return undefined;
  return { name: label[1] ?? "", rest: label[2] ?? "" };
}

const longestLabel = 110;
const sentenceLabel = /^([^:.!?]{3,90}): *(\S.*)$/su;
const inheriting =
  /\b(?:adheres? to|adhering to|follows? the|inherits?|governed by|subject to|operates? under|bound by|binds|abides? by|compl(?:y|ies) with|conforms? to|as (?:set out|laid down|defined|described) in|in accordance with|applies here|takes? over)\b/i;
const charterLink = /\b(?:charter|governance|working agreement|code of conduct)\b/i;
