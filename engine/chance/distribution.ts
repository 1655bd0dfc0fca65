/** Quantiles of the distributions that a lever may have: a draw in 0..1 becomes a value. */
import { normalQuantile } from './normal.ts';
import { betaQuantile, normalShare } from './special.ts';

export type Distribution =
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'triangular' | 'pert'; readonly low: number; readonly mode: number; readonly high: number }
  | { readonly kind: 'normal'; readonly mean: number; readonly sd: number }
  | { readonly kind: 'discrete'; readonly values: readonly (readonly [value: number, weight: number])[] };

/** The value below which the share `p` (0..1) lies. A normal distribution is truncated to `range`. */
export function quantile(of: Distribution, range: readonly [number, number], p: number): number {
  switch (of.kind) {
    case 'uniform': return of.low + (of.high - of.low) * p;
    case 'triangular': return triangular(of.low, of.mode, of.high, p);
    case 'pert': {
      // Beta with shapes 1 + 4(mode − low)/span and 1 + 4(high − mode)/span (Malcolm et al. 1959).
      const span = of.high - of.low;
      return span === 0 ? of.low : of.low + span * betaQuantile(1 + (4 * (of.mode - of.low)) / span, 1 + (4 * (of.high - of.mode)) / span, p);
    }
    case 'normal': {
      if (of.sd === 0) return of.mean;
      const below = normalShare((range[0] - of.mean) / of.sd);
      const above = normalShare((range[1] - of.mean) / of.sd);
      return Math.min(range[1], Math.max(range[0], of.mean + of.sd * normalQuantile(below + (above - below) * p)));
    }
    case 'discrete': {
      const total = of.values.reduce((sum, [, weight]) => sum + weight, 0);
      let left = p * total;
      for (const [value, weight] of of.values) { left -= weight; if (left < 0) return value; }
      return of.values[of.values.length - 1][0];
    }
  }
}

function triangular(low: number, mode: number, high: number, p: number): number {
  const span = high - low;
  if (span === 0) return low;
  const turn = (mode - low) / span;
  return p < turn ? low + Math.sqrt(p * span * (mode - low)) : high - Math.sqrt((1 - p) * span * (high - mode));
}
