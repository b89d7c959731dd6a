import type { BaseLanguageClient } from "vscode-languageclient";
import { diagnosticsLostNotification } from "../../server/src/protocol/messages.js";
import { sendNotification } from "./messages.js";

/**
 * Has reports told again that the library drops: while a document is in a tab it takes only what it asked for that document, not what comes with
 * the workspace's; and once the tab is gone, not even the answer to its last question. What the server said in between, and says once, would
 * not be shown until something else changes.
 */
export function recoverLostDiagnostics(client: BaseLanguageClient): void {
  client.middleware.provideDiagnostics = async (document, previousResultId, token, next) => {
    try {
      return await next(document, previousResultId, token);
    } finally {
      if (!client.visibleDocuments.isVisible(document)) {
        const uri = client.code2ProtocolConverter.asUri("uri" in document ? document.uri : document);
        sendNotification(client, diagnosticsLostNotification, { uri });
      }
    }
  };
}
