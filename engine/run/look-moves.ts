/** What may move a chart out of where it stands, as things are now. */
import { holds } from '../model/condition.ts';
import type { MoveLook } from './look.ts';
import { transitionsOf } from '../model/walk.ts';
import { hasSignal, type World } from './world.ts';

/** The transitions of a region's present state, in file order. */
export function movesOf(world: World, region: number): readonly MoveLook[] {
  const { model, state } = world;
  const { machine, table } = model.regions[region];
  return transitionsOf(model, region, state.regions[region]).map((each): MoveLook => ({
    to: table.states[each.to],
    heard: hasSignal(world, machine, each.signal),
    holds: each.condition < 0 || holds(model.conditions[each.condition], state, machine),
    chance: each.chance < 0 ? 1 : model.chances[each.chance](state.levers),
  }));
}
