// The floor: a language server that answers every change with the same diagnostics at once. ECHO_DIAGNOSTICS says how many.
import { createConnection, ProposedFeatures, TextDocumentSyncKind } from "vscode-languageserver/node";

const diagnostics = Array.from({ length: Number(process.env.ECHO_DIAGNOSTICS ?? 200) }, (_, line) => ({
  range: { start: { line, character: 0 }, end: { line, character: 10 } },
  severity: 2,
  code: "some-rule-of-this-name",
  source: "echo",
  message: `A message of about eighty characters, which is what linters of Markdown say: ${line}`,
}));
const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
const tell = (uri, version) => void connection.sendDiagnostics({ uri, version, diagnostics });

connection.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } }));
connection.onDidOpenTextDocument(({ textDocument }) => tell(textDocument.uri, textDocument.version));
connection.onDidChangeTextDocument(({ textDocument }) => tell(textDocument.uri, textDocument.version));
connection.listen();
