import type { Settings } from "../config/settings.js";
import { MarkdownDocument, type SlotChange } from "../markdown/document.js";
import type { Slot } from "../markdown/slot.js";
import type { Acronym } from "../matching/acronyms.js";
import type { Decision, Facts } from "../model/facts.js";
import type { DocumentHead } from "../model/section.js";
import { readUnits, type Unit } from "../reading/units.js";
import { mayHoldComments, type SuppressionComment, SuppressionComments } from "../suppressions/comments.js";
import type { TextChange } from "../text/range.js";
import type { ReadingContext, Vocabulary } from "../understand/context.js";
import { type DocumentModel, DocumentReader } from "../understand/reader.js";
import { explainedAcronyms } from "./acronyms.js";
import { type DateOrder, dateOrderEvidences, dateOrderOf, type OwnDates } from "./date-order.js";
import { decodeGraph, encodeGraph, type GraphCode } from "./graph.js";
import { type Legend, mayStateLegends, statedLegends } from "./legend.js";
import { recordOf, restoreRecord } from "./record.js";
import { restFacts } from "./resting-facts.js";

/** What a document is, and the settings that it is read with. */
export interface DocumentSource {
  /** Relative to the root, with `/`; the document's name in messages and formats. */
  readonly path: string;
  readonly text: string;
  readonly settings: Settings;
  readonly context: ReadingContext;
  readonly repositoryOrder: DateOrder;
}

/**
 * What reading a document came to, as plain data that travels between threads and stays from run to run. It holds for the same text, path and
 * settings in the same build; blocks are named by their number.
 */
export interface DocumentReading {
  readonly planning: boolean;
  /** Whether something that would be checked is beyond the limits of the engine. */
  readonly refused: boolean;
  readonly dates: OwnDates;
  /** The order of day and month that it was read with. */
  readonly readOrder: DateOrder;
  readonly acronyms: readonly (readonly Acronym[])[];
  readonly legends: readonly Legend[];
  readonly model: GraphCode;
}

/** What the graph of a reading holds. */
interface KeptModel extends DocumentModel {
  /** The decision of a record, which takes another reading of its text. */
  readonly record: Decision | null;
}

/** A document's text, with what reading it came to where that is known. */
export interface KnownDocument {
  readonly path: string;
  readonly text: string;
  readonly reading: DocumentReading | undefined;
}

/** What a document's slots say by themselves: after an edit only new slots are read. */
interface BySlot {
  readonly acronyms: ReturnType<typeof explainedAcronyms>;
  readonly legends: ReturnType<typeof statedLegends>;
  readonly dateEvidence: ReturnType<typeof dateOrderEvidences>;
  readonly comments: SuppressionComments;
}

const none: readonly never[] = [];

/** One Markdown document of the workspace: its text, and what is understood of it. */
export class PlanDocument {
  readonly path: string;
  #markdown: MarkdownDocument | undefined;
  /** The text while nobody has asked for its blocks. */
  #unopened: string;
  /** Undefined while the document rests, as is the reader. */
  #bySlot: BySlot | undefined;
  /** What it is read with by itself, and what it is read with. */
  #ownContext: ReadingContext;
  #context: ReadingContext;
  #reader: DocumentReader | undefined;
  #resting = false;
  /** Whether anything that would be checked is beyond the engine's limits; known while the document rests. */
  #refused: boolean | undefined;
  /** What an earlier reading came to, as long as it holds. */
  #reading: DocumentReading | undefined;
  /** What reading it by itself came to, where it is read with more than that. */
  #readingAlone: DocumentReading | undefined;
  #model: DocumentModel | undefined;
  #settings: Settings;
  #dates: OwnDates;
  #repositoryOrder: DateOrder;
  /** The order that the reader goes by; it may lag behind while no date depends on it. */
  #readOrder: DateOrder;

  private constructor({ path, text, settings, context, repositoryOrder }: DocumentSource, reading?: DocumentReading) {
    this.path = path;
    this.#unopened = text;
    this.#settings = settings;
    this.#ownContext = context;
    this.#context = context;
    this.#repositoryOrder = repositoryOrder;
    this.#reading = reading;
    this.#dates = reading?.dates ?? this.#ownDates();
    if (reading) this.#readOrder = reading.readOrder;
    else this.#model = this.#read(this.#newReader());
  }

  /** Reads a document. */
  static read(source: DocumentSource): PlanDocument {
    return new PlanDocument(source);
  }

  /** A document of which is known what reading it came to. It has to be told the repository's date order before anything else is asked. */
  static restore(source: DocumentSource, reading: DocumentReading): PlanDocument {
    return new PlanDocument(source, reading);
  }

  get markdown(): MarkdownDocument {
    if (this.#markdown === undefined) {
      this.#markdown = MarkdownDocument.open(this.#unopened);
      this.#unopened = "";
    }
    return this.#markdown;
  }

  get text(): string {
    return this.#markdown?.text ?? this.#unopened;
  }

  get head(): DocumentHead {
    return this.#understood().head;
  }

  get facts(): Facts {
    return this.#understood().facts;
  }

  /** What stands in a slot of the document; read again only where the document rests. */
  unitsOf(slot: Slot): readonly Unit[] {
    return this.#reader?.unitsOf(slot) ?? readUnits(slot);
  }

  /** The short forms that the text explains, by the passages that do; the same list while they are the same. */
  get acronyms(): readonly (readonly Acronym[])[] {
    return this.#reading?.acronyms ?? this.#slotValues().acronyms.of(this.markdown);
  }

