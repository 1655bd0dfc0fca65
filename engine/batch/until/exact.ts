/** The exact interval of a share (Clopper & Pearson 1934): it covers the true share at least as often as it says, for every share and number. */
import { betaQuantile } from '../../chance/special.ts';
import type { Interval } from '../wilson.ts';

/** Interval of `count` in `of` at `level` (0.95 for 95 %); 0..1 when nothing was counted. */
export function exact(count: number, of: number, level: number): Interval {
  if (of === 0) return { low: 0, high: 1 };
  const tail = (1 - level) / 2;
  return {
    low: count === 0 ? 0 : quantile(count, of - count + 1, tail),
    high: count === of ? 1 : quantile(count + 1, of - count, 1 - tail),
  };
}

/** The ends that have a formula; betaQuantile wants shapes of at least 1, which these are. */
function quantile(a: number, b: number, p: number): number {
  if (a === 1) return -Math.expm1(Math.log1p(-p) / b);
  if (b === 1) return Math.exp(Math.log(p) / a);
  return betaQuantile(a, b, p);
}
