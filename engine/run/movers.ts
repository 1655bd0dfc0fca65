/** The table mover: walks the tables taken from the machines. Used by the kernel. */
import type { Luck } from '../chance/luck.ts';
import type { Model } from '../model/model.ts';
import type { State } from '../model/state.ts';
import { hears, type Mover } from './world.ts';

export function tableMover(model: Model, state: State, luck: Luck): Mover {
  return {
    move(machine, words, from, seen) {
      for (const at of model.machineRegions[machine]) {
        const region = model.regions[at];
        const transitions = region.walk[state.regions[at]];
        for (let t = 0; t < transitions.length; t++) {
          const each = transitions[t];
          if (!hears(words, from, each.signal)) continue;
          if (each.condition >= 0 && !model.conditions[each.condition].truth(seen, machine)) continue;
          if (each.chance >= 0 && luck.uniform(region.draw, state.round, 0) >= model.chances[each.chance](state.levers)) continue;
          // The first enabled transition in file order, and at most one.
          state.regions[at] = each.to;
          break;
        }
      }
    },
    sync() { /* the tables keep no state of their own */ },
  };
}
