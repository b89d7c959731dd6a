import type { PlanDocument } from "../../engine/index/document.js";
import type { Stated, WorkspaceView } from "../../engine/index/view.js";
import { foldName } from "../../engine/people/names.js";
import type { Person } from "../../engine/people/roster.js";
import type { Entity } from "../entities.js";
import { literal } from "../literal.js";
import { type Fact, inOrder, sameElsewhere, writtenIds } from "./facts.js";
import { factsWithIds } from "./id-index.js";

/** Every statement of a fact: its own, those of the same thing elsewhere, and those that go by the same id; by path and place. */
export function statementsOf(fact: Fact, document: PlanDocument, workspace: WorkspaceView): readonly Stated<Fact>[] {
  const found = new Map<Fact, PlanDocument>([[fact, document]]);
  for (const same of sameElsewhere(fact, document, workspace)) found.set(same.fact, same.document);
  for (const same of factsWithIds(writtenIds(fact, document), workspace)) found.set(same.fact, same.document);
  return inOrder([...found].map(([one, stating]) => ({ fact: one, document: stating })));
}

/** Tells whether something else is the same as an entity. Nothing is the same as a date, a status or a priority. */
export function sameAs(entity: Entity, workspace: WorkspaceView): (other: Entity) => boolean {
  switch (entity.kind) {
    case "fact": {
      const facts = new Set(statementsOf(entity.fact, entity.document, workspace).map(({ fact }) => fact));
      return (other) => other.kind === "fact" && facts.has(other.fact);
    }
    case "person":
      return (other) => other.kind === "person" && samePerson(other.person, entity.person);
    case "domain":
      return (other) => other.kind === "domain" && other.domain === entity.domain;
    case "rule":
      return (other) => other.kind === "rule" && other.rule === entity.rule;
    default:
      return () => false;
  }
}

/** The roster may have been built anew meanwhile, so people are compared by what they are called. */
export function samePerson(a: Person, b: Person): boolean {
  return a.name === b.name && a.handle === b.handle;
}

/** Documents whose text can name an entity at all, in the order of paths: a look for words, before anything is understood. */
export function documentsNaming(entity: Entity, workspace: WorkspaceView): readonly PlanDocument[] {
  const planning = [...workspace.documents.values()].filter((document) => document.head.planning);
  const mayName = lookFor(entity, workspace);
  return planning.filter(mayName).sort((a, b) => (a.path < b.path ? -1 : 1));
}

function lookFor(entity: Entity, workspace: WorkspaceView): (document: PlanDocument) => boolean {
  switch (entity.kind) {
    case "person": {
      const { name, handle } = entity.person;
      const written = [...(name?.split(/\s+/) ?? []), ...(handle === undefined ? [] : [handle])];
      const words = [...new Set(written.flatMap((word) => [word, foldName(word)]))].filter((word) => word !== "");
      // A role ("VPE") names the lead of a domain without any word of the name.
      const roles = entity.person.lead ? ["\\b(?:s?vp[pe]?|head|director|chief|lead|c[tpd]o)\\b"] : [];
      const pattern = new RegExp([...words.map(literal), ...roles].join("|"), "i");
      return (document) => pattern.test(document.text);
    }
    case "rule":
      return (document) => document.text.includes(entity.rule);
    case "fact": {
      const statements = statementsOf(entity.fact, entity.document, workspace);
      const documents = new Set(statements.map(({ document }) => document));
      const words = statements.flatMap(({ fact, document }) => [
        fileName(document.path),
        ...writtenIds(fact, document).map((id) => /(?<!\d)\d+$/.exec(id)?.[0] ?? id),
        ...(fact.kind === "item" ? [fact.title.toLowerCase()] : []),
      ]);
      return (document) => documents.has(document) || includesAny(document.text.toLowerCase(), words);
    }
    default:
      return () => true;
  }
}

function includesAny(text: string, words: readonly string[]): boolean {
  return words.some((word) => word !== "" && text.includes(word));
}

/** As a link writes it at least in part. */
function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).toLowerCase();
}
