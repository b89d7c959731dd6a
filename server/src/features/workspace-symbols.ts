import type { WorkspaceSymbol } from "vscode-languageserver-types";
import type { PlanDocument } from "../engine/index/document.js";
import type { WorkspaceView } from "../engine/index/view.js";
import type { Addresses } from "./addresses.js";
import { rangeIn } from "./diagnostics.js";
import { detailOf, symbolKinds, symbolName } from "./document-symbols.js";
import { type Fact, factsOf, nameOf, wordsOf } from "./entities/facts.js";

/** More than these nobody reads; the editor asks again with more letters. */
export const mostSymbols = 500;

/** What a document states whose name, id or kind holds the letters of a query in their order, in any case; all for an empty query. */
export function workspaceSymbolsIn(
  document: PlanDocument,
  query: string,
  workspace: WorkspaceView,
  addresses: Addresses,
): WorkspaceSymbol[] {
  if (!document.head.planning) return [];
  const wanted = query.toLowerCase().replace(/\s+/g, "");
  return factsOf(document)
    .filter((fact) =>
      isSubsequence(wanted, `${fact.id ?? ""} ${nameOf(fact, document)} ${wordsOf(fact)}`.toLowerCase()),
    )
    .map((fact) => ({
      name: symbolName(numberedName(fact, document)),
      kind: symbolKinds[fact.kind],
      containerName: `${detailOf(fact, document, workspace)} — ${document.path}`,
      location: { uri: addresses.uriOf(document.path), range: rangeIn(document, fact.focus) },
    }));
}

/** Editors search what is shown once more, so it is what people call the thing: a record goes by its title. */
function numberedName(fact: Fact, document: PlanDocument): string {
  const name = nameOf(fact, document);
  return fact.id === undefined || name.includes(fact.id) ? name : `${fact.id} ${name}`;
}

function isSubsequence(letters: string, text: string): boolean {
  let from = 0;
  for (const letter of letters) {
    const at = text.indexOf(letter, from);
    if (at < 0) return false;
    from = at + letter.length;
  }
  return true;
}
