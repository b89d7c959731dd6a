import type { Settings } from "../config/settings.js";
import { MarkdownDocument, type SlotChange } from "../markdown/document.js";
import type { Slot } from "../markdown/slot.js";
import type { Acronym } from "../matching/acronyms.js";
import type { Facts } from "../model/facts.js";
import type { DocumentHead } from "../model/section.js";
import { readUnits, type Unit } from "../reading/units.js";
import type { TextChange } from "../text/range.js";
import type { ReadingContext } from "../understand/context.js";
import { type DocumentModel, DocumentReader } from "../understand/reader.js";
import { explainedAcronyms } from "./acronyms.js";
import { type DateOrder, dateOrderEvidences, dateOrderOf } from "./date-order.js";

/** One Markdown document of the workspace: its text, and what is understood of it. */
export class PlanDocument {
  readonly #markdown: MarkdownDocument;
  readonly #acronyms = explainedAcronyms();
  readonly #dateEvidence = dateOrderEvidences();
  #context: ReadingContext;
  /** Undefined while the document rests. */
  #reader: DocumentReader | undefined;
  #model: DocumentModel;
  #settings: Settings;
  #ownOrder: DateOrder;
  #repositoryOrder: DateOrder;
  /** The order that the reader goes by; it may lag behind while no date depends on it. */
  #readOrder: DateOrder;

  constructor(
    /** Relative to the root, with `/`; the document's name in messages and formats. */
    readonly path: string,
    text: string,
    settings: Settings,
    context: ReadingContext,
    repositoryOrder: DateOrder,
  ) {
    this.#markdown = MarkdownDocument.open(text);
    this.#settings = settings;
    this.#context = context;
    this.#repositoryOrder = repositoryOrder;
    this.#ownOrder = this.#dateOrder().order;
    this.#model = this.#read(this.#newReader());
  }

  get markdown(): MarkdownDocument {
    return this.#markdown;
  }

  get text(): string {
    return this.#markdown.text;
  }

  get head(): DocumentHead {
    return this.#model.head;
  }

  get facts(): Facts {
    return this.#model.facts;
  }

  /** What stands in a slot of the document; read again only where the document rests. */
  unitsOf(slot: Slot): readonly Unit[] {
    return this.#reader?.unitsOf(slot) ?? readUnits(slot);
  }

  /** The short forms that the text explains, by the passages that do; the same list while they are the same. */
  get acronyms(): readonly (readonly Acronym[])[] {
    return this.#acronyms.of(this.#markdown.slots);
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** What the document's own dates say of day and month. */
  get ownDateOrder(): DateOrder {
    return this.#ownOrder;
  }

  /** Configuration first, then the document's own dates, then the repository's (SPEC §6 "Dates"). */
  get dateOrder(): DateOrder {
    return this.#settings.dateOrder ?? this.#ownOrder ?? this.#repositoryOrder;
  }

  /** Applies changes in LSP order and reads again what they touched. */
  apply(changes: readonly TextChange[]): SlotChange {
    const change = this.#markdown.apply(changes);
    this.#ownOrder = this.#dateOrder().order;
    const current = this.dateOrder === this.#readOrder ? this.#reader : undefined;
    this.#model = this.#read(current ?? this.#newReader());
    return change;
  }

  /** Takes over what the repository's dates say; true where the document had to be read anew for it. */
  setRepositoryDateOrder(order: DateOrder): boolean {
    this.#repositoryOrder = order;
    if (this.dateOrder === this.#readOrder || !this.#dateOrder().matters) return false;
    this.#model = this.#read(this.#newReader());
    return true;
  }

  /** Reads the whole document anew, under other settings. */
  reconfigure(settings: Settings, context: ReadingContext): void {
    this.#settings = settings;
    this.#context = context;
    this.#model = this.#read(this.#newReader());
  }

  /**
   * Lets go of all that only edits need: trees, units, what sections were read as. Facts stay as they are. The next edit reads the
   * whole document anew.
   */
  rest(): void {
    this.#reader = undefined;
    this.#markdown.forgetTrees();
  }

  #read(reader: DocumentReader): DocumentModel {
    this.#reader = reader;
    return reader.read(this.#markdown);
  }

  #dateOrder(): ReturnType<typeof dateOrderOf> {
    return dateOrderOf(this.#dateEvidence.of(this.#markdown.slots));
  }

  #newReader(): DocumentReader {
    this.#readOrder = this.dateOrder;
    return new DocumentReader({ ...this.#context, dates: { ...this.#context.dates, dateOrder: this.dateOrder } });
  }
}
