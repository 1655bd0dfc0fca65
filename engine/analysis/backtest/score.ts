/** Scores of a distribution against what happened. Both are proper: nobody does better by saying other than what he believes. Lower is better. */

/** One question: options, what share each got, and which one happened. */
export interface Answered { readonly shares: readonly number[]; readonly happened: number }

/** Sum of squared differences (Brier 1950), 0 for certainty in what happened, 2 for certainty in something else. */
export const brier = ({ shares, happened }: Answered): number => shares.reduce((sum, share, at) => { const off = share - (at === happened ? 1 : 0); return sum + off * off; }, 0);

/** −ln of the share of what happened (Good 1952): 0 for certainty in it, without bound for certainty in something else. */
export const logarithmic = ({ shares, happened }: Answered): number => -Math.log(shares[happened]);

/**
 * Shares from counts, kept off 0 and 1: one run more is added, spread evenly over the options (Perks 1947). What never came up in n runs may still happen, and without
 * this one such case would make the whole logarithmic score infinite.
 */
export function sharesOf(counts: readonly number[]): readonly number[] {
  const total = counts.reduce((sum, count) => sum + count, 0) + 1;
  return counts.map((count) => (count + 1 / counts.length) / total);
}

export const uniform = (options: number): readonly number[] => Array.from({ length: options }, () => 1 / options);
export const mean = (of: readonly number[]): number => (of.length === 0 ? NaN : of.reduce((sum, each) => sum + each, 0) / of.length);
