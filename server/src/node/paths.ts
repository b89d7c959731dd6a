import { relative, sep } from "node:path";

/** A path with `/`, whatever the system writes. */
export function slashed(path: string): string {
  return sep === "/" ? path : path.split(sep).join("/");
}

/** Parts of a path that are none of their own: empty ones, `.` and `..`. */
const oddPart = /(?:^|[\\/])\.{0,2}(?:[\\/]|$)/;

/** `path` as seen from a folder, with `/`; `../…` where it lies outside. Both are absolute. */
export function relativePath(folder: string, path: string): string {
  // So it is of thousands of files, and the way in general resolves both.
  const inner = path.startsWith(folder + sep) ? path.slice(folder.length + 1) : "";
  if (!oddPart.test(inner)) return slashed(inner);
  return slashed(relative(folder, path));
}

/** Whether a path is the folder or lies in it. Both are absolute. */
export function isInside(folder: string, path: string): boolean {
  const way = relativePath(folder, path);
  return way !== ".." && !way.startsWith("../") && !/^[A-Za-z]:/.test(way);
}

/** By UTF-16 code units: the same on every machine and locale. */
export function sorted(paths: Iterable<string>): string[] {
  return [...paths].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Does `work` for each, so many at a time, and gives the results in the order of the things. */
export async function mapLimited<Thing, Result>(
  things: readonly Thing[],
  limit: number,
  work: (thing: Thing) => Promise<Result>,
): Promise<Result[]> {
  const results = new Array<Result>(things.length);
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < things.length) {
      const index = next;
      next += 1;
      results[index] = await work(things[index] as Thing);
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, things.length) }, worker));
  return results;
}