  /** The scales that the text states, where that counts; the same list while they are the same. */
  get legends(): readonly Legend[] {
    if (this.#reading) return this.#reading.legends;
    return mayStateLegends(this.path, this.head.planning) ? this.#slotValues().legends.of(this.markdown) : none;
  }

  /** The comments of the text that silence findings, in its order. */
  get suppressionComments(): readonly SuppressionComment[] {
    if (this.#resting && !mayHoldComments(this.text)) return none;
    return this.#slotValues().comments.of(this.markdown);
  }

  /** False where it is known that nothing of the document is beyond the engine's limits. */
  get mayBeRefused(): boolean {
    return this.#reading?.refused ?? this.#refused ?? true;
  }

  /** Whether nobody edits the document. */
  get resting(): boolean {
    return this.#resting;
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** What the document's own dates say of day and month. */
  get ownDateOrder(): DateOrder {
    return this.#dates.order;
  }

  /** Configuration first, then the document's own dates, then the repository's (SPEC §6 "Dates"). */
  get dateOrder(): DateOrder {
    return this.#settings.dateOrder ?? this.ownDateOrder ?? this.#repositoryOrder;
  }

  /** Applies changes in LSP order and reads again what they touched. */
  apply(changes: readonly TextChange[]): SlotChange {
    this.wake();
    const change = this.markdown.apply(changes);
    this.#reading = undefined;
    this.#readingAlone = undefined;
    this.#dates = this.#ownDates();
    const current = this.dateOrder === this.#readOrder ? this.#reader : undefined;
    this.#model = this.#read(current ?? this.#newReader());
    return change;
  }

  /** Takes over what the repository's dates say; true where the document had to be read anew for it. */
  setRepositoryDateOrder(order: DateOrder): boolean {
    this.#repositoryOrder = order;
    if (this.dateOrder === this.#readOrder || !this.#dates.matters) return false;
    this.#readingAlone = undefined;
    this.#readAnew();
    return true;
  }

  /** Reads the whole document anew, under other settings. */
  reconfigure(settings: Settings, context: ReadingContext): void {
    this.#settings = settings;
    this.#ownContext = context;
    this.#context = context;
    this.#readingAlone = undefined;
    this.#readAnew();
  }

  /** Whether it is read with words that it has from elsewhere. */
  get knowsMore(): boolean {
    return this.#context !== this.#ownContext;
  }

  /** Reads the whole document anew with a vocabulary from elsewhere; without one, by itself again. */
  readWith(vocabulary: Vocabulary | undefined): void {
    this.#readingAlone ??= this.#reading;
    this.#context = vocabulary ? { ...this.#ownContext, vocabulary } : this.#ownContext;
    this.#readAnew();
  }

  /**
   * Lets go of all that only edits need: blocks, units, what sections were read as. Facts stay as they are. Whoever asks for blocks has them made
   * again, and whoever makes a resting document do so lets it rest again; the next edit reads the whole document anew.
   */
  rest(): void {
    if (!this.#reading) this.#refused ??= isRefused(this.markdown, this.head.planning);
    const held = this.#model && this.#reader && restFacts(this.#model);
    this.#resting = true;
    this.#reader = undefined;
    this.#bySlot = undefined;
    this.#markdown?.rest(held);
  }

  /** Says that somebody looks at the document now: what is made of it is kept. */
  wake(): void {
    this.#resting = false;
    this.#refused = undefined;
  }

  /**
   * What `restore` makes the same document of, in this build, as it is read by itself; undefined where the facts hold what cannot be written so.
   */
  reading(): DocumentReading | undefined {
    if (this.#reading) return this.#reading;
    if (this.knowsMore) {
      this.#readingAlone ??= PlanDocument.read({
        path: this.path,
        text: this.text,
        settings: this.#settings,
        context: this.#ownContext,
        repositoryOrder: this.#repositoryOrder,
      }).reading();
      return this.#readingAlone;
    }
    const { head, facts } = this.#understood();
    const kept: KeptModel = { head, facts, record: head.planning ? (recordOf(this) ?? null) : null };
    const model = encodeGraph(kept, this.markdown.slots);
    if (!model) return undefined;
    const { planning } = this.head;
    return {
      planning,
      refused: isRefused(this.markdown, planning),
      dates: this.#dates,
      readOrder: this.#readOrder,
      // Nobody asks for those of other documents.
      acronyms: planning ? this.acronyms : none,
      legends: this.legends,
      model,
    };
  }

  #understood(): DocumentModel {
    this.#model ??= this.#reading ? modelOf(this.#reading, this.markdown) : this.#read(this.#newReader());
    return this.#model;
  }

  #readAnew(): void {
    this.#reading = undefined;
    this.#refused = undefined;
    this.#model = this.#read(this.#newReader());
  }

  #read(reader: DocumentReader): DocumentModel {
    this.#reader = reader;
    return reader.read(this.markdown);
  }

  #ownDates(): OwnDates {
    return dateOrderOf(this.#slotValues().dateEvidence.of(this.markdown));
  }

  #slotValues(): BySlot {
    this.#bySlot ??= {
      acronyms: explainedAcronyms(),
      legends: statedLegends((slot) => this.unitsOf(slot)),
      dateEvidence: dateOrderEvidences(),
      comments: new SuppressionComments(),
    };
    return this.#bySlot;
  }

  #newReader(): DocumentReader {
    this.#readOrder = this.dateOrder;
    return new DocumentReader({ ...this.#context, dates: { ...this.#context.dates, dateOrder: this.dateOrder } });
  }
}

function isRefused({ refusal, slots }: MarkdownDocument, planning: boolean): boolean {
  return refusal !== undefined || (planning && slots.some((slot) => slot.refusal !== undefined));
}

function modelOf({ model }: DocumentReading, { slots }: MarkdownDocument): DocumentModel {
  const { head, facts, record } = decodeGraph(model, slots) as KeptModel;
  if (head.planning) restoreRecord({ head, facts }, record);
  return { head, facts };
}
