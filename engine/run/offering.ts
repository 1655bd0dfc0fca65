/** What a party itself would put forward: its offer in turn, and what a facilitator may carry for it. */
import { proposal } from '../rules/propose.ts';
import { ladderFor } from './ladders.ts';
import { aspirationOf, walkAwayOf } from './party.ts';
import { askInEquilibrium } from './tactic.ts';
import { board, type World } from './world.ts';

/** The package a party offers now, as a number of the board; -1: none. @param forOthers whether, at its level, it takes what is best for the others */
export function offerOf(world: World, party: number, forOthers: boolean): number {
  const walkAway = walkAwayOf(world, party);
  const floor = world.model.parties[party].rationalOnly ? walkAway : -Infinity;
  const ladder = ladderFor(world, board(world), party);
  const asked = askInEquilibrium(world, party, ladder, floor);
  return asked >= 0 ? asked : proposal(ladder, aspirationOf(world, party, walkAway) + world.state.shift[party], floor, forOthers);
}
