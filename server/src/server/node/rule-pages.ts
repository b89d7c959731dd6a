import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** Address of the folder of rule pages that came with the program, with a slash at its end; undefined where none did. */
export function bundledRulePages(): string | undefined {
  const [, program] = process.argv;
  if (program === undefined || !existsSync(program)) return undefined;
  const folder = join(dirname(realpathSync(program)), "..", "docs", "rules");
  return existsSync(folder) ? `${pathToFileURL(folder).href}/` : undefined;
}
