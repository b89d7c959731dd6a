import type { WorkspaceFolder } from "vscode-languageserver-types";
import { URI } from "vscode-uri";

interface Root {
  readonly uri: string;
  /** The folder's address, percent-encoding undone and with a slash at its end. */
  readonly address: string;
  /** What paths of the folder begin with: nothing, or in a workspace of several folders its name and a slash. */
  readonly prefix: string;
}

/**
 * The workspace's folders, and the names of files in them: URIs as the client writes them, paths as the service does, relative to
 * one root. With one folder that is the root; of several each is a folder in it, by its name. A file outside all of them
 * is called by its address.
 */
export class Roots {
  readonly #roots: readonly Root[];

  constructor(folders: readonly WorkspaceFolder[]) {
    const names = new Set<string>();
    this.#roots = folders.map((folder) => {
      const address = withSlash(addressOf(folder.uri));
      const prefix = folders.length === 1 ? "" : `${freeName(folder.name || lastSegment(address), names)}/`;
      return { uri: folder.uri, address, prefix };
    });
  }

  /** The folders' URIs. */
  get uris(): readonly string[] {
    return this.#roots.map((root) => root.uri);
  }

  /** Path of a file; of folders inside each other the innermost counts. */
  pathOf(uri: string): string {
    const address = addressOf(uri);
    const root = this.#rootOf(address);
    return root ? root.prefix + address.slice(root.address.length) : address;
  }

  /** URI of a path that `pathOf` made. */
  uriOf(path: string): string {
    const root = this.#roots.find(({ prefix }) => prefix === "" || path.startsWith(prefix));
    if (!root || hasScheme(path)) return URI.parse(encodeHazards(path)).toString();
    return URI.parse(encodeHazards(root.address + path.slice(root.prefix.length))).toString();
  }

  /** Whether a file lies in one of the folders. */
  contains(uri: string): boolean {
    return this.#rootOf(addressOf(uri)) !== undefined;
  }

  /** The folder that a file lies in, and its path in there; undefined outside all of them. */
  placeOf(uri: string): { readonly root: string; readonly path: string } | undefined {
    const address = addressOf(uri);
    const root = this.#rootOf(address);
    return root && { root: root.uri, path: address.slice(root.address.length) };
  }

  #rootOf(address: string): Root | undefined {
    let innermost: Root | undefined;
    for (const root of this.#roots) {
      if (!address.startsWith(root.address)) continue;
      if (!innermost || root.address.length > innermost.address.length) innermost = root;
    }
    return innermost;
  }
}

/** A URI without percent-encoding: the same for `file:///c%3A/a%20b` and `file:///c:/a b`. */
function addressOf(uri: string): string {
  const { scheme, authority, path } = URI.parse(uri);
  return `${scheme}:${authority !== "" || scheme === "file" ? `//${authority}` : ""}${path}`;
}

/** Encodes what would end the path when the address is read as a URI again. */
function encodeHazards(address: string): string {
  return address.replace(/[%?#]/g, encodeURIComponent);
}

function hasScheme(path: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\//i.test(path) || path.startsWith("untitled:");
}

function withSlash(address: string): string {
  return address.endsWith("/") ? address : `${address}/`;
}

function lastSegment(address: string): string {
  return address.slice(0, -1).split("/").at(-1) ?? "";
}

function freeName(wanted: string, taken: Set<string>): string {
  const plain = wanted.replaceAll("/", "-") || "folder";
  let name = plain;
  for (let number = 2; taken.has(name); number += 1) name = `${plain} (${number})`;
  taken.add(name);
  return name;
}
