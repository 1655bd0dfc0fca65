/** Percentile intervals by resampling rows with replacement (Efron 1979; Efron & Tibshirani 1993). */
import type { Interval } from '../../batch/wilson.ts';
import { studyDraws } from './luck.ts';

export interface Estimate extends Interval { readonly value: number }

/** Enough for the ends of 95 % intervals to be steady to about a tenth of their width. */
export const RESAMPLES = 1000;

/**
 * What `evaluate` makes of the sums over rows, with its 95 % interval. Everything that is estimated from one design is resampled together.
 * @param rows contributions by row: all rows have the same length
 * @param evaluate from the mean contributions to estimates
 */
export function bootstrap(rows: readonly Float64Array[], evaluate: (means: Float64Array) => readonly number[], seed: string, name: string, resamples = RESAMPLES): readonly Estimate[] {
  const [draw] = studyDraws(seed, [`bootstrap/${name}`]);
  const width = rows[0]?.length ?? 0;
  const mean = (pick: (at: number) => number): Float64Array => {
    const sums = new Float64Array(width);
    for (let at = 0; at < rows.length; at++) { const row = rows[pick(at)]; for (let c = 0; c < width; c++) sums[c] += row[c]; }
    for (let c = 0; c < width; c++) sums[c] /= rows.length;
    return sums;
  };
  const values = evaluate(mean((at) => at));
  const found = values.map(() => new Float64Array(resamples));
  for (let b = 0; b < resamples; b++) {
    evaluate(mean((at) => Math.floor(draw(b, at) * rows.length))).forEach((value, e) => { found[e][b] = value; });
  }
  return values.map((value, e) => ({ value, low: percentile(found[e], 0.025), high: percentile(found[e], 0.975) }));
}

/** The value below which the share `p` of some values lies, straight between neighbours; values that are no numbers count for nothing. */
export function percentile(values: ArrayLike<number>, p: number): number {
  const sorted = Float64Array.from(Array.from(values).filter((value) => !Number.isNaN(value))).sort();
  if (sorted.length === 0) return NaN;
  const at = p * (sorted.length - 1);
  const low = Math.floor(at);
  const high = Math.min(sorted.length - 1, low + 1);
  return sorted[low] + (sorted[high] - sorted[low]) * (at - low);
}
