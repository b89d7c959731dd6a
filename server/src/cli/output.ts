import { reasonOf } from "../node/files.js";
import { writeFileAtomically } from "../node/write.js";
import { UseError } from "./use-error.js";

let failure: string | undefined;

/** A reader that has gone (`| head`) ends the output, silently; an output that takes nothing more (a full disk) is a failure to report. */
export function guardOutput(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") failure = reasonOf(error);
  });
  process.stderr.on("error", () => undefined);
}

/** Writes to standard output. */
export function print(text: string): void {
  process.stdout.write(text);
}

/** One line on standard error. */
export function say(text: string): void {
  process.stderr.write(`lockstep: ${text}\n`);
}

/** Waits until standard output has taken everything. What went wrong with it, in words; undefined where nothing did. */
export async function flushed(): Promise<string | undefined> {
  await new Promise<void>((resolve) => {
    process.stdout.write("", () => resolve());
  });
  // The error of a failed write comes after its callback.
  await new Promise<void>((resolve) => {
    setImmediate(resolve);
  });
  return failure;
}

/** Writes a file whole or not at all. Throws a UseError where that cannot be. */
export function writeOutput(path: string, text: string): void {
  try {
    writeFileAtomically(path, text);
  } catch (error) {
    throw new UseError(`${path} cannot be written: ${reasonOf(error)}`);
  }
}
