// `node client/test/soak-kill.mjs [--scale N]`: kills the language server at random in a real VS Code, 100 times at scale 1, while somebody types. It is
// back within two seconds, with the same findings and no edit lost. Needs the bundles of `npm run build`.
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { scale: { type: "string", default: "1" } } });
const kills = Math.max(1, Math.round(100 * Number(values.scale)));

const script = join(dirname(fileURLToPath(import.meta.url)), "run-host.mjs");
const child = spawn(process.execPath, [script, "node", "--folder=soak"], {
  // Up to 30 s of patience for each, should this machine be busy.
  env: { ...process.env, LOCKSTEP_SOAK_KILLS: String(kills), LOCKSTEP_TEST_TIMEOUT: String(300 + kills * 60) },
  stdio: "inherit",
});
child.on("close", (code) => {
  process.exitCode = code ?? 1;
});
