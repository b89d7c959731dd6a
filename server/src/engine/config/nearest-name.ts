const longest = 64;

/**
 * The candidate that a misspelt name most likely means; undefined where none is near. Near is a third of the name's letters added,
 * left out, changed or swapped with their neighbour (optimal string alignment distance), or a name cut short.
 */
export function nearestName(name: string, candidates: Iterable<string>): string | undefined {
  const given = name.toLowerCase();
  if (given === "" || given.length > longest) return undefined;
  let nearest: string | undefined;
  let least = Math.max(1, Math.floor(given.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = distanceBetween(given, candidate.toLowerCase());
    if (distance < least) {
      nearest = candidate;
      least = distance;
    }
  }
  return nearest ?? completed(given, candidates);
}

function completed(given: string, candidates: Iterable<string>): string | undefined {
  if (given.length < 3) return undefined;
  const matches = [...candidates].filter((candidate) => candidate.toLowerCase().startsWith(given));
  return matches.length === 1 ? matches[0] : undefined;
}

function distanceBetween(a: string, b: string): number {
  if (b.length > longest) return longest;
  let twoAbove: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(above[column]! + 1, current[column - 1]! + 1, above[column - 1]! + (same ? 0 : 1));
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, twoAbove[column - 2]! + 1);
      }
      current.push(cost);
    }
    twoAbove = above;
    above = current;
  }
  return above[b.length]!;
}
