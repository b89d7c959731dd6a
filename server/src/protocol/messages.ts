import type { Range, TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import type { Severity } from "../engine/config/rule-declaration.js";
import type { Board } from "../engine/views/board/types.js";

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
  /** Titles of actions, lenses and the like in the client's language, by the English ones; see `l10n/bundle.l10n.json`. */
  readonly translations?: Readonly<Record<string, string>>;
}

/** A command of the client: shows places beside a position. Arguments: URI, `Position`, `Location[]`, as the protocol has them. */
export const showLocationsCommand = "lockstep.showLocations";

/** What every list of the workspace's passages says besides. */
export interface ViewResult {
  /** Markdown documents that were looked at, and those among them that are planning documents. */
  readonly documents: number;
  readonly planningDocuments: number;
  /** Whether documents are still being read, so that more may follow. */
  readonly indexing: boolean;
}

/** A passage in such a list, and where it stands. */
export interface RecordedPassage {
  readonly uri: string;
  /** The document's name in messages: relative to the workspace, with `/`. */
  readonly path: string;
  /** The document's title; undefined where it has none. */
  readonly title?: string;
  /** What is underlined, to reveal it. */
  readonly range: Range;
}

/** Every open disagreement of the workspace. */
export const openDisagreementsRequest: RequestName<OpenDisagreementsParams, OpenDisagreementsResult> = {
  method: "lockstep/openDisagreements",
};

export type OpenDisagreementsParams = Record<string, never>;

export interface OpenDisagreementsResult extends ViewResult {
  readonly disagreements: readonly OpenDisagreement[];
}

export interface OpenDisagreement extends RecordedPassage {
  readonly topic: string;
  /** Open longer than the limit or past its date; with nobody and nothing set to settle it; or merely open. */
  readonly state: "stalled" | "without-next-step" | "unresolved";
  /** As written. */
  readonly parties: readonly string[];
  /** Parties and owner by the names that the roster has for them, each once; whoever is on no roster as written. */
  readonly people: readonly string[];
  /** Domains of the parties; the document's where nobody named has one. */
  readonly domains: readonly string[];
  readonly nextStep?: string;
  readonly owner?: string;
  /** Due date as written. */
  readonly due?: string;
  /** `YYYY-MM-DD`, from the passage, its section or its document. */
  readonly since?: string;
  /** Whole days since then. */
  readonly days?: number;
}

/** Every decision of the workspace, whatever its status. Like all requests for views it is asked again after `findingsChangedNotification`. */
export const decisionsRequest: RequestName<DecisionsParams, DecisionsResult> = { method: "lockstep/decisions" };

export type DecisionsParams = Record<string, never>;

export interface DecisionsResult extends ViewResult {
  readonly decisions: readonly WorkspaceDecision[];
}

export interface WorkspaceDecision extends RecordedPassage {
  /** What is decided, in the passage's words. */
  readonly text: string;
  /** What people call it: the title of a record, the words of everything else. */
  readonly name: string;
  readonly status: "open" | "decided" | "rejected" | "superseded";
  /** How an open one is open: past its limit or its date; waiting for input; or merely open. Undefined for all others. */
  readonly openness?: "stalled" | "awaiting-input" | "open";
  /** Owning domains; empty where nobody owns it. */
  readonly domains: readonly string[];
  /** Owner-like names as written. */
  readonly owners: readonly string[];
  /** Owners and whoever is asked for input, by the names that the roster has for them, each once. */
  readonly people: readonly string[];
  readonly inputs: readonly DecisionInput[];
  /** Whether two domains or more own or back it, or it is said to be joint. */
  readonly joint: boolean;
  /** `YYYY-MM-DD`, from the passage, its section or its document. */
  readonly date?: string;
  /** Whole days since then. */
  readonly days?: number;
  readonly id?: string;
  readonly findings: readonly DecisionFinding[];
}

export interface DecisionInput {
  readonly from: string;
  readonly domain?: string;
  readonly state: "requested" | "received";
}

/** A finding about a decision; its fixes are the code actions at `range`. */
export interface DecisionFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
}

/** The one-voice board: the priority lists of all plans side by side. `pages/board-page.ts` draws it. */
export const boardRequest: RequestName<BoardParams, BoardResult> = { method: "lockstep/board" };

export type BoardParams = Record<string, never>;

export interface BoardResult {
  readonly board: Board;
  /** URIs of all documents that the board names, by path. */
  readonly uris: Readonly<Record<string, string>>;
  readonly indexing: boolean;
}

/** Whom an agenda can be written for: each two leads of different domains. */
export const agendaPairsRequest: RequestName<AgendaPairsParams, AgendaPairsResult> = { method: "lockstep/agendaPairs" };

