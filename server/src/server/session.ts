import type { WorkspaceFolder } from "vscode-languageserver";
import { LockstepService } from "../engine/service/service.js";
import { inLanguage, type Phrase, type Translations } from "../engine/text/phrase.js";
import type { Addresses } from "../features/addresses.js";
import { rulePage } from "../protocol/rule-pages.js";
import { OpenDocuments } from "./documents.js";
import type { FileDoor } from "./files.js";
import { Roots } from "./roots.js";
import type { Today } from "./today.js";
import { WorkspaceFiles } from "./workspace-files.js";

export interface SessionOptions {
  readonly folders: readonly WorkspaceFolder[];
  readonly door: FileDoor;
  readonly today: Today;
  /** Settings as the editor has them. */
  readonly settings: unknown;
  /** Where rule pages are, up to the rule's id; undefined where there are none. */
  readonly rulePages: string | undefined;
  /** What the editor's language calls things. */
  readonly translations: Translations;
  readonly changed: () => void;
  readonly failed: (error: unknown) => void;
}

/** The service over one set of workspace folders, with all that feeds it. Other folders make another session. */
export class Session implements Addresses {
  readonly service: LockstepService;
  readonly roots: Roots;
  readonly documents: OpenDocuments;
  readonly files: WorkspaceFiles;
  #today: Today;
  readonly #rulePages: string | undefined;
  readonly #translations: Translations;
  #concerned = new Set<string>();
  /** Configuration files that something was wrong with. */
  #problematic: ReadonlySet<string> = new Set();

  constructor({ folders, door, today, settings, rulePages, translations, changed, failed }: SessionOptions) {
    this.#today = today;
    this.#rulePages = rulePages;
    this.#translations = translations;
    this.service = new LockstepService({ today: today.day() });
    if (settings !== undefined) this.service.setEditorSettings(settings);
    this.roots = new Roots(folders);
    this.documents = new OpenDocuments(this.service, this.roots);
    this.files = new WorkspaceFiles(this.service, this.roots, this.documents, door, changed, failed);
  }

  /** Takes other settings of the editor, and another date that counts as today. */
  configure(settings: unknown, today: Today): void {
    this.#today = today;
    this.service.setEditorSettings(settings);
  }

  /** Brings the service up to date: what was typed, and what day it is. */
  refresh(): void {
    this.documents.flush();
    this.service.setToday(this.#today.day());
  }

  /** Paths on which there may be something else to report since they were taken. */
  get concerned(): ReadonlySet<string> {
    for (const path of this.service.takeConcerned()) this.#concerned.add(path);
    for (const path of this.#problematic) this.#concerned.add(path);
    this.#problematic = new Set(this.service.configurationProblems().keys());
    for (const path of this.#problematic) this.#concerned.add(path);
    return this.#concerned;
  }

  /** Empties the set of concerned paths and returns what it held. */
  takeConcerned(): ReadonlySet<string> {
    const { concerned } = this;
    this.#concerned = new Set();
    return concerned;
  }

  uriOf(path: string): string {
    return this.documents.uriOf(path);
  }

  versionOf(path: string): number | null {
    return this.documents.versionOf(path);
  }

  rulePageOf(rule: string): string | undefined {
    return rulePage(this.#rulePages, rule);
  }

  /** Not a method, so that it can be handed on alone. */
  readonly say = (words: Phrase): string => inLanguage(words, this.#translations);

  end(): void {
    this.files.end();
  }
}
