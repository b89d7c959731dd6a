import type MarkdownIt from "markdown-it/lib/index.mjs";
import type Token from "markdown-it/lib/token.mjs";
import type { Badge } from "../../../server/src/protocol/messages.js";

const badgeType = "lockstep_badge";

/**
 * A plugin of markdown-it that puts badges behind the passages that they belong to. What they say is shown as text, whatever it holds.
 * It works on the way from tokens to HTML: VS Code keeps the tokens of a document as long as its text, and says only then which document it is.
 *
 * @param badgesFor the badges of the document that an environment of a rendering is about, by its lines from 0
 */
export function addBadges(md: MarkdownIt, badgesFor: (environment: unknown) => readonly Badge[]): MarkdownIt {
  const { renderer, utils } = md;
  const render = renderer.render.bind(renderer);
  renderer.render = (tokens, options, environment) => {
    const badges = badgesFor(environment);
    return render(badges.length > 0 ? withBadges(tokens, badges) : tokens, options, environment);
  };
  renderer.rules[badgeType] = (tokens, index) => {
    const token = tokens[index];
    if (!token) return "";
    const { kind, text } = token.meta as Badge;
    return ` <span class="lockstep-badge lockstep-badge-${utils.escapeHtml(kind)}">${utils.escapeHtml(text)}</span>`;
  };
  return md;
}

/** The tokens of a document with badges in them; those given stay as they are. */
function withBadges(tokens: readonly Token[], badges: readonly Badge[]): Token[] {
  const byLine = new Map<number, Badge[]>();
  for (const badge of badges) byLine.set(badge.line, [...(byLine.get(badge.line) ?? []), badge]);
  // A cell knows no line, its row does; the first cell names the row.
  let row: number | undefined;
  return tokens.map((token) => {
    if (token.type === "tr_open") row = token.map?.[0];
    if (token.type !== "inline" || !token.children) return token;
    const [first, end] = row !== undefined ? [row, row + 1] : (token.map ?? [0, 0]);
    row = undefined;
    const children = lineByLine(token, byLine, first, end);
    return children.length === token.children.length ? token : copyOf(token, { children });
  });
}

/** The inline tokens of the lines from `first` to before `end`, each line with its badges behind it; these are taken out of `byLine`. */
function lineByLine(inline: Token, byLine: Map<number, Badge[]>, first: number, end: number): Token[] {
  const result: Token[] = [];
  let line = first;
  const take = (): void => {
    for (const meta of byLine.get(line) ?? [])
      result.push(copyOf(inline, { type: badgeType, content: "", children: null, meta }));
    byLine.delete(line);
  };
  for (const token of inline.children ?? []) {
    if ((token.type === "softbreak" || token.type === "hardbreak") && line + 1 < end) {
      take();
      line += 1;
    }
    result.push(token);
  }
  if (line < end) take();
  return result;
}

function copyOf(token: Token, changes: Partial<Token>): Token {
  return Object.assign(Object.create(Object.getPrototypeOf(token)) as Token, token, changes);
}
