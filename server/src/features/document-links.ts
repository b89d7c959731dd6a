import type { DocumentLink } from "vscode-languageserver-types";
import type { PlanDocument } from "../engine/index/document.js";
import type { WorkspaceView } from "../engine/index/view.js";
import { isWithin } from "../engine/markdown/place.js";
import type { Place } from "../engine/markdown/slot.js";
import { rules } from "../engine/rules/registry.js";
import type { Addresses } from "./addresses.js";
import { rangeIn } from "./diagnostics.js";
import { nameOf } from "./entities/facts.js";
import { linksIn } from "./entities/links.js";
import { occurrencesIn } from "./entities.js";

/** Links that are written as none: ids of decisions and items (`D-14`), what an item depends on, rules in suppressions. */
export function documentLinksOf(
  document: PlanDocument,
  workspace: WorkspaceView,
  addresses: Addresses,
): DocumentLink[] {
  if (!document.head.planning) return [];
  const links: DocumentLink[] = [];
  for (const { place, entity, states } of occurrencesIn(document, workspace)) {
    if (entity.kind !== "fact" || states || isLinked(place)) continue;
    const { line } = rangeIn(entity.document, entity.fact.focus).start;
    links.push({
      range: rangeIn(document, place),
      target: `${addresses.uriOf(entity.document.path)}#L${line + 1}`,
      tooltip: nameOf(entity.fact, entity.document),
    });
  }
  const known = new Set(rules.map(({ id }) => id));
  for (const { name, place } of document.suppressionComments.flatMap((comment) => comment.rules)) {
    const target = known.has(name) ? addresses.rulePageOf(name) : undefined;
    if (target !== undefined) links.push({ range: rangeIn(document, place), target });
  }
  return links;
}

/** The editor follows these by itself. */
function isLinked(place: Place): boolean {
  return linksIn(place.slot).some((link) => isWithin(place, link.place));
}
