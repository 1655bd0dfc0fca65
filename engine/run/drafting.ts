/** What the drafter knows and believes, taken from the state, and the text it writes. */
import type { Board } from '../model/board.ts';
import { bestOffer, offersOf, tablePackages, type Belief, type ConsenterView, type DraftView, type Offers } from '../rules/draft.ts';
import { undominated } from '../rules/frontier.ts';
import { NO_BOUND } from '../rules/learn.ts';
import { offerOf } from './offering.ts';
import { aspirationOf, isAlive, walkAwayOf } from './party.ts';
import { board, type World } from './world.ts';

/** The steepness that a drafter supposes of one who answers without doubt. */
const SUPPOSED_SHARPNESS = 40;

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
/** Entries kept of each kind for a board; beyond it the oldest go. */
const KEPT = 4096;
/** An offer list is reduced to its undominated rows once it has been used this often: reducing costs as much as some uses. */
const REDUCED_AFTER = 6;
const memory = new WeakMap<Board, Memory>();

/**
 * Packages are the same wherever the same lines bite, the same firm stances stand and the same options are closed; offers, where
 * moreover the other stances accept the same. Both are remembered by just that, and not by the states of all charts.
 */
function offers(world: World, now: Board, consenters: readonly number[], crossing: 0 | 1): Offers {
  let known = memory.get(now);
  if (!known) memory.set(now, (known = { packages: new Map(), offers: new Map() }));
  const { firm, soft } = keysOf(world, consenters, crossing);
  const found = recall(known.offers, `${firm}|${soft}`, () => {
    const view = draftView(world, consenters);
    const packages = recall(known.packages, firm, () => tablePackages(now, view, crossing));
    return { offers: offersOf(now, view, packages), uses: 0, reduced: false };
  });
  found.uses++;
  if (!found.reduced && found.uses > REDUCED_AFTER) {
    found.offers = undominated(found.offers);
    found.reduced = true;
  }
  return found.offers;
}

function recall<Value>(from: Map<string, Value>, key: string, make: () => Value): Value {
  const found = from.get(key);
  if (found !== undefined) return found;
  for (const oldest of from.keys()) { if (from.size < KEPT) break; from.delete(oldest); }
  const made = make();
  from.set(key, made);
  return made;
}

function keysOf(world: World, consenters: readonly number[], crossing: 0 | 1): { readonly firm: string; readonly soft: string } {
  const { model, state } = world;
  let firm = String(crossing);
  let soft = '';
  for (const party of consenters) {
    for (const issue of model.stages[state.stage].issues) {
      const stance = model.parties[party].stances[issue];
      if (!stance) continue;
      const at = state.regions[stance.region];
      if (stance.firm[at] === 1) firm += ` ${party}.${issue}.${stance.maskOf[at]}`;
      else soft += ` ${stance.maskOf[at]}`;
    }
  }
  firm += '|';
  model.lines.forEach((line, at) => { if ((state.known[at] === 1 || line.party === model.stages[state.stage].drafter) && line.bites[state.regions[line.region]] === 1) firm += ` ${at}`; });
  firm += '|';
  state.closed.forEach((closed, option) => { if (closed === 1) firm += ` ${option}`; });
  return { firm, soft };
}

function draftView(world: World, consenters: readonly number[]): DraftView {
  const { model, state } = world;
  const stage = model.stages[state.stage];
  const biting = [...model.lines.keys()].filter((at) => isAlive(world, at));
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
    knownLines: biting.filter((at) => model.lines[at].party !== stage.drafter && state.known[at] === 1),
    ownLines: biting.filter((at) => model.lines[at].party === stage.drafter),
  };
}
