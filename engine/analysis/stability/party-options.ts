/**
 * The party–option model of a stage at a moment: who could do what to bring a text about, and what would come of it.
 *
 * Where there is no zone of agreement the options are what would have to give, taken from the first ways to open it: a line waived, a stance that takes an option in, a text
 * signed below a walk-away value. A state is a set of options taken up; if they open the zone, the text is signed, of those in it, that leaves the one who gains least best off; if
 * not, there is no deal. Where there is a zone each who signs may hold out for its own best text in it or not: if nobody does, that middle text is signed; if one does, its own; if
 * two or more do, none. In both a party likes a text by its worth as it stands now, less firmness, and no deal by its walk-away value. What the file does not say, what it costs a
 * party to give up a line beside the worth of the text, does not count.
 */
import { packageIndex } from '../../model/board.ts';
import { isFinal } from '../agreement/movable.ts';
import { NEVER, type Objections } from '../agreement/objections.ts';
import type { Opening } from '../agreement/openings.ts';
import type { GraphModel } from './graph.ts';

/** What a party may take up. `gives`: an obstacle, and the opening for which it would give way; null: it holds out for its own best text. `final`: it cannot be taken back. */
export interface PartyOption { readonly party: number; readonly gives: { readonly obstacle: number; readonly opening: Opening } | null; readonly final: boolean }

export interface PartyOptions {
  /** Parties that have an option, in the model's order: the decision makers. */
  readonly makers: readonly number[];
  readonly options: readonly PartyOption[];
  /** A state's number has a bit for each option. By state: the package signed; −1: no deal. */
  readonly outcome: readonly number[];
  readonly graph: GraphModel;
}

/** Obstacles are taken up while there are no more than these: 32 states. */
const MOST_OPTIONS = 5;
/** Worths closer than this are equal. */
const SAME = 1e9;

/** @param ways what would open the zone, the first first; only what can come about. null: nobody has an option, or more who sign than can be looked at */
export function partyOptionsOf(objections: Objections, ways: readonly Opening[]): PartyOptions | null {
  const { world: { model, state }, fewest } = objections;
  const { signs } = model.stages[state.stage];
  const zone = fewest.includes(0);
  if (zone && signs.length > MOST_OPTIONS) return null;
  const options = zone ? signs.map((party): PartyOption => ({ party, gives: null, final: false })) : concessions(objections, ways);
  if (options.length === 0) return null;
  const makers = [...new Set(options.map(({ party }) => party))].toSorted((a, b) => a - b);
  const states = 1 << options.length;
  const outcome = Array.from({ length: states }, (_, taken) => (zone ? byHoldingOut(objections, options, taken) : byGivingWay(objections, options, taken)));
  return { makers, options, outcome, graph: { makers: makers.map((party) => model.parties[party].id), states, moves: movesOf(makers, options), worth: makers.map((party) => likes(objections, party, outcome)) } };
}

function concessions({ world, obstacles, board }: Objections, ways: readonly Opening[]): readonly PartyOption[] {
  const found = new Map<number, Opening>();
  for (const opening of ways) {
    const fresh = opening.obstacles.filter((one) => !found.has(one));
    if (found.size + fresh.length <= MOST_OPTIONS) for (const one of fresh) found.set(one, opening);
  }
  return [...found].map(([obstacle, opening]) => {
    const { of, kind, party } = obstacles[obstacle];
    return { party, gives: { obstacle, opening }, final: isFinal(world, obstacles[obstacle], kind === 'stance' ? board.options[opening.text * board.width + of] : -1) };
  });
}

/** Each may change any of its own options at once, but for those that are final. */
function movesOf(makers: readonly number[], options: readonly PartyOption[]): GraphModel['moves'] {
  const states = Array.from({ length: 1 << options.length }, (_, state) => state);
  return makers.map((maker) => {
    const [own, final] = [(one: PartyOption) => one.party === maker, (one: PartyOption) => one.party === maker && one.final].map((is) => options.reduce((bits, one, at) => bits + (is(one) ? 1 << at : 0), 0));
    return states.map((from) => states.filter((to) => to !== from && ((from ^ to) & ~own) === 0 && (from & final & ~to) === 0));
  });
}

function byGivingWay(objections: Objections, options: readonly PartyOption[], taken: number): number {
  const gives = new Set(options.flatMap(({ gives: one }, at) => (one !== null && (taken >> at) % 2 === 1 ? [one.obstacle] : [])));
  const { fewest } = objections;
  const open: number[] = [];
  fewest.forEach((each, k) => {
    if (each === NEVER || each > gives.size) return;
    const { vetoes, short } = objections.of(k);
    if (!vetoes.every((one) => gives.has(one))) return;
    if (short.every(({ walkAway, stances, missing }) => gives.has(walkAway) || missing[stances.filter((one) => gives.has(one)).length] <= 0)) open.push(k);
  });
  return middleOf(objections, open);
}

function byHoldingOut(objections: Objections, options: readonly PartyOption[], taken: number): number {
  const { fewest, worth } = objections;
  const zone = [...fewest.keys()].filter((k) => fewest[k] === 0);
  const holding = options.filter((_, at) => (taken >> at) % 2 === 1);
  if (holding.length === 0) return middleOf(objections, zone);
  if (holding.length > 1) return -1;
  const { party } = holding[0];
  const best = zone.reduce((most, k) => Math.max(most, worth[party][k]), -Infinity);
  return middleOf(objections, zone.filter((k) => worth[party][k] === best));
}

/** The text that leaves the one who gains least, of those who sign and have a walk-away value, best off; then the greatest sum of worth, then order. −1: there is none. */
function middleOf({ world: { model, state }, worth, walkAway }: Objections, packages: readonly number[]): number {
  const { signs } = model.stages[state.stage];
  const rank = (k: number): readonly [number, number] => [Math.min(...signs.map((p) => (walkAway[p] === -Infinity ? Infinity : worth[p][k] - walkAway[p]))), signs.reduce((sum, p) => sum + worth[p][k], 0)];
  return packages.reduce((best, k) => {
    if (best < 0) return k;
    const [[least, sum], [bestLeast, bestSum]] = [rank(k), rank(best)];
    return least > bestLeast || (least === bestLeast && sum > bestSum) ? k : best;
  }, -1);
}

function likes({ world: { model, state }, worth, walkAway }: Objections, party: number, outcome: readonly number[]): readonly number[] {
  const inForce = packageIndex(model, state.stage, state.inForce);
  const noDeal = walkAway[party] === -Infinity ? worth[party][inForce] : walkAway[party];
  return outcome.map((k) => Math.round((k < 0 ? noDeal : worth[party][k]) * SAME) / SAME);
}
