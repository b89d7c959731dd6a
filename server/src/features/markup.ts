import type { PlanDocument } from "../engine/index/document.js";
import type { Place } from "../engine/markdown/slot.js";
import type { Addresses } from "./addresses.js";
import { rangeIn } from "./diagnostics.js";

/** A piece of text for a person: plain words, or words that lead somewhere. */
export type Span = string | { readonly text: string; readonly href: string } | { readonly strong: string };

/** A line of a hover: a paragraph, or an entry of a list. */
export interface Line {
  readonly bullet: boolean;
  readonly spans: readonly Span[];
}

export function paragraph(...spans: readonly Span[]): Line {
  return { bullet: false, spans };
}

export function bullet(...spans: readonly Span[]): Line {
  return { bullet: true, spans };
}

/** Lines as Markdown. Whatever words come from documents are escaped: they may hold links, images and HTML that nobody asked for. */
export function asMarkdown(lines: readonly Line[]): string {
  return join(lines, (line) => `${line.bullet ? "- " : ""}${line.spans.map(markdownOf).join("")}`);
}

export function asPlainText(lines: readonly Line[]): string {
  return join(lines, (line) => `${line.bullet ? "- " : ""}${line.spans.map(plainOf).join("")}`);
}

/** Paragraphs are parted by blank lines, entries of a list are not. */
function join(lines: readonly Line[], write: (line: Line) => string): string {
  return lines
    .map((line, index) => `${index === 0 ? "" : line.bullet && lines[index - 1]?.bullet ? "\n" : "\n\n"}${write(line)}`)
    .join("");
}

function markdownOf(span: Span): string {
  if (typeof span === "string") return escapeMarkdown(span);
  if ("strong" in span) return `**${escapeMarkdown(span.strong)}**`;
  return `[${escapeMarkdown(span.text)}](${escapeDestination(span.href)})`;
}

function plainOf(span: Span): string {
  if (typeof span === "string") return oneLine(span);
  return oneLine("strong" in span ? span.strong : span.text);
}

/** Text that reads as itself in Markdown, in one line. */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_{}[\]()#+\-.!|<>~$@]|:(?=\/\/)/g, "\\$&")
    .replace(/&/g, "&amp;");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, (gap) => (/[\r\n]/.test(gap) ? " " : gap));
}

function escapeDestination(href: string): string {
  return href.replace(/[()<>\\\s]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`);
}

/** A link to a place, named by path and line as people count them. */
export function linkToPlace(document: PlanDocument, place: Place, addresses: Addresses): Span {
  const { line } = rangeIn(document, place).start;
  return { text: `${document.path}:${line + 1}`, href: `${addresses.uriOf(document.path)}#L${line + 1}` };
}

const longest = 160;

/** Words of a document, not too many of them. */
export function shortened(text: string): string {
  const line = oneLine(text).trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
