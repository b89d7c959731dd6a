import type { MarkdownDocument } from "../markdown/document.js";
import type { Slot } from "../markdown/slot.js";
import type { Facts } from "../model/facts.js";
import type { DocumentHead, Heading } from "../model/section.js";
import { readUnits, type Unit } from "../reading/units.js";
import { sameItems } from "../text/same.js";
import { readCharter } from "./charter.js";
import type { ReadingContext, ReadUnit, SectionReading } from "./context.js";
import { recogniseDecisions } from "./decisions.js";
import { recogniseDisagreements } from "./disagreements.js";
import { linkFacts } from "./document-links.js";
import { readFields } from "./fields.js";
import { readFrontMatterFacts } from "./front-matter.js";
import { DocumentHeads } from "./head.js";
import { readHeading } from "./headings.js";
import { recogniseItems } from "./items.js";
import { KnownFacts } from "./known-facts.js";
import { recogniseOneOnOnes } from "./one-on-ones.js";
import { type Review, recogniseReviews } from "./prose/reviews.js";
import { wordsOfUnit } from "./prose/statement.js";
import { recogniseQuestions } from "./questions.js";
import { recogniseStandIns } from "./roster/stand-ins.js";
import { recogniseRoster } from "./roster-tables.js";
import { type PlacedSection, Sections } from "./sections.js";
import { recogniseSharedPurposes } from "./shared-purposes.js";
import { recogniseWordings } from "./wordings.js";

/** What is understood of one document. Facts of sections that an edit left alone are the same objects as before. */
export interface DocumentModel {
  readonly head: DocumentHead;
  readonly facts: Facts;
}

/** What one section states by itself. */
export type SectionFacts = Omit<Facts, "charter">;

/** What a section was read as, under one head. */
interface SectionResult {
  readonly head: DocumentHead;
  readonly facts: SectionFacts;
  readonly reviews: readonly Review[];
}

/**
 * Reads the planning model out of a document, again and again as it changes: units and fields are kept with their slot,
 * facts with their section, so that reading after an edit costs the section that was edited.
 */
export class DocumentReader {
  readonly #context: ReadingContext;
  #units = new WeakMap<Slot, readonly ReadUnit[]>();
  #headings = new WeakMap<Slot, Heading>();
  readonly #sections: Sections<SectionResult>;
  readonly #heads: DocumentHeads;
  /** What was joined last, under which head. */
  #joined: { readonly head: DocumentHead; readonly facts: SectionFacts } | undefined;

  /** @param readSlot the units of a slot, where somebody has them already */
  constructor(
    context: ReadingContext,
    private readonly readSlot: (slot: Slot) => readonly Unit[] = readUnits,
  ) {
    this.#context = context;
    this.#heads = new DocumentHeads(context, (slot) => this.#unitsOf(slot));
    this.#sections = new Sections((slot) => this.#headingOf(slot));
  }

  read(document: MarkdownDocument): DocumentModel {
    const head = this.#heads.of(document);
    if (!head.planning) return { head, facts: { ...noFacts, charter: undefined } };
    const joined = this.#factsUnder(head, document);
    const charter = readCharter(document, head, joined, (slot) => this.#unitsOf(slot));
    const reviews = head.kind === "decision" ? this.#sections.all.flatMap(({ reading }) => reading?.reviews ?? []) : [];
    return { head, facts: linkFacts({ ...joined, charter }, reviews, head) };
  }

  /** The units of a slot, if they have been read. */
  unitsOf(slot: Slot): readonly Unit[] | undefined {
    return this.#units.get(slot)?.map(({ unit }) => unit);
  }

  #unitsOf(slot: Slot): readonly ReadUnit[] {
    let units = this.#units.get(slot);
    if (!units) {
      units = this.readSlot(slot).map((unit) => ({ unit, fields: readFields(unit), words: wordsOfUnit(unit) }));
      this.#units.set(slot, units);
    }
    return units;
  }

