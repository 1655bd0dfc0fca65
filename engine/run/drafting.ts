/** What the drafter knows and believes, taken from the state, and the text it writes. */
import type { Board } from '../model/board.ts';
import { bestOffer, offersOf, tablePackages, type Belief, type ConsenterView, type DraftView, type Offers } from '../rules/draft.ts';
import { undominated } from '../rules/frontier.ts';
import { NO_BOUND } from '../rules/learn.ts';
import { offerOf } from './offering.ts';
import { aspirationOf, isAlive, walkAwayOf } from './party.ts';
import { board, type World } from './world.ts';

/** `package` -1: no text is left, not even one that presses a single known line. */
export interface Draft { readonly package: number; readonly presses: boolean }

export function writeText(world: World): Draft {
  const { model, state } = world;
  const now = board(world);
  const consenters = consentersOf(world, now);
  const beliefs = consenters.map((party) => beliefOf(world, party));
  if (model.stages[state.stage].style === 'facilitate') return { package: bestCarried(world, now, consenters, beliefs), presses: false };
  const clean = bestOffer(offers(world, now, consenters, 0), beliefs);
  if (clean >= 0) return { package: clean, presses: false };
  const pressing = bestOffer(offers(world, now, consenters, 1), beliefs);
  return { package: pressing, presses: pressing >= 0 };
}

/** A facilitator writes nothing of its own: it carries the parties' offers and amendments, and presses nobody. */
function bestCarried(world: World, now: Board, consenters: readonly number[], beliefs: readonly Belief[]): number {
  const { model, state } = world;
  const { signs } = model.stages[state.stage];
  const carried = new Set([...signs.map((party) => offerOf(world, party, true)), ...consenters.map((party) => state.amended[party])]);
  const view = draftView(world, consenters);
  const packages = tablePackages(now, view, 0).filter((k) => carried.has(k));
  return bestOffer(offersOf(now, view, packages), beliefs);
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
interface Memory { readonly packages: Map<string, Int32Array>; readonly offers: Map<string, Remembered> }
/** Entries kept of each kind for a board; beyond it all are forgotten. */
const KEPT = 4096;
/** Lists this short are laid out anew each time: that costs less than finding them again. */
const SHORT = 300;
/** A long list is reduced to its undominated rows once it has been used this often: reducing costs as much as some uses. */
const REDUCED_AFTER = 3;
const memory = new WeakMap<Board, Memory>();

/**
 * Packages are the same wherever the same lines bite, the same firm stances stand and the same options are closed; offers, where
 * moreover the other stances accept the same. Both are remembered by just that, and not by the states of all charts. What is
 * remembered or not changes nothing of what is chosen.
 */
function offers(world: World, now: Board, consenters: readonly number[], crossing: 0 | 1): Offers {
  let known = memory.get(now);
  if (!known) memory.set(now, (known = { packages: new Map(), offers: new Map() }));
  const firm = firmKey(world, consenters, crossing);
  let packages = known.packages.get(firm);
  if (packages === undefined) packages = keep(known.packages, firm, tablePackages(now, draftView(world, consenters), crossing));
  if (packages.length <= SHORT) return offersOf(now, draftView(world, consenters), packages);
  const key = `${firm}|${softKey(world, consenters)}`;
  const found = known.offers.get(key) ?? keep(known.offers, key, { offers: offersOf(now, draftView(world, consenters), packages), uses: 0, reduced: false });
  found.uses++;
  if (!found.reduced && found.uses > REDUCED_AFTER) {
    found.offers = undominated(found.offers);
    found.reduced = true;
  }
  return found.offers;
}

function keep<Value>(into: Map<string, Value>, key: string, value: Value): Value {
  if (into.size >= KEPT) into.clear();
  into.set(key, value);
  return value;
}

/** What the packages that may be tabled depend on. */
function firmKey(world: World, consenters: readonly number[], crossing: 0 | 1): string {
  const { model, state } = world;
  let key = String(crossing);
  for (const party of consenters) {
    for (const issue of model.stages[state.stage].issues) {
      const stance = model.parties[party].stances[issue];
      if (!stance) continue;
      const at = state.regions[stance.region];
      if (stance.firm[at] === 1) key += ` ${party}.${issue}.${stance.maskOf[at]}`;
    }
  }
  key += '|';
  for (let at = 0; at < model.lines.length; at++) if ((state.known[at] === 1 || model.lines[at].party === model.stages[state.stage].drafter) && isAlive(world, at)) key += ` ${at}`;
  key += '|';
  for (let option = 0; option < state.closed.length; option++) if (state.closed[option] === 1) key += ` ${option}`;
  return key;
}

/** What offers depend on besides: the stances that are not firm. */
function softKey(world: World, consenters: readonly number[]): string {
  const { model, state } = world;
  let key = '';
  for (const party of consenters) {
    for (const issue of model.stages[state.stage].issues) {
      const stance = model.parties[party].stances[issue];
      if (stance && stance.firm[state.regions[stance.region]] === 0) key += ` ${stance.maskOf[state.regions[stance.region]]}`;
    }
  }
  return key;
}

function draftView(world: World, consenters: readonly number[]): DraftView {
  const { model, state } = world;
  const stage = model.stages[state.stage];
  const biting = [...model.lines.keys()].filter((at) => isAlive(world, at));
  return {
    drafter: stage.drafter,
    // What is in force may stay, closed or not.
    closed: model.issues.map((issue, i) => {
      const row = Uint8Array.from(issue.options, (_, option) => (state.inForce[i] === option ? 0 : state.closed[issue.base + option]));
      return row.includes(1) ? row : null;
    }),
    consenters: consenters.map((party): ConsenterView => {
      const own = model.parties[party];
      return {
        party,
        firmness: own.firmness(state.levers),
        outside: own.stances.map((stance) => (stance ? stance.refuses[state.regions[stance.region]] : null)),
        firm: own.stances.map((stance) => stance !== null && stance.firm[state.regions[stance.region]] === 1),
      };
    }),
    knownLines: biting.filter((at) => model.lines[at].party !== stage.drafter && state.known[at] === 1),
    ownLines: biting.filter((at) => model.lines[at].party === stage.drafter),
  };
}
