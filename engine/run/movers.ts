/** The table mover: walks the tables taken from the machines. Used by the kernel. */
import type { Luck } from '../chance/luck.ts';
import type { Model } from '../model/model.ts';
import type { State } from '../model/state.ts';
import type { Mover } from './world.ts';

export function tableMover(model: Model, state: State, luck: Luck): Mover {
  const { walk: { base, first, word, bit, condition, chance, to }, machineRegions, conditions, regions } = model;
  return {
    move(machine, words, from, chances, into) {
      const own = machineRegions[machine];
      for (let place = 0; place < own.length; place++) {
        const at = own[place];
        const now = state.regions[at];
        const here = base[at] + now;
        into[at] = now;
        for (let t = first[here]; t < first[here + 1]; t++) {
          if ((words[from + word[t]] & bit[t]) === 0) continue;
          if (condition[t] >= 0 && !conditions[condition[t]].truth(state, machine)) continue;
          if (chance[t] >= 0 && luck.uniform(regions[at].draw, state.round, 0) >= chances[chance[t]]) continue;
          // The first enabled transition in file order, and at most one.
          into[at] = to[t];
          break;
        }
      }
    },
    sync() { /* the tables keep no state of their own */ },
  };
}
