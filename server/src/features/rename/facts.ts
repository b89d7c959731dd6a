import type { PlanDocument } from "../../engine/index/document.js";
import { plainName } from "../../engine/index/item-names.js";
import type { Stated } from "../../engine/index/view.js";
import type { Workspace } from "../../engine/index/workspace.js";
import { sourceOf } from "../../engine/markdown/place.js";
import type { Place, Slot } from "../../engine/markdown/slot.js";
import { type Fact, isRecord, namePlaceOf, titlePlaceOf } from "../entities/facts.js";
import { statementsOf } from "../entities/groups.js";
import { linksIn } from "../entities/links.js";
import { factOfLink } from "../entities.js";
import { literal } from "../literal.js";
import { editAt, type RenameEdit, type RenameProblem, type Renaming } from "./edit.js";
import { changedFragments, linkEditsIn } from "./headings.js";

/** Where the name stands that a renaming changes, without id, link and marks; undefined for what is stated in a sentence. */
export function renamePlaceOf(fact: Fact, document: PlanDocument): Place | undefined {
  if (isRecord(fact)) return titlePlaceOf(document);
  if (fact.form === "prose" || fact.kind === "question" || fact.kind === "headcount") return undefined;
  const place = namePlaceOf(fact);
  return place && withoutId(place, fact.id);
}

/** "~~[Group bookings](plan.md)[^1] (QS-101)~~" → "Group bookings". */
function withoutId(place: Place, id: string | undefined): Place {
  let { start, end } = place;
  const { text } = place.slot;
  const cut = (before: RegExp, after: RegExp): void => {
    start += before.exec(text.slice(start, end))?.[0].length ?? 0;
    end -= after.exec(text.slice(start, end))?.[0].length ?? 0;
  };
  cut(/^(?:[*_~]{1,3})?/, /(?:[*_~]{1,3})?$/);
  if (id !== undefined) {
    const escaped = literal(id);
    cut(
      new RegExp(`^[[(]?${escaped}[\\])]?[ \\t]*[:–—-]?[ \\t]*`),
      new RegExp(`[ \\t]*[–—:-]?[ \\t]*[[(]?${escaped}[\\])]?$`),
    );
  }
  cut(/^/, /(?:(?:(?<![ \t])[ \t]+)?\[\^[^\]]{1,40}\]){1,3}$/);
  const link = /^\[([^[\]]+)\]\([^()\s]*\)$/.exec(text.slice(start, end));
  if (link) return { slot: place.slot, start: start + 1, end: start + 1 + link[1]!.length };
  return { slot: place.slot, start, end };
}

/**
 * Gives an item, a decision or a disagreement another name wherever documents state it, depend on it or link to it by name. Links to headings that
 * change follow them. Statements in other words are changed too, for a person to confirm.
 */
export function renameFact(
  fact: Fact,
  document: PlanDocument,
  newName: string,
  workspace: Workspace,
): Renaming | RenameProblem {
  const own = renamePlaceOf(fact, document);
  if (!own) return { problem: "What a sentence states has no name to change." };
  if (newName.trim() === "" || /[\r\n]/.test(newName)) return { problem: "A name is one line with something in it." };
  const name = newName.trim();
  const old = plainName(sourceOf(own));
  const statements = statementsOf(fact, document, workspace);
  const facts = new Set(statements.map((stated) => stated.fact));
  const fragments = fragmentsOf(statements, old, name);
  return {
    // Links to headings may stand anywhere, also in documents that are no plans.
    documents: [...workspace.documents.values()],
    editsIn: (other) => [
      ...statements
        .filter((stated) => stated.document === other)
        .flatMap((stated) => statementEdits(stated, old, name)),
      ...(other.head.planning ? namingEdits(other, facts, old, name, workspace) : []),
      ...linkEditsIn(other, fragments, workspace),
    ],
    configuration: [],
  };
}

function statementEdits(stated: Stated<Fact>, old: string, name: string): RenameEdit[] {
  const place = renamePlaceOf(stated.fact, stated.document);
  if (!place) return [];
  const same = plainName(sourceOf(place)) === old;
  return [editAt(stated.document, place, writtenFor(place, stated.fact, name), same ? "name" : "other-wording")];
}

/** A bar would end the cell. */
function writtenFor(place: Place, { unit }: Fact, name: string): string {
  if (unit?.kind === "row") return name.replace(/(?<!\\)\|/g, "\\|");
  return place.slot.type === "yaml" && /[:#"'[\]{}]/.test(name) ? JSON.stringify(name) : name;
}

/** Dependencies on the old name, and links that are called by it. */
function namingEdits(
  document: PlanDocument,
  facts: ReadonlySet<Fact>,
  old: string,
  name: string,
  workspace: Workspace,
): RenameEdit[] {
  const edits: RenameEdit[] = [];
  for (const { text, place } of document.facts.items.flatMap((item) => item.dependsOn)) {
    if (plainName(text) !== old || plainName(sourceOf(place)) !== old) continue;
    if (workspace.itemsNamed(text).some((named) => facts.has(named.fact)))
      edits.push(editAt(document, place, name, "name"));
  }
  for (const slot of document.markdown.slots) {
    for (const { url, place } of linksIn(slot)) {
      const called = /^\[([^[\]]+)\]\(/.exec(sourceOf(place))?.[1];
      if (called === undefined || plainName(called) !== old) continue;
      const target = factOfLink(url, document, workspace);
      if (!target || !facts.has(target.fact)) continue;
      const start = place.start + 1;
      edits.push(editAt(document, { slot, start, end: start + called.length }, name, "name"));
    }
  }
  return edits;
}

function fragmentsOf(
  statements: readonly Stated<Fact>[],
  old: string,
  name: string,
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const byPath = new Map<string, ReadonlyMap<string, string>>();
  for (const document of new Set(statements.map((stated) => stated.document))) {
    const texts = new Map<Slot, (text: string) => string>();
    for (const stated of statements) {
      const place = stated.document === document ? renamePlaceOf(stated.fact, document) : undefined;
      if (place?.slot.type !== "heading" || plainName(sourceOf(place)) !== old) continue;
      const written = sourceOf(place);
      texts.set(place.slot, (text) => text.replace(written, () => name));
    }
    const changed = changedFragments(document, texts);
    if (changed.size > 0) byPath.set(document.path, changed);
  }
  return byPath;
}
