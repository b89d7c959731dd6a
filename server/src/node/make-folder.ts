import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** Makes a folder with all above it. Node's own way never ends where a file system refuses a folder as if the one above were missing (`/proc`). */
export function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  try {
    mkdirSync(path, 0o700);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}
