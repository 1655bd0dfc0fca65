/**
 * What stands against each text of a stage at one moment: red lines that bite, firm stances, and worth short of a walk-away value. A text against
 * which nothing stands is in the zone of agreement: nobody whose consent it needs would rather walk away, and it could be tabled.
 */
import { has } from '../../model/bits.ts';
import type { Board } from '../../model/board.ts';
import { crosses, needs } from '../../model/layout.ts';
import { lessFirmness } from '../../rules/answer.ts';
import { isAlive, isFirm, walkAwayOf } from '../../run/party.ts';
import { board, type World } from '../../run/world.ts';
import { holdsAny, offTheList } from './off-the-list.ts';

/** What may give way. `of`: the line, or the issue of the stance; -1 for a walk-away value. */
export interface Obstacle { readonly kind: 'red-line' | 'stance' | 'walk-away'; readonly party: number; readonly of: number }

/** A party to which a text is worth less than its walk-away value. */
export interface Shortfall {
  readonly party: number;
  /** Its walk-away value, as an obstacle. */
  readonly walkAway: number;
  /** Stances, as obstacles, outside which the text lies, so that it costs the party firmness. */
  readonly stances: readonly number[];
  /** Worth that is missing, by how many of these stances take the text in, from none to all; not above 0 where that is enough. */
  readonly missing: readonly number[];
}

/** Obstacles are named by their places. `vetoes`: red lines and firm stances, all of which must go. */
export interface Objection { readonly vetoes: readonly number[]; readonly short: readonly Shortfall[] }

export interface Objections {
  readonly world: World;
  readonly board: Board;
  readonly obstacles: readonly Obstacle[];
  /** By party: its walk-away value; −Infinity without one. */
  readonly walkAway: Float64Array;
  /** By party and package: its worth less what the party loses by firmness. */
  readonly worth: readonly Float64Array[];
  /** By party and package: how many obstacles of that party must go, at the least. */
  readonly against: readonly Uint8Array[];
  /** By package: the fewest obstacles that must go in all; `NEVER`: it cannot be tabled, since it changes nothing, does not bring what the stage's texts must, or holds a closed option. */
  readonly fewest: Uint8Array;
  of(k: number): Objection;
}

export const NEVER = 255;

interface Place { readonly issue: number; readonly accepts: Uint8Array; readonly firm: boolean; readonly obstacle: number }

export function objectionsTo(world: World): Objections {
  const { model, state } = world;
  const now = board(world);
  const obstacles: Obstacle[] = [];
  const add = (kind: Obstacle['kind'], party: number, of: number): number => obstacles.push({ kind, party, of }) - 1;
  // The drafter of a text writes none that crosses a line of its own, meant or not, though it need not consent.
  const { drafter } = model.stages[state.stage];
  const lines = model.lines.flatMap((line, at) => ((line.held || line.party === drafter) && isAlive(world, at) && has(now.lines, 0, at) ? [{ party: line.party, line: at, obstacle: add('red-line', line.party, at) }] : []));
  const stances = model.parties.map((party, p): readonly Place[] => now.issues.flatMap((issue) => {
    const stance = party.stances[issue];
    if (stance === null || !now.consenters.includes(p)) return [];
    const accepts = stance.accepts[state.regions[stance.region]];
    return accepts.includes(0) ? [{ issue, accepts, firm: isFirm(world, p, issue), obstacle: add('stance', p, issue) }] : [];
  }));
  const walkAway = Float64Array.from(model.parties, (_, p) => walkAwayOf(world, p));
  const floors = model.parties.map((_, p) => (walkAway[p] === -Infinity || !now.consenters.includes(p) ? -1 : add('walk-away', p, -1)));
  const firmness = model.parties.map((party) => party.firmness(state.levers));

  const outside = (p: number, k: number, firm: boolean): readonly number[] => stances[p].flatMap((place) => (place.firm === firm && place.accepts[now.options[k * now.width + place.issue]] === 0 ? [place.obstacle] : []));
  const worth = now.worth.map((row, p) => {
    const soft = stances[p].filter((place) => !place.firm);
    return soft.length === 0 ? row : row.map((each, k) => lessFirmness(each, countOutside(now, soft, k), firmness[p]));
  });
  const of = (k: number): Objection => ({
    vetoes: [...lines.flatMap((line) => (crosses(now, line.line, k) ? [line.obstacle] : [])), ...now.consenters.flatMap((p) => (needs(now, p, k) ? outside(p, k, true) : []))],
    short: now.consenters.flatMap((party) => {
      if (!needs(now, party, k) || worth[party][k] >= walkAway[party]) return [];
      const stances = outside(party, k, false);
      // Reckoned as answers are, so that what is enough here is enough there.
      const missing = [0, ...stances].map((_, n) => walkAway[party] - lessFirmness(now.worth[party][k], stances.length - n, firmness[party]));
      return [{ party, walkAway: floors[party], stances, missing }];
    }),
  });

  const against = model.parties.map((_, p) => {
    const row = new Uint8Array(now.count);
    const own = lines.filter((line) => line.party === p);
    const firm = stances[p].filter((place) => place.firm);
    for (let k = 0; k < now.count; k++) {
      for (const { line } of own) if (crosses(now, line, k)) row[k]++;
      if (needs(now, p, k)) row[k] += countOutside(now, firm, k) + (worth[p][k] < walkAway[p] ? 1 : 0);
    }
    return row;
  });
  // Offers in turn may ask for what is in force, unless a text of the stage must bring something.
  const offered = model.stages[state.stage].alternating && model.stages[state.stage].mustBring.length === 0;
  const off = offTheList(world).filter(({ issue }) => now.issues.includes(issue));
  const fewest = Uint8Array.from({ length: now.count }, (_, k) => {
    if ((now.changes[k] === 0 && !offered) || holdsAny(off, now.options, k * now.width)) return NEVER;
    return Math.min(NEVER - 1, against.reduce((sum, row) => sum + row[k], 0));
  });
  return { world, board: now, obstacles, walkAway, worth, against, fewest, of };
}

function countOutside(now: Board, places: readonly Place[], k: number): number {
  let count = 0;
  for (const place of places) if (place.accepts[now.options[k * now.width + place.issue]] === 0) count++;
  return count;
}
