import { dirname, join } from "node:path";
import ignore, { type Ignore } from "ignore";
import { decodeText } from "./decode.js";
import type { SourceEntry, SourceFiles } from "./files.js";
import { isInside, relativePath } from "./paths.js";

/** What the ignore files of one folder say of what lies below it. */
export interface IgnoreRules {
  readonly folder: string;
  readonly ignore: Ignore;
}

const ignoreFileNames = [".gitignore", ".ignore", ".lockstepignore"];

export async function ignoreRulesOf(
  folder: string,
  entries: readonly SourceEntry[],
  files: SourceFiles,
): Promise<IgnoreRules | undefined> {
  const present = new Set(entries.filter(({ kind }) => kind === "file").map(({ name }) => name));
  const texts: string[] = [];
  for (const name of ignoreFileNames) {
    if (!present.has(name)) continue;
    const bytes = await files.read(join(folder, name)).catch(() => undefined);
    if (bytes) texts.push(decodeText(bytes));
  }
  return texts.length > 0 ? { folder, ignore: ignore().add(texts.join("\n")) } : undefined;
}

/** The rules of the folders above a target: from the root of its repository (the nearest folder with `.git`), else from `top`, down. */
export async function ignoreRulesAbove(target: string, top: string, files: SourceFiles): Promise<IgnoreRules[]> {
  const limit = (await repositoryOf(target, files)) ?? top;
  const rules: IgnoreRules[] = [];
  for (let folder = target; folder !== limit && isInside(limit, folder); ) {
    folder = dirname(folder);
    const own = await ignoreRulesOf(folder, await files.list(folder).catch(() => []), files);
    if (own) rules.unshift(own);
  }
  return rules;
}

async function repositoryOf(start: string, files: SourceFiles): Promise<string | undefined> {
  for (let folder = start; ; folder = dirname(folder)) {
    if ((await files.kind(join(folder, ".git"))) !== undefined) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

export function isIgnored(path: string, kind: SourceEntry["kind"], rules: readonly IgnoreRules[]): boolean {
  let ignored = false;
  for (const { folder, ignore: own } of rules) {
    const result = own.test(relativePath(folder, path) + (kind === "folder" ? "/" : ""));
    if (result.ignored) ignored = true;
    else if (result.unignored) ignored = false;
  }
  return ignored;
}
