import type { Place } from "../markdown/slot.js";
import type { Unit } from "../reading/units.js";
import type { DateValue } from "./date.js";
import type { Section } from "./section.js";

/**
 * The planning model of one document: what its passages state, before any rule and before anything is known of other documents.
 * Names stand as they are written; whose domain a name belongs to is the roster's to say, later.
 */

/** Something as a document writes it. */
export interface Written {
  readonly text: string;
  readonly place: Place;
}

/** One reason why a passage is read as it is, in words for a person. */
export interface Evidence {
  /** What spoke for it: the heading, the label, the column, the verb … Stable, kebab-case. */
  readonly kind: string;
  /** The words of the document that said so. */
  readonly text: string;
}

/** How a passage states its fact (SPEC §2). A fix writes in the same form. */
export type Form = "label" | "heading" | "list" | "row" | "front-matter" | "prose";

/** The names of fields that planning documents attach to a passage, whatever word the document uses for them. */
export type FieldName =
  | "decision"
  | "disagreement"
  | "question"
  | "item"
  | "objective"
  | "keyResult"
  | "domain"
  | "team"
  | "owner"
  | "dri"
  | "driver"
  | "decider"
  | "approver"
  | "champion"
  | "sponsor"
  | "shepherd"
  | "contact"
  | "lead"
  | "standIn"
  | "author"
  | "contributor"
  | "consulted"
  | "informed"
  | "attendee"
  | "status"
  | "priority"
  | "rank"
  | "target"
  | "due"
  | "date"
  | "since"
  | "reviewBy"
  | "input"
  | "inputFrom"
  | "backing"
  | "outcome"
  | "position"
  | "parties"
  | "nextStep"
  | "dependsOn"
  | "supersedes"
  | "supersededBy"
  | "id"
  | "link"
  | "type"
  | "title"
  | "impact"
  | "why"
  | "headcount"
  | "budget"
  | "effort"
  | "people"
  | "baseline"
  | "actual"
  | "notes"
  | "scope"
  | "period"
  | "sharedPriority"
  | "handle"
  | "name"
  | "total"
  | "role";

/** A labelled value: `Owner: @amelia`, a table cell under its header, a front matter key. */
export interface Field {
  readonly name: FieldName;
  /** The label, header or key as written. */
  readonly key: string;
  /** The value as a reader sees it, without the label; empty where the field is there but says nothing, or holds a placeholder. */
  readonly value: string;
  /** Where the value stands; an empty span where it would go. */
  readonly place: Place;
  /** Where the label, header or key stands. */
  readonly keyPlace: Place;
  readonly form: Form;
}

/** A name in an owner-like position. Which person, team or domain it is, the roster says. */
export interface Mention {
  readonly text: string;
  readonly place: Place;
  /** The field that gives the name its part in the passage; "prose" for a name in a sentence ("Amelia decided"). */
  readonly role: FieldName | "prose";
  /** Written in small letters in a sentence: a name only where the roster knows a person of it. */
  readonly unsure?: true;
}

export interface FactBase {
  /** The passage that states the fact, to the end of its block: the range of the model (SPEC §5). */
  readonly place: Place;
  /** What a finding about the whole passage underlines (SPEC §6 "Place"): first sentence, label, naming cell. */
  readonly focus: Place;
  readonly form: Form;
  /** The block's piece that states it, whose form a fix follows; undefined for front matter. */
  readonly unit: Unit | undefined;
  /** Fields attached to the passage: in it, in its row, in the list below it. Not those of headings or the document. */
  readonly fields: readonly Field[];
  readonly section: Section;
  readonly evidence: readonly Evidence[];
  /** An id or ticket that the passage or its heading gives itself ("ADR-012", "LIN-482"). */
  readonly id: string | undefined;
  /** Destinations of links in the passage. */
  readonly links: readonly string[];
}

export type DecisionStatus = "open" | "decided" | "rejected" | "superseded";

export interface Input {
  /** The person, team or domain asked, as written. */
  readonly from: string;
  readonly place: Place;
  readonly state: "requested" | "received";
}

