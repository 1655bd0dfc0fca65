/**
 * Screening by elementary effects (Morris 1991, Technometrics 33:161–174), with the mean of absolute effects of Campolongo, Cariboni & Saltelli (2007,
 * Environmental Modelling & Software 22:1509–1518). A path starts at a random place of a grid and moves every lever once, one after the other in random order;
 * what a move changes, by how far it went, is the lever's effect there. All places of a path meet the same luck, so a lever that does nothing has an effect of
 * exactly nothing; `luck` says how much of the differences between paths is left to chance.
 */
import { bootstrap, type Estimate } from '../study/bootstrap.ts';
import { shuffled, studyDraws } from '../study/luck.ts';
import type { Space } from '../study/space.ts';
import { difference, meanOf, varianceOf } from './moments.ts';

/** Levels of the grid; with an even number of levels, and steps of half of them plus one, all levels are as likely (Morris 1991). */
const LEVELS = 4;
const STEP = LEVELS / (2 * (LEVELS - 1));

export interface MorrisPath {
  /** One more place than there are levers, in the unit cube. */
  readonly places: readonly Float64Array[];
  /** The move from each place to the next: which lever, and how far, −1..1 of its range. */
  readonly moves: readonly { readonly lever: number; readonly by: number }[];
}

export function morrisDesign(space: Space, paths: number, seed: string): readonly MorrisPath[] {
  const [order, start, way] = studyDraws(seed, ['morris/order', 'morris/start', 'morris/way']);
  return Array.from({ length: paths }, (_, j): MorrisPath => {
    const levels = space.map((__, d) => Math.floor(start(j, d) * (LEVELS / 2)) / (LEVELS - 1));
    const signs = space.map((__, d) => (way(j, d) < 0.5 ? 1 : -1));
    const place = Float64Array.from(levels, (level, d) => (signs[d] > 0 ? level : level + STEP));
    const places = [place.slice()];
    const moves = Array.from(shuffled(space.length, order, j), (lever) => {
      place[lever] += signs[lever] * STEP;
      places.push(place.slice());
      return { lever, by: signs[lever] * STEP };
    });
    return { places, moves };
  });
}

export interface ElementaryEffect {
  /** Mean effect of moving the lever from one end of its range to the other, in units of what is measured: its direction. */
  readonly mean: Estimate;
  /** Mean of its absolute effects (μ*): its importance, also where it works one way here and another there. */
  readonly size: Estimate;
  /** Standard deviation of its effects from place to place (σ): it acts with others, or not along a line. */
  readonly spread: Estimate;
  /** Standard deviation that chance alone gives to an effect in so many runs a place. */
  readonly luck: number;
}

export interface Screening {
  /** The part of the variance among single runs that is chance at fixed levers, 0..1, over the places of all paths. */
  readonly luck: number;
  /** By lever, in the order of the space. */
  readonly effects: readonly ElementaryEffect[];
}

/** @param results by path and place: what came out, by run */
export function elementaryEffects(paths: readonly MorrisPath[], results: readonly (readonly ArrayLike<number>[])[], seed: string, name: string): Screening {
  const levers = paths[0]?.moves.length ?? 0;
  const rows = paths.map(({ moves }, j) => {
    const row = new Float64Array(4 * levers);
    moves.forEach(({ lever, by }, m) => {
      const change = difference(results[j][m + 1], results[j][m]);
      const effect = meanOf(change) / by;
      row.set([effect, Math.abs(effect), effect * effect, varianceOf(change) / change.length / (by * by)], 4 * lever);
    });
    return row;
  });
  const estimates = bootstrap(rows, (means) => Array.from({ length: levers }, (_, d) => {
    const [mean, size, square, noise] = means.subarray(4 * d, 4 * d + 4);
    return [mean, size, Math.sqrt(Math.max(0, ((square - mean * mean) * rows.length) / Math.max(1, rows.length - 1))), Math.sqrt(noise)];
  }).flat(), seed, `morris/${name}`);
  return {
    luck: luckPart(results.flat()),
    effects: Array.from({ length: levers }, (_, d) => ({ mean: estimates[4 * d], size: estimates[4 * d + 1], spread: estimates[4 * d + 2], luck: estimates[4 * d + 3].value })),
  };
}

/** Variance within places against that within and between; what luck adds to the means of places is taken off. */
function luckPart(places: readonly ArrayLike<number>[]): number {
  const within = meanOf(places.map(varianceOf));
  const between = Math.max(0, varianceOf(places.map(meanOf)) - within / Math.max(1, places[0]?.length ?? 1));
  return within + between === 0 ? 0 : within / (within + between);
}
