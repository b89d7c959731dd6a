import type { Decision } from "../../model/facts.js";
import type { DocumentHead } from "../../model/section.js";

/** Where a decision's owner is named (SPEC §5): in the passage, by what stands above it, by the path alone, or nowhere. */
export type OwnedBy = "passage" | "context" | "path" | "none";

/** Where the owner of a decision is named, before any roster is asked who the names are. */
export function ownedBy(decision: Decision, head: DocumentHead): OwnedBy {
  if (decision.owners.length + decision.deciders.length + decision.domainWords.length > 0) return "passage";
  if (decision.contextOwners.length + decision.contextDomainWords.length > 0 || decision.ownedByContext) {
    return "context";
  }
  if (head.domainWords.some((word) => word.source !== "path")) return "context";
  return head.domainWords.length > 0 ? "path" : "none";
}
