import { CompletionItemKind } from "vscode-languageserver-types";
import { DOCUMENT_KINDS } from "../../engine/config/schema.js";
import type { PlanDocument } from "../../engine/index/document.js";
import type { WorkspaceView } from "../../engine/index/view.js";
import { offsetOf } from "../../engine/markdown/place.js";
import { isoDate } from "../../engine/model/date.js";
import type { FieldName, PriorityScheme } from "../../engine/model/facts.js";
import { ownerRoles } from "../../engine/model/owner-roles.js";
import { domainTitle } from "../../engine/text/words.js";
import { nameOf } from "../entities/facts.js";
import { withoutStop } from "../entities/word-place.js";
import type { CompletionContext } from "./context.js";

/** Something that may be written, before it is placed. */
export interface Candidate {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string;
  /** What is written, where that is not the label. */
  readonly text?: string;
  /** What is typed to find it, where that is more than what is written. */
  readonly filter?: string;
}

type ValueContext = Extract<CompletionContext, { kind: "value" }>;

const peopleFields: ReadonlySet<FieldName> = new Set<FieldName>([
  ...ownerRoles,
  "standIn",
  "consulted",
  "informed",
  "attendee",
  "author",
  "contributor",
  "input",
  "inputFrom",
  "backing",
  "parties",
  "people",
  "name",
  "position",
]);
const domainFields: ReadonlySet<FieldName> = new Set<FieldName>(["domain", "team", "impact", "backing", "input"]);

/** Values that a field may hold, those that its document uses first. */
export function valuesFor(context: ValueContext, document: PlanDocument, workspace: WorkspaceView): Candidate[] {
  const { field } = context;
  const values: Candidate[] = [];
  if (peopleFields.has(field)) values.push(...people(workspace));
  if (domainFields.has(field)) values.push(...domains(context, workspace));
  if (field === "handle") values.push(...handles(workspace));
  if (field === "status") values.push(...statuses(context, document));
  if (field === "priority" || field === "rank") values.push(...priorities(document));
  if (field === "item" || field === "title") values.push(...itemsElsewhere(document, workspace));
  if (field === "dependsOn" || field === "sharedPriority") values.push(...items(workspace));
  if (field === "supersedes" || field === "supersededBy" || field === "decision")
    values.push(...decisions(document, workspace));
  if (field === "type")
    values.push(...DOCUMENT_KINDS.map((kind): Candidate => ({ label: kind, kind: CompletionItemKind.EnumMember })));
  if (field === "target" || field === "period") values.push(...quarters(workspace.today));
  if (field === "date" || field === "since" || field === "due") {
    values.push({ label: isoDate(workspace.today), kind: CompletionItemKind.Value, detail: "today" });
  }
  return values;
}

/** People of the roster by name, with what tells them apart. */
export function people(workspace: WorkspaceView): Candidate[] {
  return workspace.roster.people.map((person) => {
    const handle = person.handle === undefined ? undefined : `@${person.handle}`;
    const about = [person.name === undefined ? undefined : handle, person.domain && domainTitle(person.domain)];
    return {
      label: person.name ?? handle ?? "",
      kind: CompletionItemKind.Variable,
      detail: about.filter((word) => word !== undefined).join(" · "),
      filter: [person.name, handle].filter((word) => word !== undefined).join(" "),
    };
  });
}

/** People of the roster by handle. */
export function handles(workspace: WorkspaceView): Candidate[] {
  return workspace.roster.people.flatMap(({ name, handle, domain }): Candidate[] =>
    handle === undefined
      ? []
      : [
          {
            label: `@${handle}`,
            kind: CompletionItemKind.Variable,
            detail: [name, domain && domainTitle(domain)].filter((word) => word !== undefined).join(" · "),
          },
        ],
  );
}

/** Front matter writes domains as configuration names them, text as a reader would. */
function domains({ form }: ValueContext, { roster }: WorkspaceView): Candidate[] {
  return roster.domains.map((domain) => ({
    label: form === "front-matter" ? domain : domainTitle(domain),
    kind: CompletionItemKind.Module,
    detail: "domain",
  }));
}

const statusWords = {
  decision: ["Open", "Proposed", "Accepted", "Rejected", "Superseded"],
  disagreement: ["Open", "Resolved"],
  item: ["Planned", "In progress", "Blocked", "Done", "Dropped"],
} as const;

