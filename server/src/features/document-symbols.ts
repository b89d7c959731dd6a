import { type DocumentSymbol, type Range, SymbolKind } from "vscode-languageserver-types";
import type { PlanDocument } from "../engine/index/document.js";
import type { WorkspaceView } from "../engine/index/view.js";
import type { FactBase } from "../engine/model/facts.js";
import type { Heading } from "../engine/model/section.js";
import { comparePositions } from "../engine/text/range.js";
import { rangeIn } from "./diagnostics.js";
import { type Fact, wordsOf } from "./entities/facts.js";

/** Kinds of symbol for kinds of fact. */
export const symbolKinds: Readonly<Record<Fact["kind"], SymbolKind>> = {
  decision: SymbolKind.Constant,
  disagreement: SymbolKind.Event,
  question: SymbolKind.Variable,
  item: SymbolKind.Field,
  objective: SymbolKind.Object,
  headcount: SymbolKind.Number,
};

/** Outline of a document: what was understood, with its status, under the headings that hold it. None for what is no planning document. */
export function documentSymbolsOf(document: PlanDocument, workspace: WorkspaceView): DocumentSymbol[] {
  if (!document.head.planning) return [];
  const { decisions, disagreements, questions, items } = document.facts;
  const placed = [...decisions, ...disagreements, ...questions, ...items].map((fact: Fact) => ({
    fact,
    symbol: symbolOf(fact, document, workspace),
  }));
  placed.sort((a, b) => comparePositions(a.symbol.selectionRange.start, b.symbol.selectionRange.start));
  const top: DocumentSymbol[] = [];
  const headings = new Map<string, DocumentSymbol>();
  for (const { fact, symbol } of placed) {
    let siblings = top;
    for (const heading of headingsAbove(fact)) {
      const range = rangeIn(document, heading.place);
      // Sections may be made anew by each edit, places of headings tell them apart all the same.
      const key = `${range.start.line}`;
      let parent = headings.get(key);
      if (!parent) {
        parent = {
          name: symbolName(heading.text),
          kind: SymbolKind.String,
          range,
          selectionRange: range,
          children: [],
        };
        headings.set(key, parent);
        siblings.push(parent);
      }
      parent.range = covering(parent.range, symbol.range);
      siblings = parent.children ?? [];
    }
    siblings.push(symbol);
  }
  return top;
}

/** Headings above a fact; a heading that itself states the fact is not above it. */
function headingsAbove(fact: Fact): readonly Heading[] {
  const own = fact.section.path.at(-1);
  const stated = own && own.place.slot === fact.focus.slot;
  return stated ? fact.section.path.slice(0, -1) : fact.section.path;
}

function symbolOf(fact: Fact, document: PlanDocument, workspace: WorkspaceView): DocumentSymbol {
  const selectionRange = rangeIn(document, fact.focus);
  return {
    name: symbolName(wordsOf(fact)),
    detail: detailOf(fact, document, workspace),
    kind: symbolKinds[fact.kind],
    range: covering(rangeIn(document, placeOf(fact)), selectionRange),
    selectionRange,
  };
}

function placeOf(fact: FactBase): FactBase["place"] {
  return fact.place;
}

const longestName = 120;

/** The protocol asks for a name that is not blank. */
export function symbolName(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line === "") return "(untitled)";
  return line.length > longestName ? `${line.slice(0, longestName - 1)}…` : line;
}

/** "decision · decided · engineering": what a fact is and how it stands. */
export function detailOf(fact: Fact, document: PlanDocument, workspace: WorkspaceView): string {
  switch (fact.kind) {
    case "decision":
      return words("decision", fact.status, ...workspace.ownershipOf(fact, document).domains);
    case "disagreement":
      return words("disagreement", fact.status);
    case "question":
      return words("question", fact.status);
    default:
      return words(fact.kind, fact.priority?.text, fact.status?.text, fact.target?.text);
  }
}

function words(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join(" · ");
}

function covering(a: Range, b: Range): Range {
  return {
    start: comparePositions(a.start, b.start) <= 0 ? a.start : b.start,
    end: comparePositions(a.end, b.end) >= 0 ? a.end : b.end,
  };
}
