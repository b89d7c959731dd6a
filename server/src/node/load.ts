import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { LockstepService, type ServiceOptions } from "../engine/service/service.js";
import { decodeText } from "./decode.js";
import type { Discovered } from "./discover.js";

export interface Loaded {
  readonly service: LockstepService;
  /** Files that were found and could not be read, with the reason. */
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
}

/** Reads what was discovered into a service: configuration first, so that every document is read once. */
export async function load(found: Discovered, options: ServiceOptions): Promise<Loaded> {
  const service = new LockstepService(options);
  const unreadable: { path: string; reason: string }[] = [];
  const read = async (path: string): Promise<string | undefined> => {
    try {
      return decodeText(await readFile(join(found.root, path)));
    } catch (error) {
      unreadable.push({ path, reason: reasonOf(error) });
      return undefined;
    }
  };
  for (const path of found.configurations) {
    const text = await read(path);
    if (text !== undefined) service.setConfiguration(path, text);
  }
  for (const path of baselinesOf(found, service)) {
    const text = await read(path);
    const problem = text === undefined ? undefined : service.setBaseline(path, text);
    if (problem !== undefined) unreadable.push({ path, reason: problem });
  }
  for (const path of found.documents) {
    const text = await read(path);
    if (text !== undefined) service.setDocument(path, text);
  }
  return { service, unreadable };
}

/** The baselines that the documents' settings name. */
function baselinesOf(found: Discovered, service: LockstepService): Set<string> {
  return new Set(found.documents.flatMap((path) => service.workspace.settingsFor(path).baseline ?? []));
}

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "EACCES" || code === "EPERM") return "no permission to read it";
  if (code === "ENOENT") return "it is gone";
  if (code === "EISDIR") return "it is a folder";
  return code ?? (error instanceof Error ? error.message : String(error));
}
