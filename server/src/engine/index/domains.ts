import type { PlanItem } from "../model/facts.js";
import type { DocumentHead } from "../model/section.js";
import type { Vocabulary } from "../understand/context.js";
import type { PlanDocument } from "./document.js";
import type { WorkspaceView } from "./view.js";

/** Domains that a document says it is of as a whole, in the order in which it says them. */
export function domainsOfHead(head: DocumentHead, vocabulary: Vocabulary): readonly string[] {
  return unique(head.domainWords.map((word) => vocabulary.domainByWord.get(word.text.toLowerCase())));
}

/** Domains that an item is of: by its own words, its owners, the headings above it, then its document. */
export function domainsOfItem(
  item: PlanItem,
  document: PlanDocument,
  workspace: WorkspaceView & { vocabularyOf(document: PlanDocument): Vocabulary },
): readonly string[] {
  const { domainByWord } = workspace.vocabularyOf(document);
  const named = unique([
    ...item.domainWords.map((word) => domainByWord.get(word.text.toLowerCase())),
    ...item.owners.map((owner) => workspace.domainOf(owner, document)),
  ]);
  if (named.length > 0) return named;
  for (let index = item.section.path.length - 1; index >= 0; index -= 1) {
    const above = unique(
      (item.section.path[index]?.domainWords ?? []).map((word) => domainByWord.get(word.text.toLowerCase())),
    );
    if (above.length > 0) return above;
  }
  return workspace.domainsOfDocument(document);
}

function unique(list: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(list.filter((domain) => domain !== undefined))];
}
