import type { MarkdownDocument } from "../../markdown/document.js";
import type { Slot } from "../../markdown/slot.js";
import { SlotValues } from "../../markdown/slot-values.js";
import type { FieldName } from "../../model/facts.js";
import type { DocumentKind, SectionRole } from "../../model/section.js";
import type { ReadingContext, ReadUnit } from "../context.js";
import { normaliseKey } from "../field-names.js";
import { isGlossary } from "../headings/glossary.js";
import { roleOfHeading } from "../headings.js";
import { columnsOf } from "../items/columns.js";
import { kindOfTitle } from "./title.js";

/** What one block's headings, tables and labels say about the kind of document it stands in. */
interface Signals {
  readonly role: SectionRole | undefined;
  readonly headingName: string | undefined;
  /** Fields that a table's header names; empty for other blocks. */
  readonly columns: readonly FieldName[];
  readonly labels: readonly FieldName[];
  readonly items: number;
}

const noSignals: Signals = { role: undefined, headingName: undefined, columns: [], labels: [], items: 0 };

function readSignals(slot: Slot, units: readonly ReadUnit[], context: ReadingContext): Signals | undefined {
  const first = units[0]?.unit;
  if (!first) return undefined;
  if (first.kind === "heading") {
    const { text } = first.inline;
    return { ...noSignals, role: roleOfHeading(text, context), headingName: normaliseKey(text) };
  }
  if (slot.type === "table" && first.kind === "row") {
    const columns = columnsOf(first.table).flatMap((column) => column.name ?? []);
    return { ...noSignals, columns: [...new Set(columns)] };
  }
  const labels = units.flatMap(({ unit, fields }) =>
    unit.kind === "paragraph" ? fields.filter(isStatedLabel).map((field) => field.name) : [],
  );
  const items = slot.type === "list" ? units.filter((read) => read.unit.kind === "paragraph").length : 0;
  return labels.length > 0 || items > 0 ? { ...noSignals, labels, items } : undefined;
}

const decisionLabel = /^(?:joint |shared |final )?(?:decision|disagreement)(?: needed| \([^)]*\))?$/i;

/** "DECIDED: …", as minutes write it. */
const shouted = /^(?:DECIDED|RESOLVED|AGREED|DECISION)(?: \([^)]*\))?$/;

function isStatedLabel(field: { name: FieldName; key: string; value: string }): boolean {
  if (field.value === "") return false;
  return field.name !== "decision" && field.name !== "disagreement"
    ? true
    : decisionLabel.test(field.key.trim()) || shouted.test(field.key.trim());
}

/** What the content makes of a document. */
export interface ContentKind {
  readonly kind: DocumentKind;
  readonly because: string;
  /** Whether it is enough to take a document for planning that nothing else marks as such. */
  readonly sure: boolean;
  /** Whether documents of any kind may hold what speaks for it: decisions are labelled in plans and notes alike. */
  readonly anywhere?: true;
}

/** Reads the kind off headings, table headers and labels. The cost after an edit is that of a sum over the blocks. */
export function kindOfContent(
  seen: Collected,
  title: string | undefined,
  headerNames: ReadonlySet<FieldName>,
): ContentKind | undefined {
  const titled = title === undefined ? undefined : kindOfTitle(title);
  return (
    decisionRecord(seen, headerNames) ??
    meetingNotes(seen, titled) ??
    charter(seen, titled) ??
    objectives(seen, titled) ??
    hiring(seen, titled, title) ??
    plannedGoal(seen, headerNames) ??
    roadmap(seen, titled) ??
    board(seen, titled) ??
    registerOf(seen, title) ??
    decisionLabels(seen, title) ??
    (titled ? { kind: titled, because: `title "${title}"`, sure: false } : undefined)
  );
}

/** Counted over all blocks; another object where a count changed. */
export interface Collected {
  readonly roles: ReadonlyMap<SectionRole, number>;
  readonly names: ReadonlyMap<string, number>;
  readonly tables: readonly (readonly FieldName[])[];
  readonly labels: ReadonlyMap<FieldName, number>;
  readonly items: number;
}

