/** Paths in the order of all output: by UTF-16 code units, the same on every machine and locale. */
export function sortedPaths(paths: Iterable<string>): string[] {
  return [...paths].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
