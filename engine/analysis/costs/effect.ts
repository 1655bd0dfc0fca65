/** What a change made, run by run under the same luck. */
import { pairedInterval } from '../../batch/paired.ts';
import type { Share } from '../../batch/result.ts';
import { wilson } from '../../batch/wilson.ts';
import { normalQuantile } from '../../chance/normal.ts';

export interface Effect {
  /** With the change. */
  readonly share: Share;
  /** Share with the change less share as it is, −1..1; `low` and `high` are its 95 % interval for paired runs (Bonett & Price 2012). */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** Runs that have it only with the change, and runs that have it only without. */
  readonly gained: number;
  readonly lost: number;
  /** Whether it differs by more than luck, asked of all changes together at 95 % (Bonferroni). */
  readonly beyondLuck: boolean;
}

export const shareOf = (count: number, of: number): Share => ({ count, share: of === 0 ? 0 : count / of, ...wilson(count, of) });

export const sum = (of: Uint8Array): number => of.reduce((total, each) => total + each, 0);

/** @param now by run, 1 where it holds as it is @param then the same with the change @param asked how many changes are asked about together */
export function effectOf(now: Uint8Array, then: Uint8Array, asked: number): Effect {
  const runs = now.length;
  let [gained, lost] = [0, 0];
  for (let run = 0; run < runs; run++) {
    if (then[run] > now[run]) gained++;
    else if (then[run] < now[run]) lost++;
  }
  const strict = pairedInterval(lost, gained, runs, normalQuantile(1 - 0.025 / Math.max(1, asked)));
  // Where no run came out otherwise there is no difference to be unsure of.
  const interval = gained + lost === 0 ? { low: 0, high: 0 } : pairedInterval(lost, gained, runs);
  return { share: shareOf(sum(then), runs), difference: runs === 0 ? 0 : (gained - lost) / runs, ...interval, gained, lost, beyondLuck: gained + lost > 0 && (strict.low > 0 || strict.high < 0) };
}
