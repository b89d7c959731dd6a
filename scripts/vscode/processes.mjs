// Leaving no process behind, whichever way this one ends.
import { spawnSync } from "node:child_process";
import { constants } from "node:os";

const cleanups = new Set();
let listening = false;

/**
 * Registers work that must be done before this process ends, also by Ctrl-C or an error. It cannot wait.
 *
 * @param {() => void} cleanup
 * @returns {() => void} takes it back
 */
export function onExit(cleanup) {
  listen();
  cleanups.add(cleanup);
  return () => cleanups.delete(cleanup);
}

/** Ends a process started with `detached: true`, and every process that it started. */
export function endGroup(pid) {
  if (pid === undefined) return;
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(pid), "/T", "/F"], { stdio: "ignore" });
    return;
  }
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It ended by itself.
  }
}

function listen() {
  if (listening) return;
  listening = true;
  process.on("exit", () => {
    for (const cleanup of cleanups) cleanup();
    cleanups.clear();
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => process.exit(128 + constants.signals[signal]));
  }
}
