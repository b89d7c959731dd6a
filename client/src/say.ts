import * as vscode from "vscode";
import type { Phrase, PhraseValue } from "../../server/src/engine/text/phrase.js";

/** A phrase in the editor's language. */
export function say({ template, values }: Phrase): string {
  return vscode.l10n.t(template, ...values.map(inGap));
}

function inGap(value: PhraseValue): string | number {
  return typeof value === "object" ? say(value) : value;
}
