/** The table mover: walks the tables taken from the machines. Used by the kernel. */
import type { Model } from '../model/model.ts';
import type { State } from '../model/state.ts';
import { firstEnabled } from '../rules/move.ts';
import type { Mover } from './world.ts';

export function tableMover(model: Model, state: State): Mover {
  const next = new Uint8Array(model.regions.length);
  return {
    move(machine, event) {
      // All regions see the same moment: conditions read the states from before the move.
      next.set(state.regions);
      for (let at = 0; at < model.regions.length; at++) {
        const region = model.regions[at];
        if (region.machine !== machine) continue;
        const transition = firstEnabled(region.table.transitions[state.regions[at]], region.key, event);
        if (transition) next[at] = transition.to;
      }
      state.regions.set(next);
    },
    sync() { /* the tables keep no state of their own */ },
  };
}
