/** How many runs a batch has, and why just so many. */
import type { BatchResult } from '../../../engine/index.ts';
import { count, number } from './words.ts';

/** '±0.5' of 0.005 */
const points = (within: number): string => `±${Number((within * 100).toPrecision(3))}`;

/** Lines above the outcomes; none for a batch of as many runs as were asked for. */
export function howMany({ runs, asked, shard, until }: BatchResult): readonly string[] {
  if (shard !== null) return [`Part ${shard.part} of ${shard.of} of ${count(asked, 'run')}.`];
  if (until !== null) {
    const looked = `looked at ${until.looks} of ${until.of} times, at ${Number((until.level * 100).toFixed(2))} % each`;
    return [until.reached ? `Enough: the interval of every outcome is within ${points(until.within)} points (${looked}).` : `Not enough: some intervals are wider than ${points(until.within)} points after ${count(runs, 'run')} (${looked}).`];
  }
  return runs < asked ? [`Interrupted: the first ${number(runs)} of ${count(asked, 'run')}.`] : [];
}

/** The words that ask for just these runs again. */
export function askedAgain({ runs, asked, shard }: BatchResult): readonly string[] {
  return shard === null ? ['--runs', String(runs)] : ['--runs', String(asked), '--shard', `${shard.part}/${shard.of}`];
}
