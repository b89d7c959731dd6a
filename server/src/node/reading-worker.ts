import { parentPort } from "node:worker_threads";
import type { DateOrder } from "../engine/index/date-order.js";
import { type ReadingSettings, readAlone } from "../engine/index/read-alone.js";

/** Documents for a thread to read. */
export interface ReadingJob {
  /** Each by the index of its settings. */
  readonly documents: readonly { readonly path: string; readonly text: string; readonly settings: number }[];
  readonly settings: readonly ReadingSettings[];
  readonly repositoryOrder: DateOrder;
}

/** What reading each came to, as JSON text; undefined where that cannot be passed on. */
export type ReadingAnswer = readonly (string | undefined)[];

parentPort?.on("message", ({ documents, settings, repositoryOrder }: ReadingJob) => {
  const answer: ReadingAnswer = documents.map((document) => {
    const reading = readAlone(document, settings[document.settings]!, repositoryOrder);
    return reading && JSON.stringify(reading);
  });
  parentPort?.postMessage(answer);
});
