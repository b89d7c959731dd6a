// Small sums over samples.

/** The value below which a share of the samples lies, by the nearest rank; undefined for no samples. */
export function quantile(samples, share) {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

export function median(samples) {
  return quantile(samples, 0.5);
}

/** Named figures of several runs, each as the median of its values. */
export function medians(runs) {
  const names = new Set(runs.flatMap((run) => Object.keys(run)));
  const known = (name) => runs.map((run) => run[name]).filter((value) => typeof value === "number");
  return Object.fromEntries([...names].map((name) => [name, median(known(name))]));
}

export function sleep(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
