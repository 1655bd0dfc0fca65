/** The table mover: walks the tables taken from the machines. Used by the kernel. */
import type { Luck } from '../chance/luck.ts';
import type { Model } from '../model/model.ts';
import type { State } from '../model/state.ts';
import type { Mover } from './world.ts';

export function tableMover(model: Model, state: State, luck: Luck): Mover {
  const { walk: { base, first, word, bit, condition, chance, to, mask, chancy }, machineRegions, conditions, regions, hearing: { words: width } } = model;
  const regionDraws = Int32Array.from(regions, ({ draw }) => draw);
  // Regions in a state that waits for something that was sent, and the draw of each.
  const called = new Int32Array(regions.length);
  const draws = new Int32Array(regions.length);
  const drawn = new Float64Array(regions.length);

  /** Notes which regions are called; whether any of them hangs on chance. */
  let count = 0;
  const call = (machine: number, words: Int32Array, row: number): number => {
    const own = machineRegions[machine];
    let chances = 0;
    for (let place = 0; place < own.length; place++) {
      const at = own[place];
      const here = base[at] + state.regions[at];
      let heard = 0;
      for (let each = 0; each < width; each++) heard |= mask[here * width + each] & words[row + each];
      if (heard === 0) continue;
      draws[count] = regionDraws[at];
      called[count++] = at;
      chances |= chancy[here];
    }
    return chances;
  };

  return {
    move(from, end, words, chances, moves) {
      count = 0;
      let anyChance = 0;
      for (let machine = from; machine < end; machine++) {
        const row = (machine - from) * width;
        for (let each = 0; each < width; each++) if (words[row + each] !== 0) { anyChance |= call(machine, words, row); break; }
      }
      if (count === 0) return;
      if (anyChance === 1) luck.uniforms(draws, count, state.round, drawn);
      for (let each = 0; each < count; each++) {
        const at = called[each];
        const { machine } = regions[at];
        const row = (machine - from) * width;
        const now = state.regions[at];
        const here = base[at] + now;
        for (let t = first[here]; t < first[here + 1]; t++) {
          if ((words[row + word[t]] & bit[t]) === 0) continue;
          if (condition[t] >= 0 && !conditions[condition[t]].truth(state, machine)) continue;
          if (chance[t] >= 0 && drawn[each] >= chances[chance[t]]) continue;
          // The first enabled transition in file order, and at most one.
          if (to[t] !== now) moves.add(at, to[t]);
          break;
        }
      }
    },
    sync() { /* the tables keep no state of their own */ },
  };
}
