import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type Position,
} from "vscode-languageserver-types";
import { FRONT_MATTER_SCHEMA } from "../engine/config/schema.js";
import type { PlanDocument } from "../engine/index/document.js";
import { rules } from "../engine/rules/registry.js";
import type { LockstepService } from "../engine/service/service.js";
import { DIRECTIVES } from "../engine/suppressions/comments.js";
import { type Phrase, phrase } from "../engine/text/phrase.js";
import type { Addresses } from "./addresses.js";
import { type CompletionContext, completionContextAt } from "./completion/context.js";
import { type Candidate, handles, valuesFor } from "./completion/values.js";

/** What makes an editor ask without being asked. */
export const completionTriggers: readonly string[] = ["@", "|", ":"];

/** Labels that begin or continue a record, most wanted first. */
const labels: readonly (readonly [label: string, detail: Phrase])[] = [
  ["Decision", phrase`what was decided, or is to be`],
  ["Disagreement", phrase`what people do not agree on`],
  ["Owner", phrase`who is accountable`],
  ["Domain", phrase`whose area of responsibility it is`],
  ["Status", phrase`how it stands`],
  ["Input needed", phrase`from whom, before it goes on`],
  ["Backed by", phrase`who stands behind it`],
  ["Next step", phrase`what settles it`],
  ["Due", phrase`until when`],
  ["Outcome", phrase`how it ended`],
  ["Review by", phrase`when to look at it again`],
  ["Priority", phrase`how important it is`],
  ["Target", phrase`when it is to be there`],
  ["Depends on", phrase`what has to come first`],
  ["Why", phrase`the need or reason behind it`],
];

/** What may be written at a position; undefined where nothing can be proposed. */
export function completionsOf(
  service: LockstepService,
  path: string,
  position: Position,
  { say }: Pick<Addresses, "say">,
): CompletionList | undefined {
  const document = service.document(path);
  if (!document) return undefined;
  const offset = document.markdown.offsetAt(position);
  const context = completionContextAt(document, offset);
  // The one thing to say in a document that is no planning document is that it is one.
  if (!context || (!document.head.planning && context.kind !== "front-matter-key" && !isType(context)))
    return undefined;
  const range = { start: document.markdown.positionAt(context.from), end: position };
  const items = candidatesFor(context, document, service, offset, say).map(
    ({ label, kind, detail, text = label, filter }, index): CompletionItem => ({
      label,
      kind,
      ...(detail !== undefined && detail !== "" && { detail }),
      ...(filter !== undefined && filter !== label && { filterText: filter }),
      sortText: String(index).padStart(4, "0"),
      textEdit: { range, newText: text },
    }),
  );
  return { isIncomplete: false, items };
}

function isType(context: CompletionContext): boolean {
  return context.kind === "value" && context.form === "front-matter" && context.field === "type";
}

function candidatesFor(
  context: CompletionContext,
  document: PlanDocument,
  service: LockstepService,
  offset: number,
  say: Addresses["say"],
): readonly Candidate[] {
  switch (context.kind) {
    case "directive":
      return DIRECTIVES.map((name) => ({ label: `lockstep-${name}`, kind: CompletionItemKind.Keyword }));
    case "rule":
      return rulesFor(document, service);
    case "front-matter-key":
      return Object.keys(FRONT_MATTER_SCHEMA.properties ?? {}).map((key) => ({
        label: key,
        kind: CompletionItemKind.Property,
        text: `${key}: `,
      }));
    case "handle":
      return handles(service.workspace);
    case "label":
      return labelsFor(document.text.slice(context.from, offset)).map(([label, detail]) => ({
        label,
        detail: say(detail),
        kind: CompletionItemKind.Field,
        text: written(label, document),
      }));
    case "value":
      return valuesFor(context, document, service.workspace);
  }
}

/** Words that begin no label begin a sentence. */
function labelsFor(typed: string): typeof labels {
  return labels.filter(([label]) => label.toLowerCase().startsWith(typed.toLowerCase()));
}

/** Rules that find something in the document come first: they are what one wants to suppress. */
function rulesFor(document: PlanDocument, service: LockstepService): readonly Candidate[] {
  const found = new Set(service.findings(document.path).map(({ rule }) => rule));
  return [...rules]
    .sort((a, b) => Number(found.has(b.id)) - Number(found.has(a.id)))
    .map(({ id, summary }) => ({ label: id, kind: CompletionItemKind.Constant, detail: summary }));
}

/** A label in the form in which the document writes its own. */
function written(label: string, { text }: PlanDocument): string {
  return /\*\*[^*\n]{1,40}:\*\*/.test(text) ? `**${label}:** ` : `${label}: `;
}
