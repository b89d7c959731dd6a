import { type ConfigurationProblem, ConfigurationSet } from "../config/configuration-set.js";
import type { Effective } from "../config/effective.js";
import { CODE_OWNERS_NAME, nameOf } from "../config/paths.js";
import type { RuleDeclaration } from "../config/rule-declaration.js";
import type { Settings } from "../config/settings.js";
import type { ConfigurationEdit } from "../config/turn-off.js";
import { findDate, parseDate } from "../dates/parse.js";
import type { SlotChange } from "../markdown/document.js";
import type { DateValue } from "../model/date.js";
import type { Decision, Disagreement, Mention, PlanItem } from "../model/facts.js";
import type { Roster } from "../people/roster.js";
import type { TextChange } from "../text/range.js";
import { isSame } from "../text/same.js";
import type { Vocabulary } from "../understand/context.js";
import type { PriorityValue } from "../understand/priorities.js";
import type { PriorityScales } from "../understand/priority-scales.js";
import { dateOptionsOf } from "./date-options.js";
import { type DateOrder, RepositoryDateOrder } from "./date-order.js";
import { type DocumentSource, type KnownDocument, PlanDocument } from "./document.js";
import { domainsOfHead, domainsOfItem } from "./domains.js";
import { type IndexedFacts, noFacts } from "./indexed-facts.js";
import { WorkspaceIndexes } from "./indexes.js";
import { resolvePath } from "./links.js";
import { mentionsPlans } from "./mentions.js";
import { missingFrom } from "./missing-from.js";
import { type Ownership, Ownerships } from "./ownership.js";
import { isQuiet, isReadAsText, understoodOf } from "./quiet.js";
import { ReadingContexts } from "./reading-contexts.js";
import { addedDomains, rosterOf } from "./roster-of.js";
import type { Stated, WorkspaceView } from "./view.js";

export interface WorkspaceOptions {
  /** Today as a day number. */
  readonly today: number;
  /** Take every document for a planning document. */
  readonly allPlanning?: boolean;
  /** What configuration may say of which rules. */
  readonly rules: readonly RuleDeclaration[];
}

/** The documents of a workspace and what they say of the same things. Updates cost what changed, not what is there. */
export class Workspace implements WorkspaceView {
  readonly #documents = new Map<string, PlanDocument>();
  readonly #configuration: ConfigurationSet;
  readonly #codeOwners = new Map<string, string>();
  readonly #contexts: ReadingContexts;
  readonly #indexes = new WorkspaceIndexes((document) => this.vocabularyOf(document));
  readonly #ownerships = new Ownerships();
  readonly #dateOrder = new RepositoryDateOrder();
  /** The order that all documents have been told. */
  #toldOrder: DateOrder;
  #roster: Roster | undefined;
  /** Whether charters may add other domains than documents were read with. */
  #domainsMayDiffer = false;
  #today: number;

  constructor(options: WorkspaceOptions) {
    this.#configuration = new ConfigurationSet(options.rules);
    this.#today = options.today;
    this.#contexts = new ReadingContexts(options.allPlanning ?? false);
  }

  get revision(): number {
    return this.#indexes.revision;
  }

  get today(): number {
    return this.#today;
  }

  get documents(): ReadonlyMap<string, PlanDocument> {
    this.#tellDomains();
    return this.#documents;
  }

  get roster(): Roster {
    this.#tellDomains();
    const ofRoot = this.#configuration.settingsFor("").domains;
    this.#roster ??= rosterOf(this.#documents.values(), ofRoot, this.#codeOwners.values());
    return this.#roster;
  }

