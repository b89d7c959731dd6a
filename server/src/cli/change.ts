import { discover } from "../node/discover.js";
import { type EvaluateOptions, evaluate } from "../node/evaluate.js";
import { diskFiles, type SourceFiles } from "../node/files.js";
import { GitError, Repository } from "../node/git.js";
import { isInside, relativePath } from "../node/paths.js";
import { readSources, type Sources, type SourceText } from "../node/sources.js";
import { TreeFiles } from "../node/tree-files.js";
import { type Comparison, compareStates } from "./compare.js";
import { open } from "./open.js";
import { UseError } from "./use-error.js";

/** The repository as it is, or as it is staged, against what it was. */
export interface Change {
  readonly present: Sources;
  readonly files: SourceFiles;
  compare(
    options: EvaluateOptions,
  ): Promise<{ readonly evaluation: Awaited<ReturnType<typeof evaluate>>; readonly comparison: Comparison }>;
}

/** The change since a commit, in the work tree; or, where none is named, the staged one. */
export async function changeOf(paths: readonly string[], since: string | undefined): Promise<Change> {
  try {
    const repository = await Repository.at(process.cwd());
    const base = await baseOf(repository, since);
    const staged = since === undefined;
    const files = staged ? new TreeFiles(repository, await repository.stagedFiles()) : diskFiles;
    const present = await open(paths, files);
    if (!isInside(repository.root, present.root))
      throw new UseError(`${present.root} lies outside the repository ${repository.root}; give paths inside it`);
    const description = staged ? "the staged change" : `the change since ${since}`;
    return {
      present,
      files,
      async compare(options) {
        const past = await pastOf(paths, repository, base, present.root);
        const renames = base === undefined ? new Map<string, string>() : await repository.renamesSince(base, staged);
        const evaluation = await evaluate(present, { ...options, files });
        const before = await evaluate(past.sources, { ...options, files: past.files, slot: `${options.slot} before` });
        const comparison = compareStates(
          { evaluation: before, documents: past.sources.documents },
          { evaluation, documents: present.documents },
          allRenames(renames, repository, past.sources, present),
          description,
        );
        return { evaluation, comparison };
      },
    };
  } catch (error) {
    if (error instanceof GitError)
      throw new UseError(`${since === undefined ? "--staged" : "--since"} needs a git repository: ${error.message}`);
    throw error;
  }
}

/** Where the work left the named commit, else the last commit; undefined where there is none yet. */
async function baseOf(repository: Repository, since: string | undefined): Promise<string | undefined> {
  const head = await repository.commit("HEAD");
  if (since === undefined) return head;
  const named = await repository.commit(since);
  if (named === undefined) {
    throw new UseError(`--since takes a commit, branch or tag, and git knows no “${since}” here; fetch it first`);
  }
  return (head === undefined ? undefined : await repository.mergeBase(named, head)) ?? named;
}

async function pastOf(
  paths: readonly string[],
  repository: Repository,
  base: string | undefined,
  root: string,
): Promise<{ readonly sources: Sources; readonly files: SourceFiles }> {
  const files = new TreeFiles(repository, base === undefined ? [] : await repository.filesOf(base));
  const sources = await readSources(await discover(paths, process.cwd(), files), files);
  // Arguments that name less in the past may have another root in common; paths are compared under the present one.
  const moved = (texts: readonly SourceText[]): SourceText[] =>
    texts.map((text) => text.at(relativePath(root, `${sources.root}/${text.path}`)));
  return {
    sources: { ...sources, root, documents: moved(sources.documents), configurations: moved(sources.configurations) },
    files,
  };
}

/**
 * Where documents of the past are now, relative to the root. The same text under another path goes before what git finds alike: git does
 * not know of files that were never added.
 */
function allRenames(
  found: ReadonlyMap<string, string>,
  repository: Repository,
  past: Sources,
  present: Sources,
): Map<string, string> {
  const now = new Set(present.documents.map(({ path }) => path));
  const before = new Set(past.documents.map(({ path }) => path));
  const gone = new Map(past.documents.filter(({ path }) => !now.has(path)).map(({ path, text }) => [text, path]));
  const renames = new Map<string, string>();
  for (const { path, text } of present.documents) {
    const from = before.has(path) || text === "" ? undefined : gone.get(text);
    if (from !== undefined && !renames.has(from)) renames.set(from, path);
  }
  const taken = new Set(renames.values());
  const inRoot = (path: string): string => relativePath(present.root, `${repository.root}/${path}`);
  for (const [from, to] of found)
    if (!renames.has(inRoot(from)) && !taken.has(inRoot(to))) renames.set(inRoot(from), inRoot(to));
  return renames;
}
