import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { workspaceOf } from "./documents.mjs";
import { project } from "./sides.mjs";

const beside = resolve(project, process.env.LOCKSTEP_BENCH ?? "../shared/bench");

/** Real planning text of 1,000, 2,000 or 10,000 lines, with about 20 findings in each thousand, where it is kept beside the project. */
export function realDocument(lines) {
  const path = join(beside, `docs/doc${lines / 1_000}k.md`);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

/** A folder of real documents, kept beside the project and not in it; where it is missing, documents made here stand in. */
export function corpusFolder(base) {
  const archive = join(beside, "corpus.tar.xz");
  if (!existsSync(archive)) {
    console.error(
      `There is no corpus at ${archive}: the rows of the command line take 10,000 made-up documents instead.`,
    );
    return workspaceOf(10_000, base);
  }
  const folder = join(base, "corpus");
  if (!existsSync(folder)) {
    mkdirSync(`${folder}.new`, { recursive: true });
    execFileSync("tar", ["xJf", archive, "-C", `${folder}.new`]);
    execFileSync("mv", [`${folder}.new`, folder]);
  }
  return folder;
}
