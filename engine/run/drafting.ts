/** What the drafter believes, taken from the state, and the text it writes. */
import type { Board } from '../model/board.ts';
import { bestOf, type Belief } from '../rules/draft.ts';
import { NO_BOUND } from '../rules/learn.ts';
import { bestCandidate, mayBeTabled } from './candidates.ts';
import { draftView } from './draft-view.ts';
import { offerOf } from './offering.ts';
import { aspirationOf, walkAwayOf } from './party.ts';
import { board, type World } from './world.ts';

/** `package` -1: no text is left, not even one that presses a single known line. */
export interface Draft { readonly package: number; readonly presses: boolean }

export function writeText(world: World): Draft {
  const { model, state } = world;
  const now = board(world);
  const beliefs = now.consenters.map((party) => beliefOf(world, party));
  if (model.stages[state.stage].style === 'facilitate') return { package: bestCarried(world, now, beliefs), presses: false };
  const clean = bestCandidate(world, now, beliefs, 0);
  if (clean >= 0) return { package: clean, presses: false };
  const pressing = bestCandidate(world, now, beliefs, 1);
  return { package: pressing, presses: pressing >= 0 };
}

/** A facilitator writes nothing of its own: it carries the parties' offers and amendments, and presses nobody. */
function bestCarried(world: World, now: Board, beliefs: readonly Belief[]): number {
  const { model, state } = world;
  const { signs } = model.stages[state.stage];
  const carried = new Set([...signs.map((party) => offerOf(world, party, true)), ...now.consenters.map((party) => state.amended[party])]);
  return bestOf(now, draftView(world, now.consenters), mayBeTabled(world, now).filter((k) => carried.has(k)), beliefs);
}

function beliefOf(world: World, party: number): Belief {
  const { model, state } = world;
  // The drafter knows its own mind; of others it has an estimate.
  const own = party === model.stages[state.stage].drafter;
  return {
    estimate: own ? orNothing(aspirationOf(world, party) + state.shift[party]) : state.estimate[party],
    floor: own ? orNothing(walkAwayOf(world, party)) : NO_BOUND,
    bound: state.bound[party],
  };
}

/** A party without a walk-away value consents to whatever its lines and firm stances allow. */
const orNothing = (value: number): number => (value === -Infinity ? -1 : value);
