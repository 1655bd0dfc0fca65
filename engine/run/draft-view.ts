/** What the drafter knows of lines, stances and closed options, taken from the state. */
import type { Layout } from '../model/layout.ts';
import type { ConsenterView, DraftView } from '../rules/draft.ts';
import { isAlive } from './stand.ts';
import type { World } from './world.ts';

export function draftView(world: World, layout: Layout): DraftView {
  const { model, state } = world;
  const { drafter } = model.stages[layout.stage];
  const knownLines: number[] = [];
  const ownLines: number[] = [];
  for (let at = 0; at < model.lines.length; at++) {
    if (!isAlive(world, at)) continue;
    if (model.lines[at].party === drafter) ownLines.push(at);
    else if (state.known[at] === 1) knownLines.push(at);
  }
  return { drafter, consenters: layout.consenters.map((party) => consenterView(world, layout, party)), knownLines, ownLines, closed: closedNow(world, layout) };
}

/** Closed options; what is in force may stay, closed or not. */
function closedNow({ model, state }: World, layout: Layout): Int32Array {
  return optionBits(layout, (issue, option) => option !== state.inForce[issue] && state.closed[model.issues[issue].base + option] === 1);
}

function consenterView({ model, state, numbers }: World, layout: Layout, party: number): ConsenterView {
  const { stances } = model.parties[party];
  const outside = (firm: 0 | 1): Int32Array => optionBits(layout, (issue, option) => {
    const stance = stances[issue];
    return stance !== null && stance.firm[state.regions[stance.region]] === firm && stance.accepts[state.regions[stance.region]][option] === 0;
  });
  return { party, firmness: numbers.firmness[party], firm: outside(1), soft: outside(0) };
}

/** Options of the stage's issues as bits. */
export function optionBits({ issues, sizes, bitBase, words }: Layout, has: (issue: number, option: number) => boolean): Int32Array {
  const row = new Int32Array(words);
  issues.forEach((issue, place) => {
    for (let option = 0; option < sizes[place]; option++) {
      const bit = bitBase[place] + option;
      if (has(issue, option)) row[bit >>> 5] |= 1 << (bit & 31);
    }
  });
  return row;
}