  setToday(today: number): void {
    if (today === this.#today) return;
    this.#today = today;
    this.#indexes.concernEverybody();
  }

  setDocument(path: string, text: string): void {
    this.deleteDocument(path);
    this.#take(PlanDocument.read(this.#sourceOf(path, text)));
  }

  /**
   * Sets documents of some of which is known what reading them came to. Their dates are looked at first, so that none is read anew only because
   * one behind it tells the repository's order. Gives way after each.
   */
  *setDocuments(documents: readonly KnownDocument[]): Iterable<void> {
    for (const { path } of documents) this.deleteDocument(path);
    const restored = documents.map(({ path, text, reading }) => {
      if (!reading) return undefined;
      const document = PlanDocument.restore(this.#sourceOf(path, text), reading);
      this.#dateOrder.update(document, reading.planning ? reading.dates.order : undefined);
      return document;
    });
    this.#tellDateOrder();
    for (const [index, { path, text }] of documents.entries()) {
      const document = restored[index];
      document?.setRepositoryDateOrder(this.#dateOrder.order);
      this.#take(document ?? PlanDocument.read(this.#sourceOf(path, text)));
      yield;
    }
  }

  #sourceOf(path: string, text: string): DocumentSource {
    const settings = this.settingsFor(path);
    const { order: repositoryOrder } = this.#dateOrder;
    return { path, text, settings, context: this.#contexts.contextFor(path, settings), repositoryOrder };
  }

  #take(document: PlanDocument): void {
    this.#documents.set(document.path, document);
    this.#tellDocument(document);
    this.#enter(document, noFacts);
  }

  changeDocument(path: string, changes: readonly TextChange[]): void {
    const document = this.#documents.get(path);
    if (!document) return;
    const before = understoodOf(document);
    const change = document.apply(changes);
    const wasCharter = before.facts.charter !== undefined;
    if (wasCharter !== (document.facts.charter !== undefined)) this.#domainsMayDiffer = true;
    this.#tellDocument(document, wasCharter ? undefined : change);
    this.#indexes.concern(document);
    if (isQuiet(before, understoodOf(document))) return;
    this.#leave(document, before.facts, document.facts);
    this.#enter(document, before.facts);
    if (isReadAsText(document)) this.#indexes.concernSharers(document);
  }

  deleteDocument(path: string): void {
    const document = this.#documents.get(path);
    if (!document) return;
    this.#leave(document, document.facts, noFacts);
    this.#indexes.delete(document);
    this.#documents.delete(path);
    this.#updateDateOrder(document, undefined);
  }

  /** A configuration file or a CODEOWNERS file; undefined where there is none any more. */
  setConfiguration(path: string, text: string | undefined): void {
    if (nameOf(path) === CODE_OWNERS_NAME) this.#setCodeOwners(path, text);
    else {
      if (text === undefined) this.#configuration.delete(path);
      else this.#configuration.set(path, text);
      this.#reconfigure();
    }
  }

  #setCodeOwners(path: string, text: string | undefined): void {
    if (this.#codeOwners.get(path) === text) return;
    if (text === undefined) this.#codeOwners.delete(path);
    else this.#codeOwners.set(path, text);
    this.#rosterChanged();
  }

  setEditorSettings(settings: unknown): void {
    this.#configuration.setEditorSettings(settings);
    this.#reconfigure();
  }

  configurationProblems(): ReadonlyMap<string, readonly ConfigurationProblem[]> {
    return this.#configuration.problems();
  }

  /** The edit of a configuration file that turns a rule off for a document's workspace; undefined where none would. */
  turnRuleOff(rule: string, documentPath: string): ConfigurationEdit | undefined {
    return this.#configuration.turnOff(rule, documentPath);
  }

  /** The settings in force for a document, whether or not it is there, each with its source. */
  effectiveSettings(documentPath: string): Effective {
    return this.#configuration.effective(documentPath);
  }

  /** Texts of the configuration files, by path. */
  configurationTexts(): ReadonlyMap<string, string> {
    return this.#configuration.texts();
  }

  settingsFor(path: string): Settings {
    return this.#configuration.settingsFor(path);
  }

  /** Paths whose findings may have changed since the last call. */
  takeConcerned(): ReadonlySet<string> {
    this.#tellDomains();
    return this.#indexes.takeConcerned(this.#documents.keys());
  }

  ownershipOf(decision: Decision, document: PlanDocument): Ownership {
    return this.#ownerships.of(decision, document, { roster: this.roster, vocabulary: this.vocabularyOf(document) });
  }

  domainOf(mention: Mention, document: PlanDocument): string | undefined {
    return (
      this.roster.resolve(mention.text).domain ??
      this.vocabularyOf(document).domainByWord.get(mention.text.toLowerCase())
    );
  }

  domainsOfDocument(document: PlanDocument): readonly string[] {
    return domainsOfHead(document.head, this.vocabularyOf(document));
  }

  domainsOfItem(item: PlanItem, document: PlanDocument): readonly string[] {
    return domainsOfItem(item, document, this);
  }

  vocabularyOf(document: PlanDocument): Vocabulary {
    return this.#contexts.vocabularyFor(document.settings);
  }

  sameItems(item: PlanItem): readonly Stated<PlanItem>[] {
    return this.#indexes.work.same(item);
  }

  rowsLike(row: PlanItem): readonly Stated<PlanItem>[] {
    return this.#indexes.work.rowsLike(row);
  }

  documentsLike(item: PlanItem): ReadonlySet<string> {
    return this.#indexes.work.documentsLike(item);
  }

  usesLevel(priority: PriorityValue): boolean {
    return this.#indexes.work.uses(priority);
  }

  itemsNamed(name: string): readonly Stated<PlanItem>[] {
    return this.#indexes.work.named(name);
  }

  mentionsPlans(document: PlanDocument): boolean {
    return mentionsPlans(document, this.#indexes.mentions.of(document), this.#indexes.work, this.#documents);
  }

  plansBeside(document: PlanDocument): readonly PlanDocument[] {
    return this.#indexes.plans.beside(document);
  }

  comparePriorities(a: PriorityValue, b: PriorityValue, document: PlanDocument): number | undefined {
    return this.#scalesFor(document).compare(a, b);
  }

  translatePriority(value: PriorityValue, like: PriorityValue, document: PlanDocument): string | undefined {
    return this.#scalesFor(document).translate(value, like);
  }

  #scalesFor(document: PlanDocument): PriorityScales {
    return this.#indexes.legends.scalesFor(document.settings.priorities, this.vocabularyOf(document));
  }

  sameDecisions(decision: Decision): readonly Stated<Decision>[] {
    return this.#indexes.positions.sameDecisions(decision);
  }

  decisionsTakingUp(decision: Decision): readonly Stated<Decision>[] {
    return this.#indexes.positions.decisionsTakingUp(decision);
  }

  disputesOf(decision: Decision, document: PlanDocument): readonly Stated<Disagreement>[] {
    return this.#indexes.positions.disputesOf(decision, document);
  }

  decisionsAbout(disagreement: Disagreement, document: PlanDocument): readonly Stated<Decision>[] {
    return this.#indexes.positions.decisionsAbout(disagreement, document);
  }

  sameDisagreements(disagreement: Disagreement): readonly Stated<Disagreement>[] {
    return this.#indexes.positions.sameDisagreements(disagreement);
  }

  charters(): Iterable<PlanDocument> {
    return this.#indexes.meetings.charters();
  }

  oneOnOneDocuments(): readonly PlanDocument[] {
    return this.#indexes.meetings.oneOnOnes();
  }

  readDate(text: string, document: PlanDocument): DateValue | undefined {
    return parseDate(text, dateOptionsOf(document));
  }

  findDate(text: string, document: PlanDocument): DateValue | undefined {
    return findDate(text, dateOptionsOf(document));
  }

  resolveLink(
    url: string,
    document: PlanDocument,
  ): { document: PlanDocument; fragment: string | undefined } | undefined {
    const target = resolvePath(url, document.path);
    const found = target && this.#documents.get(target.path);
    return found && { document: found, fragment: target.fragment };
  }

  /** Takes out the facts that `after` no longer holds. */
  #leave(document: PlanDocument, before: IndexedFacts, after: IndexedFacts): void {
    this.#indexes.leave(document, before, after);
    if (missingFrom(before.roster, after.roster).length > 0) this.#rosterChanged(document);
  }

  #enter(document: PlanDocument, before: IndexedFacts): void {
    this.#indexes.enter(document, before);
    this.#updateDateOrder(document, document.head.planning ? document.ownDateOrder : undefined);
    if (missingFrom(document.facts.roster, before.roster).length > 0) this.#rosterChanged(document);
  }

