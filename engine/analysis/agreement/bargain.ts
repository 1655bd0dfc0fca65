/** What the solutions of cooperative bargaining pick for a stage: among those who sign it. */
import { termsOf } from '../../run/world.ts';
import type { Id, Terms } from '../../vocabulary.ts';
import { frontierOf } from './frontier.ts';
import type { Objections } from './objections.ts';
import { eachSolution, solutionsOf, type BySolution } from './solutions.ts';

/** A text and what it is worth to each who bargains, less firmness, 0..1. */
export interface Point { readonly terms: Terms; readonly worth: Readonly<Record<Id, number>> }

export interface Bargain {
  /** Those who sign; where one alone signs, the drafter too. */
  readonly among: readonly Id[];
  /** What each has without an agreement: its walk-away value, or the worth of its worst text if that is more. */
  readonly disagreement: Readonly<Record<Id, number>>;
  /**
   * `zone`: over the texts that all who must consent could live with. `worth`: there are none, and red lines, firm stances and all others' consent are set aside: over the
   * texts that those who bargain would not rather walk away from, by worth alone.
   */
  readonly over: 'zone' | 'worth';
  /** By falling sum of worth. */
  readonly frontier: readonly Point[];
  readonly solutions: BySolution<readonly Point[]>;
}

/** null: not even by worth alone is there a text. @param tabled packages that could be tabled @param inZone those against which nothing stands */
export function bargainOver(objections: Objections, tabled: readonly number[], inZone: readonly number[]): Bargain | null {
  const { world: { model, state }, board, worth, walkAway } = objections;
  const { signs, drafter } = model.stages[state.stage];
  const among = signs.length === 1 && drafter >= 0 && drafter !== signs[0] ? [...signs, drafter] : signs;
  const points = among.map((p) => worth[p]);
  const disagreement = among.map((p) => Math.max(walkAway[p], tabled.reduce((least, k) => Math.min(least, worth[p][k]), Infinity)));
  const over = inZone.length > 0 ? inZone : tabled.filter((k) => points.every((row, p) => row[k] >= disagreement[p]));
  if (over.length === 0) return null;
  const frontier = frontierOf(points, over);
  const picked = solutionsOf(points, frontier, disagreement, points.map((row) => tabled.reduce((most, k) => Math.max(most, row[k]), -Infinity)));
  const id = (p: number): Id => model.parties[p].id;
  const point = (k: number): Point => ({
    terms: termsOf(model, board.options.subarray(k * board.width, (k + 1) * board.width), board.issues),
    worth: Object.fromEntries(among.map((p) => [id(p), worth[p][k]])),
  });
  return {
    among: among.map(id),
    disagreement: Object.fromEntries(among.map((p, at) => [id(p), disagreement[at]])),
    over: inZone.length > 0 ? 'zone' : 'worth',
    frontier: frontier.map(point),
    solutions: eachSolution(picked, (packages) => packages.map(point)),
  };
}
