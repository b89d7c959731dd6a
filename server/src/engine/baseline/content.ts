import { hashOf } from "./hash.js";

/** What of a finding a baseline remembers it by. Lines do not count, so that it survives edits elsewhere in the document. */
export interface BaselineFinding {
  readonly rule: string;
  /** Path of the document, relative to the root, with `/`. */
  readonly path: string;
  /** Source of the finding's place. */
  readonly text: string;
  /** The finding's message. It tells apart what one rule says of one place: eight missing agreements at a title. */
  readonly message: string;
}

/** Hash of a finding's content: its text however it is wrapped and emphasised, its message but for the figures in it. */
export function contentHash({ text, message }: Pick<BaselineFinding, "text" | "message">): string {
  return hashOf(`${normalText(text)}\n${messageKey(message)}`);
}

function normalText(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s>*_`~|]+/g, " ")
    .trim();
}

/** A message counts days, and the count changes overnight: figures and the plurals behind them are left out. */
function messageKey(message: string): string {
  return normalText(message)
    .replace(/\d+/g, "#")
    .replace(/\b(day|week|month|quarter|year)s\b/g, "$1");
}
