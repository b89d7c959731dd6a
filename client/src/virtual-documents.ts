import * as vscode from "vscode";

const scheme = "lockstep";

/** Documents that are on no disk: made for reading, and not asked about when they are closed. */
export class VirtualDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #texts = new Map<string, string>();
  readonly #registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);

  provideTextDocumentContent({ path }: vscode.Uri): string {
    return this.#texts.get(path) ?? "";
  }

  /** Writes a document anew, whether or not somebody looks at it. The name's ending says what language it is in. */
  write(name: string, text: string): vscode.Uri {
    const uri = vscode.Uri.from({ scheme, path: `/${name.replaceAll("/", " ")}` });
    this.#texts.set(uri.path, text);
    this.#changed.fire(uri);
    return uri;
  }

  dispose(): void {
    vscode.Disposable.from(this.#registration, this.#changed).dispose();
  }
}