/** What the blocks of a document say of its kind, kept up block by block. */
export class ContentSignals {
  readonly #roles = new Map<SectionRole, number>();
  readonly #names = new Map<string, number>();
  readonly #labels = new Map<FieldName, number>();
  #items = 0;
  readonly #signals: SlotValues<Signals>;
  #collected: { readonly of: readonly Signals[]; readonly counts: Collected } | undefined;

  constructor(unitsOf: (slot: Slot) => readonly ReadUnit[], context: ReadingContext) {
    this.#signals = new SlotValues(
      (slot) => readSignals(slot, unitsOf(slot), context),
      (added, removed) => {
        for (const signals of removed) this.#count(signals, -1);
        for (const signals of added) this.#count(signals, 1);
      },
    );
  }

  of(document: MarkdownDocument): Collected {
    const signals = this.#signals.of(document);
    if (this.#collected?.of === signals) return this.#collected.counts;
    const tables = signals.flatMap(({ columns }) => (columns.length > 1 ? [columns] : []));
    const counts = { roles: this.#roles, names: this.#names, tables, labels: this.#labels, items: this.#items };
    this.#collected = { of: signals, counts };
    return counts;
  }

  #count({ role, headingName, labels, items }: Signals, step: 1 | -1): void {
    if (role) count(this.#roles, role, step);
    if (headingName) count(this.#names, headingName, step);
    for (const label of labels) count(this.#labels, label, step);
    this.#items += items * step;
  }
}

function count<Key>(counts: Map<Key, number>, key: Key, step: 1 | -1): void {
  const sum = (counts.get(key) ?? 0) + step;
  if (sum === 0) counts.delete(key);
  else counts.set(key, sum);
}

function decisionRecord(seen: Collected, header: ReadonlySet<FieldName>): ContentKind | undefined {
  const { names, roles } = seen;
  if (
    names.has("decision outcome") &&
    (names.has("considered options") || names.has("context and problem statement"))
  ) {
    return { kind: "decision", because: "headings of a decision record", sure: true };
  }
  const parts = [
    roles.has("status") || header.has("status"),
    names.has("context") || roles.has("drivers"),
    roles.has("consequences"),
    roles.has("options"),
  ];
  if (names.has("decision") && parts.filter(Boolean).length >= 2) {
    return { kind: "decision", because: "headings of a decision record", sure: true };
  }
  const decides = header.has("decider") || header.has("approver") || header.has("driver") || header.has("consulted");
  if (decides && header.has("status")) return { kind: "decision", because: "header fields of a decision", sure: true };
  if (
    seen.tables.some(
      (columns) => columns.includes("decision") && has(columns, "owner", "date", "status", "domain", "decider", "dri"),
    )
  ) {
    return { kind: "decision", because: "a table of decisions", sure: true };
  }
  if (
    seen.tables.some(
      (columns) =>
        (columns.includes("disagreement") &&
          has(columns, "owner", "status", "since", "date", "nextStep", "parties", "position")) ||
        (columns.includes("position") && has(columns, "status", "since", "outcome", "nextStep")),
    )
  ) {
    return { kind: "other", because: "a table of disagreements", sure: true };
  }
  const proposal = [
    "motivation",
    "alternatives",
    "drawbacks",
    "non-goals",
    "design",
    "graduation",
    "questions",
  ] as const;
  const found = proposal.filter((role) => (role === "motivation" ? names.has("motivation") : roles.has(role)));
  if (found.length < 4) return undefined;
  return {
    kind: "decision",
    because: "headings of a proposal",
    sure: found.length >= 5 || header.has("status") || header.has("approver"),
  };
}

function has(columns: readonly FieldName[], ...names: readonly FieldName[]): boolean {
  return names.some((name) => columns.includes(name));
}

function meetingNotes({ roles, labels }: Collected, titled: DocumentKind | undefined): ContentKind | undefined {
  const attended = roles.has("attendees") || labels.has("attendee");
  const parts = [roles.has("actions"), roles.has("agenda"), roles.has("decisions"), roles.has("discussion")];
  const count = parts.filter(Boolean).length;
  if (attended && count >= 1) return { kind: "notes", because: "attendees and an agenda or actions", sure: true };
  if (titled === "notes" && (attended || count >= 1 || labels.has("decision")))
    return { kind: "notes", because: "its title and an agenda", sure: true };
  return count >= 3 ? { kind: "notes", because: "agenda, discussion and actions", sure: true } : undefined;
}

const agreementNames: readonly RegExp[] = [
  /\b(?:our )?values$/,
  /\b(?:working process|ways? of working|how we work)/,
  /\bwhat (?:they|these|our processes|the processes) are for\b|\bwhat we are for\b/,
  /\bwhat we optimi[sz]e for\b/,
  /\bwhat we (?:are willing to )?sacrifice\b/,
  /\bresponsibilities\b/,
  /\bquestions\b.*\bsticky\b/,
  /\b(?:resolv\w+|handl\w+|settle|when we) (?:\w+ )?disagree/,
];

function charter({ names }: Collected, titled: DocumentKind | undefined): ContentKind | undefined {
  const agreements = agreementNames.filter((pattern) => [...names.keys()].some((name) => pattern.test(name))).length;
  const needed = titled === "charter" ? 1 : 3;
  return agreements >= needed ? { kind: "charter", because: "headings of a charter", sure: true } : undefined;
}

function objectives(seen: Collected, titled: DocumentKind | undefined): ContentKind | undefined {
  const keyed =
    (seen.roles.has("key-results") && seen.roles.has("objectives")) ||
    (seen.labels.get("objective") ?? 0) + (seen.labels.get("keyResult") ?? 0) >= 2 ||
    seen.tables.some((columns) => columns.includes("keyResult") && has(columns, "objective", "owner", "target"));
  if (keyed)
    return {
      kind: "okr",
      because: "objectives and key results",
      sure: titled === "okr" || seen.labels.has("objective"),
    };
  return titled === "okr" ? { kind: "okr", because: "its title", sure: seen.roles.has("objectives") } : undefined;
}

const budgetTitle = /\bbudgets?\b/i;

function hiring(seen: Collected, titled: DocumentKind | undefined, title: string | undefined): ContentKind | undefined {
  const counted = seen.tables.some((columns) => columns.includes("headcount"));
  if (counted) return { kind: "hiring", because: "a table of headcount", sure: titled === "hiring" };
  if (titled !== "hiring") return undefined;
  if (!budgetTitle.test(title ?? ""))
    return { kind: "hiring", because: "its title", sure: seen.tables.length > 0 || seen.items > 1 };
  // "Budget 2026" is one of people and money where it says so row by row.
  const rows = seen.tables.some((columns) => columns.includes("budget") && has(columns, "team", "domain", "role"));
  return rows ? { kind: "hiring", because: "a table of budgets", sure: true } : undefined;
}

function roadmap(seen: Collected, titled: DocumentKind | undefined): ContentKind | undefined {
  const weight = Math.max(0, ...seen.tables.map(planColumns));
  if (weight >= 3) return { kind: "roadmap", because: "a table of planned work", sure: true };
  if (titled !== "roadmap") return undefined;
  return { kind: "roadmap", because: "its title", sure: weight >= 2 || seen.items >= 3 };
}

/** What the columns of a board are called: when, how far, how urgent. */
const boardColumn =
  /^(?:\W*)(?:now|next|later|soon|someday|some day|maybe|to ?do|doing|done|in progress|in work|under way|underway|in review|review|testing|ready|blocked|waiting|on hold|parked|parking lot|ice ?box|backlog|shipped|dropped|this (?:week|month|quarter|round|sprint)|next (?:week|month|quarter|round|sprint)|p[0-4]|must|should|could)(?:\W*)$/i;

/** Cards under headings that are the columns of a board: "Now", "Next", "Later"; "To do", "Doing", "Done". */
function board({ names, items }: Collected, titled: DocumentKind | undefined): ContentKind | undefined {
  if (titled !== undefined && titled !== "roadmap") return undefined;
  const columns = [...names.keys()].filter((name) => boardColumn.test(name)).length;
  return columns >= 2 && items >= 3 ? { kind: "roadmap", because: "the columns of a board", sure: false } : undefined;
}

/** A document that is one planned goal: whose it is and how it stands above, who does what below. */
function plannedGoal(seen: Collected, header: ReadonlySet<FieldName>): ContentKind | undefined {
  const owned =
    header.has("contact") || header.has("owner") || header.has("dri") || header.has("champion") || header.has("lead");
  const shared = seen.tables.some((columns) => columns.includes("item") && has(columns, "owner", "team", "dri"));
  return owned && header.has("status") && shared
    ? { kind: "roadmap", because: "an owner, a status and a table of its tasks", sure: true }
    : undefined;
}

/** How many of the four things that a plan's table says of its items have a column: priority, owner, target, status. */
function planColumns(columns: readonly FieldName[]): number {
  const named = has(columns, "item", "objective", "keyResult", "title");
  const said = [
    has(columns, "priority", "rank"),
    has(columns, "owner", "dri", "lead", "team", "domain"),
    has(columns, "target", "due"),
    has(columns, "status"),
  ];
  const count = said.filter(Boolean).length;
  return named && said[0] ? count : count - 1;
}

/** "Disagreements", "Register of objections", "Open disputes between the leads", "What we do not agree on". */
const registerTitle =
  /\b(?:disagreements?|objections|disputes|dissents)\b|\b(?:objection|dispute|conflict) (?:log|register|list)\b|\b(?:what|where|things|matters) we (?:(?:do not|don['’]t|cannot|can['’]t) (?:yet )?agree|(?:still )?disagree|differ)\b/i;
/** "Common objections" of a sales guide are none of ours. */
const listTitle = /\bdisagree|\bagree\b|\b(?:register|log|list|record)s?(?: of\b|$)/i;
const noRegister =
  /^\W*(?:how|when|who|why)\b|\b(?:process|procedures?|guide(?:lines?)?|policy|resolution|resolving|handling)\b/i;

const toldOfEntries: readonly FieldName[] = ["status", "since", "author", "position", "parties", "nextStep", "outcome"];

/** A register of disagreements: entries under headings, in a list or a table, with what is known of each. */
export function registerOf(
  { roles, names, tables, labels, items }: Collected,
  title: string | undefined,
): ContentKind | undefined {
  if (title === undefined || !registerTitle.test(title) || noRegister.test(title)) return undefined;
  const kept = toldOfEntries.reduce((sum, name) => sum + (labels.get(name) ?? 0), 0) >= 2;
  const tabled = tables.some((columns) => columns.filter((name) => toldOfEntries.includes(name)).length >= 2);
  const listed = roles.has("disagreements") && listTitle.test(title) && (items >= 2 || names.size >= 3);
  return kept || tabled || listed ? { kind: "other", because: "a register of disagreements", sure: true } : undefined;
}

/** What says how things are done each time; a choice that it labels is a step. */
const manual =
  /\b(?:run ?books?|play ?books?|cook ?books?|hand ?books?|manuals?|how[- ]?to|cheat ?sheets?|tutorials?|faqs?|trouble-?shooting|walk-?through|(?:user|style|setup|on-?boarding|on-call|install(?:ation)?|migration|getting started) guides?|instructions)\b/i;

function decisionLabels({ labels }: Collected, title: string | undefined): ContentKind | undefined {
  if (title !== undefined && (manual.test(title) || isGlossary(title))) return undefined;
  const decisions = (labels.get("decision") ?? 0) + (labels.get("disagreement") ?? 0);
  const about = (
    ["owner", "dri", "decider", "approver", "backing", "input", "inputFrom", "status", "due", "nextStep"] as const
  ).some((name) => labels.has(name));
  if (decisions >= 2 || (decisions === 1 && about))
    return { kind: "other", because: "passages labelled as decisions", sure: true, anywhere: true };
  return undefined;
}
