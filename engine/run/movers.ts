/** The table mover: walks the tables taken from the machines. Used by the kernel. */
import type { Luck } from '../chance/luck.ts';
import type { Model } from '../model/model.ts';
import type { State } from '../model/state.ts';
import { isDisjoint } from '../model/bits.ts';
import type { Mover } from './world.ts';

export function tableMover(model: Model, state: State, luck: Luck): Mover {
  const { walk: { base, first, word, bit, condition, chance, to, mask }, machineRegions, conditions, regions, hearing } = model;
  const row = new Int32Array(hearing.words);
  return {
    move(machine, words, from, chances, moves) {
      let any = 0;
      for (let each = 0; each < row.length; each++) any |= row[each] = words[from + each];
      if (any === 0) return;
      const own = machineRegions[machine];
      for (let place = 0; place < own.length; place++) {
        const at = own[place];
        const now = state.regions[at];
        const here = base[at] + now;
        // Most states wait for nothing that was sent.
        if (isDisjoint(mask, here * row.length, row)) continue;
        for (let t = first[here]; t < first[here + 1]; t++) {
          if ((row[word[t]] & bit[t]) === 0) continue;
          if (condition[t] >= 0 && !conditions[condition[t]].truth(state, machine)) continue;
          if (chance[t] >= 0 && luck.uniform(regions[at].draw, state.round, 0) >= chances[chance[t]]) continue;
          // The first enabled transition in file order, and at most one.
          if (to[t] !== now) moves.add(at, to[t]);
          break;
        }
      }
    },
    sync() { /* the tables keep no state of their own */ },
  };
}
