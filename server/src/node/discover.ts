import { readdir, readFile, stat } from "node:fs/promises";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import ignore, { type Ignore } from "ignore";
import picomatch from "picomatch";

/** What the arguments of a command name. Paths are relative to `root`, with `/`, sorted. */
export interface Discovered {
  readonly root: string;
  readonly documents: readonly string[];
  /** Configuration files from the root down, and above it up to the file system's root as `../…`. */
  readonly configurations: readonly string[];
  /** Arguments that name nothing. */
  readonly missing: readonly string[];
}

const configurationNames = new Set([".lockstep.yaml", ".lockstep.yml", ".lockstep.json", "package.json"]);
const neverEntered = new Set(["node_modules", ".git", ".hg", ".svn"]);
const markdown = /\.(?:md|markdown|mdown|mkd)$/i;

/** Finds the Markdown documents that files, folders and globs name, obeying `.gitignore`, `.ignore` and `.lockstepignore`. */
export async function discover(args: readonly string[], workingDirectory: string): Promise<Discovered> {
  const targets: string[] = [];
  const missing: string[] = [];
  for (const arg of args.length > 0 ? args : ["."]) {
    const path = resolve(workingDirectory, arg);
    if (await exists(path)) targets.push(path);
    else if (picomatch.scan(arg).isGlob) {
      const found = await expand(arg, workingDirectory);
      if (found.length === 0) missing.push(arg);
      targets.push(...found);
    } else missing.push(arg);
  }
  const root = rootOf(targets, workingDirectory);
  const documents = new Set<string>();
  const configurations = new Set<string>();
  const visited = new Set<string>();
  for (const target of targets) {
    const info = await stat(target).catch(() => undefined);
    if (info?.isDirectory()) {
      await walk(target, { root, documents, configurations, visited, rules: await rulesAbove(root, target) });
    } else if (info?.isFile() && markdown.test(target)) documents.add(slashed(relative(root, target)));
  }
  for (const path of [...documents]) await configurationsAbove(root, path, configurations, visited);
  return { root, documents: sorted(documents), configurations: sorted(configurations), missing };
}

/** The Markdown files that a glob names, as absolute paths; what ignore files leave out stays out. */
async function expand(pattern: string, workingDirectory: string): Promise<string[]> {
  const { base, glob } = picomatch.scan(slashed(pattern));
  const folder = resolve(workingDirectory, base);
  const matches = picomatch(glob, { dot: false });
  const state: Walk = {
    root: folder,
    documents: new Set(),
    configurations: new Set(),
    visited: new Set(),
    rules: await rulesAbove(workingDirectory, folder),
  };
  await walk(folder, state);
  return sorted(state.documents)
    .filter((path) => matches(path))
    .map((path) => join(folder, path));
}

interface Walk {
  readonly root: string;
  readonly documents: Set<string>;
  readonly configurations: Set<string>;
  /** Folders whose files have been listed, so that links in circles end. */
  readonly visited: Set<string>;
  readonly rules: readonly IgnoreRules[];
}

interface IgnoreRules {
  readonly folder: string;
  readonly ignore: Ignore;
}

async function walk(folder: string, state: Walk): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const own = await readIgnoreRules(folder, new Set(entries.map((entry) => entry.name)));
  const rules = own ? [...state.rules, own] : state.rules;
  state.visited.add(folder);
  const folders: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!neverEntered.has(entry.name) && !isIgnored(path, true, rules)) folders.push(path);
    } else if (entry.isFile() || entry.isSymbolicLink()) {
      if (configurationNames.has(entry.name)) state.configurations.add(slashed(relative(state.root, path)));
      if (!markdown.test(entry.name) || isIgnored(path, false, rules)) continue;
      // A link to a folder is not entered: what it leads to is found where it is, or lies outside.
      if (entry.isSymbolicLink() && !(await stat(path).catch(() => undefined))?.isFile()) continue;
      state.documents.add(slashed(relative(state.root, path)));
    }
  }
  for (const child of folders) await walk(child, { ...state, rules });
}

async function readIgnoreRules(folder: string, names: ReadonlySet<string>): Promise<IgnoreRules | undefined> {
  const files = [".gitignore", ".ignore", ".lockstepignore"].filter((name) => names.has(name));
  if (files.length === 0) return undefined;
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), "utf8").catch(() => "")));
  return { folder, ignore: ignore().add(texts.join("\n")) };
}

async function rulesAbove(root: string, target: string): Promise<IgnoreRules[]> {
  const rules: IgnoreRules[] = [];
  const parts = relative(root, target)
    .split(sep)
    .filter((part) => part !== "");
  let folder = root;
  for (const part of parts) {
    const own = await readIgnoreRules(folder, new Set(await readdir(folder).catch(() => [])));
    if (own) rules.push(own);
    folder = join(folder, part);
  }
  return rules;
}

function isIgnored(path: string, folder: boolean, rules: readonly IgnoreRules[]): boolean {
  let ignored = false;
  for (const { folder: base, ignore: own } of rules) {
    const result = own.test(slashed(relative(base, path)) + (folder ? "/" : ""));
    if (result.ignored) ignored = true;
    else if (result.unignored) ignored = false;
  }
  return ignored;
}

async function configurationsAbove(
  root: string,
  document: string,
  found: Set<string>,
  visited: Set<string>,
): Promise<void> {
  let folder = resolve(root, document, "..");
  for (;;) {
    if (visited.has(folder)) {
      if (folder === root || !folder.startsWith(root)) return;
    } else {
      visited.add(folder);
      for (const name of await readdir(folder).catch(() => [])) {
        if (configurationNames.has(name)) found.add(slashed(relative(root, join(folder, name))));
      }
    }
    const parent = resolve(folder, "..");
    if (parent === folder || folder === root) return;
    folder = parent;
  }
}

/** The working directory where it holds all targets, else their nearest common folder (SPEC §5). */
function rootOf(targets: readonly string[], workingDirectory: string): string {
  const inside = (folder: string, path: string): boolean => {
    const way = relative(folder, path);
    return way === "" || (!way.startsWith("..") && !isAbsolute(way));
  };
  if (targets.every((target) => inside(workingDirectory, target))) return workingDirectory;
  let root = targets.length === 1 ? (targets[0] as string) : resolve(targets[0] as string, "..");
  if (targets.length === 1 && markdown.test(root)) root = resolve(root, "..");
  while (!targets.every((target) => inside(root, target))) root = resolve(root, "..");
  return root;
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

function slashed(path: string): string {
  return sep === "/" ? path : path.split(sep).join("/");
}

function sorted(paths: ReadonlySet<string>): string[] {
  return [...paths].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
