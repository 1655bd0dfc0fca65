/** The outlook from here: in what share of runs that start in the present state it ends how. Shares of runs, no forecast. */
import type { Share } from '../batch/result.ts';
import { pairedInterval, type PairedResult } from '../batch/paired.ts';
import { wilson } from '../batch/wilson.ts';
import type { Model } from '../model/model.ts';
import type { Choice } from '../record/record.ts';
import { openKernel } from '../run/kernel.ts';
import type { SavedState } from '../run/state.ts';
import type { Id } from '../vocabulary.ts';

export interface Outlook { readonly runs: number; readonly outcomes: readonly ({ readonly id: Id } & Share)[] }

/** Adds runs to counts; the same first and last run give the same counts, whatever was played before. @param counts by outcome, added to */
export function addRuns(model: Model, saved: SavedState, seed: string, choices: readonly Choice[], first: number, runs: number, counts: Float64Array): void {
  // The run that people watch has its own luck; those that follow from its present must not know it.
  const kernel = openKernel(model, { seed: `${seed} from here`, choices });
  for (let run = first; run < first + runs; run++) counts[kernel.playOn(saved, run).outcome]++;
}

export function outlookOf(model: Model, counts: Float64Array): Outlook {
  const runs = counts.reduce((sum, each) => sum + each, 0);
  return { runs, outcomes: model.outcomes.map(({ id }, o) => ({ id, count: counts[o], share: runs === 0 ? 0 : counts[o] / runs, ...wilson(counts[o], runs) })) };
}

/** A moment of a run, to be played on from. */
export interface PlayFrom { readonly state: SavedState; readonly seed: string; readonly choices: readonly Choice[] }
/** Two outlooks counted on the same luck: what differs comes from the two moments. */
export type PairedOutlook = Pick<PairedResult, 'runs' | 'alike' | 'outcomes'>;

/** Adds pairs of runs, one from each moment under the same luck. @param counts a row an outcome of the first, a column an outcome of the second; added to */
export function addPairs(model: Model, first: PlayFrom, second: PlayFrom, from: number, runs: number, counts: Float64Array): void {
  const player = ({ state, seed, choices }: PlayFrom): ((run: number) => number) => {
    const kernel = openKernel(model, { seed: `${seed} from here`, choices });
    return (run) => kernel.playOn(state, run).outcome;
  };
  const [one, other] = [player(first), player(second)];
  for (let run = from; run < from + runs; run++) counts[one(run) * model.outcomes.length + other(run)]++;
}

export function pairedOutlookOf(model: Model, counts: Float64Array): PairedOutlook {
  const all = model.outcomes.map((_, o) => o);
  const count = all.length;
  const runs = counts.reduce((sum, each) => sum + each, 0);
  const sum = (of: (other: number) => number): number => all.reduce((total, other) => total + counts[of(other)], 0);
  const share = (part: number): Share => ({ count: part, share: runs === 0 ? 0 : part / runs, ...wilson(part, runs) });
  return {
    runs,
    alike: sum((o) => o * count + o),
    outcomes: model.scenario.outcomes.map(({ id, title }, o) => {
      const both = counts[o * count + o];
      const [first, second] = [sum((other) => o * count + other), sum((other) => other * count + o)];
      const [onlyFirst, onlySecond] = [first - both, second - both];
      return { id, title, first: share(first), second: share(second), onlyFirst, onlySecond, difference: runs === 0 ? 0 : (onlySecond - onlyFirst) / runs, ...pairedInterval(onlyFirst, onlySecond, runs) };
    }),
  };
}
