import { chmodSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * One folder for whatever the tests of a run write, gone when the run has ended: files of tests share modules, so that none of them can say
 * when the last folder of a module has been used.
 */
// biome-ignore lint/style/noDefaultExport: the form that vitest asks for
export default function setUp(): () => void {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "lockstep-tests-")));
  // Some tests run as a user without rights.
  chmodSync(folder, 0o755);
  process.env.TMPDIR = folder;
  process.env.TEMP = folder;
  process.env.TMP = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