  #headingOf(slot: Slot): Heading {
    let heading = this.#headings.get(slot);
    if (!heading) {
      const unit = this.#unitsOf(slot)[0]?.unit as Extract<Unit, { kind: "heading" }>;
      heading = readHeading(unit, this.#context);
      this.#headings.set(slot, heading);
    }
    return heading;
  }

  /** What front matter and all sections state; of each kind the same list as before where no fact of it came or went. */
  #factsUnder(head: DocumentHead, document: MarkdownDocument): SectionFacts {
    const { removed, added, moved } = this.#sections.update(document);
    const earlier = removed.flatMap(({ reading }) => reading?.facts ?? []);
    const front = readFrontMatterFacts(document, head, this.#context);
    const sections = this.#sections.all;
    const before = this.#joined;
    const anew = before?.head !== head;
    // Under another head facts mean something else to the indexes, so all are new.
    const known = new KnownFacts(anew ? [] : earlier);
    for (const section of added) section.reading = this.#readSection(section, head, known);
    if (anew || moved) {
      for (const section of sections)
        if (section.reading?.head !== head) section.reading = this.#readSection(section, head, known);
    }
    const parts = (): readonly SectionFacts[] => [front, ...sections.flatMap(({ reading }) => reading?.facts ?? [])];
    const touched = anew || moved ? undefined : [...earlier, ...added.flatMap(({ reading }) => reading?.facts ?? [])];
    const facts = joinFacts(before?.facts ?? noFacts, touched, parts);
    this.#joined = { head, facts };
    return facts;
  }

  #readSection(
    { slots, section, outline }: PlacedSection<SectionResult>,
    head: DocumentHead,
    known: KnownFacts,
  ): SectionResult {
    const units = slots.flatMap((slot) => this.#unitsOf(slot));
    const reading: SectionReading = { section, units, outline, head, context: this.#context };
    return { head, facts: known.in(recognise(reading)), reviews: recogniseReviews(reading) };
  }
}

function recognise(reading: SectionReading): SectionFacts {
  if (reading.units.length === 0) return noFacts;
  const items = recogniseItems(reading);
  const questions = recogniseQuestions(reading);
  const decisions = recogniseDecisions(reading);
  const disagreements = recogniseDisagreements(reading, decisions);
  return {
    decisions,
    disagreements,
    questions,
    items,
    roster: recogniseRoster(reading),
    standIns: recogniseStandIns(reading),
    oneOnOnes: recogniseOneOnOnes(reading),
    wordings: recogniseWordings(reading),
    sharedPurposes: recogniseSharedPurposes(reading),
  };
}

const noFacts: SectionFacts = {
  decisions: [],
  disagreements: [],
  questions: [],
  items: [],
  roster: [],
  standIns: [],
  oneOnOnes: [],
  wordings: [],
  sharedPurposes: [],
};

/**
 * The facts of all parts by kind. A kind of which none of the parts that an edit touched states any stays as it was, without a look at
 * the others; `touched` is undefined where all may have changed.
 */
function joinFacts(
  before: SectionFacts,
  touched: readonly SectionFacts[] | undefined,
  partsOf: () => readonly SectionFacts[],
): SectionFacts {
  let parts: readonly SectionFacts[] | undefined;
  const joined = <Kind extends keyof SectionFacts>(kind: Kind): SectionFacts[Kind] => {
    if (touched?.every((part) => part[kind].length === 0)) return before[kind];
    parts ??= partsOf();
    const all: SectionFacts[Kind][number][] = [];
    for (const part of parts) if (part[kind].length > 0) all.push(...part[kind]);
    return sameItems<unknown>(all, before[kind]) ? before[kind] : (all as readonly unknown[] as SectionFacts[Kind]);
  };
  return {
    decisions: joined("decisions"),
    disagreements: joined("disagreements"),
    questions: joined("questions"),
    items: joined("items"),
    roster: joined("roster"),
    standIns: joined("standIns"),
    oneOnOnes: joined("oneOnOnes"),
    wordings: joined("wordings"),
    sharedPurposes: joined("sharedPurposes"),
  };
}
