/** How a party stands to packages of the present stage, by their numbers: what decides answers and amendments. */
import type { Board } from '../model/board.ts';
import { lessFirmness, type Case } from '../rules/answer.ts';
import { aspirationOf, isAlive, walkAwayOf } from './party.ts';
import type { World } from './world.ts';

/** What is the same for every package in this moment. */
export interface Mind { readonly party: number; readonly walkAway: number; readonly threshold: number; readonly sharpness: number | null; readonly firmness: number }

export function mindOf(world: World, party: number): Mind {
  const { model, state } = world;
  const own = model.parties[party];
  return {
    party,
    walkAway: walkAwayOf(world, party),
    threshold: aspirationOf(world, party) + state.shift[party],
    sharpness: own.sharpness === null ? null : own.sharpness(state.levers),
    firmness: own.firmness(state.levers),
  };
}

/** `line`: the first red line that bites; `firmIssue`: the first issue on which a firm stance is broken. -1: none. */
export interface Judged extends Case { readonly line: number; readonly firmIssue: number }

export function judge(world: World, now: Board, mind: Mind, k: number): Judged {
  const { model, state } = world;
  const { party, walkAway, threshold, sharpness, firmness } = mind;
  const { lines, stances } = model.parties[party];
  let line = -1;
  for (const at of lines) if (now.crosses[at][k] === 1 && model.lines[at].held && isAlive(world, at)) { line = at; break; }
  let firmIssue = -1;
  let soft = 0;
  const row = k * now.width;
  for (const issue of now.issues) {
    const stance = stances[issue];
    if (stance === null) continue;
    const at = state.regions[stance.region];
    if (stance.accepts[at][now.options[row + issue]] === 1) continue;
    if (stance.firm[at] === 0) soft++;
    else if (firmIssue < 0) firmIssue = issue;
  }
  return { line, firmIssue, redLine: line >= 0, firmStance: firmIssue >= 0, worth: lessFirmness(now.worth[party][k], soft, firmness), walkAway, threshold, sharpness };
}
