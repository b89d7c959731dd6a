// `node client/test/soak-kill.mjs [KILLS]`: kills the language server at random in a real VS Code, 100 times unless told otherwise, while somebody types. It is
// back within two seconds, with the same findings and no edit lost. Needs the bundles of `npm run build`.
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const script = join(dirname(fileURLToPath(import.meta.url)), "run-host.mjs");
const child = spawn(process.execPath, [script, "node", "--folder=soak"], {
  env: { ...process.env, LOCKSTEP_SOAK_KILLS: process.argv[2] ?? "100" },
  stdio: "inherit",
});
child.on("close", (code) => {
  process.exitCode = code ?? 1;
});
