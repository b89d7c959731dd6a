import { Worker } from "node:worker_threads";
import type { DateOrder } from "../engine/index/date-order.js";
import type { ReadingSettings } from "../engine/index/read-alone.js";
import type { ReadingAnswer, ReadingJob } from "./reading-worker.js";

/** A document to be read. */
export interface UnreadDocument {
  readonly path: string;
  readonly text: string;
  readonly settings: ReadingSettings;
}

/** A thread takes 0.2 s to start and to warm up, in which another one reads about this much. */
const charactersPerThread = 500_000;
/** Small enough for all threads to end at about the same time, large enough to be worth the messages. */
const charactersPerJob = 250_000;

/** How many threads are worth it for so much text; fewer than two are none. */
export function threadsFor(characters: number, most: number): number {
  const threads = Math.min(most, Math.floor(characters / charactersPerThread));
  return threads < 2 ? 0 : threads;
}

/**
 * Reads documents in threads and gives what that came to, as JSON text, by path. What a thread did not answer for, because it could not be
 * started or has died, is missing: whoever asked reads it.
 */
export async function readInThreads(
  documents: readonly UnreadDocument[],
  repositoryOrder: DateOrder,
  threads: number,
  progress: (done: number) => void,
): Promise<Map<string, string>> {
  const jobs = jobsOf(documents, repositoryOrder);
  const readings = new Map<string, string>();
  let done = 0;
  const take = (job: ReadingJob, answer: ReadingAnswer): void => {
    job.documents.forEach(({ path }, index) => {
      const reading = answer[index];
      if (reading !== undefined) readings.set(path, reading);
    });
    done += job.documents.length;
    progress(done);
  };
  await Promise.all(Array.from({ length: Math.min(threads, jobs.length) }, () => work(jobs, take)));
  return readings;
}

/** One thread's life: a job after another until there is none. */
function work(jobs: ReadingJob[], take: (job: ReadingJob, answer: ReadingAnswer) => void): Promise<void> {
  return new Promise((resolve) => {
    let worker: Worker;
    try {
      worker = new Worker(new URL("./reading-worker.mjs", import.meta.url));
    } catch {
      resolve();
      return;
    }
    let current: ReadingJob | undefined;
    const next = (): void => {
      current = jobs.shift();
      if (current) worker.postMessage(current);
      else void worker.terminate();
    };
    worker.on("message", (answer: ReadingAnswer) => {
      if (current) take(current, answer);
      next();
    });
    worker.on("error", () => undefined);
    worker.on("exit", () => resolve());
    next();
  });
}

/** The longest documents come first: one of them at the end would have the other threads wait. */
function jobsOf(documents: readonly UnreadDocument[], repositoryOrder: DateOrder): ReadingJob[] {
  const jobs: ReadingJob[] = [];
  let batch: UnreadDocument[] = [];
  let characters = 0;
  const close = (): void => {
    if (batch.length === 0) return;
    const settings = [...new Set(batch.map((document) => document.settings))];
    jobs.push({
      documents: batch.map(({ path, text, settings: own }) => ({ path, text, settings: settings.indexOf(own) })),
      settings,
      repositoryOrder,
    });
    batch = [];
    characters = 0;
  };
  for (const document of [...documents].sort((a, b) => b.text.length - a.text.length)) {
    batch.push(document);
    characters += document.text.length;
    if (characters >= charactersPerJob) close();
  }
  close();
  return jobs;
}
