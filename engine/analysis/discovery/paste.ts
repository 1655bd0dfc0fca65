/**
 * Pasting, the second half of the patient rule induction method (Friedman & Fisher 1999): peeling decides each cut while others are still to come, so a bound
 * may end further in than it need. From a box outwards, a thin slice is put back at one of its bounds, the one with which the density is highest, again and
 * again, for as long as the density does not fall.
 */
import { fitOf, restrictedIn, type Bounds, type Box, type Sample } from './box.ts';

export interface PasteOptions {
  /** The share of what is inside that a slice holds. */
  readonly slice?: number;
}

/** A slice beyond a bound: how many settings it would bring in, how many of them cases, and where the bound would lie. */
interface Slice { readonly lever: number; readonly side: keyof Bounds; readonly bound: number; readonly settings: number; readonly cases: number }

/** A box that holds all of `box`, with a density that is no lower. */
export function paste(box: Box, sample: Sample, { slice = 0.05 }: PasteOptions = {}): Box {
  const { values, of } = sample;
  const orders = new Map(restrictedIn(box).map((lever) => [lever, Int32Array.from(of.keys()).sort((a, b) => values[lever][a] - values[lever][b] || a - b)] as const));
  // By setting: how many levers keep it out. One beyond a bound is in the slice there if nothing else does.
  const misses = Uint16Array.from(of, (_, at) => box.reduce((sum, { low, high }, d) => sum + (values[d][at] < low || values[d][at] > high ? 1 : 0), 0));
  const now = box.map((bounds) => ({ ...bounds }));
  let { inside, cases } = fitOf(box, sample);
  for (;;) {
    const most = Math.max(1, Math.floor(slice * inside));
    const slices = [...orders].flatMap(([lever, order]) => (['low', 'high'] as const).flatMap((side) => sliceAt(lever, side, now[lever], order, values[lever], of, misses, most) ?? []));
    const density = (one: Slice): number => (cases + one.cases) / (inside + one.settings);
    const [first, ...others] = slices;
    if (first === undefined) return now;
    const best = others.reduce((so, one) => (density(one) > density(so) ? one : so), first);
    // In whole counts, so that an equal density is equal.
    if ((cases + best.cases) * inside < cases * (inside + best.settings)) return now;
    const { low, high } = now[best.lever];
    now[best.lever] = { ...now[best.lever], [best.side]: best.bound };
    values[best.lever].forEach((value, at) => {
      if (best.side === 'low' ? value < low && value >= best.bound : value > high && value <= best.bound) misses[at]--;
    });
    inside += best.settings;
    cases += best.cases;
  }
}

/** The nearest settings beyond a bound that nothing else keeps out; null where there are none. Settings with the same value come together. */
function sliceAt(lever: number, side: keyof Bounds, bounds: Bounds, order: Int32Array, values: Float64Array, of: Float64Array, misses: Uint16Array, most: number): Slice | null {
  const low = side === 'low';
  const bound = bounds[side];
  if (!Number.isFinite(bound)) return null;
  let [settings, cases, last] = [0, 0, bound];
  for (let n = beyond(order, values, bound, low); n >= 0 && n < order.length; n += low ? -1 : 1) {
    const at = order[n];
    if (misses[at] !== 1) continue;
    if (settings >= most && values[at] !== last) return { lever, side, bound: (last + values[at]) / 2, settings, cases };
    settings++;
    cases += of[at];
    last = values[at];
  }
  // All that there is on this side is in: the bound says nothing any more.
  return settings === 0 ? null : { lever, side, bound: low ? -Infinity : Infinity, settings, cases };
}

/** The place in the order of the first setting beyond a bound, going outwards. */
function beyond(order: Int32Array, values: Float64Array, bound: number, low: boolean): number {
  let [from, to] = [0, order.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (low ? values[order[middle]] < bound : values[order[middle]] <= bound) from = middle + 1;
    else to = middle;
  }
  return low ? from - 1 : from;
}
