// CPU time and memory of processes, and of commands run to their end.
import { spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** Ticks of the kernel's clock in a second: what Linux shows to programs on every machine of today. */
const ticks = 100;

/** Milliseconds of CPU time and MB of memory of a process and its children; undefined where the system does not tell. */
export function usageOf(pid) {
  const processes = table();
  if (!processes?.has(pid)) return undefined;
  let cpu = 0;
  let memory = 0;
  let peak = 0;
  for (const id of withChildren(pid, processes)) {
    cpu += processes.get(id).cpu;
    const status = read(`/proc/${id}/status`);
    memory += kilobytes(status, "VmRSS");
    peak += kilobytes(status, "VmHWM");
  }
  return { cpu, memory: memory / 1024, peak: peak / 1024 };
}

function table() {
  if (process.platform !== "linux") return undefined;
  const processes = new Map();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const stat = read(`/proc/${name}/stat`);
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields.length < 13) continue;
    processes.set(Number(name), {
      parent: Number(fields[1]),
      cpu: ((Number(fields[11]) + Number(fields[12])) * 1000) / ticks,
    });
  }
  return processes;
}

function withChildren(pid, processes) {
  const found = [pid];
  for (const parent of found) for (const [id, process] of processes) if (process.parent === parent) found.push(id);
  return found;
}

function kilobytes(status, name) {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? 0);
}

function read(path) {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}

/** Milliseconds between looks at a command's memory. */
const between = 25;

/**
 * Runs a command to its end, without its output: seconds of wall and CPU time, MB at the most. Exit status 1 says that something was
 * found; any above `worst` is an error.
 */
export async function timed(command, args, { folder, env = {}, worst = 1 }) {
  const child = spawn("bash", ["-c", 'TIMEFORMAT="%R %U %S"; time "$@" >/dev/null 2>&1', "bash", command, ...args], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let printed = "";
  child.stderr.on("data", (data) => {
    printed += data;
  });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, usageOf(child.pid)?.peak ?? 0);
  }, between);
  const status = await new Promise((resolve) => child.on("close", resolve));
  clearInterval(watch);
  const [wall, user, system] = printed.trim().split(/\s+/).map(Number);
  if (status > worst || Number.isNaN(system))
    throw new Error(`${command} ${args.join(" ")} ended with ${status}: ${printed}`);
  return { wall, cpu: user + system, peak };
}

/** Runs a command to its end with its output shown; throws where it fails. */
export function mustRun(command, args, options = {}) {
  const { status } = spawnSync(command, args, { stdio: "inherit", ...options });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}`);
}
