import { RAL } from "vscode-languageserver";

/** Lets whatever has arrived meanwhile go first: input, a cancellation, a newer change. Costs microseconds where nothing has. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    RAL().timer.setImmediate(resolve);
  });
}

/** Waits for so many milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    RAL().timer.setTimeout(resolve, milliseconds);
  });
}

/** Waits for something, for so many milliseconds at most: what the client is to answer and may never answer. */
export async function inTime(awaited: Promise<unknown>, milliseconds: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([awaited, late]);
  clearTimeout(timer);
}

/** Milliseconds of work after which background work gives way. */
export const sliceMilliseconds = 8;

/** Says when a slice of background work is used up; begins a new one with `renew`. */
export class Slice {
  #end = performance.now() + sliceMilliseconds;

  get over(): boolean {
    return performance.now() >= this.#end;
  }

  /** Gives way to whatever waits, then begins anew. */
  async renew(): Promise<void> {
    await nextTurn();
    this.#end = performance.now() + sliceMilliseconds;
  }
}
