import { setFlagsFromString } from "node:v8";

/** Percent of what is in use that the heap may grow by before garbage is collected. */
const growth = 20;

/**
 * Has V8 collect garbage before the heap has grown by much. While a workspace is read it would let it grow to several times of what is in use,
 * and keeps the pages: they are never empty again. Electron is left as it is, as in `expressions.ts`.
 */
export function growHeapSlowly(): void {
  if (process.versions.electron === undefined) setFlagsFromString(`--heap-growing-percent=${growth}`);
}
