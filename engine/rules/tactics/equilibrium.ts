/**
 * Equilibrium of offers in turn with discounting (Rubinstein 1982): each asks for as much as leaves the other just as well off as to wait a round and ask in turn. On a line
 * from (1, 0) to (0, 1) the one who asks first gets (1 − d2) / (1 − d1 · d2); with ever shorter rounds the shares tend to r2 : r1, the rates of discount turned around, which
 * is the asymmetric Nash solution. Here the line is the frontier of gains above both walk-away values, made concave by straight pieces between packages.
 */

/** Gains of the two, above their walk-away values. */
export interface Point { readonly a: number; readonly b: number }

/** The frontier's corners, by rising gain of the first: what no straight piece between two others lies above. Empty where nobody can gain. */
export function corners(points: readonly Point[]): readonly Point[] {
  const sorted = points.filter(({ a, b }) => a >= 0 && b >= 0).sort((p, q) => p.a - q.a || p.b - q.b);
  const kept: Point[] = [];
  for (const point of sorted) {
    for (let last = kept.at(-1), before = kept.at(-2); last !== undefined; last = kept.at(-1), before = kept.at(-2)) {
      const below = before === undefined ? last.b <= point.b : (last.b - before.b) * (point.a - before.a) <= (point.b - before.b) * (last.a - before.a);
      if (!below) break;
      kept.pop();
    }
    kept.push(point);
  }
  return kept;
}

/** The most that the second can gain where the first gains `a` or more. */
function bestFor(frontier: readonly Point[], a: number): number {
  for (let at = 0; at < frontier.length; at++) {
    const { a: right, b: low } = frontier[at];
    if (right < a) continue;
    if (at === 0) return low;
    const { a: left, b: high } = frontier[at - 1];
    return right === left ? Math.max(low, high) : low + ((high - low) * (right - a)) / (right - left);
  }
  return 0;
}

/** What each asks for, and what each accepts at least. */
export interface Shares { readonly asks: Point; readonly accepts: Point }

/** Rates this near to 0 count as equal patience without end. */
const PATIENT = 1e-9;
const STEPS = 60;

/**
 * @param frontier corners by rising gain of the first
 * @param rates of discount a round, 0 or more: after a round exp(−rate) is left
 */
export function rubinstein(frontier: readonly Point[], rates: readonly [number, number]): Shares | null {
  const last = frontier.at(-1);
  if (last === undefined) return null;
  // Of two who lose nothing by waiting any division is an equilibrium; the limit of equal and vanishing rates is taken.
  const [ra, rb] = rates[0] < PATIENT && rates[1] < PATIENT ? [1e-6, 1e-6] : rates;
  const [da, db] = [Math.exp(-ra), Math.exp(-rb)];
  // What the first asks for is right where the second gains as much as by asking itself, a round later: more asked leaves it less.
  let low = 0;
  let high = last.a;
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (bestFor(frontier, middle) >= db * bestFor(frontier, da * middle)) low = middle;
    else high = middle;
  }
  const asked = bestFor(frontier, da * low);
  return { asks: { a: low, b: asked }, accepts: { a: da * low, b: db * asked } };
}

/**
 * What each accepts at least when there are only these packages: no straight pieces. Where none reaches what both accept, the one that comes nearest to it (by the greater
 * of the two shortfalls, as shares of what each could gain) is enough for both.
 */
export function reachable(points: readonly Point[], accepts: Point): Point {
  const [mostA, mostB] = points.reduce(([a, b], point) => [Math.max(a, point.a), Math.max(b, point.b)], [1e-12, 1e-12]);
  let nearest: Point = accepts;
  let least = Infinity;
  for (const point of points) {
    const short = Math.max((accepts.a - point.a) / mostA, (accepts.b - point.b) / mostB);
    if (short < least || (short === least && point.a + point.b > nearest.a + nearest.b)) { least = short; nearest = point; }
  }
  return least <= 0 ? accepts : { a: Math.min(accepts.a, nearest.a), b: Math.min(accepts.b, nearest.b) };
}
