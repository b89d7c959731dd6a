import type { PlanDocument } from "../index/document.js";
import type { Decision } from "../model/facts.js";
import { phrase } from "../text/phrase.js";
import { domainTitle } from "../text/words.js";
import type { Fix, FixEdit } from "./fix.js";
import { remark } from "./owners.js";
import { addToValue, cellFor, spaced, writeDecisionField } from "./write-field.js";

/** *Backed by Product*: for each domain whose backing is missing. Whoever applies it speaks for that domain, so it is never safe. */
export function* backedBy(decision: Decision, domains: readonly string[], document: PlanDocument): Iterable<Fix> {
  for (const domain of domains) {
    const title = domainTitle(domain);
    const edit = writeBacking(decision, document, title);
    if (!edit) continue;
    yield {
      title: phrase`Record that ${title} backs it`,
      edits: [edit],
      safe: false,
      snippet: false,
    };
  }
}

/** Nowhere in a row without a column for it: its cells say other things, and who else owns it can go beside the owner. */
function writeBacking(decision: Decision, document: PlanDocument, title: string): FixEdit | undefined {
  const existing = decision.fields.find((field) => field.name === "backing" && field.value !== "");
  if (existing) return addToValue(existing.place, document, title);
  const cell = cellFor(decision.unit, ["backing"]);
  if (cell) return { document, place: cell, newText: spaced({ place: cell, form: "row" }, title) };
  if (decision.form === "row") return undefined;
  const line =
    decision.form === "prose"
      ? undefined
      : writeDecisionField(decision, document, { names: ["backing"], label: "Backed by", value: title });
  return line ?? remark(decision, document, `backed by ${title}`);
}
