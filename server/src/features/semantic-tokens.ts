import {
  type Range,
  SemanticTokenModifiers,
  type SemanticTokens,
  type SemanticTokensLegend,
  SemanticTokenTypes,
} from "vscode-languageserver-types";
import type { PlanDocument } from "../engine/index/document.js";
import type { WorkspaceView } from "../engine/index/view.js";
import { offsetOf } from "../engine/markdown/place.js";
import { comparePositions } from "../engine/text/range.js";
import { rangeIn } from "./diagnostics.js";
import { type Entity, occurrencesIn } from "./entities.js";

const types = {
  person: SemanticTokenTypes.variable,
  domain: SemanticTokenTypes.namespace,
  priority: SemanticTokenTypes.enumMember,
  status: SemanticTokenTypes.enumMember,
  date: SemanticTokenTypes.number,
  rule: SemanticTokenTypes.macro,
  fact: SemanticTokenTypes.property,
} as const satisfies Record<Entity["kind"], SemanticTokenTypes>;

const tokenTypes = [...new Set(Object.values(types))];

/** The types are the protocol's own, so that every theme has colours for them. */
export const semanticTokensLegend: SemanticTokensLegend = {
  tokenTypes,
  tokenModifiers: [SemanticTokenModifiers.definition],
};

/**
 * People, domains, priorities, statuses, dates, rules and ids of a planning document, within a range where one is given. Statements
 * themselves are prose and have no colour; of what lies in one another the inner has it.
 */
export function semanticTokensOf(document: PlanDocument, workspace: WorkspaceView, range?: Range): SemanticTokens {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  let end = -1;
  for (const { place, entity, states } of occurrencesIn(document, workspace)) {
    const start = offsetOf(place);
    if (start < end || (entity.kind === "fact" && (states || place.end - place.start > longestId))) continue;
    const at = rangeIn(document, place);
    // Clients need not know tokens of several lines.
    if (at.start.line !== at.end.line || place.end === place.start) continue;
    if (range && (comparePositions(at.end, range.start) < 0 || comparePositions(at.start, range.end) > 0)) continue;
    data.push(
      at.start.line - line,
      at.start.line === line ? at.start.character - character : at.start.character,
      place.end - place.start,
      tokenTypes.indexOf(types[entity.kind]),
      states ? 1 : 0,
    );
    line = at.start.line;
    character = at.start.character;
    end = start + place.end - place.start;
  }
  return { data };
}

const longestId = 20;