export interface Decision extends FactBase {
  readonly kind: "decision";
  readonly text: string;
  readonly status: DecisionStatus;
  readonly statusField: Field | undefined;
  /** Whoever owns, makes, approves or is accountable, named in the passage or in fields attached to it. */
  readonly owners: readonly Mention[];
  /** Owner-like names that the headings, the table or the document's head give. */
  readonly contextOwners: readonly Mention[];
  /** Whether the context (heading, head, "minutes OF a body") names an owner even where it is no single name. */
  readonly ownedByContext: boolean;
  /** Domain words in the passage that own the decision ("this is an engineering decision", "Decision (Engineering):"). */
  readonly domainWords: readonly Written[];
  /** Domain words that the headings above or the table give. */
  readonly contextDomainWords: readonly Written[];
  /** People or domains who made it, where the passage says so in words ("Priya and Li decided"). */
  readonly deciders: readonly Mention[];
  /** Domain words that the passage says it affects (an impact field, a sentence that names both). */
  readonly affects: readonly Written[];
  /** A freeze, a cut corner against a deadline, debt taken on: what touches both domains by its nature. */
  readonly nature: "freeze" | "cut-corner" | "technical-debt" | undefined;
  readonly inputs: readonly Input[];
  readonly backing: readonly Mention[];
  /** Presented as one shared decision in so many words ("together", "joint decision", "backed by"). */
  readonly joint: boolean;
  readonly date: DateValue | undefined;
  readonly reviewBy: { readonly date: DateValue; readonly place: Place } | undefined;
  /** Whether it is the choice of a record (ADR, RFC, MADR), which is one decision for findings. */
  readonly record: boolean;
  /** What the passage says it replaces. */
  readonly supersedes: readonly string[];
  /** An outcome of a disagreement, which needs no domain of its own. */
  readonly settles: boolean;
}

export interface Disagreement extends FactBase {
  readonly kind: "disagreement";
  readonly topic: string;
  /** Whether the topic is that of the point or heading that a sentence stands under, where others may disagree about other things another week. */
  readonly topicShared: boolean;
  readonly status: "open" | "resolved";
  readonly statusField: Field | undefined;
  readonly parties: readonly Mention[];
  readonly nextStep: Written | undefined;
  readonly owner: Mention | undefined;
  readonly due: { readonly date: DateValue | undefined; readonly text: string; readonly place: Place } | undefined;
  readonly since: DateValue | undefined;
  readonly outcome: Written | undefined;
}

export interface OpenQuestion extends FactBase {
  readonly kind: "question";
  readonly text: string;
  readonly status: "open" | "resolved";
}

export type PriorityScheme = "p-level" | "word" | "moscow" | "horizon" | "rank" | "ordinal" | "flagship" | "listed";

export interface Priority {
  /** As written ("P1", "Must", "#2"). */
  readonly text: string;
  readonly scheme: PriorityScheme;
  /** 0 is the most important of its scheme; an ordinal or rank counts from 1. */
  readonly level: number;
  /** Where it is written; undefined for the order of a list. */
  readonly place: Place | undefined;
}

export type StatusClass = "planned" | "active" | "blocked" | "done" | "dropped";

