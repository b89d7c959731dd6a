import { dirname, join, resolve } from "node:path";
import picomatch from "picomatch";
import { SETTING_FILE_NAMES } from "../engine/config/paths.js";
import { diskFiles, reasonOf, type SourceFiles } from "./files.js";
import { type IgnoreRules, ignoreRulesAbove, ignoreRulesOf, isIgnored } from "./ignore-rules.js";
import { isInside, relativePath, slashed, sorted } from "./paths.js";

/** What the arguments of a command name. Paths are relative to `root`, with `/`, sorted. */
export interface Discovered {
  /** Absolute. */
  readonly root: string;
  readonly documents: readonly string[];
  /** Configuration and CODEOWNERS files beside and below the documents, and above them up to the file system's root as `../…`. */
  readonly configurations: readonly string[];
  /** Arguments that name nothing. */
  readonly missing: readonly string[];
  /** Folders that could not be listed, and files named that are no documents, with the reason. */
  readonly unreadable: readonly Unreadable[];
}

export interface Unreadable {
  readonly path: string;
  readonly reason: string;
}

const configurationNames: ReadonlySet<string> = new Set(SETTING_FILE_NAMES);
const neverEntered = new Set(["node_modules", ".git", ".hg", ".svn"]);
const markdown = /\.(?:md|markdown|mdown|mkd)$/i;

/** Whether a file's name is that of a Markdown document. */
export function isMarkdownName(name: string): boolean {
  return markdown.test(name);
}

/** Finds the Markdown documents that files, folders and globs name, obeying `.gitignore`, `.ignore` and `.lockstepignore`. */
export async function discover(
  args: readonly string[],
  workingDirectory: string,
  files: SourceFiles = diskFiles,
): Promise<Discovered> {
  const targets: string[] = [];
  const missing: string[] = [];
  for (const arg of args.length > 0 ? args : ["."]) {
    const path = resolve(workingDirectory, arg);
    if ((await files.kind(path)) !== undefined) targets.push(path);
    else if (picomatch.scan(slashed(arg)).isGlob) {
      const found = await expand(arg, workingDirectory, files);
      if (found.length === 0) missing.push(arg);
      targets.push(...found);
    } else missing.push(arg);
  }
  const root = await rootOf(targets, workingDirectory, files);
  const state: Walk = { files, documents: new Set(), configurations: new Set(), visited: new Set(), unreadable: [] };
  for (const target of targets) {
    const kind = await files.kind(target);
    if (kind === "folder") await walk(target, await ignoreRulesAbove(target, workingDirectory, files), state);
    else if (kind === "file" && markdown.test(target)) state.documents.add(target);
    else state.unreadable.push({ path: target, reason: kind === "file" ? "it is no Markdown (.md)" : "it is no file" });
  }
  const outside = new Set([root, ...[...state.documents].map((document) => dirname(document))]);
  for (const folder of outside) await configurationsAbove(folder, state);
  const named = (paths: Iterable<string>): string[] => sorted([...paths].map((path) => relativePath(root, path)));
  return {
    root,
    documents: named(state.documents),
    configurations: named(state.configurations),
    missing,
    unreadable: state.unreadable.map(({ path, reason }) => ({ path: relativePath(root, path) || ".", reason })),
  };
}

/** The Markdown files that a glob names, as absolute paths; what ignore files leave out stays out. */
async function expand(pattern: string, workingDirectory: string, files: SourceFiles): Promise<string[]> {
  const { base, glob } = picomatch.scan(slashed(pattern));
  const folder = resolve(workingDirectory, base);
  const matches = picomatch(glob, { dot: false });
  const state: Walk = { files, documents: new Set(), configurations: new Set(), visited: new Set(), unreadable: [] };
  await walk(folder, await ignoreRulesAbove(folder, workingDirectory, files), state);
  return sorted(state.documents).filter((path) => matches(relativePath(folder, path)));
}

interface Walk {
  readonly files: SourceFiles;
  /** All absolute. */
  readonly documents: Set<string>;
  readonly configurations: Set<string>;
  /** Folders whose files have been listed. */
  readonly visited: Set<string>;
  readonly unreadable: Unreadable[];
}

async function walk(folder: string, above: readonly IgnoreRules[], state: Walk): Promise<void> {
  const { files, documents, configurations, visited, unreadable } = state;
  visited.add(folder);
  let entries: Awaited<ReturnType<SourceFiles["list"]>>;
  try {
    entries = await files.list(folder);
  } catch (error) {
    unreadable.push({ path: folder, reason: reasonOf(error) });
    return;
  }
  const own = await ignoreRulesOf(folder, entries, files);
  const rules = own ? [...above, own] : above;
  for (const { name, kind } of entries) {
    const path = join(folder, name);
    if (kind === "folder") {
      if (!neverEntered.has(name) && !isIgnored(path, kind, rules)) await walk(path, rules, state);
    } else if (configurationNames.has(name)) configurations.add(path);
    else if (markdown.test(name) && !isIgnored(path, kind, rules)) documents.add(path);
  }
}

async function configurationsAbove(start: string, { files, configurations, visited }: Walk): Promise<void> {
  for (let folder = start; ; folder = dirname(folder)) {
    if (!visited.has(folder)) {
      visited.add(folder);
      for (const { name, kind } of await files.list(folder).catch(() => [])) {
        if (kind === "file" && configurationNames.has(name)) configurations.add(join(folder, name));
      }
    }
    if (dirname(folder) === folder) return;
  }
}

/** The working directory where it holds all targets, else their nearest common folder (SPEC §5). */
async function rootOf(targets: readonly string[], workingDirectory: string, files: SourceFiles): Promise<string> {
  const [first] = targets;
  if (first === undefined || targets.every((target) => isInside(workingDirectory, target))) return workingDirectory;
  let root = (await files.kind(first)) === "folder" ? first : dirname(first);
  while (!targets.every((target) => isInside(root, target))) root = dirname(root);
  return root;
}
