import type { Progress } from "../node/evaluator.js";

const silent = 500;
const pause = 100;

/** Says on a terminal how far reading is, once it takes longer than half a second. Written at once: the work leaves no turn for later. */
export function progressOn(stream: NodeJS.WriteStream): { readonly progress: Progress; end(): void } {
  if (!stream.isTTY) return { progress: () => undefined, end: () => undefined };
  const start = performance.now();
  let last = start + silent - pause;
  let shown = false;
  return {
    progress(done, total) {
      const now = performance.now();
      if (now - last < pause) return;
      last = now;
      shown = true;
      stream.write(`\r\u001b[KReading ${done} of ${total} documents`);
    },
    end() {
      if (shown) stream.write("\r\u001b[K");
    },
  };
}