function statuses({ beside, form, from }: ValueContext, document: PlanDocument): Candidate[] {
  const { decisions, disagreements, items } = document.facts;
  const fields = [
    ...decisions.map(({ statusField }) => ({ text: statusField?.value, place: statusField?.place })),
    ...disagreements.map(({ statusField }) => ({ text: statusField?.value, place: statusField?.place })),
    ...items.map(({ status }) => ({ text: status?.text, place: status?.place })),
  ];
  // What is half written at the cursor is no word of the document yet.
  const used = fields.flatMap(({ text, place }) =>
    text && place && /^[\p{L}][\p{L} ’'-]{1,29}$/u.test(text) && offsetOf(place) !== from ? [text] : [],
  );
  const about = kindsOfRow(beside) ?? (form === "front-matter" ? kindsOfDocument(document) : kindsNear(document));
  return distinct([...used, ...about.flatMap((kind) => statusWords[kind])]).map((label) => ({
    label,
    kind: CompletionItemKind.EnumMember,
  }));
}

type StatusKind = keyof typeof statusWords;

function kindsOfRow(beside: readonly FieldName[]): readonly StatusKind[] | undefined {
  if (beside.length === 0) return undefined;
  if (beside.includes("disagreement") || beside.includes("position") || beside.includes("parties"))
    return ["disagreement"];
  return beside.includes("decision") ? ["decision"] : ["item"];
}

function kindsOfDocument({ head }: PlanDocument): readonly StatusKind[] {
  return head.kind === "roadmap" || head.kind === "okr" || head.kind === "hiring" ? ["item"] : ["decision"];
}

function kindsNear(document: PlanDocument): readonly StatusKind[] {
  return document.head.kind === "notes" || document.head.kind === "other"
    ? ["decision", "disagreement", "item"]
    : kindsOfDocument(document);
}

const scales: Readonly<Partial<Record<PriorityScheme, readonly string[]>>> = {
  "p-level": ["P0", "P1", "P2", "P3"],
  word: ["Critical", "High", "Medium", "Low"],
  moscow: ["Must", "Should", "Could", "Won't"],
  horizon: ["Now", "Next", "Later"],
};

/** The scale that configuration gives, else those that the document uses, else P-levels. */
function priorities(document: PlanDocument): Candidate[] {
  const { scale } = document.settings.priorities;
  const used = new Set(document.facts.items.flatMap(({ priority }) => scales[priority?.scheme ?? "listed"] ?? []));
  const words = scale.length > 0 ? scale : used.size > 0 ? [...used] : (scales["p-level"] ?? []);
  return words.map((label) => ({ label, kind: CompletionItemKind.EnumMember, detail: "priority" }));
}

const mostNames = 1_000;

/** More than these UTF-16 units are a passage rather than a name. */
const longestName = 120;

/** Items of other documents that this one does not have yet. */
function itemsElsewhere(document: PlanDocument, workspace: WorkspaceView): Candidate[] {
  const here = new Set(document.facts.items.map(({ title }) => title.toLowerCase()));
  return items(workspace).filter(({ label }) => !here.has(label.toLowerCase()));
}

/** Items of all plans, each title once. */
export function items(workspace: WorkspaceView): Candidate[] {
  const byTitle = new Map<string, Candidate>();
  for (const document of workspace.documents.values()) {
    if (byTitle.size >= mostNames) break;
    for (const { kind, title, id, priority } of document.facts.items) {
      if (kind !== "item" || title.length > longestName || byTitle.has(title.toLowerCase())) continue;
      byTitle.set(title.toLowerCase(), {
        label: title,
        kind: CompletionItemKind.Reference,
        detail: [id, priority?.text, document.path].filter((word) => word !== undefined).join(" · "),
        filter: id === undefined ? title : `${title} ${id}`,
      });
    }
  }
  return [...byTitle.values()];
}

/** Decisions of other documents, by id where they have one, else by what they are called; what has an id is found by its name too. */
function decisions(document: PlanDocument, workspace: WorkspaceView): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const other of workspace.documents.values()) {
    if (found.size >= mostNames) break;
    if (other === document) continue;
    for (const decision of other.facts.decisions) {
      const name = withoutStop(nameOf(decision, other));
      const label = decision.id ?? (decision.record ? other.head.id : undefined) ?? name;
      if (label === "" || label.length > longestName || found.has(label.toLowerCase())) continue;
      found.set(label.toLowerCase(), {
        label,
        kind: CompletionItemKind.Reference,
        detail: [decision.status, label === name ? other.path : name].join(" · "),
        filter: label === name ? name : `${label} ${name}`,
      });
    }
  }
  return [...found.values()];
}

function quarters(today: number): Candidate[] {
  const [year = 0, month = 1] = isoDate(today).split("-").map(Number);
  const first = Math.floor((month - 1) / 3);
  return [0, 1, 2, 3].map((ahead) => {
    const quarter = first + ahead;
    return { label: `Q${(quarter % 4) + 1} ${year + Math.floor(quarter / 4)}`, kind: CompletionItemKind.Value };
  });
}

function distinct(words: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const word of words) if (!seen.has(word.trim().toLowerCase())) seen.set(word.trim().toLowerCase(), word.trim());
  return [...seen.values()];
}
