import { appendFileSync } from "node:fs";

const asked = process.env.LOCKSTEP_SOAK;

/** Whether this is the long form (`npm run soak`), in which times are judged. */
export const soaking = asked !== undefined;

/** Which part of the long form is run; 1 is all of it. */
const scale = Number(asked ?? 0);

/** Where the seed of everything random in a run comes from; `LOCKSTEP_FUZZ_SEED` repeats one. */
export const seed = Number(process.env.LOCKSTEP_FUZZ_SEED ?? Date.now() % 2 ** 31);

/** How often something is done: so many times in `npm test`, so many under `npm run soak` at full scale. */
export function times(short: number, long: number): number {
  return soaking ? Math.max(short, Math.round(long * scale)) : short;
}

export interface Figure {
  readonly row: string;
  readonly figure: string;
  readonly value: number | string;
  /** What the long form asserts. */
  readonly atMost?: number | undefined;
}

/** Notes a figure for the table of the long form, which fails where it is larger than `atMost`. */
export function note(row: string, figure: string, value: number | string, atMost?: number): void {
  const file = process.env.LOCKSTEP_SOAK_FIGURES;
  if (file === undefined) return;
  const line: Figure = { row, figure, value, atMost };
  appendFileSync(file, `${JSON.stringify(line)}\n`);
}

/** Milliseconds of processor time of this process: another process that takes the processor does not count. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
