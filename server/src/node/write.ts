import { closeSync, fsyncSync, openSync, realpathSync, renameSync, statSync, unlinkSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";

let counter = 0;

/**
 * Writes a file so that at every moment it holds the old content or the new, whatever dies in between: into a file beside it, which then
 * takes its name. A link is written through; permissions stay. What is no plain file (a pipe, `/dev/stdout`) is written as it is.
 * Throws what the file system says; then nothing has changed and nothing is left over.
 */
export function writeFileAtomically(path: string, content: string | Uint8Array): void {
  const target = realPathOf(path);
  const present = statSync(target, { throwIfNoEntry: false });
  if (present && !present.isFile()) {
    writeInto(openSync(target, "w"), content, false);
    return;
  }
  counter += 1;
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}-${counter}.tmp`);
  try {
    writeInto(openSync(temporary, "wx", present ? present.mode & 0o777 : 0o666), content, true);
    renameSync(temporary, target);
  } catch (error) {
    removeIfThere(temporary);
    throw error;
  }
}

function writeInto(file: number, content: string | Uint8Array, plain: boolean): void {
  try {
    const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    if (plain) fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function removeIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was never made.
  }
}
