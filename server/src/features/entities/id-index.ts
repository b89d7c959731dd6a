import type { PlanDocument } from "../../engine/index/document.js";
import type { Stated, WorkspaceView } from "../../engine/index/view.js";
import type { Facts } from "../../engine/model/facts.js";
import { type Fact, factsById } from "./facts.js";

/** The facts of all planning documents by the ids that name them. */
class IdIndex {
  readonly #known = new Map<PlanDocument, { readonly facts: Facts; readonly ids: readonly string[] }>();
  readonly #byId = new Map<string, Map<PlanDocument, Fact>>();

  /** Takes in what changed since the last call; costs a look at each document, and reading for those that changed. */
  update({ documents }: WorkspaceView): void {
    for (const [document, { facts }] of this.#known) {
      const current = documents.get(document.path) === document && document.head.planning;
      if (!current || facts !== document.facts) this.#remove(document);
    }
    for (const document of documents.values()) {
      if (document.head.planning && !this.#known.has(document)) this.#add(document);
    }
  }

  with(id: string): ReadonlyMap<PlanDocument, Fact> {
    return this.#byId.get(id) ?? nowhere;
  }

  #add(document: PlanDocument): void {
    const byId = factsById(document);
    this.#known.set(document, { facts: document.facts, ids: [...byId.keys()] });
    for (const [id, fact] of byId) {
      const facts = this.#byId.get(id);
      if (facts) facts.set(document, fact);
      else this.#byId.set(id, new Map([[document, fact]]));
    }
  }

  #remove(document: PlanDocument): void {
    for (const id of this.#known.get(document)?.ids ?? []) {
      const facts = this.#byId.get(id);
      facts?.delete(document);
      if (facts?.size === 0) this.#byId.delete(id);
    }
    this.#known.delete(document);
  }
}

const nowhere: ReadonlyMap<PlanDocument, Fact> = new Map();
const byWorkspace = new WeakMap<WorkspaceView, IdIndex>();

function indexOf(workspace: WorkspaceView): IdIndex {
  let index = byWorkspace.get(workspace);
  if (!index) {
    index = new IdIndex();
    byWorkspace.set(workspace, index);
  }
  index.update(workspace);
  return index;
}

/** Every fact that goes by one of the ids, at most one a document for each. */
export function factsWithIds(ids: Iterable<string>, workspace: WorkspaceView): Stated<Fact>[] {
  const index = indexOf(workspace);
  return [...ids].flatMap((id) => [...index.with(id)].map(([document, fact]) => ({ fact, document })));
}

/** For each id what it means in a document: what the document states itself, else the first by path. */
export function factByIds(
  ids: ReadonlySet<string>,
  document: PlanDocument,
  workspace: WorkspaceView,
): ReadonlyMap<string, Stated<Fact>> {
  const found = new Map<string, Stated<Fact>>();
  if (ids.size === 0) return found;
  const index = indexOf(workspace);
  for (const id of ids) {
    for (const [other, fact] of index.with(id)) {
      const known = found.get(id)?.document;
      if (known === document || (known && other !== document && known.path < other.path)) continue;
      found.set(id, { document: other, fact });
    }
  }
  return found;
}
