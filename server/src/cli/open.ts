import { type Discovered, discover } from "../node/discover.js";
import { diskFiles, type SourceFiles } from "../node/files.js";
import { readSources, type Sources } from "../node/sources.js";
import { say } from "./output.js";
import { UseError } from "./use-error.js";

/** Options of every command that reads documents. */
export interface ReadingOptions {
  readonly today?: string;
  readonly all: boolean;
  readonly jobs?: string;
  readonly cache: boolean;
  readonly cacheLocation?: string;
}

/** Finds and reads the documents that the arguments name; an argument that names nothing is an error of use. */
export async function open(paths: readonly string[], files: SourceFiles = diskFiles): Promise<Sources> {
  const found = await discover(paths, process.cwd(), files);
  requireAll(found);
  return readSources(found, files);
}

function requireAll({ missing }: Discovered): void {
  if (missing.length === 0) return;
  throw new UseError(`nothing is found at ${missing.join(", ")}; give files, folders or globs that are there`);
}

/** What was left out or misread, in words. */
export function notesOf({ unreadable, misread }: Sources): string[] {
  return [
    ...unreadable.map(({ path, reason }) => `${path} was left out: ${reason}`),
    ...misread.map((path) => `${path} is not UTF-8: what could not be read of it counts as �`),
  ];
}

/** Says on standard error what was left out. */
export function sayNotes(sources: Sources): void {
  for (const note of notesOf(sources)) say(note);
}
