/**
 * Variance-based sensitivity: first-order and total indices (Sobol 1993; Homma & Saltelli 1996) of what is expected at a setting of the levers. First-order
 * indices by the estimator of Saltelli et al. (2010, Computer Physics Communications 181:259–270), total ones by that of Jansen (1999, ibid. 117:35–43). A row
 * of the design is two independent places A and B, and for each lever the place A with that lever as in B; all places of a row meet the same luck. What chance
 * adds at fixed levers is kept out of the indices and told as a part of its own.
 */
import { bootstrap, type Estimate } from '../study/bootstrap.ts';
import { latinHypercube, type Places } from '../study/design.ts';
import type { Space } from '../study/space.ts';
import { difference, meanOf, meanProduct, varianceOf } from './moments.ts';

export interface SobolDesign {
  /** By row: the places of A, of B, and of A with each lever in turn as in B. */
  readonly rows: readonly { readonly a: Float64Array; readonly b: Float64Array; readonly mixed: Places }[];
}

/** @param rows how many; a row has as many places as there are levers, and two more */
export function sobolDesign(space: Space, rows: number, seed: string): SobolDesign {
  const [a, b] = [latinHypercube(space, rows, seed, 'sobol/a'), latinHypercube(space, rows, seed, 'sobol/b')];
  return { rows: a.map((place, j) => ({ a: place, b: b[j], mixed: space.map((_, d) => Float64Array.from(place, (u, at) => (at === d ? b[j][at] : u))) })) };
}

/** What came out at the places of a row, by run. */
export interface SobolRow { readonly a: ArrayLike<number>; readonly b: ArrayLike<number>; readonly mixed: readonly ArrayLike<number>[] }

export interface SobolIndex {
  /** The part of what the levers explain that this one explains by itself, 0..1. */
  readonly first: Estimate;
  /** The part in which it has a hand, alone or with others, 0..1. */
  readonly total: Estimate;
}

export interface SobolIndices {
  readonly mean: Estimate;
  /** Standard deviation of what is expected, over settings of the levers. */
  readonly spread: Estimate;
  /** The part of the variance among single runs that is chance at fixed levers, 0..1; 0 where each place is known exactly. */
  readonly luck: Estimate;
  /** The part of what the levers explain that no lever explains by itself. */
  readonly together: Estimate;
  /** By lever, in the order of the space. */
  readonly levers: readonly SobolIndex[];
}

/** @param name of what was measured, for its draws */
export function sobolIndices(rows: readonly SobolRow[], seed: string, name: string): SobolIndices {
  const levers = rows[0]?.mixed.length ?? 0;
  const mean = rows.reduce((sum, { a, b }) => sum + meanOf(a) + meanOf(b), 0) / (2 * rows.length);
  const parts = rows.map(({ a, b, mixed }) => contributions(a, b, mixed, mean));
  const estimates = bootstrap(parts, (means) => {
    const [level, explained, noise] = means;
    // The level moves from resample to resample; what is expected varies around it.
    const variance = explained - level * level;
    const firsts = Array.from({ length: levers }, (_, d) => means[3 + d] / variance);
    return [
      mean + level, Math.sqrt(Math.max(0, variance)), noise / (variance + noise), 1 - firsts.reduce((sum, first) => sum + first, 0),
      ...firsts, ...Array.from({ length: levers }, (_, d) => means[3 + levers + d] / variance),
    ];
  }, seed, `sobol/${name}`);
  const [level, spread, luck, together] = estimates;
  return { mean: level, spread, luck, together, levers: Array.from({ length: levers }, (_, d) => ({ first: estimates[4 + d], total: estimates[4 + levers + d] })) };
}

/** Of a row: level and square of what is expected, both less the mean; variance by luck; then by lever the numerators of its indices. */
function contributions(a: ArrayLike<number>, b: ArrayLike<number>, mixed: readonly ArrayLike<number>[], mean: number): Float64Array {
  const [from, to] = [a, b].map((of) => Float64Array.from({ length: of.length }, (_, r) => of[r] - mean));
  const changes = mixed.map((of) => difference(of, a));
  return Float64Array.from([
    (meanOf(from) + meanOf(to)) / 2, (meanProduct(from, from) + meanProduct(to, to)) / 2, (varianceOf(a) + varianceOf(b)) / 2,
    ...changes.map((change) => meanProduct(to, change)),
    ...changes.map((change) => meanProduct(change, change) / 2),
  ]);
}