export interface PlanItem extends FactBase {
  readonly kind: "item" | "objective" | "headcount";
  readonly title: string;
  readonly titlePlace: Place;
  /** What it says of its own importance: a level where one is given, else its rank. */
  readonly priority: Priority | undefined;
  /** Its place in a Rank column, beside a priority or alone. */
  readonly rank: Priority | undefined;
  readonly owners: readonly Mention[];
  readonly domainWords: readonly Written[];
  readonly status:
    | { readonly text: string; readonly class: StatusClass | undefined; readonly place: Place }
    | undefined;
  readonly target: { readonly text: string; readonly date: DateValue | undefined; readonly place: Place } | undefined;
  readonly dependsOn: readonly Written[];
  /** The list, table or section that ranks it among others: items of one list share the key. */
  readonly list: string;
  /** Whether that list says that it is one of priorities (rank, order, "in priority order"). */
  readonly ranked: boolean;
  /** A customer need or business reason. */
  readonly why: Written | undefined;
  /** Whether it goes on for some words after its title and attributes, whatever they say. */
  readonly told: boolean;
  /** People or money put to it: 0 where the document says none. */
  readonly resources: { readonly amount: number; readonly place: Place } | undefined;
  /** Said to be a matter of its own domain only. */
  readonly internal: boolean;
  /** Figures of an objective, key result or headcount row: what is aimed at, by label. */
  readonly figures: readonly Figure[];
  /** For headcount: whether the row is the sum of the others; struck rows leave the sum. */
  readonly total: boolean;
  readonly struck: boolean;
  /** For key results: the objective they belong to. */
  readonly parent: PlanItem | undefined;
}

export interface Figure {
  /** The measure, as the header or words say ("Headcount", "FTE", "Budget", "NPS"). */
  readonly measure: string;
  readonly kind: "target" | "baseline" | "actual";
  readonly value: number;
  /** What the value is to be multiplied with, where its header or document says so ("in thousands of pounds"). */
  readonly scale?: number | undefined;
  /** "%", "$", "people", "ms" … empty where none is given. */
  readonly unit: string;
  readonly text: string;
  readonly place: Place;
  /** When it is to be reached, where the header or the words above the list say so ("Target, third quarter"). */
  readonly by?: DateValue | undefined;
}

/** One entry of a roster that a document states (a charter's roles table, front matter). */
export interface RosterEntry {
  readonly name: string | undefined;
  readonly handle: string | undefined;
  /** The domain, team or role as written. */
  readonly domain: Written | undefined;
  readonly team: string | undefined;
  readonly lead: boolean;
  readonly standIn: Written | undefined;
  /** A row that names a domain and leaves its lead vacant. */
  readonly vacant: boolean;
  readonly place: Place;
  /** Where the name of a vacant lead would go. */
  readonly gap?: Place | undefined;
}

/** That one person stands in for another, as a sentence of a charter says. */
export interface StandIn {
  /** Both as written. */
  readonly who: string;
  readonly whom: string;
  readonly place: Place;
}

export type AgreementId =
  | "values"
  | "processes"
  | "purpose"
  | "optimise"
  | "sacrifice"
  | "responsibilities"
  | "sticky-questions"
  | "disagreements";

export interface CharterFacts {
  readonly agreements: ReadonlyMap<AgreementId, Place>;
  /** One-on-one arrangements: who with whom, how many days apart at most. */
  readonly oneOnOnes: readonly {
    readonly people: readonly string[];
    readonly everyDays: number | undefined;
    readonly place: Place;
  }[];
  /** Destinations of charters that this one adheres to. */
  readonly inherits: readonly string[];
}

/** One dated note of a pair's one-on-ones. */
export interface OneOnOneNote {
  readonly people: readonly string[];
  readonly date: DateValue;
  /** Whether it is a file or a section of its own, or an entry of a list or table of dates: those count where a document has no others. */
  readonly form: "section" | "entry";
  readonly place: Place;
}

/** A sentence that blames or credits one side. */
export interface Wording {
  readonly kind: "sides" | "credit";
  readonly domains: readonly Written[];
  readonly text: string;
  readonly place: Place;
}

export interface Facts {
  readonly decisions: readonly Decision[];
  readonly disagreements: readonly Disagreement[];
  readonly questions: readonly OpenQuestion[];
  /** Plan items, objectives and headcount rows, told apart by `kind`. */
  readonly items: readonly PlanItem[];
  readonly roster: readonly RosterEntry[];
  readonly standIns: readonly StandIn[];
  readonly charter: CharterFacts | undefined;
  readonly oneOnOnes: readonly OneOnOneNote[];
  readonly wordings: readonly Wording[];
  /** Where a hiring plan says that its people are for a priority or an objective that is shared. */
  readonly sharedPurposes: readonly Written[];
}
