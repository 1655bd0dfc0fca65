/** The kernel: the same phases over the tables taken from the charts, without actors and, unless asked, without records. */
import { runKey } from '../chance/key.ts';
import { RunLuck } from '../chance/luck.ts';
import type { Model } from '../model/model.ts';
import type { State } from '../model/state.ts';
import type { Choice, RunRecord } from '../record/record.ts';
import type { LeverOptions } from './levers.ts';
import { tableMover } from './movers.ts';
import { outcomeOf, playPhase } from './round.ts';
import { freshState, restoreState, type SavedState } from './state.ts';
import { makeWorld } from './world.ts';

export interface KernelOptions extends LeverOptions {
  readonly seed: string;
  readonly choices?: readonly Choice[];
  readonly emit?: (record: RunRecord) => void;
}

/** How a run ended. `outcome` is its place among the scenario's outcomes; `state` the last state. */
export interface FinishedRun { readonly outcome: number; readonly state: State }

/** Plays run `run` (from 1) of the seed to its end. */
export function playRun(model: Model, run: number, options: KernelOptions): FinishedRun {
  const luck = new RunLuck(model.draws, runKey(options.seed, run));
  const state = freshState(model, luck, options);
  const world = makeWorld(model, state, luck, options.choices ?? [], options.emit ?? null, tableMover(model, state, luck));
  while (state.over === 0) playPhase(world);
  return { outcome: outcomeOf(world), state };
}

/**
 * Plays on from a saved state to the end, under the luck of run `run` of the seed. What has happened stays; what is still to be drawn is
 * drawn anew, so many runs from one state show what may follow from it.
 */
export function playOn(model: Model, saved: SavedState, run: number, options: Pick<KernelOptions, 'seed' | 'choices' | 'emit'>): FinishedRun {
  const luck = new RunLuck(model.draws, runKey(options.seed, run));
  const state = restoreState(model, luck, saved);
  const world = makeWorld(model, state, luck, options.choices ?? [], options.emit ?? null, tableMover(model, state, luck));
  while (state.over === 0) playPhase(world);
  return { outcome: outcomeOf(world), state };
}
