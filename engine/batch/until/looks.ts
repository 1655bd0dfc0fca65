/**
 * As many runs as it takes, by repeated confidence intervals (Jennison & Turnbull 1984, 1989).
 *
 * Looking often and stopping when an interval happens to be narrow would cover the truth less often than the interval says. So
 * the looks are fixed before the first run: at run numbers that depend on the wanted half-width and on the most runs only. Each
 * of the J looks spends an equal part of 5 %: its intervals are exact ones (Clopper & Pearson 1934) at level 1 − 0.05 / J, and by
 * Bonferroni's inequality all J intervals of an outcome cover its share together in at least 95 % of batches. Whichever look
 * the batch stops at, and for whatever reason, the interval shown then does so too.
 */
import type { Chunk } from '../plan.ts';
import { runsUpTo } from '../plan.ts';
import type { UntilResult } from '../result.ts';
import type { Tally } from '../tally.ts';
import { exact } from './exact.ts';

/** What all looks together may miss. */
const SPENT = 0.05;
/** Each look comes after half as many runs again. */
const STEP = 1.5;
/** More than the normal quantile of any look, halved: where even a share of one half has an interval narrow enough. */
const WIDEST = 1.75;

export interface Looks {
  readonly within: number;
  /** Run numbers after which to look: ends of chunks, rising. The last is the most runs there can be. */
  readonly at: readonly number[];
  readonly level: number;
}

/** `within`: the half-width of every outcome's interval, 0..0.5. `chunks`: those of the most runs that there may be. */
export function planLooks(within: number, chunks: readonly Chunk[]): Looks {
  const ends = chunks.map(runsUpTo);
  const enough = Math.ceil((WIDEST / within) * (WIDEST / within));
  const at: number[] = [];
  // Before this even an outcome that never came has a wide interval.
  let next = Math.max(200, Math.ceil(3 / within));
  for (const end of ends) {
    if (end < next) continue;
    at.push(end);
    if (end >= enough) break;
    next = Math.ceil(end * STEP);
  }
  const last = ends[ends.length - 1];
  if (at.length === 0 || (at[at.length - 1] < last && at[at.length - 1] < enough)) at.push(last);
  return { within, at, level: 1 - SPENT / at.length };
}

/** Whether every outcome's interval is narrow enough at this look. */
export function narrowEnough(looks: Looks, tally: Pick<Tally, 'runs' | 'outcomes'>): boolean {
  return tally.outcomes.every((count) => {
    const { low, high } = exact(count, tally.runs, looks.level);
    return high - low <= 2 * looks.within;
  });
}

export function untilResult(looks: Looks, tally: Pick<Tally, 'runs' | 'outcomes'>): UntilResult {
  const { within, at, level } = looks;
  return { within, reached: narrowEnough(looks, tally), looks: at.filter((end) => end <= tally.runs).length, of: at.length, level };
}
