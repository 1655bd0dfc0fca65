/** What a party itself would put forward: its offer in turn, and what a facilitator may carry for it. */
import type { Board } from '../model/board.ts';
import { proposal } from '../rules/propose.ts';
import { isDisjoint } from '../model/bits.ts';
import { aspirationOf, walkAwayOf } from './party.ts';
import { standOf } from './stand.ts';
import { askInEquilibrium } from './tactic.ts';
import { board, type World } from './world.ts';

/** The package a party offers now, as a number of the board; -1: none. @param forOthers whether, at its level, it takes what is best for the others */
export function offerOf(world: World, party: number, forOthers: boolean): number {
  const { model, state } = world;
  const now = board(world);
  const own = ownWorth(world, party, now);
  const walkAway = walkAwayOf(world, party);
  const { held } = standOf(world, party);
  const all = model.stages[state.stage].mustBring.length === 0;
  const { rationalOnly } = model.parties[party];
  const closed = model.stages[state.stage].issues.filter((issue) => closedOptions(world, issue));
  const may = (k: number): boolean => {
    if (Number.isNaN(own[k]) || (!all && now.changes[k] === 0) || (rationalOnly && own[k] < walkAway)) return false;
    if (!isDisjoint(now.lineBits, k * now.lineWords, held)) return false;
    for (const issue of closed) {
      const option = now.options[k * now.width + issue];
      if (option !== state.inForce[issue] && state.closed[model.issues[issue].base + option] === 1) return false;
    }
    return true;
  };
  const asked = askInEquilibrium(world, party, own, may);
  if (asked >= 0) return asked;
  const others = model.stages[state.stage].signs.filter((each) => each !== party);
  const forThem = (k: number): number => others.reduce((sum, each) => sum + now.worth[each][k], 0);
  return proposal(own, aspirationOf(world, party) + state.shift[party], may, forOthers ? forThem : null);
}

function closedOptions(world: World, issue: number): boolean {
  const { base, options } = world.model.issues[issue];
  return options.some((_, option) => world.state.closed[base + option] === 1);
}

/** Worth of every package to the party, less firmness; NaN where its own firm stance forbids it. */
function ownWorth(world: World, party: number, now: Board): Float64Array {
  const { model, state } = world;
  const { stances } = model.parties[party];
  const issues = model.stages[state.stage].issues.filter((issue) => stances[issue] !== null);
  if (issues.length === 0) return now.worth[party];
  const firmness = model.parties[party].firmness(state.levers);
  const own = now.worth[party].slice();
  for (const issue of issues) {
    const stance = stances[issue];
    if (!stance) continue;
    const accepts = stance.accepts[state.regions[stance.region]];
    const cost = stance.firm[state.regions[stance.region]] === 1 ? NaN : firmness;
    for (let k = 0; k < now.count; k++) if (accepts[now.options[k * now.width + issue]] === 0) own[k] -= cost;
  }
  return own;
}
