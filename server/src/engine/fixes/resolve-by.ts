import type { PlanDocument } from "../index/document.js";
import { headingSlug, relativeLink } from "../index/links.js";
import type { Stated } from "../index/view.js";
import type { Decision, Disagreement, FactBase } from "../model/facts.js";
import { type Phrase, phrase } from "../text/phrase.js";
import type { Fix } from "./fix.js";
import { inCaseOf } from "./reopen.js";
import { writeField } from "./write-field.js";

/** *Mark as resolved by “ADR-017: One message bus”*: the outcome is a link to the decision, and an open status becomes resolved. */
export function* resolveByDecision(
  disagreement: Disagreement,
  document: PlanDocument,
  decisions: readonly Stated<Decision>[],
): Iterable<Fix> {
  for (const decision of decisions.slice(0, mostOffered)) {
    const name = nameOf(decision);
    yield* resolveBy(disagreement, document, decision, phrase`Mark as resolved by “${name}”`, name);
  }
}

/** *Mark as resolved by minutes/2026-06-03.md*: where the same disagreement has an outcome. */
export function resolveAsIn(
  disagreement: Disagreement,
  document: PlanDocument,
  settled: Stated<Disagreement>,
): Iterable<Fix> {
  const { path, head } = settled.document;
  return resolveBy(disagreement, document, settled, phrase`Mark as resolved by ${path}`, head.title?.text ?? path);
}

const mostOffered = 3;

function* resolveBy(
  disagreement: Disagreement,
  document: PlanDocument,
  by: Stated<FactBase>,
  title: Phrase,
  name: string,
): Iterable<Fix> {
  const section = by.fact.section.path.filter((heading) => heading.depth > 1).at(-1);
  const fragment = section && !isRecord(by.fact) ? headingSlug(section.text) : undefined;
  const target = relativeLink(document.path, by.document.path, fragment);
  const value = `[${name.replace(/[[\]|]/g, "\\$&")}](${target})`;
  const outcome = writeField(disagreement, document, { names: ["outcome"], label: "Outcome", value });
  if (!outcome) return;
  const { statusField } = disagreement;
  const open = disagreement.status === "open" && statusField;
  const status = open ? [{ document, place: statusField.place, newText: inCaseOf(statusField.value, "resolved") }] : [];
  yield { title, edits: [outcome, ...status], safe: false, snippet: false };
}

/** By its id or, of a record, by its title. */
function nameOf({ fact, document }: Stated<Decision>): string {
  const title = document.head.title?.text;
  return (fact.record ? title : (fact.id ?? title)) ?? document.path;
}

function isRecord(fact: FactBase): boolean {
  return "record" in fact && fact.record === true;
}
