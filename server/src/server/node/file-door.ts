import type { Stats } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { URI } from "vscode-uri";
import { decodeText } from "../../node/decode.js";
import type { FolderEntry } from "../../protocol/messages.js";
import type { FileDoor } from "../files.js";

/** Larger files are not read at all; well above what the engine takes on. */
const mostBytes = 64 * 1024 * 1024;

/** The door onto Node's file system, for `file:` URIs. A link to a folder is not followed, so that none is walked twice or forever. */
export const nodeFileDoor: FileDoor = {
  async list(uri) {
    try {
      const folder = URI.parse(uri).fsPath;
      const entries: FolderEntry[] = [];
      for (const entry of await readdir(folder, { withFileTypes: true })) {
        if (entry.isDirectory()) entries.push({ name: entry.name, kind: "folder" });
        else if (entry.isFile() || (entry.isSymbolicLink() && (await leadsToFile(join(folder, entry.name)))))
          entries.push({ name: entry.name, kind: "file" });
      }
      return entries;
    } catch {
      return undefined;
    }
  },

  async read(uri) {
    const path = URI.parse(uri).fsPath;
    try {
      if (!isReadable(await stat(path))) return undefined;
      return decodeText(await readFile(path));
    } catch {
      return undefined;
    }
  },
};

async function leadsToFile(link: string): Promise<boolean> {
  return (await stat(link).catch(() => undefined))?.isFile() === true;
}

/** Devices and pipes would keep a reader waiting. */
function isReadable(stats: Stats): boolean {
  return stats.isFile() && stats.size <= mostBytes;
}
