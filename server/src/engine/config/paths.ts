/**
 * Paths with `/`, all from one origin: absolute (`/home/x`, `c:/x`), or relative to one root whose own path is empty. Nothing here
 * asks a file system.
 */

/** File names that hold configuration; in one folder the earlier goes before the later. */
export const CONFIGURATION_FILE_NAMES = [".lockstep.yaml", ".lockstep.yml", ".lockstep.json", "package.json"] as const;

export type ConfigurationFileName = (typeof CONFIGURATION_FILE_NAMES)[number];

/** Folder of a path, without a `/` at its end; empty for the origin, `/` cannot be told from it. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Who owns which paths of a repository, as GitHub and GitLab read it. */
export const CODE_OWNERS_NAME = "CODEOWNERS";

/** Names of the files, Markdown apart, whose texts say how documents are read. */
export const SETTING_FILE_NAMES: readonly string[] = [...CONFIGURATION_FILE_NAMES, CODE_OWNERS_NAME];

/** Whether a file of that name may hold configuration. */
export function isConfigurationPath(path: string): boolean {
  return configurationFileName(path) !== undefined;
}

/** Whether a file of that name says how documents are read: configuration, or CODEOWNERS. */
export function isSettingPath(path: string): boolean {
  return isConfigurationPath(path) || nameOf(path) === CODE_OWNERS_NAME;
}

export function configurationFileName(path: string): ConfigurationFileName | undefined {
  const name = nameOf(path);
  return CONFIGURATION_FILE_NAMES.find((candidate) => candidate === name);
}

/** The folders that a path lies in, outermost (the origin) first. */
export function foldersAbove(path: string): readonly string[] {
  const folders = [""];
  for (let slash = path.indexOf("/", 1); slash >= 0; slash = path.indexOf("/", slash + 1))
    folders.push(path.slice(0, slash));
  return folders;
}

/** `path` as seen from a folder that it lies in. */
export function relativeTo(folder: string, path: string): string {
  const inner = path.slice(folder.length);
  return inner.startsWith("/") ? inner.slice(1) : inner;
}

export function joinPath(folder: string, path: string): string {
  const inner = path.replace(/^(?:\.\/)+/, "");
  return folder === "" ? inner : `${folder}/${inner}`;
}
