/** The kernel: the same phases over the tables taken from the charts, without actors and, unless asked, without records. */
import { runKey } from '../chance/key.ts';
import { RunLuck } from '../chance/luck.ts';
import type { Model } from '../model/model.ts';
import type { State } from '../model/state.ts';
import type { Choice, RunRecord } from '../record/record.ts';
import { leverValues, type LeverOptions } from './levers.ts';
import { allocate } from './memory.ts';
import { tableMover } from './movers.ts';
import { outcomeOf, playPhase } from './round.ts';
import { begin, putState, type SavedState } from './state.ts';
import { makeWorld, renew, renewAtStart } from './world.ts';

export interface KernelOptions extends LeverOptions {
  readonly seed: string;
  readonly choices?: readonly Choice[];
  readonly emit?: (record: RunRecord) => void;
}

/** How a run ended. `outcome` is its place among the scenario's outcomes; `state` the last state. */
export interface FinishedRun { readonly outcome: number; readonly state: State }

/** Plays run after run in the same memory: what it gives is good until the next run. */
export interface Kernel {
  /** Plays run `run` (from 1) of the seed to its end. */
  play(run: number): FinishedRun;
  /**
   * Plays on from a saved state to the end, under the luck of run `run` of the seed. What has happened stays; what is still to be drawn is
   * drawn anew, so many runs from one state show what may follow from it.
   */
  playOn(saved: SavedState, run: number): FinishedRun;
}

export function openKernel(model: Model, options: KernelOptions): Kernel {
  const memory = allocate(model);
  const { state } = memory;
  const luck = new RunLuck(model.draws, runKey(options.seed, 1));
  const mover = tableMover(model, state, luck);
  const world = makeWorld(model, state, luck, options.choices ?? [], options.emit ?? null, mover);
  // Levers that are not drawn are the same in every run.
  const fixed = options.vary === true ? null : leverValues(model, luck, options);
  const toEnd = (): FinishedRun => {
    mover.sync();
    while (state.over === 0) playPhase(world);
    return { outcome: outcomeOf(world), state };
  };
  return {
    play(run) {
      luck.meet(runKey(options.seed, run));
      begin(model, memory, luck, fixed ?? leverValues(model, luck, options));
      renewAtStart(world);
      return toEnd();
    },
    playOn(saved, run) {
      luck.meet(runKey(options.seed, run));
      putState(state, saved);
      renew(world);
      return toEnd();
    },
  };
}

/** One run, in memory of its own. */
export const playRun = (model: Model, run: number, options: KernelOptions): FinishedRun => openKernel(model, options).play(run);
