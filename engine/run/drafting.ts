/** What the drafter knows and believes, taken from the state, and the text it writes. */
import type { Board } from '../model/board.ts';
import { bestOffer, offersOf, type Belief, type ConsenterView, type DraftView, type Offers } from '../rules/draft.ts';
import { undominated } from '../rules/frontier.ts';
import { NO_BOUND } from '../rules/learn.ts';
import { aspirationOf, walkAwayOf } from './party.ts';
import { board, type World } from './world.ts';

/** The steepness that a drafter supposes of one who answers without doubt. */
const SUPPOSED_SHARPNESS = 40;

/** `package` -1: no text is left, not even one that presses a single known line. */
export interface Draft { readonly package: number; readonly presses: boolean }

export function writeText(world: World): Draft {
  const now = board(world);
  const consenters = consentersOf(world, now);
  const beliefs = consenters.map((party) => beliefOf(world, party));
  const clean = bestOffer(offers(world, now, consenters, 0), beliefs);
  if (clean >= 0) return { package: clean, presses: false };
  const pressing = bestOffer(offers(world, now, consenters, 1), beliefs);
  return { package: pressing, presses: pressing >= 0 };
}

/** All who must consent to some package of the stage. */
function consentersOf(world: World, now: Board): readonly number[] {
  return world.model.parties.map((_, p) => p).filter((p) => now.consents[p].includes(1));
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

interface Remembered { offers: Offers; uses: number; reduced: boolean }
/** Rows kept at a time over all boards of a process, about 100 bytes each. */
const ROWS = 1_000_000;
/** An offer list is reduced to its undominated rows once it has been used this often: reducing costs as much as some uses. */
const REDUCED_AFTER = 6;
const memory = new WeakMap<Board, Map<string, Remembered>>();
let rows = 0;

/** Offers are the same wherever the same options are left and the same lines bite; they are remembered by just that. */
function offers(world: World, now: Board, consenters: readonly number[], crossing: 0 | 1): Offers {
  let known = memory.get(now);
  if (!known) memory.set(now, (known = new Map()));
  const key = keyOf(world, consenters, crossing);
  let found = known.get(key);
  if (!found) {
    found = { offers: offersOf(now, draftView(world, consenters), crossing), uses: 0, reduced: false };
    if (rows > ROWS) { known.clear(); rows = 0; }
    rows += found.offers.count;
    known.set(key, found);
  }
  found.uses++;
  if (!found.reduced && found.uses > REDUCED_AFTER) {
    rows -= found.offers.count;
    found.offers = undominated(found.offers);
    found.reduced = true;
    rows += found.offers.count;
  }
  return found.offers;
}

function keyOf(world: World, consenters: readonly number[], crossing: 0 | 1): string {
  const { model, state } = world;
  let key = String(crossing);
  for (const party of consenters) {
    for (const issue of model.stages[state.stage].issues) {
      const stance = model.parties[party].stances[issue];
      if (stance) key += ` ${stance.maskOf[state.regions[stance.region]]}`;
    }
  }
  key += '|';
  model.lines.forEach((line, at) => { if (state.known[at] === 1 && line.bites[state.regions[line.region]] === 1) key += ` ${at}`; });
  key += '|';
  state.closed.forEach((closed, option) => { if (closed === 1) key += ` ${option}`; });
  return key;
}

function draftView(world: World, consenters: readonly number[]): DraftView {
  const { model, state } = world;
  const stage = model.stages[state.stage];
  return {
    drafter: stage.drafter,
    bias: stage.bias(state.levers),
    // What is in force may stay, closed or not.
    closed: model.issues.map((issue, i) => {
      const row = Uint8Array.from(issue.options, (_, option) => (state.inForce[i] === option ? 0 : state.closed[issue.base + option]));
      return row.includes(1) ? row : null;
    }),
    consenters: consenters.map((party): ConsenterView => {
      const own = model.parties[party];
      return {
        party,
        sharpness: own.sharpness?.(state.levers) ?? SUPPOSED_SHARPNESS,
        firmness: own.firmness(state.levers),
        outside: own.stances.map((stance) => (stance ? stance.accepts[state.regions[stance.region]].map((accepted) => 1 - accepted) : null)),
        firm: own.stances.map((stance) => stance !== null && stance.firm[state.regions[stance.region]] === 1),
      };
    }),
    knownLines: model.lines.flatMap((line, at) => (state.known[at] === 1 && line.bites[state.regions[line.region]] === 1 ? [at] : [])),
  };
}
