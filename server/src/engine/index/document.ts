import type { Settings } from "../config/settings.js";
import { MarkdownDocument, type SlotChange } from "../markdown/document.js";
import type { Facts } from "../model/facts.js";
import type { DocumentHead } from "../model/section.js";
import type { TextChange } from "../text/range.js";
import type { ReadingContext } from "../understand/context.js";
import { type DocumentModel, DocumentReader } from "../understand/reader.js";

/** One Markdown document of the workspace: its text, and what is understood of it. */
export class PlanDocument {
  readonly #markdown: MarkdownDocument;
  #reader: DocumentReader;
  #model: DocumentModel;
  #settings: Settings;

  constructor(
    /** Relative to the root, with `/`; the document's name in messages and formats. */
    readonly path: string,
    text: string,
    settings: Settings,
    context: ReadingContext,
  ) {
    this.#markdown = MarkdownDocument.open(text);
    this.#settings = settings;
    this.#reader = new DocumentReader(context);
    this.#model = this.#reader.read(this.#markdown);
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

  get settings(): Settings {
    return this.#settings;
  }

  /** Applies changes in LSP order and reads again what they touched. */
  apply(changes: readonly TextChange[]): SlotChange {
    const change = this.#markdown.apply(changes);
    this.#model = this.#reader.read(this.#markdown);
    return change;
  }

  /** Reads the whole document anew, under other settings. */
  reconfigure(settings: Settings, context: ReadingContext): void {
    this.#settings = settings;
    this.#reader = new DocumentReader(context);
    this.#model = this.#reader.read(this.#markdown);
  }
}
