import type { PlanDocument } from "../../index/document.js";
import type { WorkspaceView } from "../../index/view.js";
import type { Field, PlanItem } from "../../model/facts.js";
import { ownerLabels } from "../../model/owner-roles.js";
import { normaliseKey } from "../../understand/field-names.js";
import { isOpen, itemsOf } from "./plans.js";
import { byList } from "./plans-lists.js";

export interface SingleDomain {
  readonly item: PlanItem;
  readonly field: Field;
  readonly domain: string;
  /** Domains that the same column gives other items besides. */
  readonly missing: readonly string[];
}

const accountable: ReadonlySet<Field["name"]> = new Set<Field["name"]>([...ownerLabels, "team", "domain"]);

/** Open items of a list whose column of owners names one domain, where at least half of the others' names two or more. */
export function* singleDomainItems(document: PlanDocument, workspace: WorkspaceView): Iterable<SingleDomain> {
  // What a letter or minutes report of several plans is no roadmap that all of them share.
  if (document.head.kind === "notes") return;
  for (const items of byList(itemsOf(document, "item"))) {
    for (const column of columnsOf(items)) {
      const read = column.map(({ item, field }) => ({ item, field, domains: domainsIn(field, item, workspace) }));
      const joint = read.filter(({ domains }) => domains !== undefined && domains.length > 1);
      if (joint.length === 0 || joint.length * 2 < read.length - 1) continue;
      const named = new Set(joint.flatMap((other) => other.domains ?? []));
      for (const { item, field, domains } of read) {
        const [domain] = domains ?? [];
        if (domain === undefined || (domains?.length ?? 0) > 1 || item.internal || !isOpen(item)) continue;
        const missing = [...named].filter((other) => other !== domain);
        yield { item, field, domain, missing };
      }
    }
  }
}

function columnsOf(
  items: readonly PlanItem[],
): Iterable<readonly { readonly item: PlanItem; readonly field: Field }[]> {
  const columns = new Map<string, { item: PlanItem; field: Field }[]>();
  for (const item of items) {
    for (const field of item.fields) {
      if (!accountable.has(field.name) || field.value === "") continue;
      const key = normaliseKey(field.key).replace(/s$/, "");
      const column = columns.get(key);
      if (column) column.push({ item, field });
      else columns.set(key, [{ item, field }]);
    }
  }
  return columns.values();
}

/** Domains, or teams of no known domain, that a value names; undefined where somebody in it is not known. */
function domainsIn(field: Field, item: PlanItem, workspace: WorkspaceView): readonly string[] | undefined {
  const { slot, start, end } = field.place;
  const named = item.owners.filter(({ place }) => place.slot === slot && place.start >= start && place.end <= end);
  const names =
    named.length > 0
      ? named.map((mention) => workspace.roster.resolve(mention.text))
      : workspace.roster.resolveAll(field.value);
  const found = names.map((name) => name.domain ?? name.team);
  if (found.length === 0 || found.some((name) => name === undefined)) return undefined;
  return [...new Set(found as string[])];
}
