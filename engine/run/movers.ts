/** The table mover: walks the tables taken from the machines. Used by the kernel. */
import { holds } from '../model/condition.ts';
import type { Luck } from '../chance/luck.ts';
import type { Model } from '../model/model.ts';
import type { State } from '../model/state.ts';
import type { Mover } from './world.ts';

const NONE = new Float64Array(0);

export interface TableMover extends Mover {
  /** The charts may stand anywhere: takes over the states of `state.regions`. */
  sync(): void;
}

export function tableMover(model: Model, state: State, luck: Luck): TableMover {
  const { walk, conditions, hearing: { words: width } } = model;
  const { regions } = state;
  const rows = {
    machineOf: Int32Array.from(model.regions, ({ machine }) => machine),
    drawOf: Int32Array.from(model.regions, ({ draw }) => draw),
    /** By machine: its first region; one more at the end. Regions are counted through the machines. */
    firstOf: Int32Array.from([...model.machines.keys(), model.machines.length], (machine) => model.regions.filter((region) => region.machine < machine).length),
    /** By region, kept up as it moves: its state when states are counted through all regions, and what it waits for there. */
    here: new Int32Array(regions.length),
    waits: new Int32Array(regions.length * width),
    /** Regions that wait for something that was sent, and the draw of each. */
    called: new Int32Array(regions.length),
    draws: new Int32Array(regions.length),
  };
  const stand = (at: number, now: number): void => {
    rows.here[at] = walk.base[at] + now;
    for (let each = 0; each < width; each++) rows.waits[at * width + each] = walk.mask[rows.here[at] * width + each];
  };

  return {
    move(from, end, words, chances, moves) {
      // At hand for the loops, in which most of a kernel's time may go.
      const { first, word, bit, condition, chance, to, chancy } = walk;
      const { machineOf, drawOf, firstOf, here, waits, called, draws } = rows;
      let count = 0;
      let anyChance = 0;
      for (let machine = from, row = 0; machine < end; machine++, row += width) {
        const last = firstOf[machine + 1];
        for (let at = firstOf[machine]; at < last; at++) {
          let heard = waits[at * width] & words[row];
          for (let each = 1; each < width; each++) heard |= waits[at * width + each] & words[row + each];
          if (heard === 0) continue;
          draws[count] = drawOf[at];
          called[count++] = at;
          anyChance |= chancy[here[at]];
        }
      }
      if (count === 0) return;
      const drawn = anyChance === 1 ? luck.uniforms(draws, count, state.round) : NONE;
      for (let each = 0; each < count; each++) {
        const at = called[each];
        const machine = machineOf[at];
        const row = (machine - from) * width;
        const now = regions[at];
        const past = first[here[at] + 1];
        for (let t = first[here[at]]; t < past; t++) {
          if ((words[row + word[t]] & bit[t]) === 0) continue;
          if (condition[t] >= 0 && !holds(conditions[condition[t]], state, machine)) continue;
          if (chance[t] >= 0 && drawn[each] >= chances[chance[t]]) continue;
          // The first enabled transition in file order, and at most one.
          if (to[t] !== now) {
            moves.add(at, to[t]);
            stand(at, to[t]);
          }
          break;
        }
      }
    },
    sync() { for (let at = 0; at < regions.length; at++) stand(at, regions[at]); },
  };
}
