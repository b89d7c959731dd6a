import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { makeFolder } from "./make-folder.js";
import { writeFileAtomically } from "./write.js";

const format = "lockstep-readings 1";
/** What earlier runs read and this one did not need (another folder, another branch) is kept up to so much beside what it did. */
const spareCharacters = 32_000_000;

/**
 * Keeps what reading documents came to, each under a key that holds everything it depends on, so that a hit is exact by construction. One file
 * holds those of one workspace: a line for the key, a line for the reading. One that is damaged is as good as none, and of two processes the
 * last one's file stays. Nothing here fails.
 */
export class ReadingCache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = resolve(folder);
  }

  /** The readings of a workspace by key. */
  load(workspace: string): ReadonlyMap<string, string> {
    const readings = new Map<string, string>();
    try {
      const bytes = readFileSync(this.#pathOf(workspace));
      const end = bytes.indexOf(10);
      const body = bytes.subarray(end + 1);
      if (bytes.toString("latin1", 0, end) !== `${format} ${hashOf(body)}`) return readings;
      const lines = body.toString("utf8").split("\n");
      for (let index = 0; index + 1 < lines.length; index += 2) readings.set(lines[index]!, lines[index + 1]!);
    } catch {
      // None, or none that can be read.
    }
    return readings;
  }

  /** Keeps these, and of the others the ones that were used last. */
  save(workspace: string, used: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): void {
    const lines: string[] = [];
    for (const [key, reading] of used) lines.push(key, reading);
    let room = spareCharacters;
    for (const [key, reading] of others) {
      if (used.has(key)) continue;
      room -= reading.length;
      if (room < 0) break;
      lines.push(key, reading);
    }
    const body = Buffer.from(`${lines.join("\n")}\n`, "utf8");
    try {
      makeFolder(this.#folder);
      const head = Buffer.from(`${format} ${hashOf(body)}\n`, "latin1");
      writeFileAtomically(this.#pathOf(workspace), Buffer.concat([head, body]));
    } catch {
      // A full disk or a read-only home is no reason to fail.
    }
  }

  #pathOf(workspace: string): string {
    return join(this.#folder, `${hashOf(Buffer.from(workspace, "utf8")).slice(0, 32)}.readings`);
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
