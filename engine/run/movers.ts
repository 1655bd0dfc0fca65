/** The table mover: walks the tables taken from the machines. Used by the kernel. */
import type { Luck } from '../chance/luck.ts';
import type { Model } from '../model/model.ts';
import type { State } from '../model/state.ts';
import type { Mover } from './world.ts';

export function tableMover(model: Model, state: State, luck: Luck): Mover {
  const { walk: { base, first, word, bit, condition, chance, to, waits, mask, maskWords }, machineRegions, conditions, regions } = model;
  const heard = new Int32Array(maskWords);
  return {
    move(machine, words, from, chances, into) {
      const wait = waits[machine];
      for (let each = 0; each < maskWords; each++) heard[each] = 0;
      let any = false;
      for (let place = 0; place < wait.word.length; place++) {
        if ((words[from + wait.word[place]] & wait.bit[place]) === 0) continue;
        heard[place >>> 5] |= 1 << (place & 31);
        any = true;
      }
      if (!any) return;
      const own = machineRegions[machine];
      for (let place = 0; place < own.length; place++) {
        const at = own[place];
        const here = base[at] + state.regions[at];
        // Most states wait for nothing that was sent.
        let waiting = 0;
        for (let each = 0; each < maskWords; each++) waiting |= mask[here * maskWords + each] & heard[each];
        if (waiting === 0) continue;
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
