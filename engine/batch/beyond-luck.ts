/** Whether paired runs differ by more than luck, asked of all outcomes together. */
import { normalQuantile } from '../chance/normal.ts';
import type { Id } from '../vocabulary.ts';
import { pairedInterval, type PairedResult } from './paired.ts';

/**
 * The outcomes whose difference is no luck: their interval leaves out zero at a level at which the intervals of all outcomes together hold
 * in 95 % of cases (Bonferroni's inequality). With two outcomes one difference is the other's mirror, and there is only one to ask about.
 * Looking at each 95 % interval by itself would find something in one of five comparisons of four outcomes where there is nothing.
 */
export function beyondLuck({ runs, outcomes }: Pick<PairedResult, 'runs' | 'outcomes'>): readonly Id[] {
  const asked = Math.max(1, outcomes.length - (outcomes.length === 2 ? 1 : 0));
  const z = normalQuantile(1 - 0.025 / asked);
  return outcomes.filter(({ onlyFirst, onlySecond }) => {
    const { low, high } = pairedInterval(onlyFirst, onlySecond, runs, z);
    return runs > 0 && (low > 0 || high < 0);
  }).map(({ id }) => id);
}
