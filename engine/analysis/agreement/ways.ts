/** Ways to open the zone of agreement by name, and in order. */
import { termsOf } from '../../run/world.ts';
import type { Id, Terms } from '../../vocabulary.ts';
import { isMovable } from './movable.ts';
import type { Objections } from './objections.ts';
import type { Opening } from './openings.ts';

/** Something that would have to give way. `movable`: whether its chart, or what its value depends on, can bring that about in a run. */
export type GivesWay = { readonly party: Id; readonly movable: boolean } & (
  | { readonly kind: 'red-line'; readonly line: Id }
  /** It would have to accept this option; `firm`: now it vetoes it, and does not only lose by it. */
  | { readonly kind: 'stance'; readonly issue: Id; readonly option: Id; readonly firm: boolean }
  /** It would have to fall from here to there, worth 0..1. */
  | { readonly kind: 'walk-away'; readonly from: number; readonly to: number }
);

/** What, together, would open the zone. None of it can be left out unless walk-away values fall further. */
export interface WayToOpen {
  readonly gives: readonly GivesWay[];
  /** Whether none of it can be left out at all, however far walk-away values fall. */
  readonly minimal: boolean;
  /** Whether all of them are movable. */
  readonly movable: boolean;
  /** How many texts it brings into the zone. */
  readonly texts: number;
  /** Of these the one that asks least of walk-away values. */
  readonly terms: Terms;
}

/** That which gives way, as it would for this opening. @param at the obstacle */
export function givesWay({ world, board, obstacles, walkAway }: Objections, { text, falls }: Pick<Opening, 'text' | 'falls'>, at: number): GivesWay {
  const { model, state } = world;
  const { kind, party, of } = obstacles[at];
  const option = kind === 'stance' ? board.options[text * board.width + of] : -1;
  const common = { party: model.parties[party].id, movable: isMovable(world, obstacles[at], option) };
  if (kind === 'red-line') return { ...common, kind, line: model.lines[of].id };
  if (kind === 'walk-away') return { ...common, kind, from: walkAway[party], to: walkAway[party] - (falls.get(party) ?? 0) };
  const stance = model.parties[party].stances[of];
  return { ...common, kind, issue: model.issues[of].id, option: model.issues[of].options[option], firm: stance !== null && stance.firm[state.regions[stance.region]] === 1 };
}

export function wayOf(objections: Objections, opening: Opening): WayToOpen {
  const { world: { model }, board } = objections;
  const gives = opening.obstacles.map((at) => givesWay(objections, opening, at));
  const terms = termsOf(model, board.options.subarray(opening.text * board.width, (opening.text + 1) * board.width), board.issues);
  return { gives, minimal: opening.minimal, movable: gives.every((one) => one.movable), texts: opening.texts, terms };
}

/** What can come about first; then the small sets; then those that ask less of walk-away values; then those that open more. */
export function ranked(objections: Objections, openings: readonly Opening[]): readonly Opening[] {
  const fixed = new Map(openings.map((opening) => [opening, opening.obstacles.some((at) => !givesWay(objections, opening, at).movable) ? 1 : 0]));
  return openings.toSorted((a, b) => (fixed.get(a) ?? 0) - (fixed.get(b) ?? 0) || a.obstacles.length - b.obstacles.length || a.asks - b.asks || b.texts - a.texts
    || (a.obstacles.join() < b.obstacles.join() ? -1 : 1));
}
