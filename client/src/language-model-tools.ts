import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { toolRequest } from "../../server/src/protocol/messages.js";
import { sendRequest } from "./messages.js";

interface DeclaredTool {
  readonly name: string;
  /** In the editor's language. */
  readonly displayName: string;
}

/** Offers language models the tools that the manifest declares; nothing where the editor has no language models. */
export function offerTools(client: BaseLanguageClient, extension: vscode.Extension<unknown>): vscode.Disposable[] {
  const { lm } = vscode as Partial<typeof vscode>;
  if (typeof lm?.registerTool !== "function") return [];
  const { contributes } = extension.packageJSON as { contributes?: { languageModelTools?: readonly DeclaredTool[] } };
  return (contributes?.languageModelTools ?? []).map(({ name, displayName }) =>
    lm.registerTool<object>(name, {
      prepareInvocation: () => ({ invocationMessage: vscode.l10n.t("Lockstep: {0}", displayName) }),
      invoke: async ({ input }, token) => {
        const answer = await sendRequest(client, toolRequest, { name, input }, token);
        // What it says is for the model to read and to ask better.
        if ("problem" in answer) throw new Error(answer.problem);
        return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(answer.text)]);
      },
    }),
  );
}