  /** Domains that charters add are looked for in all other documents, so a change of them reads anew those that speak of any. */
  #tellDomains(): void {
    if (!this.#domainsMayDiffer) return;
    this.#domainsMayDiffer = false;
    const added = addedDomains(this.#indexes.meetings.charters(), this.#configuration.settingsFor("").domains);
    if (isSame(added, this.#contexts.added)) return;
    this.#contexts.added = added;
    for (const document of this.#documents.values()) {
      const speaks = this.#speaksOfAdded(document);
      if (!document.knowsMore && !speaks) continue;
      this.#readAnew(document, () => {
        document.readWith(speaks ? this.vocabularyOf(document) : undefined);
        return true;
      });
    }
    this.#rosterChanged();
  }

  /** Reads a document with the domains that charters add where what changed in it speaks of one; a charter is always read by itself. */
  #tellDocument(document: PlanDocument, change?: SlotChange): void {
    if (this.#contexts.added.length === 0) return;
    if (document.facts.charter) {
      if (document.knowsMore) document.readWith(undefined);
    } else if (!document.knowsMore && this.#speaksOfAdded(document, change)) {
      document.readWith(this.vocabularyOf(document));
    }
  }

  #speaksOfAdded(document: PlanDocument, change?: SlotChange): boolean {
    if (document.facts.charter) return false;
    const texts = change ? change.added.map(({ text }) => text) : [document.path, document.text];
    return texts.some((text) => this.#contexts.speaksOfAdded(text));
  }

  #updateDateOrder(document: PlanDocument, own: DateOrder): void {
    this.#dateOrder.update(document, own);
    this.#tellDateOrder();
  }

  /** Dates that can be read either way follow the repository's order, so a change of it reads their documents anew. */
  #tellDateOrder(): void {
    const { order } = this.#dateOrder;
    if (order === this.#toldOrder) return;
    this.#toldOrder = order;
    for (const document of this.#documents.values()) {
      this.#readAnew(document, () => document.setRepositoryDateOrder(order));
    }
  }

  /** Takes in what a document states after something but its text has changed; `read` says whether it was read anew. */
  #readAnew(document: PlanDocument, read: () => boolean): void {
    const before = document.facts;
    if (!read()) return;
    this.#leave(document, before, document.facts);
    this.#enter(document, before);
  }

  #rosterChanged(document?: PlanDocument): void {
    this.#roster = undefined;
    if (document?.facts.charter) this.#domainsMayDiffer = true;
    this.#indexes.concernEverybody();
  }

  #reconfigure(): void {
    this.#roster = undefined;
    this.#domainsMayDiffer = true;
    for (const document of this.#documents.values()) {
      const settings = this.#configuration.settingsFor(document.path);
      if (settings === document.settings) continue;
      this.#readAnew(document, () => {
        document.reconfigure(settings, this.#contexts.contextFor(document.path, settings));
        this.#tellDocument(document);
        return true;
      });
    }
    this.#indexes.concernEverybody();
  }
}
