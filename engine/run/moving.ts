/** The composite event that a machine hears. */
import type { MoveEvent } from '../charts/fires.ts';
import type { State } from '../model/state.ts';
import { hasSignal, type World } from './world.ts';

/**
 * The event for one machine, with signals from its row or from the given test.
 * @param seen the state that conditions read: in a movement of several machines, the one from before any of them moved
 */
export function moveEvent(world: World, machine: number, seen: State, has?: (signal: number) => boolean): MoveEvent {
  const { model, state, luck } = world;
  const arrived = has ?? ((signal: number) => hasSignal(world, machine, signal));
  const handle = (signal: string): number => {
    const at = model.signal.get(signal);
    if (at === undefined) throw new Error(`a chart waits for a signal that the model does not know: ${signal}`);
    return at;
  };
  return {
    type: 'move',
    has: (signal) => arrived(handle(signal)),
    holds: (condition) => model.conditions[condition].truth(seen, model.conditions[condition].party),
    chance: (chance) => model.chances[chance](state.levers),
    draw: (key) => {
      for (const region of model.regions) if (region.machine === machine && region.key === key) return luck.uniform(region.draw, state.round, 0);
      throw new Error(`no region ${key} in ${model.machines[machine].id}`);
    },
  };
}
