import { dirname, join, resolve } from "node:path";
import { ConfigurationSet } from "../engine/config/configuration-set.js";
import { rules } from "../engine/rules/registry.js";
import { isInside, relativePath, slashed } from "./paths.js";
import type { Sources, SourceText } from "./sources.js";

/**
 * Where the paths of a service count from: the folder of the outermost configuration file in force above the root, else the root. So a run in
 * a folder of a repository says the same of its documents as a run over the whole.
 */
export class Origin {
  /** Absolute. */
  readonly folder: string;
  readonly #root: string;

  constructor({ root, configurations }: Pick<Sources, "root" | "configurations">) {
    this.#root = root;
    this.folder = originOf(root, configurations);
  }

  /** A path relative to the root, as the service has it; undefined for what lies above the origin and so has no part in it. */
  inside(path: string): string | undefined {
    const absolute = join(this.#root, path);
    return isInside(this.folder, absolute) ? relativePath(this.folder, absolute) : undefined;
  }

  /** A path of the service, relative to the root. */
  outside(path: string): string {
    return relativePath(this.#root, resolve(this.folder, path));
  }
}

function originOf(root: string, configurations: readonly SourceText[]): string {
  const above = configurations.filter(({ path }) => path.startsWith("../"));
  if (above.length === 0) return root;
  const set = new ConfigurationSet(rules);
  for (const { path, text } of configurations) set.set(slashed(join(root, path)), text);
  const outermost = set.filesFor(slashed(join(root, "document.md"))).at(-1);
  if (outermost === undefined) return root;
  const folder = resolve(dirname(outermost));
  return isInside(folder, root) ? folder : root;
}
