import { setFlagsFromString } from "node:v8";

/**
 * Has V8 make machine code of a regular expression the first time that it is used, rather than bytecode first and machine code the second time.
 * There are more than a thousand of them, and the first document that is read meets most: making each twice takes longer than all else that is done
 * with it. Electron is left as it is: a program that fixes V8's flags at its start ends where they are changed later.
 */
export function compileExpressionsOnce(): void {
  if (process.versions.electron === undefined) setFlagsFromString("--no-regexp-tier-up");
}
