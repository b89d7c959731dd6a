import type { KnownLabels } from "./labels.js";
import { parseMarkdown } from "./parse.js";
import { closingOf, type Unit } from "./unit.js";

/** Calls of the parser cost as much as 100 to 200 characters of text; longer texts cost it more per character. */
const BATCH_LENGTH = 4096;

/** Parses units, in the order of the document, in batches of neighbours. */
export function parseTogether(units: readonly Unit[], labels: KnownLabels): void {
  let batch: Unit[] = [];
  let length = 0;
  for (const unit of units) {
    const apart = batch.length > 0 && (!areNeighbours(batch.at(-1)!, unit) || length + unit.text.length > BATCH_LENGTH);
    if (apart) {
      parseBatch(batch, labels);
      batch = [];
      length = 0;
    }
    batch.push(unit);
    length += unit.text.length;
  }
  parseBatch(batch, labels);
}

function areNeighbours(unit: Unit, next: Unit): boolean {
  return !unit.first && unit.blocks[0]!.offset + unit.text.length === next.blocks[0]!.offset;
}

function parseBatch(batch: readonly Unit[], labels: KnownLabels): void {
  if (batch.length < 2) {
    batch[0]?.parsed();
    return;
  }
  // Begins and ends as the text of a single unit does.
  const text = batch.map((unit) => unit.text).join("");
  const { nodes, asked } = parseMarkdown(`\n${text}${closingOf(batch.at(-1)!)}`, labels);
  let base = 1;
  let node = 0;
  for (const unit of batch) {
    unit.adopt({ nodes: nodes.slice(node, node + unit.blocks.length), base, asked });
    base += unit.text.length;
    node += unit.blocks.length;
  }
}
