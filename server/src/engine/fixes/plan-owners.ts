import type { PlanDocument } from "../index/document.js";
import type { WorkspaceView } from "../index/view.js";
import type { Field, Mention, PlanItem } from "../model/facts.js";
import { ownPlace } from "../model/own-place.js";
import { listOf } from "../text/words.js";
import { align, type Side } from "./align.js";
import type { Fix } from "./fix.js";

interface OwnedItem {
  readonly document: PlanDocument;
  readonly fact: PlanItem;
  readonly owners: { readonly field: Field; readonly names: readonly Mention[] };
}

/** *Use @liwei here*, *Use @tomas in …*: the owners of one document in the others, by name or by handle as each writes people. */
export function alignOwners(here: OwnedItem, others: readonly OwnedItem[], workspace: WorkspaceView): Iterable<Fix> {
  const sides = [here, ...others].map(
    ({ document, fact, owners }): Side<readonly string[]> => ({
      document,
      place: ownPlace(fact, owners.field.place),
      value: owners.names.map((name) => name.text),
      text: listOf(owners.names.map((name) => name.text)),
    }),
  );
  return align(sides, {
    conflict: (a, b) => a.join() !== b.join(),
    write: (source, target) =>
      source.value.map((name) => nameLike(name, target.value[0] ?? name, workspace)).join(", "),
  });
}

function nameLike(name: string, model: string, workspace: WorkspaceView): string {
  const { person } = workspace.roster.resolve(name);
  if (!person || name.startsWith("@") === model.startsWith("@")) return name;
  if (model.startsWith("@")) return person.handle === undefined ? name : `@${person.handle}`;
  return person.name ?? name;
}
