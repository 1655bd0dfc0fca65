/** The outlook from here: in what share of runs that start in the present state it ends how. Shares of runs, no forecast. */
import type { Share } from '../batch/result.ts';
import { wilson } from '../batch/wilson.ts';
import type { Model } from '../model/model.ts';
import type { Choice } from '../record/record.ts';
import { playOn } from '../run/kernel.ts';
import type { SavedState } from '../run/state.ts';
import type { Id } from '../vocabulary.ts';

export interface Outlook { readonly runs: number; readonly outcomes: readonly ({ readonly id: Id } & Share)[] }

/** Adds runs to counts; the same first and last run give the same counts, whatever was played before. @param counts by outcome, added to */
export function addRuns(model: Model, saved: SavedState, seed: string, choices: readonly Choice[], first: number, runs: number, counts: Float64Array): void {
  // The run that people watch has its own luck; those that follow from its present must not know it.
  for (let run = first; run < first + runs; run++) counts[playOn(model, saved, run, { seed: `${seed} from here`, choices }).outcome]++;
}

export function outlookOf(model: Model, counts: Float64Array): Outlook {
  const runs = counts.reduce((sum, each) => sum + each, 0);
  return { runs, outcomes: model.outcomes.map(({ id }, o) => ({ id, count: counts[o], share: runs === 0 ? 0 : counts[o] / runs, ...wilson(counts[o], runs) })) };
}
