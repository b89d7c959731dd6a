import type { TextDocumentContentChangeEvent, TextDocumentItem } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { isConfigurationPath } from "../engine/config/paths.js";
import type { LockstepService } from "../engine/service/service.js";
import type { TextChange } from "../engine/text/range.js";
import { isMarkdown } from "./files.js";
import type { Roots } from "./roots.js";

/** Changes that the service is told of one by one. */
const mostChanges = 50;

interface OpenDocument {
  /** As the client writes it, so that it knows the document again. */
  readonly uri: string;
  readonly path: string;
  version: number;
  /** Text that the service has not been told of yet: the first. */
  text: string | undefined;
  /** Changes that the service has not been told of yet. */
  changes: TextChange[];
  /** The text of a configuration file, which the service takes as a whole. */
  configuration: TextDocument | undefined;
}

/**
 * What the client has open. Changes wait here until somebody asks, so that a burst of typing is understood once, and a change itself
 * costs next to nothing.
 */
export class OpenDocuments {
  readonly #byPath = new Map<string, OpenDocument>();
  /** Paths by URI as written: the way from a keystroke to its document is one look-up. */
  readonly #pathByUri = new Map<string, string>();
  readonly #changed = new Set<OpenDocument>();

  constructor(
    private readonly service: LockstepService,
    private readonly roots: Roots,
  ) {}

  /** Paths of all that is open. */
  get paths(): Iterable<string> {
    return this.#byPath.keys();
  }

  has(path: string): boolean {
    return this.#byPath.has(path);
  }

  /** Version that the client gave an open document; null for one that is not open. */
  versionOf(path: string): number | null {
    return this.#byPath.get(path)?.version ?? null;
  }

  pathOf(uri: string): string {
    return this.#pathByUri.get(uri) ?? this.roots.pathOf(uri);
  }

  uriOf(path: string): string {
    return this.#byPath.get(path)?.uri ?? this.roots.uriOf(path);
  }

  /** Takes in a document; opened twice, the last text counts. Returns its path, undefined for what is none of Lockstep's business. */
  open({ uri, languageId, version, text }: TextDocumentItem): string | undefined {
    const path = this.roots.pathOf(uri);
    const configuration = isConfigurationPath(path) ? TextDocument.create(uri, languageId, version, text) : undefined;
    if (!configuration && languageId !== "markdown" && !isMarkdown(path)) return undefined;
    const document: OpenDocument = { uri, path, version, text, changes: [], configuration };
    const before = this.#byPath.get(path);
    if (before) this.#changed.delete(before);
    this.#byPath.set(path, document);
    this.#pathByUri.set(uri, path);
    this.#changed.add(document);
    return path;
  }

  /** Takes in changes; undefined for a document that is not open. */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): string | undefined {
    const path = this.#pathByUri.get(uri);
    const document = path === undefined ? undefined : this.#byPath.get(path);
    if (!document) return undefined;
    document.version = version;
    if (changes.length > 0) this.#changed.add(document);
    if (document.configuration) TextDocument.update(document.configuration, [...changes], version);
    else for (const change of changes) document.changes.push(change);
    return path;
  }

  /** Returns the path of what was closed; what its file says is the caller's to find out. */
  close(uri: string): string | undefined {
    const path = this.#pathByUri.get(uri);
    const document = path === undefined ? undefined : this.#byPath.get(path);
    this.#pathByUri.delete(uri);
    if (!document || document.uri !== uri) return undefined;
    this.#byPath.delete(document.path);
    this.#changed.delete(document);
    return path;
  }

  /** Tells the service of all that waits; afterwards it knows what the client knows. */
  flush(): void {
    for (const document of this.#changed) {
      this.#changed.delete(document);
      this.#tell(document);
    }
  }

  /** Everything that is open, as the client would open it again. */
  items(): TextDocumentItem[] {
    this.flush();
    return [...this.#byPath.values()].map(({ uri, path, version, configuration }) => ({
      uri,
      version,
      languageId: configuration?.languageId ?? "markdown",
      text: configuration?.getText() ?? this.service.document(path)?.text ?? "",
    }));
  }

  /** Changes by the thousand (a macro, a merge tool) as one, since each costs its block being read again. */
  #merged(path: string, changes: readonly TextChange[]): readonly TextChange[] {
    const before = this.service.document(path)?.text;
    if (changes.length <= mostChanges || before === undefined) return changes;
    const text = TextDocument.create("", "", 0, before);
    return [{ text: TextDocument.update(text, [...changes], 1).getText() }];
  }

  #tell(document: OpenDocument): void {
    const { path, text, changes, configuration } = document;
    document.text = undefined;
    document.changes = [];
    if (configuration) this.service.setConfiguration(path, configuration.getText());
    else {
      if (text !== undefined) {
        if (this.service.document(path)?.text === text) this.service.wake(path);
        else this.service.setDocument(path, text);
      }
      if (changes.length > 0) this.service.changeDocument(path, this.#merged(path, changes));
    }
  }
}
