import { join, relative, resolve } from "node:path";
import { ConfigurationSet } from "../../engine/config/configuration-set.js";
import { type Effective, formatEffective } from "../../engine/config/effective.js";
import { rules } from "../../engine/rules/registry.js";
import { discover } from "../../node/discover.js";
import { diskFiles } from "../../node/files.js";
import { relativePath, slashed } from "../../node/paths.js";
import { readSources } from "../../node/sources.js";
import { sayNotes } from "../open.js";
import { oneOf } from "../options.js";
import { print, say } from "../output.js";
import { UseError } from "../use-error.js";

/** `lockstep config --effective FILE`: the settings in force for a document, each with the file and line that says it. */
export async function runConfig(options: { readonly effective?: string; readonly format: string }): Promise<number> {
  const format = oneOf("--format", options.format, ["pretty", "json"]);
  const file = options.effective;
  if (file === undefined)
    throw new UseError("config needs --effective FILE: the document whose settings are asked for");
  const absolute = resolve(file);
  const kind = await diskFiles.kind(absolute);
  if (kind === "folder")
    throw new UseError(`${file} is a folder; name a document in it, whether or not it is there yet`);
  const folder = await nearestFolder(resolve(absolute, ".."));
  const sources = await readSources(await discover(["."], folder, { ...diskFiles, list: onlyFiles(folder) }));
  sayNotes(sources);
  const set = new ConfigurationSet(rules);
  for (const { path, text } of sources.configurations) set.set(slashed(join(sources.root, path)), text);
  const effective = set.effective(slashed(absolute));
  if (format === "json") print(`${JSON.stringify({ version: 1, ...effective, path: slashed(file) }, undefined, 2)}\n`);
  else print(formatEffective(withShortPaths(effective, process.cwd())));
  for (const [path, problems] of set.problems())
    for (const { range, message } of problems)
      say(`${relativePath(process.cwd(), path)}:${range.start.line + 1}: ${message}`);
  return 0;
}

/** Lists the files of one folder and of those above it, so that no tree is walked for one document's settings. */
function onlyFiles(folder: string): typeof diskFiles.list {
  return async (asked) => {
    const entries = await diskFiles.list(asked);
    return asked === folder ? entries.filter(({ kind }) => kind === "file") : entries;
  };
}

async function nearestFolder(folder: string): Promise<string> {
  return (await diskFiles.kind(folder)) === "folder" || resolve(folder, "..") === folder
    ? folder
    : nearestFolder(resolve(folder, ".."));
}

function withShortPaths(effective: Effective, folder: string): Effective {
  const short = (path: string): string => slashed(relative(folder, path));
  return {
    path: short(effective.path),
    values: effective.values.map((value) =>
      value.source.kind === "file" ? { ...value, source: { ...value.source, path: short(value.source.path) } } : value,
    ),
  };
}
