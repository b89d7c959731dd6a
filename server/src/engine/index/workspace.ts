import { type ConfigurationProblem, ConfigurationSet } from "../config/configuration-set.js";
import type { Effective } from "../config/effective.js";
import { CODE_OWNERS_NAME, nameOf } from "../config/paths.js";
import type { RuleDeclaration } from "../config/rule-declaration.js";
import type { Settings } from "../config/settings.js";
import type { ConfigurationEdit } from "../config/turn-off.js";
import { type DateOptions, findDate, parseDate } from "../dates/parse.js";
import type { DateValue } from "../model/date.js";
import type { Decision, Disagreement, Mention, PlanItem, RosterEntry } from "../model/facts.js";
import { Roster } from "../people/roster.js";
import { buildVocabulary } from "../people/vocabulary.js";
import type { TextChange } from "../text/range.js";
import type { ReadingContext, Vocabulary } from "../understand/context.js";
import type { PriorityValue } from "../understand/priorities.js";
import type { PriorityScales } from "../understand/priority-scales.js";
import { acronymsOf } from "./acronyms.js";
import { RepositoryDateOrder } from "./date-order.js";
import { PlanDocument } from "./document.js";
import { domainsOfHead, domainsOfItem } from "./domains.js";
import { FactIndex } from "./fact-index.js";
import { decisionIdentity, decisionNames, disagreementIdentity, titleNames } from "./identity.js";
import { itemNames } from "./item-names.js";
import { Legends } from "./legends.js";
import { resolvePath } from "./links.js";
import { Mentions, pathOf, pathPhrase } from "./mentions.js";
import { inPathOrder } from "./order.js";
import { type Ownership, ownershipOf } from "./ownership.js";
import { PlanIndex } from "./plan-index.js";
import { PlannedWork } from "./planned-work.js";
import { statedDecision } from "./record.js";
import { ReferenceIndex, referencesOf } from "./references.js";
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
  /** By the two parts of settings that it is made of. */
  readonly #vocabularies = new WeakMap<Settings["domains"], WeakMap<Settings["priorities"], Vocabulary>>();
  readonly #decisions = new FactIndex<Decision>((fact, document) => decisionIdentity(fact, document));
  readonly #disagreements = new FactIndex<Disagreement>((fact, document) => disagreementIdentity(fact, document));
  readonly #work = new PlannedWork((document) => this.vocabularyOf(document));
  readonly #decisionIds = new ReferenceIndex<Decision>(decisionNames);
  readonly #disputes = new ReferenceIndex<Disagreement>(referencesOf);
  readonly #dateOrder = new RepositoryDateOrder();
  readonly #charters = new Set<PlanDocument>();
  readonly #oneOnOnes = new Set<PlanDocument>();
  readonly #mentions = new Mentions();
  readonly #plans = new PlanIndex();
  readonly #legends = new Legends();
  readonly #allPlanning: boolean;
  #concerned = new Set<string>();
  #usedP0 = false;
  #roster: Roster | undefined;
  #today: number;

  constructor(options: WorkspaceOptions) {
    this.#configuration = new ConfigurationSet(options.rules);
    this.#today = options.today;
    this.#allPlanning = options.allPlanning ?? false;
  }

  get today(): number {
    return this.#today;
  }

  get documents(): ReadonlyMap<string, PlanDocument> {
    return this.#documents;
  }

  get roster(): Roster {
    this.#roster ??= this.#buildRoster();
    return this.#roster;
  }

  setToday(today: number): void {
    if (today === this.#today) return;
    this.#today = today;
    this.#concernAll();
  }

  setDocument(path: string, text: string): void {
    this.deleteDocument(path);
    const settings = this.#configuration.settingsFor(path);
    const document = new PlanDocument(path, text, settings, this.#contextFor(path, settings), this.#dateOrder.order);
    this.#documents.set(path, document);
    this.#enter(document, noFacts);
  }

  changeDocument(path: string, changes: readonly TextChange[]): void {
    const document = this.#documents.get(path);
    if (!document) return;
    const before = document.facts;
    document.apply(changes);
    this.#leave(document, before, document.facts);
    this.#enter(document, before);
  }

  deleteDocument(path: string): void {
    const document = this.#documents.get(path);
    if (!document) return;
    this.#leave(document, document.facts, noFacts);
    this.#decisions.setAcronyms(document, []);
    this.#work.setAcronyms(document, []);
    for (const plan of this.#plans.delete(document)) this.#concerned.add(plan.path);
    this.#mentions.delete(document);
    for (const other of this.#mentions.by(pathPhrase(path))) this.#concerned.add(other.path);
    if (this.#legends.delete(path)) this.#concernAll();
    if (this.#charters.delete(document) || this.#oneOnOnes.delete(document)) this.#concernMeetings();
    this.#documents.delete(path);
    this.#updateDateOrder(document, undefined);
    this.#concerned.add(path);
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
    const usesP0 = this.#work.uses(p0);
    if (usesP0 !== this.#usedP0) this.#concernAll();
    this.#usedP0 = usesP0;
    for (const index of [this.#decisions, this.#disagreements, this.#work]) {
      for (const document of index.takeAffected()) this.#concerned.add(document.path);
    }
    const concerned = this.#concerned;
    this.#concerned = new Set();
    return concerned;
  }

  ownershipOf(decision: Decision, document: PlanDocument): Ownership {
    return ownershipOf(decision, document, { roster: this.roster, vocabulary: this.vocabularyOf(document) });
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
    return this.#vocabularyFor(document.settings);
  }

  sameItems(item: PlanItem): readonly Stated<PlanItem>[] {
    return this.#work.same(item);
  }

  documentsLike(item: PlanItem): ReadonlySet<string> {
    return this.#work.documentsLike(item);
  }

  usesLevel(priority: PriorityValue): boolean {
    return this.#work.uses(priority);
  }

  itemsNamed(name: string): readonly Stated<PlanItem>[] {
    return this.#work.named(name);
  }

  mentionsPlans(document: PlanDocument): boolean {
    for (const phrase of this.#mentions.of(document)) {
      if (this.#work.named(phrase).some((named) => named.document !== document)) return true;
      const path = pathOf(phrase);
      const kind = path === undefined ? undefined : this.#documents.get(path)?.head.kind;
      if (kind === "roadmap" || kind === "okr") return true;
    }
    return false;
  }

  plansBeside(document: PlanDocument): readonly PlanDocument[] {
    return this.#plans.beside(document);
  }

  comparePriorities(a: PriorityValue, b: PriorityValue, document: PlanDocument): number | undefined {
    return this.#scalesFor(document).compare(a, b);
  }

  translatePriority(value: PriorityValue, like: PriorityValue, document: PlanDocument): string | undefined {
    return this.#scalesFor(document).translate(value, like);
  }

  #scalesFor(document: PlanDocument): PriorityScales {
    return this.#legends.scalesFor(document.settings.priorities, this.vocabularyOf(document));
  }

  sameDecisions(decision: Decision): readonly Stated<Decision>[] {
    return this.#decisions.same(statedDecision(decision));
  }

  disputesOf(decision: Decision, document: PlanDocument): readonly Stated<Disagreement>[] {
    return this.#disputes
      .to(this.#decisionIds.of(statedDecision(decision)))
      .filter((dispute) => dispute.document !== document);
  }

  decisionsAbout(disagreement: Disagreement, document: PlanDocument): readonly Stated<Decision>[] {
    return this.#decisionIds
      .to([...this.#disputes.of(disagreement), ...titleNames(disagreement.topic)])
      .filter((decision) => decision.document !== document && decision.fact.status === "decided");
  }

  sameDisagreements(disagreement: Disagreement): readonly Stated<Disagreement>[] {
    return this.#disagreements.same(disagreement);
  }

  charters(): Iterable<PlanDocument> {
    return inPathOrder(this.#charters);
  }

  oneOnOneDocuments(): Iterable<PlanDocument> {
    return inPathOrder(this.#oneOnOnes);
  }

  readDate(text: string, document: PlanDocument): DateValue | undefined {
    return parseDate(text, this.#dateOptions(document));
  }

  findDate(text: string, document: PlanDocument): DateValue | undefined {
    return findDate(text, this.#dateOptions(document));
  }

  #dateOptions(document: PlanDocument): DateOptions {
    const { fiscalYearStart } = document.settings;
    return {
      settings: { dateOrder: document.dateOrder, fiscalYearStart },
      reference: document.head.date?.end,
      lean: "future",
    };
  }

  resolveLink(
    url: string,
    document: PlanDocument,
  ): { document: PlanDocument; fragment: string | undefined } | undefined {
    const target = resolvePath(url, document.path);
    const found = target && this.#documents.get(target.path);
    return found && { document: found, fragment: target.fragment };
  }

  /** Takes facts that `after` no longer holds out of the indexes. */
  #leave(document: PlanDocument, before: IndexedFacts, after: IndexedFacts): void {
    for (const decision of missingFrom(before.decisions, after.decisions)) {
      this.#decisions.remove(decision);
      this.#decisionIds.remove(decision);
    }
    for (const disagreement of missingFrom(before.disagreements, after.disagreements)) {
      this.#disagreements.remove(disagreement);
      this.#concernDisputed(disagreement);
      this.#disputes.remove(disagreement);
    }
    const items = missingFrom(before.items, after.items);
    for (const item of items) {
      for (const other of this.#work.same(item)) this.#concerned.add(other.document.path);
      this.#work.remove(item);
      this.#concernNaming(item);
    }
    if (missingFrom(before.roster, after.roster).length > 0) this.#rosterChanged();
    this.#concerned.add(document.path);
  }

  #enter(document: PlanDocument, before: IndexedFacts): void {
    const after: IndexedFacts = document.facts;
    for (const decision of missingFrom(after.decisions, before.decisions)) {
      this.#decisions.add(decision, document);
      this.#decisionIds.add(decision, document);
    }
    for (const disagreement of missingFrom(after.disagreements, before.disagreements)) {
      this.#disagreements.add(disagreement, document);
      this.#disputes.add(disagreement, document);
      this.#concernDisputed(disagreement);
    }
    const acronyms = document.head.planning ? acronymsOf(document.markdown) : [];
    this.#decisions.setAcronyms(document, acronyms);
    this.#work.setAcronyms(document, acronyms);
    const items = missingFrom(after.items, before.items);
    for (const item of items) this.#work.add(item, document);
    for (const item of items) {
      for (const other of this.#work.same(item)) this.#concerned.add(other.document.path);
      this.#concernNaming(item);
    }
    this.#mentions.update(document);
    for (const other of this.#mentions.by(pathPhrase(document.path))) this.#concerned.add(other.path);
    for (const plan of this.#plans.update(document, this.domainsOfDocument(document))) this.#concerned.add(plan.path);
    if (this.#legends.update(document)) this.#concernAll();
    this.#updateMeetings(document, before);
    this.#updateDateOrder(document, document.head.planning ? document.ownDateOrder : undefined);
    if (missingFrom(after.roster, before.roster).length > 0) this.#rosterChanged();
    this.#concerned.add(document.path);
  }

  /** Charters say how often leads meet, and inherit from one another; the notes of a pair are looked at together. */
  #updateMeetings(document: PlanDocument, before: IndexedFacts): void {
    const { charter, oneOnOnes } = document.facts;
    const concerns =
      charter !== undefined ||
      this.#charters.has(document) ||
      missingFrom(oneOnOnes, before.oneOnOnes).length > 0 ||
      missingFrom(before.oneOnOnes, oneOnOnes).length > 0;
    setMember(this.#charters, document, charter !== undefined);
    setMember(this.#oneOnOnes, document, oneOnOnes.length > 0);
    if (concerns) this.#concernMeetings();
  }

  /** Dates that can be read either way follow the repository's order, so a change of it reads their documents anew. */
  #updateDateOrder(document: PlanDocument, own: "dmy" | "mdy" | undefined): void {
    const before = this.#dateOrder.order;
    this.#dateOrder.update(document, own);
    const { order } = this.#dateOrder;
    if (order === before) return;
    for (const other of this.#documents.values()) {
      const facts = other.facts;
      if (!other.setRepositoryDateOrder(order)) continue;
      this.#leave(other, facts, other.facts);
      this.#enter(other, facts);
    }
  }

  #concernMeetings(): void {
    for (const other of [...this.#charters, ...this.#oneOnOnes]) this.#concerned.add(other.path);
  }

  /** Whoever depends on an item by its name, or ties headcount to it. */
  #concernNaming(item: PlanItem): void {
    for (const { document } of this.#work.dependents(item)) this.#concerned.add(document.path);
    for (const name of itemNames(item)) {
      for (const document of this.#mentions.by(name)) this.#concerned.add(document.path);
    }
  }

  /** Whoever records the decision that a disagreement refers to is concerned by it. */
  #concernDisputed(disagreement: Disagreement): void {
    for (const other of this.#decisionIds.to(this.#disputes.of(disagreement))) this.#concerned.add(other.document.path);
  }

  #rosterChanged(): void {
    this.#roster = undefined;
    this.#concernAll();
  }

  #concernAll(): void {
    for (const path of this.#documents.keys()) this.#concerned.add(path);
  }

  #buildRoster(): Roster {
    const entries: RosterEntry[] = [];
    const domains = new Set<Settings["domains"]>([this.#configuration.settingsFor("").domains]);
    for (const document of inPathOrder(this.#documents.values())) {
      entries.push(...document.facts.roster);
      domains.add(document.settings.domains);
    }
    return Roster.build(entries, [...domains], [...this.#codeOwners.values()]);
  }

  #reconfigure(): void {
    this.#roster = undefined;
    for (const document of this.#documents.values()) {
      const settings = this.#configuration.settingsFor(document.path);
      if (settings === document.settings) continue;
      const before = document.facts;
      document.reconfigure(settings, this.#contextFor(document.path, settings));
      this.#leave(document, before, document.facts);
      this.#enter(document, before);
    }
    this.#concernAll();
  }

  #vocabularyFor(settings: Settings): Vocabulary {
    let ofDomains = this.#vocabularies.get(settings.domains);
    if (!ofDomains) {
      ofDomains = new WeakMap();
      this.#vocabularies.set(settings.domains, ofDomains);
    }
    let vocabulary = ofDomains.get(settings.priorities);
    if (!vocabulary) {
      vocabulary = buildVocabulary(settings.domains, settings.priorities);
      ofDomains.set(settings.priorities, vocabulary);
    }
    return vocabulary;
  }

  #contextFor(path: string, settings: Settings): ReadingContext {
    const { planning, kind, domain } = settings.document;
    return {
      path,
      configured: { planning: this.#allPlanning ? true : planning, kind, domain },
      vocabulary: this.#vocabularyFor(settings),
      dates: { dateOrder: settings.dateOrder, fiscalYearStart: settings.fiscalYearStart },
    };
  }
}

/** Whether anybody uses it decides whether P1 is a top priority, for all who use that. */
const p0: PriorityValue = { text: "P0", scheme: "p-level", level: 0 };

type IndexedFacts = Pick<PlanDocument["facts"], "decisions" | "disagreements" | "items" | "roster" | "oneOnOnes">;

const noFacts: IndexedFacts = { decisions: [], disagreements: [], items: [], roster: [], oneOnOnes: [] };

/** Members of `list` that `other` does not hold; lists of equal members in order are told apart without a set. */
function missingFrom<T>(list: readonly T[], other: readonly T[]): readonly T[] {
  if (list.length === other.length && list.every((item, index) => item === other[index])) return [];
  const present = new Set(other);
  return list.filter((item) => !present.has(item));
}

function setMember<T>(set: Set<T>, member: T, present: boolean): void {
  if (present) set.add(member);
  else set.delete(member);
}
