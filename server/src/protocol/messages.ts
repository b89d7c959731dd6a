import type { Range } from "vscode-languageserver-types";

/** What Lockstep's server and its clients say to each other beyond the Language Server Protocol. Any client may use it. */

/** A request by its method; `Params` and `Result` are known to the compiler only. */
export interface RequestName<Params, Result> {
  readonly method: string;
  readonly types?: readonly [Params, Result];
}

export interface NotificationName<Params> {
  readonly method: string;
  readonly types?: Params;
}

/** What a client may send as `initializationOptions`. All optional; what does not fit is ignored. */
export interface InitializationOptions {
  /** The date that counts as today, `YYYY-MM-DD`; the clock's where it is missing. */
  readonly today?: string;
  /** The settings below `lockstep.`, for clients that cannot be asked for them. */
  readonly settings?: unknown;
  /** Where rule pages are, up to the rule's id. */
  readonly rulePages?: string;
  /** Whether the client answers `listFolderRequest` and `readFileRequest` for files that the server cannot reach. */
  readonly files?: boolean;
  /** Whether the client wants to be told by `findingsChangedNotification`. */
  readonly findingsChanged?: boolean;
  /** Whether the client has `showLocationsCommand`, for code lenses that lead somewhere. */
  readonly showLocations?: boolean;
}

/** A command of the client: shows places beside a position. Arguments: URI, `Position`, `Location[]`, as the protocol has them. */
export const showLocationsCommand = "lockstep.showLocations";

/** Every open disagreement of the workspace. */
export const openDisagreementsRequest: RequestName<OpenDisagreementsParams, OpenDisagreementsResult> = {
  method: "lockstep/openDisagreements",
};

export type OpenDisagreementsParams = Record<string, never>;

export interface OpenDisagreementsResult {
  readonly disagreements: readonly OpenDisagreement[];
  /** Planning documents that were looked at. */
  readonly planningDocuments: number;
  /** Whether documents are still being read, so that more may follow. */
  readonly indexing: boolean;
}

export interface OpenDisagreement {
  readonly uri: string;
  /** The document's name in messages: relative to the workspace, with `/`. */
  readonly path: string;
  /** The document's title; undefined where it has none. */
  readonly title?: string;
  readonly topic: string;
  /** Open longer than the limit or past its date; with nobody and nothing set to settle it; or merely open. */
  readonly state: "stalled" | "without-next-step" | "unresolved";
  readonly parties: readonly string[];
  readonly nextStep?: string;
  readonly owner?: string;
  /** Due date as written. */
  readonly due?: string;
  /** `YYYY-MM-DD`, from the passage, its section or its document. */
  readonly since?: string;
  /** Whole days since then. */
  readonly days?: number;
  /** What is underlined, to reveal it. */
  readonly range: Range;
}

/** Whether and why Lockstep looks at a document. */
export const documentStatusRequest: RequestName<DocumentStatusParams, DocumentStatus | null> = {
  method: "lockstep/documentStatus",
};

export interface DocumentStatusParams {
  readonly uri: string;
}

export interface DocumentStatus {
  /** Whether it is a planning document; all others are left in peace. */
  readonly planning: boolean;
  readonly kind: string;
  /** Where that comes from, in words for a person. */
  readonly because: string;
  readonly domains: readonly string[];
  readonly findings: number;
  readonly indexing: boolean;
}

/** What is known has changed: whoever shows it asks again. */
export const findingsChangedNotification: NotificationName<Record<string, never>> = {
  method: "lockstep/findingsChanged",
};

/** Server to client: what a folder holds; null where it cannot be read. */
export const listFolderRequest: RequestName<{ readonly uri: string }, readonly FolderEntry[] | null> = {
  method: "lockstep/listFolder",
};

export interface FolderEntry {
  readonly name: string;
  readonly kind: "file" | "folder";
}

/** Server to client: a file's text, without byte order mark; null where it cannot be read. */
export const readFileRequest: RequestName<{ readonly uri: string }, string | null> = { method: "lockstep/readFile" };
