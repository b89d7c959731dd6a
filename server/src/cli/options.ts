import { availableParallelism } from "node:os";
import { nearestName } from "../engine/config/nearest-name.js";
import { dayNumber, parseIsoDate } from "../engine/model/date.js";
import { defaultCacheFolder } from "../node/cache.js";
import type { ReadingOptions } from "./open.js";
import { UseError } from "./use-error.js";

/** The day number of `--today`, else of the clock's local date: the one place where the command line asks the clock. */
export function todayOf(option: string | undefined): number {
  if (option === undefined) {
    const now = new Date();
    return dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate());
  }
  const day = parseIsoDate(option);
  if (day === undefined) throw new UseError(`--today takes a date as YYYY-MM-DD, not “${option}”`);
  return day;
}

/** One of the words that an option takes. */
export function oneOf<Word extends string>(option: string, value: string, words: readonly Word[]): Word {
  const word = words.find((candidate) => candidate === value);
  if (word !== undefined) return word;
  const nearest = nearestName(value, words);
  const hint = nearest === undefined ? "" : `; did you mean ${nearest}?`;
  throw new UseError(`${option} takes ${words.join(", ")}, not “${value}”${hint}`);
}

/** How many threads `--jobs` allows: as many as the machine runs at once unless told. Few documents take one, whatever is allowed. */
export function jobsOf(option: string | undefined): number {
  if (option === undefined) return availableParallelism();
  const jobs = wholeNumber("--jobs", option);
  if (jobs === 0) throw new UseError("--jobs takes a number from 1");
  return jobs;
}

/** Where results of earlier runs are; undefined where none are to be used or kept. */
export function cacheFolderOf({
  cache,
  cacheLocation,
}: Pick<ReadingOptions, "cache" | "cacheLocation">): string | undefined {
  return cache ? (cacheLocation ?? defaultCacheFolder()) : undefined;
}

/** A whole number from 0. */
export function wholeNumber(option: string, value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new UseError(`${option} takes a whole number, not “${value}”`);
  return Number(value);
}
