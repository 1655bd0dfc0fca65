/** The Pareto frontier of a list of packages: those than which no other is better for one and no worse for all. */

/** Points of worth: by party, then package. */
export type Points = readonly Float64Array[];

/** Package numbers by falling sum of worth, the lower number first among equals. Packages of equal worth to everybody count once, as the one of the lowest number. */
export function frontierOf(points: Points, packages: readonly number[]): readonly number[] {
  const sum = new Map(packages.map((k) => [k, points.reduce((total, row) => total + row[k], 0)]));
  const order = packages.toSorted((a, b) => (sum.get(b) ?? 0) - (sum.get(a) ?? 0) || a - b);
  const kept: number[] = [];
  // Who beats a package has a sum at least as great, so that it comes before, rounding aside; hence the second look from behind.
  for (const k of order) if (!kept.some((one) => noWorse(points, one, k))) kept.push(k);
  return kept.filter((k) => !kept.some((one) => one !== k && noWorse(points, one, k)));
}

/** Whether package `a` is worth as much as `b`, or more, to everybody. */
function noWorse(points: Points, a: number, b: number): boolean {
  for (const row of points) if (row[a] < row[b]) return false;
  return true;
}

/** How far a package is from the frontier: the least Euclidean distance to one of its points, in worth. 0: it is on it. */
export function distanceTo(points: Points, frontier: readonly number[], k: number): number {
  return frontier.reduce((least, one) => Math.min(least, Math.hypot(...points.map((row) => row[one] - row[k]))), Infinity);
}

/** By how much all parties at once could have had more: the greatest least gain over a package that the frontier offers; 0: none. */
export function leftUnused(points: Points, frontier: readonly number[], k: number): number {
  return frontier.reduce((most, one) => Math.max(most, Math.min(...points.map((row) => row[one] - row[k]))), 0);
}
