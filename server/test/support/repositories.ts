import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

const folder = join(import.meta.dirname, "../../../test-fixtures");

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** A planning repository of test-fixtures: "sample", or one of `repositories/`. */
export interface Repository {
  readonly name: string;
  readonly folder: string;
  /** The day by which its key judges it, YYYY-MM-DD. */
  readonly today: string;
  readonly files: readonly TextFile[];
}

const read = /\.(?:md|markdown)$|(?:^|[\\/])(?:\.lockstep\.(?:ya?ml|json)|package\.json)$/;

export function repositories(): Repository[] {
  const names = readdirSync(join(folder, "repositories")).filter((name) =>
    existsSync(join(folder, "repositories", `${name}.key.json`)),
  );
  return [
    repository("sample", join(folder, "sample")),
    ...names.map((name) => repository(name, join(folder, "repositories", name))),
  ];
}

function repository(name: string, root: string): Repository {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => read.test(path))
    .map((path) => ({
      path: relative(root, join(root, path)).split(sep).join("/"),
      text: readFileSync(join(root, path), "utf8"),
    }));
  return { name, folder: root, today: readFileSync(join(root, ".today"), "utf8").trim(), files };
}
