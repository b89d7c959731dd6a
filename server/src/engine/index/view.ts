import type { DateValue } from "../model/date.js";
import type { Decision, Disagreement, Mention, PlanItem } from "../model/facts.js";
import type { Roster } from "../people/roster.js";
import type { Vocabulary } from "../understand/context.js";
import type { PriorityValue } from "../understand/priorities.js";
import type { PlanDocument } from "./document.js";
import type { Ownership } from "./ownership.js";

/** A fact and the document that states it. */
export interface Stated<Fact> {
  readonly document: PlanDocument;
  readonly fact: Fact;
}

/** What rules may ask of the workspace as a whole. */
export interface WorkspaceView {
  /** Today as a day number (days since 1970-01-01); the engine has no clock. */
  readonly today: number;
  /** Another number whenever anything else than the text of documents has changed: facts, heads, settings, the date. */
  readonly revision: number;
  /** All documents by path, planning or not. */
  readonly documents: ReadonlyMap<string, PlanDocument>;
  readonly roster: Roster;
  /** Who owns a decision, through its passage, its context, its document and the roster. */
  ownershipOf(decision: Decision, document: PlanDocument): Ownership;
  /** The domain that a name in a document belongs to; undefined where nothing tells. */
  domainOf(mention: Mention, document: PlanDocument): string | undefined;
  /** Domains that a document is of as a whole. */
  domainsOfDocument(document: PlanDocument): readonly string[];
  /** Domains that an item is of: its own words and owners, else its headings', else its document's. */
  domainsOfItem(item: PlanItem, document: PlanDocument): readonly string[];
  /** The same item or objective in other documents: at most one a document, none where it is ambiguous. */
  sameItems(item: PlanItem, document: PlanDocument): readonly Stated<PlanItem>[];
  /** Headcount rows of the same label, in this document and in others. */
  rowsLike(row: PlanItem): readonly Stated<PlanItem>[];
  /** Paths of documents with an item that may be the same, those among them where it is ambiguous which. */
  documentsLike(item: PlanItem): ReadonlySet<string>;
  /** Whether any item of the workspace has this level of this scheme, tiers apart from P-levels. */
  usesLevel(priority: PriorityValue): boolean;
  /** Items whose id or whole title is this name, in any document, this one included. */
  itemsNamed(name: string): readonly Stated<PlanItem>[];
  /** Whether a hiring document names an item or objective of a plan, by id or in so many words, or links to a roadmap or to objectives. */
  mentionsPlans(document: PlanDocument): boolean;
  /** Roadmaps of other single domains that cover some of the period of this one; none where this is no roadmap of one domain and period. */
  plansBeside(document: PlanDocument): readonly PlanDocument[];
  /**
   * Below 0 where `a` is the more important, above 0 where `b` is, 0 where they are equal; undefined where neither their scheme, the
   * document's configuration nor a legend of the repository says how they compare.
   */
  comparePriorities(a: PriorityValue, b: PriorityValue, document: PlanDocument): number | undefined;
  /** The word for a priority in the scheme of another one, by configuration or legend. */
  translatePriority(value: PriorityValue, like: PriorityValue, document: PlanDocument): string | undefined;
  sameDecisions(decision: Decision, document: PlanDocument): readonly Stated<Decision>[];
  /** Decided decisions of notes and logs that take up most of the words of an open one, whenever they were made; its own document's among them. */
  decisionsTakingUp(decision: Decision): readonly Stated<Decision>[];
  /** Disagreements elsewhere that refer to a decision, by its id or by a link to it. */
  disputesOf(decision: Decision, document: PlanDocument): readonly Stated<Disagreement>[];
  /** Decided decisions of other documents that a disagreement refers to, or that are called what it is about. */
  decisionsAbout(disagreement: Disagreement, document: PlanDocument): readonly Stated<Decision>[];
  sameDisagreements(disagreement: Disagreement, document: PlanDocument): readonly Stated<Disagreement>[];
  /** Reads a value that is a date, or finds one in a phrase, in the order and fiscal year of the document. */
  readDate(text: string, document: PlanDocument): DateValue | undefined;
  findDate(text: string, document: PlanDocument): DateValue | undefined;
  /** Documents that are charters, and those that hold dated notes of one-on-ones: the same list as long as no note changes. */
  charters(): Iterable<PlanDocument>;
  oneOnOneDocuments(): readonly PlanDocument[];
  /** The words that name domains in this document. */
  vocabularyOf(document: PlanDocument): Vocabulary;
  /** The document that a link in `document` leads to, and the fragment; undefined for anything outside the workspace. */
  resolveLink(
    url: string,
    document: PlanDocument,
  ): { readonly document: PlanDocument; readonly fragment: string | undefined } | undefined;
}
