import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { relativePath } from "../node/paths.js";

/** The way from the root of the repository that a folder lies in to the folder, ending in `/`; empty for the root itself, and outside of any. */
export function repositoryPrefix(folder: string): string {
  for (let above = folder; ; above = dirname(above)) {
    if (existsSync(join(above, ".git"))) {
      const way = relativePath(above, folder);
      return way === "" ? "" : `${way}/`;
    }
    if (dirname(above) === above) return "";
  }
}
