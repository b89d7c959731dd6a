import type { CreateFile, TextDocumentEdit, TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import { rangesIn } from "../engine/config/text-positions.js";
import type { LockstepService } from "../engine/service/service.js";
import type { Addresses } from "./addresses.js";
import type { EditSupport } from "./edits.js";

export interface TurnOffSupport extends EditSupport {
  /** Whether an edit may make a file. */
  readonly createFiles: boolean;
}

/**
 * The edit that turns a rule off for the workspace: in the configuration file in force, or in a new one where the client can make files.
 * Undefined where no edit would do it.
 */
export function turnOffEdit(
  service: LockstepService,
  rule: string,
  path: string,
  addresses: Addresses,
  support: TurnOffSupport,
): WorkspaceEdit | undefined {
  const edit = service.workspace.turnRuleOff(rule, path);
  if (!edit || (edit.creates && !(support.documentChanges && support.createFiles))) return undefined;
  const uri = addresses.uriOf(edit.path);
  const text = service.workspace.configurationTexts().get(edit.path) ?? "";
  const edits: TextEdit[] = [{ range: rangesIn(text)(edit), newText: edit.newText }];
  if (!support.documentChanges) return { changes: { [uri]: edits } };
  const change: TextDocumentEdit = { textDocument: { uri, version: addresses.versionOf(edit.path) }, edits };
  const create: CreateFile = { kind: "create", uri, options: { ignoreIfExists: true } };
  return { documentChanges: edit.creates ? [create, change] : [change] };
}
