import type { MarkdownDocument } from "../markdown/document.js";
import type { Slot } from "../markdown/slot.js";
import type { Facts } from "../model/facts.js";
import type { DocumentHead, Heading, Section } from "../model/section.js";
import { readUnits, type Unit } from "../reading/units.js";
import { readCharter } from "./charter.js";
import type { Outline, ReadingContext, ReadUnit, SectionReading } from "./context.js";
import { recogniseDecisions } from "./decisions.js";
import { recogniseDisagreements } from "./disagreements.js";
import { linkFacts } from "./document-links.js";
import { readFields } from "./fields.js";
import { readFrontMatterFacts } from "./front-matter.js";
import { ContentSignals } from "./head/content.js";
import { readHead } from "./head.js";
import { readHeading } from "./headings.js";
import { recogniseItems } from "./items.js";
import { recogniseOneOnOnes } from "./one-on-ones.js";
import { outlinesOf, plainOutline, splitSections } from "./outline.js";
import { type Review, recogniseReviews } from "./prose/reviews.js";
import { wordsOfUnit } from "./prose/statement.js";
import { recogniseQuestions } from "./questions.js";
import { recogniseStandIns } from "./roster/stand-ins.js";
import { recogniseRoster } from "./roster-tables.js";
import { recogniseSharedPurposes } from "./shared-purposes.js";
import { recogniseWordings } from "./wordings.js";

/** What is understood of one document. Facts of sections that an edit left alone are the same objects as before. */
export interface DocumentModel {
  readonly head: DocumentHead;
  readonly facts: Facts;
}

/** What one section states by itself. */
export type SectionFacts = Omit<Facts, "charter">;

interface CachedSection {
  readonly slots: readonly Slot[];
  readonly outline: Outline;
  readonly section: Section;
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
  #sections = new WeakMap<Slot, CachedSection>();
  readonly #signals: ContentSignals;
  #head: DocumentHead | undefined;

  /** @param readSlot the units of a slot, where somebody has them already */
  constructor(
    context: ReadingContext,
    private readonly readSlot: (slot: Slot) => readonly Unit[] = readUnits,
  ) {
    this.#context = context;
    this.#signals = new ContentSignals((slot) => this.#unitsOf(slot), context);
  }

  read(document: MarkdownDocument): DocumentModel {
    const head = readHead(document, this.#context, this.#head, (slot) => this.#unitsOf(slot), this.#signals);
    this.#head = head;
    if (!head.planning) return { head, facts: emptyFacts };
    const parts: SectionFacts[] = [readFrontMatterFacts(document, head, this.#context)];
    const reviews: Review[] = [];
    let path: readonly Heading[] = [];
    let section: Section = { path, date: undefined };
    const sections = splitSections(document.slots);
    const outlines = outlinesOf(sections, (slot) => this.#headingOf(slot));
    for (const [index, { heading, slots }] of sections.entries()) {
      if (heading) {
        const info = this.#headingOf(heading);
        path = [...path.filter((above) => above.depth < info.depth), info];
        section = { path, date: innermostDate(path) };
      }
      const key = heading ?? slots[0];
      if (!key) continue;
      const read = this.#factsOf(key, slots, section, outlines[index] ?? plainOutline, head);
      parts.push(read.facts);
      reviews.push(...read.reviews);
    }
    const joined = joinFacts(parts);
    return {
      head,
      facts: linkFacts(
        { ...joined, charter: readCharter(document, head, joined, (slot) => this.#unitsOf(slot)) },
        reviews,
        head,
      ),
    };
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

  #factsOf(key: Slot, slots: readonly Slot[], section: Section, outline: Outline, head: DocumentHead): CachedSection {
    const cached = this.#sections.get(key);
    if (
      cached &&
      cached.head === head &&
      cached.outline.parted === outline.parted &&
      cached.outline.amongLists === outline.amongLists &&
      sameItems(cached.section.path, section.path) &&
      sameItems(cached.slots, slots)
    ) {
      return cached;
    }
    const units = slots.flatMap((slot) => this.#unitsOf(slot));
    const reading: SectionReading = { section, units, outline, head, context: this.#context };
    const read: CachedSection = {
      slots,
      outline,
      section,
      head,
      facts: recognise(reading),
      reviews: recogniseReviews(reading),
    };
    this.#sections.set(key, read);
    return read;
  }
}

function recognise(reading: SectionReading): SectionFacts {
  if (reading.units.length === 0) return emptyFacts;
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

function innermostDate(path: readonly Heading[]): Section["date"] {
  for (let index = path.length - 1; index >= 0; index -= 1) {
    const date = path[index]?.date;
    if (date) return date;
  }
  return undefined;
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

const emptyFacts: Facts = {
  decisions: [],
  disagreements: [],
  questions: [],
  items: [],
  roster: [],
  standIns: [],
  charter: undefined,
  oneOnOnes: [],
  wordings: [],
  sharedPurposes: [],
};

function joinFacts(parts: readonly SectionFacts[]): SectionFacts {
  return {
    decisions: joined(parts, "decisions"),
    disagreements: joined(parts, "disagreements"),
    questions: joined(parts, "questions"),
    items: joined(parts, "items"),
    roster: joined(parts, "roster"),
    standIns: joined(parts, "standIns"),
    oneOnOnes: joined(parts, "oneOnOnes"),
    wordings: joined(parts, "wordings"),
    sharedPurposes: joined(parts, "sharedPurposes"),
  };
}

/** Most sections hold no facts of most kinds, and this runs on each keystroke. */
function joined<Kind extends keyof SectionFacts>(parts: readonly SectionFacts[], kind: Kind): SectionFacts[Kind] {
  const all: SectionFacts[Kind][number][] = [];
  for (const part of parts) if (part[kind].length > 0) all.push(...part[kind]);
  return all as readonly unknown[] as SectionFacts[Kind];
}
