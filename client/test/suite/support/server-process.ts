/// <reference types="node" />
import { execFile } from "node:child_process";
import process from "node:process";
import { waitFor } from "./wait.js";

/** The process of Lockstep's server; undefined where there is none. In the Node extension host only. */
export async function serverProcess(): Promise<number | undefined> {
  const list = await new Promise<string>((resolve, reject) => {
    execFile("ps", ["-A", "-o", "pid=,ppid=,args="], (error: Error | null, output: string) =>
      error ? reject(error) : resolve(output),
    );
  });
  for (const line of list.split("\n")) {
    const [, pid, parent, command = ""] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    if (Number(parent) === process.pid && /dist[\\/]server\.js/.test(command)) return Number(pid);
  }
  return undefined;
}

/** Ends the server as a crash would: without a word. */
export async function killServer(): Promise<void> {
  // One that has just been started again may not be listed yet.
  const pid = await waitFor("a server to kill", serverProcess);
  process.kill(pid, "SIGKILL");
}
