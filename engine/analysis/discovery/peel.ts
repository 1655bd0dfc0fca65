/**
 * The patient rule induction method (PRIM: Friedman & Fisher 1999, Statistics and Computing 9:123–143), as it is used to find scenarios in simulated cases (Bryant &
 * Lempert 2010, Technological Forecasting & Social Change 77:34–49). From the whole space, a thin slice is cut off at one end of one lever, the one whose loss
 * raises the density most, again and again. The boxes on the way are the trade-off between coverage and density.
 */
import { EVERYWHERE, fitFrom, type Bounds, type Box, type Fit, type Sample } from './box.ts';

export interface Step extends Fit { readonly box: Box }

export interface PeelOptions {
  /** The share of what is inside that a slice holds: how patient it is. */
  readonly slice?: number;
  /** The least share of all settings that a box may hold. */
  readonly least?: number;
}

/** A cut: which lever, which side, the new bound, and what would be left. */
interface Cut { readonly lever: number; readonly side: keyof Bounds; readonly bound: number; readonly left: number; readonly cases: number }

/** Fewer settings than this say nothing of a density. */
const FEWEST = 20;

/** The boxes from the whole space inwards; the first is the whole space. */
export function peel({ values, of }: Sample, { slice = 0.05, least = 0.05 }: PeelOptions = {}): readonly Step[] {
  const all = of.length;
  const allCases = of.reduce((sum, each) => sum + each, 0);
  // Each lever's settings in its own order, once; a cut only drops some of them.
  let orders = values.map((lever) => Int32Array.from({ length: all }, (_, at) => at).sort((a, b) => lever[a] - lever[b] || a - b));
  let box: Box = values.map(() => EVERYWHERE);
  let cases = allCases;
  const steps: Step[] = [{ box, ...fitFrom(all, cases, all, allCases) }];
  for (;;) {
    const inside = orders[0]?.length ?? 0;
    const cut = bestCut(orders, values, of, cases, slice);
    if (cut === null || cut.left < Math.max(FEWEST, least * all)) return steps;
    const lever = values[cut.lever];
    const keeps = (at: number): boolean => (cut.side === 'low' ? lever[at] >= cut.bound : lever[at] <= cut.bound);
    orders = orders.map((order) => order.filter(keeps));
    if ((orders[0]?.length ?? 0) === inside) return steps;
    box = box.map((bounds, d) => (d === cut.lever ? { ...bounds, [cut.side]: cut.bound } : bounds));
    ({ cases } = cut);
    steps.push({ box, ...fitFrom(cut.left, cases, all, allCases) });
  }
}

/** The cut that raises the density most for each setting it gives up; where settings are alike, slices may differ in size. */
function bestCut(orders: readonly Int32Array[], values: readonly Float64Array[], of: Float64Array, cases: number, slice: number): Cut | null {
  let best: Cut | null = null;
  let gained = -Infinity;
  orders.forEach((order, lever) => {
    for (const side of ['low', 'high'] as const) {
      const cut = cutAt(order, values[lever], of, cases, slice, lever, side);
      if (cut === null) continue;
      const gain = (cut.cases / cut.left - cases / order.length) / (order.length - cut.left);
      if (gain > gained) [best, gained] = [cut, gain];
    }
  });
  return best;
}

function cutAt(order: Int32Array, lever: Float64Array, of: Float64Array, cases: number, slice: number, index: number, side: keyof Bounds): Cut | null {
  const inside = order.length;
  const nth = (n: number): number => order[side === 'low' ? n : inside - 1 - n];
  let gone = Math.max(1, Math.floor(slice * inside));
  // Settings with the same value stay or go together.
  while (gone < inside && lever[nth(gone)] === lever[nth(gone - 1)]) gone++;
  if (gone >= inside) return null;
  let lost = 0;
  for (let n = 0; n < gone; n++) lost += of[nth(n)];
  return { lever: index, side, bound: (lever[nth(gone - 1)] + lever[nth(gone)]) / 2, left: inside - gone, cases: cases - lost };
}
