import type { SnippetTextEdit, TextDocumentEdit, TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import type { Fix, FixEdit } from "../engine/fixes/fix.js";
import type { Addresses } from "./addresses.js";
import { rangeIn } from "./diagnostics.js";

/** Which kinds of workspace edit a client can apply. */
export interface EditSupport {
  /** Edits that carry the version they were made for. */
  readonly documentChanges: boolean;
  /** Snippets in those. */
  readonly snippetEdits: boolean;
}

/**
 * A fix as an edit of the workspace. Where the client knows no snippets in edits, the words that a snippet proposes are
 * written out for the person to replace.
 */
export function workspaceEditOf(fix: Fix, addresses: Addresses, support: EditSupport): WorkspaceEdit {
  const edits = new Map<string, FixEdit[]>();
  for (const edit of fix.edits) {
    const known = edits.get(edit.document.path);
    if (known) known.push(edit);
    else edits.set(edit.document.path, [edit]);
  }
  if (!support.documentChanges) {
    const changes: Record<string, TextEdit[]> = {};
    for (const [path, list] of edits)
      changes[addresses.uriOf(path)] = list.map((edit) => textEditOf(edit, fix.snippet));
    return { changes };
  }
  const asSnippet = fix.snippet && support.snippetEdits;
  const documentChanges = [...edits].map(
    ([path, list]): TextDocumentEdit => ({
      textDocument: { uri: addresses.uriOf(path), version: addresses.versionOf(path) },
      edits: list.map((edit) => (asSnippet ? snippetEditOf(edit) : textEditOf(edit, fix.snippet))),
    }),
  );
  return { documentChanges };
}

function textEditOf(edit: FixEdit, snippet: boolean): TextEdit {
  return {
    range: rangeIn(edit.document, edit.place),
    newText: snippet ? withoutPlaceholders(edit.newText) : edit.newText,
  };
}

function snippetEditOf(edit: FixEdit): SnippetTextEdit {
  return { range: rangeIn(edit.document, edit.place), snippet: { kind: "snippet", value: edit.newText } };
}

/** The text that a snippet inserts before anybody types: `${1:words}` gives `words`, `$0` nothing, `\$` a dollar. */
export function withoutPlaceholders(snippet: string): string {
  let text = "";
  let open = 0;
  for (let index = 0; index < snippet.length; index += 1) {
    const character = snippet[index]!;
    if (character === "\\" && /[\\$}]/.test(snippet[index + 1] ?? "")) {
      index += 1;
      text += snippet[index];
    } else if (character === "$") {
      const stop = /^\$(?:\d+|\{\d+(:?))/.exec(snippet.slice(index, index + 16));
      if (!stop) {
        text += character;
        continue;
      }
      index += stop[0].length - 1;
      if (stop[1] !== undefined) open += 1;
    } else if (character === "}" && open > 0) open -= 1;
    else text += character;
  }
  return text;
}
