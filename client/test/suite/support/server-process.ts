/// <reference types="node" />
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import process from "node:process";
import * as vscode from "vscode";
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

/** Waits for a server of which the client knows that it has read the workspace: only the end of one that has not counts as one of several in a row. */
export async function serverThatHasRead(): Promise<void> {
  const api = vscode.extensions.getExtension<{ readonly hasRead: boolean }>("lockstep.lockstep")?.exports;
  await waitFor("a server that has read the workspace", () => api?.hasRead === true);
}

/** What a process was started with; undefined where the system does not say. */
export async function environmentOf(pid: number): Promise<ReadonlyMap<string, string> | undefined> {
  const entries = await readFile(`/proc/${pid}/environ`, "utf8").catch(() => undefined);
  return entries === undefined ? undefined : new Map(entries.split("\0").map((entry) => split(entry, "=")));
}

/** The two sides of the first separator. */
function split(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + separator.length)];
}

/** Lets the server do nothing more, as one that hangs or that a busy machine has forgotten: it takes no message and does not end. */
export async function freezeServer(): Promise<number> {
  const pid = await waitFor("a server to freeze", serverProcess);
  process.kill(pid, "SIGSTOP");
  return pid;
}

/** Whether a process is still there. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Ends the server as a crash would: without a word. */
export async function killServer(): Promise<void> {
  // One that has just been started again may not be listed yet.
  const pid = await waitFor("a server to kill", serverProcess);
  process.kill(pid, "SIGKILL");
}
