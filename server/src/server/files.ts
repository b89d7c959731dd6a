import type { FolderEntry } from "../protocol/messages.js";

/**
 * The one door to files: everything that the server reads beyond what the client has open goes through it. In Node it opens onto the
 * file system, in a browser onto the client's. Folders and files are named by URI.
 */
export interface FileDoor {
  /** What a folder holds, links to elsewhere left out; undefined where it cannot be read. */
  list(uri: string): Promise<readonly FolderEntry[] | undefined>;
  /** Text of a file, without byte order mark; undefined where there is none, or it cannot be read. Never rejects. */
  read(uri: string): Promise<string | undefined>;
}

/** Whether a file is a Markdown document, by its name. */
export function isMarkdown(name: string): boolean {
  return /\.(?:md|markdown|mdown|mkd)$/i.test(name);
}
