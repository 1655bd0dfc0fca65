/** What the drafter knows and believes, taken from the state, and the text it writes. */
import type { Board } from '../model/board.ts';
import { bestOf, bestOffer, offersOf, tablePackages, type Belief, type Closed, type ConsenterView, type DraftView, type Offers } from '../rules/draft.ts';
import { undominated } from '../rules/frontier.ts';
import { NO_BOUND } from '../rules/learn.ts';
import { offerOf } from './offering.ts';
import { KeyMaker, type Key } from './key.ts';
import { aspirationOf, isAlive, walkAwayOf } from './party.ts';
import { board, type World } from './world.ts';

/** `package` -1: no text is left, not even one that presses a single known line. */
export interface Draft { readonly package: number; readonly presses: boolean }

export function writeText(world: World): Draft {
  const { model, state } = world;
  const now = board(world);
  const { consenters } = now;
  const beliefs = consenters.map((party) => beliefOf(world, party));
  if (model.stages[state.stage].style === 'facilitate') return { package: bestCarried(world, now, consenters, beliefs), presses: false };
  const clean = best(world, now, consenters, beliefs, 0);
  if (clean >= 0) return { package: clean, presses: false };
  const pressing = best(world, now, consenters, beliefs, 1);
  return { package: pressing, presses: pressing >= 0 };
}

/** A facilitator writes nothing of its own: it carries the parties' offers and amendments, and presses nobody. */
function bestCarried(world: World, now: Board, consenters: readonly number[], beliefs: readonly Belief[]): number {
  const { model, state } = world;
  const { signs } = model.stages[state.stage];
  const carried = new Set([...signs.map((party) => offerOf(world, party, true)), ...consenters.map((party) => state.amended[party])]);
  const view = draftView(world, consenters);
  const packages = tablePackages(now, view, closedNow(world), 0).filter((k) => carried.has(k));
  return bestOf(now, view, packages, beliefs);
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

/** Lists this short are judged anew each time: that costs less than finding them again. */
const SHORT = 300;
/** A long list is reduced to its undominated rows once it has been used this often: reducing costs as much as some uses. */
const REDUCED_AFTER = 3;
/** Rows kept at a time over all boards, at most about 100 bytes each; beyond it all are forgotten. */
const ROWS_KEPT = 1_500_000;

interface Remembered { offers: Offers; uses: number; reduced: boolean }
interface Candidates { readonly packages: Int32Array; readonly offers: Map<Key, Remembered> }
let memory = new WeakMap<Board, Map<Key, Candidates>>();
let rows = 0;
const keys = new KeyMaker();

/**
 * Packages are the same wherever the same lines bite, the same firm stances stand and the same options are closed; offers, where
 * moreover the other stances accept the same. Both are remembered by just that, and not by the states of all charts. What is
 * remembered or not changes nothing of what is chosen.
 */
function best(world: World, now: Board, consenters: readonly number[], beliefs: readonly Belief[], crossing: 0 | 1): number {
  let known = memory.get(now);
  if (!known) {
    known = new Map<Key, Candidates>();
    memory.set(now, known);
  }
  const firm = firmKey(world, consenters, crossing);
  const { packages, offers } = known.get(firm) ?? remember(known, firm, tablePackages(now, draftView(world, consenters), closedNow(world), crossing));
  if (packages.length === 0) return -1;
  if (packages.length <= SHORT) return bestOf(now, draftView(world, consenters), packages, beliefs);
  const soft = softKey(world, consenters);
  const found = offers.get(soft) ?? keep(offers, soft, { offers: offersOf(now, draftView(world, consenters), packages), uses: 0, reduced: false }, packages.length);
  found.uses++;
  if (!found.reduced && found.uses > REDUCED_AFTER) {
    found.offers = undominated(found.offers);
    found.reduced = true;
  }
  return bestOffer(found.offers, beliefs);
}

const remember = (known: Map<Key, Candidates>, key: Key, packages: Int32Array): Candidates => keep(known, key, { packages, offers: new Map() }, 1 + packages.length / 16);

function keep<Value>(into: Map<Key, Value>, key: Key, value: Value, size: number): Value {
  rows += size;
  if (rows > ROWS_KEPT) {
    memory = new WeakMap();
    rows = 0;
  }
  into.set(key, value);
  return value;
}

/** What the packages that may be tabled depend on. */
function firmKey(world: World, consenters: readonly number[], crossing: 0 | 1): Key {
  const { model, state } = world;
  const { drafter, issues } = model.stages[state.stage];
  keys.start().add(crossing, 2);
  for (const party of consenters) for (const issue of issues) {
    const stance = model.parties[party].stances[issue];
    if (stance === null || !stance.everFirm) continue;
    const at = state.regions[stance.region];
    keys.add(stance.firm[at] === 1 ? stance.maskOf[at] + 1 : 0, stance.firm.length + 1);
  }
  for (let at = 0; at < model.lines.length; at++) keys.add((state.known[at] === 1 || model.lines[at].party === drafter) && isAlive(world, at) ? 1 : 0, 2);
  for (const option of model.closable) keys.add(state.closed[option], 2);
  return keys.key;
}

/** What offers depend on besides: the stances that are not firm. */
function softKey(world: World, consenters: readonly number[]): Key {
  const { model, state } = world;
  keys.start();
  for (const party of consenters) for (const issue of model.stages[state.stage].issues) {
    const stance = model.parties[party].stances[issue];
    if (stance !== null) keys.add(stance.maskOf[state.regions[stance.region]], stance.firm.length);
  }
  return keys.key;
}

function draftView(world: World, consenters: readonly number[]): DraftView {
  const { model, state } = world;
  const { drafter } = model.stages[state.stage];
  const knownLines: number[] = [];
  const ownLines: number[] = [];
  for (let at = 0; at < model.lines.length; at++) {
    if (!isAlive(world, at)) continue;
    if (model.lines[at].party === drafter) ownLines.push(at);
    else if (state.known[at] === 1) knownLines.push(at);
  }
  return { drafter, consenters: consenters.map((party) => consenterView(world, party)), knownLines, ownLines };
}

/** By issue: its closed options; what is in force may stay, closed or not. */
function closedNow(world: World): Closed | null {
  const { model, state } = world;
  if (!model.closable.some((option) => state.closed[option] === 1)) return null;
  return model.issues.map((issue, i) => {
    const row = Uint8Array.from(issue.options, (_, option) => (state.inForce[i] === option ? 0 : state.closed[issue.base + option]));
    return row.includes(1) ? row : null;
  });
}

function consenterView(world: World, party: number): ConsenterView {
  const { model, state } = world;
  const { stances, firmness } = model.parties[party];
  const outside: (Uint8Array | null)[] = [];
  const firm: boolean[] = [];
  for (const stance of stances) {
    outside.push(stance === null ? null : stance.refuses[state.regions[stance.region]]);
    firm.push(stance !== null && stance.firm[state.regions[stance.region]] === 1);
  }
  return { party, firmness: firmness(state.levers), outside, firm };
}
