/** How a party stands to a package at this moment. */
import { packageIndex } from '../model/board.ts';
import { aspiration, conceded, relativeTime } from '../rules/aspiration.ts';
import { lessFirmness, type Case } from '../rules/answer.ts';
import { lastRound } from '../rules/clock.ts';
import { level, offerTime } from '../rules/propose.ts';
import { isAlive, isCrossed, walkAwayOf } from './stand.ts';
import { levelByTactic } from './tactic.ts';
import { board, type World } from './world.ts';

export { isAlive, walkAwayOf };

/** Handles of the party's lines that bite on a package: it crosses them, and what is in force does not. */
export function crossesNow(world: World, party: number, options: Uint8Array): readonly number[] {
  const { model } = world;
  return model.parties[party].lines.filter((at) => model.lines[at].held && isCrossed(world, at, options));
}

/** Issues of the present stage on which the package lies outside the party's stance. */
export function outsideNow(world: World, party: number, options: Uint8Array): readonly number[] {
  const { model, state } = world;
  return model.stages[state.stage].issues.filter((issue) => {
    const stance = model.parties[party].stances[issue];
    return stance !== null && stance.accepts[state.regions[stance.region]][options[issue]] === 0;
  });
}

export function isFirm(world: World, party: number, issue: number): boolean {
  const stance = world.model.parties[party].stances[issue];
  return stance !== null && stance.firm[world.state.regions[stance.region]] === 1;
}

/** The last round in which the present stage can still be settled, as the parties see it. */
export function stageEnds({ model, state }: World): number {
  return lastRound(state.stageOpened, model.stages[state.stage].rounds, model.rounds, model.announced, state.round);
}

/** What it holds out for now, before its private shift. */
export function aspirationOf(world: World, party: number, walkAway = walkAwayOf(world, party)): number {
  if (walkAway === -Infinity) return walkAway;
  const { state, model, numbers } = world;
  const byTactic = levelByTactic(world, party, walkAway);
  if (byTactic !== null) return byTactic;
  const { top, worst } = board(world);
  const last = stageEnds(world);
  if (model.stages[state.stage].alternating) {
    const t = offerTime(state.round - state.stageOpened, last - state.stageOpened + 1);
    return level(Math.max(worst[party], walkAway), top[party], conceded(t, numbers.exponent[party]), numbers.slack[party]);
  }
  return aspiration(walkAway, top[party], conceded(relativeTime(state.round, state.stageOpened, last), numbers.exponent[party]));
}

export interface Standing extends Case { readonly lines: readonly number[]; readonly outside: readonly number[]; readonly firmIssue: number }

/** All that decides the party's answer to a package. */
export function standingTo(world: World, party: number, options: Uint8Array): Standing {
  const { model, state, numbers } = world;
  const lines = crossesNow(world, party, options);
  const outside = outsideNow(world, party, options);
  const firmIssue = outside.find((issue) => isFirm(world, party, issue)) ?? -1;
  const soft = outside.filter((issue) => !isFirm(world, party, issue)).length;
  return {
    lines, outside, firmIssue,
    redLine: lines.length > 0,
    firmStance: firmIssue >= 0,
    worth: lessFirmness(board(world).worth[party][packageIndex(model, state.stage, options)], soft, numbers.firmness[party]),
    walkAway: walkAwayOf(world, party),
    threshold: aspirationOf(world, party) + state.shift[party],
    sharpness: numbers.sharpness[party],
  };
}
