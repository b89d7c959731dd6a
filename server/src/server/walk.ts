import ignore, { type Ignore } from "ignore";
import { isSettingPath } from "../engine/config/paths.js";
import { type FileDoor, isMarkdown } from "./files.js";

/** Folders that hold nothing of the workspace's own. */
const skippedFolders: ReadonlySet<string> = new Set([".git", ".hg", ".svn", "node_modules"]);

const ignoreFileNames: readonly string[] = [".gitignore", ".ignore", ".lockstepignore"];

/** Folders that are listed at a time. */
const listedAtOnce = 32;

/** Whether a file is one whose change may let other files in or out. */
export function isIgnoreFile(path: string): boolean {
  return ignoreFileNames.includes(path.slice(path.lastIndexOf("/") + 1));
}

/** What the ignore files of one workspace folder say, as far as it has been walked. */
export class IgnoreRules {
  readonly #byFolder = new Map<string, Ignore>();

  /** Adds the ignore file of a folder; `folder` is relative to the root, "" or ending in "/". */
  add(folder: string, text: string): void {
    const rules = this.#byFolder.get(folder) ?? ignore();
    rules.add(text);
    this.#byFolder.set(folder, rules);
  }

  /** Whether a path relative to the root is ignored, by itself or with a folder above it; folders end in "/". */
  ignores(path: string): boolean {
    for (let end = path.indexOf("/"); end >= 0 && end < path.length - 1; end = path.indexOf("/", end + 1)) {
      if (this.#ignoresItself(path.slice(0, end + 1))) return true;
    }
    return this.#ignoresItself(path);
  }

  #ignoresItself(path: string): boolean {
    const name = path.replace(/\/$/, "").split("/").at(-1) ?? "";
    if (path.endsWith("/") && skippedFolders.has(name)) return true;
    // The nearest file has the last word, as in git.
    for (let folder = parentOf(path); ; folder = parentOf(folder)) {
      const rules = this.#byFolder.get(folder);
      if (rules) {
        const { ignored, unignored } = rules.test(path.slice(folder.length));
        if (ignored || unignored) return ignored;
      }
      if (folder === "") return false;
    }
  }
}

/** Folder that holds a path, "" or ending in "/". */
function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/", path.length - 2) + 1);
}

export interface Walked {
  /** URIs of Markdown files. */
  readonly documents: readonly string[];
  /** URIs of files that may configure Lockstep. */
  readonly configurations: readonly string[];
}

/**
 * Finds the files of a folder that concern Lockstep, batch by batch, those that ignore files name left out; `rules` is filled on the way.
 * Ends early where `cancelled` says so. A folder that cannot be read is taken as empty.
 */
export async function* walk(
  door: FileDoor,
  root: string,
  rules: IgnoreRules,
  cancelled: () => boolean = () => false,
): AsyncGenerator<Walked> {
  const base = root.endsWith("/") ? root : `${root}/`;
  let pending = [""];
  while (pending.length > 0 && !cancelled()) {
    const batch = pending.slice(0, listedAtOnce);
    const walked = await Promise.all(batch.map((folder) => lookInto(door, base, folder, rules)));
    pending = [...pending.slice(listedAtOnce), ...walked.flatMap(({ folders }) => folders)];
    yield {
      documents: walked.flatMap(({ documents }) => documents),
      configurations: walked.flatMap(({ configurations }) => configurations),
    };
  }
}

async function lookInto(
  door: FileDoor,
  base: string,
  folder: string,
  rules: IgnoreRules,
): Promise<Walked & { readonly folders: readonly string[] }> {
  const entries = (await door.list(base + encoded(folder))) ?? [];
  for (const name of ignoreFileNames) {
    if (!entries.some((entry) => entry.kind === "file" && entry.name === name)) continue;
    const text = await door.read(base + encoded(folder + name));
    if (text !== undefined) rules.add(folder, text);
  }
  const documents: string[] = [];
  const configurations: string[] = [];
  const folders: string[] = [];
  for (const { name, kind } of entries) {
    const path = folder + name;
    if (kind === "folder") {
      if (!rules.ignores(`${path}/`)) folders.push(`${path}/`);
    } else if (isSettingPath(name)) configurations.push(base + encoded(path));
    else if (isMarkdown(name) && !rules.ignores(path)) documents.push(base + encoded(path));
  }
  return { documents, configurations, folders };
}

function encoded(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
