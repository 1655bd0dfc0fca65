/** What the drafter believes, taken from the state, and the text it writes. */
import type { Board } from '../model/board.ts';
import { bestOffer, dearerBy, offersOf, type Belief } from '../rules/draft.ts';
import { NO_BOUND } from '../rules/learn.ts';
import { bestCandidate, mayBeTabled } from './candidates.ts';
import { offerOf } from './offering.ts';
import { aspirationOf, walkAwayOf } from './party.ts';
import { standOf } from './stand.ts';
import { board, type World } from './world.ts';

/** `package` -1: no text is left, not even one that presses a single known line. */
export interface Draft { readonly package: number; readonly presses: boolean }

export function writeText(world: World): Draft {
  const { model, state } = world;
  const now = board(world);
  const beliefs = beliefsOf(world, now);
  if (model.stages[state.stage].style === 'facilitate') return { package: bestCarried(world, now, beliefs), presses: false };
  const clean = bestCandidate(world, now, beliefs, 0);
  if (clean >= 0) return { package: clean, presses: false };
  const pressing = bestCandidate(world, now, beliefs, 1);
  return { package: pressing, presses: pressing >= 0 };
}

/** A facilitator writes nothing of its own: it carries the parties' offers and amendments, and presses nobody. */
function bestCarried(world: World, now: Board, beliefs: readonly Belief[]): number {
  const { model, state } = world;
  const { signs, drafter } = model.stages[state.stage];
  const carried = new Set([...signs.map((party) => offerOf(world, party, true)), ...now.consenters.map((party) => state.amended[party])]);
  return bestOffer(offersOf(now, drafter, now.consenters, mayBeTabled(world, now).filter((k) => carried.has(k))), beliefs);
}

/** Beliefs as they are rewritten from draft to draft; estimate and sharpness are those that `hope` was reckoned from. */
type Kept = { -readonly [Key in keyof Belief]: Belief[Key] } & { estimate: number; sharpness: number };

const NONE = new Int32Array(0);
const memory = new WeakMap<Board, readonly Kept[]>();

function keptOf(now: Board): readonly Kept[] {
  const found = memory.get(now);
  if (found) return found;
  const made = now.consenters.map((): Kept => ({ outside: NONE, firmness: NaN, dearer: new Float64Array(0), hope: 0, floor: 0, bound: 0, estimate: NaN, sharpness: NaN }));
  memory.set(now, made);
  return made;
}

/** Of each consenter of the board, in its order; good until the next draft. */
function beliefsOf(world: World, now: Board): readonly Belief[] {
  const { model, state, numbers } = world;
  const { drafter } = model.stages[state.stage];
  const of = keptOf(now);
  for (let c = 0; c < of.length; c++) {
    const party = now.consenters[c];
    const belief = of[c];
    belief.outside = standOf(world, party).soft;
    // The drafter knows its own mind; of others it has an estimate.
    const own = party === drafter;
    const estimate = own ? orNothing(aspirationOf(world, party) + state.shift[party]) : state.estimate[party];
    belief.floor = own ? orNothing(walkAwayOf(world, party)) : NO_BOUND;
    belief.bound = state.bound[party];
    const sharpness = now.sharpness[party];
    // What has not changed since the last draft is not reckoned again.
    if (belief.firmness !== numbers.firmness[party] || belief.sharpness !== sharpness) belief.dearer = dearerBy(sharpness, numbers.firmness[party], now.issues.length);
    if (belief.estimate !== estimate || belief.sharpness !== sharpness) belief.hope = Math.exp(sharpness * estimate);
    belief.firmness = numbers.firmness[party];
    belief.sharpness = sharpness;
    belief.estimate = estimate;
  }
  return of;
}

/** A party without a walk-away value consents to whatever its lines and firm stances allow. */
const orNothing = (value: number): number => (value === -Infinity ? -1 : value);
