import type * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { Range } from "vscode-languageserver-types";

/** One row of a view: an open disagreement, a decision. Words of documents, to be shown as text. */
export interface Entry {
  readonly uri: string;
  /** The document's name in messages: relative to the workspace, with `/`. */
  readonly path: string;
  readonly text: string;
  /** Id of one of the source's states. */
  readonly state: string;
  readonly people: readonly string[];
  readonly domains: readonly string[];
  /** Whole days since its date; undefined where it has none. */
  readonly days: number | undefined;
  /** What is underlined, to reveal it. */
  readonly range: Range;
  /** What stands behind the text, most important first; empty strings are left out. */
  readonly details: readonly string[];
  /** What the hover lists; what has no value is left out. */
  readonly facts: readonly (readonly [label: string, value: string | undefined])[];
}

export interface State {
  readonly label: string;
  readonly icon: vscode.ThemeIcon;
}

/** What the server said. */
export interface Entries {
  readonly entries: readonly Entry[];
  /** Markdown documents that were looked at, and those among them that are planning documents. */
  readonly documents: number;
  readonly planningDocuments: number;
  /** Whether documents are still being read, so that more may follow. */
  readonly indexing: boolean;
}

/** What one view lists; everything else about the views is the same. */
export interface Source {
  /** Name of the view after `lockstep.`, and of its commands. */
  readonly name: "openDisagreements" | "decisions";
  /** By id, in the order in which a person would look at them. */
  readonly states: ReadonlyMap<string, State>;
  /** States that the badge counts; the others are there to be looked up. */
  readonly pressing: ReadonlySet<string>;
  /** What the badge says when pointed at. */
  badge(count: number): string;
  ask(client: BaseLanguageClient): Promise<Entries>;
}