export type AgendaPairsParams = Record<string, never>;

export interface AgendaPairsResult {
  readonly pairs: readonly AgendaPair[];
  readonly indexing: boolean;
}

export interface AgendaPair {
  /** To be handed back as `between`. */
  readonly people: readonly [AgendaPerson, AgendaPerson];
  /** Day of the last note of their one-on-ones, `YYYY-MM-DD`; undefined where none is found. */
  readonly lastNote?: string;
}

export interface AgendaPerson {
  /** A name, or a domain that has no lead. */
  readonly name: string;
  readonly domain?: string;
}

/** The agenda of a one-on-one between two leads, as a Markdown note at its place. */
export const agendaRequest: RequestName<AgendaParams, AgendaResult> = { method: "lockstep/agenda" };

export interface AgendaParams {
  /** Two people, handles or domains; where missing, the leads of the first two domains that have any. */
  readonly between?: readonly [string, string];
  /** The day of the meeting, `YYYY-MM-DD`; today where missing. */
  readonly date?: string;
}

/** `problem`, in a sentence, where there can be no agenda: a name that nobody has, notes of that day that are there already. */
export type AgendaResult = { readonly problem: string } | AgendaNote;

export interface AgendaNote {
  readonly people: readonly [AgendaPerson, AgendaPerson];
  /** Where the note goes: beside the pair's other notes, or into the file that holds them all. */
  readonly path: string;
  readonly uri: string;
  /** Whether that file is there. Where it is not, it is to be created, and `edit` fills it. */
  readonly exists: boolean;
  /** The version of the open document that `edit` was made for; null where it is not open. */
  readonly version: number | null;
  readonly edit: TextEdit;
  /** What the note is about, by section. */
  readonly counts: AgendaCounts;
  /** Day of the last note, which says what is new, `YYYY-MM-DD`; undefined where there is none. */
  readonly lastNote?: string;
  readonly indexing: boolean;
}

export interface AgendaCounts {
  readonly decisions: number;
  readonly disagreements: number;
  /** Differences between the plans that the last note does not name. */
  readonly newDrift: number;
  /** Those that it names. */
  readonly knownDrift: number;
  readonly inputs: number;
}

/** The alignment report: one Markdown document over the workspace. */
export const reportRequest: RequestName<ReportParams, ReportResult> = { method: "lockstep/report" };

export interface ReportParams {
  /** How the report links to documents: by paths relative to the workspace, or by URIs, for a text that is no file. `relative` where missing. */
  readonly links?: "relative" | "uri";
}

export interface ReportResult {
  readonly text: string;
  /** A name to save it under. */
  readonly path: string;
  readonly indexing: boolean;
}

/** What a preview of a document may say beside its passages; empty for what is no planning document. */
export const badgesRequest: RequestName<{ readonly uri: string }, readonly Badge[]> = { method: "lockstep/badges" };

export interface Badge {
  /** From 0. */
  readonly line: number;
  readonly kind: "domain" | "status" | "disagreement" | "missing";
  /** In the client's language. */
  readonly text: string;
}

/** Runs a tool for a language model; `engine/tools` declares them. */
export const toolRequest: RequestName<ToolParams, ToolResult> = { method: "lockstep/tool" };

export interface ToolParams {
  readonly name: string;
  /** As the model gave it; what does not fit the tool's schema is answered as a problem. */
  readonly input: unknown;
}

/** `text` is JSON; `problem`, in a sentence, says what to ask differently. */
export type ToolResult = { readonly text: string } | { readonly problem: string };

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

/** Every fix of the workspace that chooses nothing for people, for them to look through; null where there is none. */
export const fixWorkspaceRequest: RequestName<Record<string, never>, FixWorkspaceResult | null> = {
  method: "lockstep/fixWorkspace",
};

export interface FixWorkspaceResult {
  /** Annotated by fix where the client knows annotations, each to be confirmed. */
  readonly edit: WorkspaceEdit;
  /** How many findings it mends. */
  readonly findings: number;
}

/** The settings in force for a document, whether or not it is there yet, as YAML with the source of each value behind it. */
export const effectiveConfigurationRequest: RequestName<{ readonly uri: string }, string> = {
  method: "lockstep/effectiveConfiguration",
};

/** What is known has changed: whoever shows it asks again. */
export const findingsChangedNotification: NotificationName<Record<string, never>> = {
  method: "lockstep/findingsChanged",
};

/** Client to server: what was reported on this document did not reach anybody, and is to be reported again. */
export const diagnosticsLostNotification: NotificationName<{ readonly uri: string }> = {
  method: "lockstep/diagnosticsLost",
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
