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
    yield {
      title: phrase`Record that ${title} backs it`,
      edits: [writeBacking(decision, document, title)],
      safe: false,
      snippet: false,
    };
  }
}

function writeBacking(decision: Decision, document: PlanDocument, title: string): FixEdit {
  const existing = decision.fields.find((field) => field.name === "backing" && field.value !== "");
  if (existing) return addToValue(existing.place, document, title);
  const cell = cellFor(decision.unit, ["backing"]);
  if (cell) return { document, place: cell, newText: spaced({ place: cell, form: "row" }, title) };
  const line =
    decision.form === "prose" || decision.form === "row"
      ? undefined
      : writeDecisionField(decision, document, { names: ["backing"], label: "Backed by", value: title });
  return line ?? remark(decision, document, `backed by ${title}`);
}
