/** The table mover: walks the tables taken from the machines. Used by the kernel. */
import { holds } from '../model/condition.ts';
import type { Luck } from '../chance/luck.ts';
import type { Model } from '../model/model.ts';
import type { State } from '../model/state.ts';
import type { Mover } from './world.ts';

export function tableMover(model: Model, state: State, luck: Luck): Mover {
  const { walk: { base, first, word, bit, condition, chance, to, mask, chancy }, conditions, hearing: { words: width } } = model;
  const { regions } = state;
  const machineOf = Int32Array.from(model.regions, ({ machine }) => machine);
  const drawOf = Int32Array.from(model.regions, ({ draw }) => draw);
  /** By machine: its first region; one more at the end. Regions are counted through the machines. */
  const firstOf = Int32Array.from([...model.machines.keys(), model.machines.length], (machine) => model.regions.filter((region) => region.machine < machine).length);
  // Regions in a state that waits for something that was sent, and the draw of each.
  const called = new Int32Array(regions.length);
  const draws = new Int32Array(regions.length);
  const drawn = new Float64Array(regions.length);

  return {
    move(from, end, words, chances, moves) {
      let count = 0;
      let anyChance = 0;
      for (let at = firstOf[from]; at < firstOf[end]; at++) {
        const here = base[at] + regions[at];
        let heard = 0;
        for (let each = 0; each < width; each++) heard |= mask[here * width + each] & words[(machineOf[at] - from) * width + each];
        if (heard === 0) continue;
        draws[count] = drawOf[at];
        called[count++] = at;
        anyChance |= chancy[here];
      }
      if (count === 0) return;
      if (anyChance === 1) luck.uniforms(draws, count, state.round, drawn);
      for (let each = 0; each < count; each++) {
        const at = called[each];
        const machine = machineOf[at];
        const row = (machine - from) * width;
        const now = regions[at];
        const here = base[at] + now;
        for (let t = first[here]; t < first[here + 1]; t++) {
          if ((words[row + word[t]] & bit[t]) === 0) continue;
          if (condition[t] >= 0 && !holds(conditions[condition[t]], state, machine)) continue;
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
