import type { PlanDocument } from "../index/document.js";
import type { WorkspaceView } from "../index/view.js";
import type { Decision } from "../model/facts.js";
import { phrase } from "../text/phrase.js";
import { domainTitle } from "../text/words.js";
import { type Fix, snippetText } from "./fix.js";
import { writeOwners } from "./owners.js";

/** *Assign to Engineering* and so on, one for each domain. */
export function* assignToDomain(decision: Decision, document: PlanDocument, workspace: WorkspaceView): Iterable<Fix> {
  for (const domain of workspace.vocabularyOf(document).domains) {
    const title = domainTitle(domain);
    yield {
      title: phrase`Assign to ${title}`,
      edits: [writeOwners(decision, document, { all: [title], added: [title] })],
      safe: false,
      snippet: false,
    };
  }
}

/** *Assign to a person*: the name is for a person to fill in. */
export function* assignToPerson(decision: Decision, document: PlanDocument): Iterable<Fix> {
  const gap = "\uE000";
  const edit = writeOwners(decision, document, { all: [gap], added: [gap] });
  const newText = snippetText(edit.newText).replace(gap, `\${1:name}`);
  yield { title: phrase`Assign to a person…`, edits: [{ ...edit, newText }], safe: false, snippet: true };
}
