/** The moment that is looked at: the opening, or the end of a round of one run; and each stage as if it were open then. */
import type { Luck } from '../../chance/luck.ts';
import type { Model } from '../../model/model.ts';
import { restoreState, saveState, type SavedState } from '../../run/state.ts';
import type { LeverOptions } from '../../run/levers.ts';
import { news } from '../../run/phases/news.ts';
import { openStepper } from '../../run/stepper.ts';
import { makeWorld, type World } from '../../run/world.ts';

export interface MomentOptions extends LeverOptions {
  /** Seed and number of the run in which the round is; '1' and 1 if not said. */
  readonly seed?: string;
  readonly run?: number;
  /** The round at whose end it is; 0, if not said: the opening. Where the run ends before it, its last round. */
  readonly round?: number;
}

export function momentOf(model: Model, { seed = '1', run = 1, round = 0, ...levers }: MomentOptions): World {
  const stepper = openStepper(model, { seed, run, ...levers });
  while (!stepper.ended && stepper.world.state.round < round) stepper.round();
  return stepper.world;
}

/** That moment as plain data, for runs to start from. */
export const savedMoment = (model: Model, moment: MomentOptions): SavedState => saveState(momentOf(model, moment).state);

/** No draw falls below any chance but a certain one. */
const ONLY_CERTAIN: Luck = { uniform: () => 1 - Number.EPSILON, normal: () => 0, uniforms: (_, many) => new Float64Array(many).fill(1 - Number.EPSILON) };

/**
 * The world as it would be if this stage opened now: charts, gauges and what is in force are as they are; what a mediator spent on another stage does not count.
 * What is certain to happen at the beginning of the next round has happened, so that an option which is off the list before anybody meets counts as closed.
 */
export function asIfOpen(world: World, stage: number): World {
  const { model } = world;
  const state = restoreState(model, world.luck, saveState(world.state));
  if (state.stage !== stage) state.spent.fill(0);
  state.stage = stage;
  const then = makeWorld(model, state, ONLY_CERTAIN, [], null, world.mover);
  if (state.over === 1) return then;
  state.round++;
  news(then);
  state.round--;
  return then;
}
