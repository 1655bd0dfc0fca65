/** Which levers matter: the designs of Morris and of Sobol, played in runs, for outcomes and measures at once. */
import type { CellRuns } from '../../batch/cells/cell.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { valuesAt, type Space } from '../study/space.ts';
import { cellAt, type Held, type Study } from '../study/study.ts';
import { measuresFor, targetName, valuesOf, type Target } from '../study/target.ts';
import { elementaryEffects, morrisDesign, type Screening } from './morris.ts';
import { sobolDesign, sobolIndices, type SobolIndices } from './sobol.ts';

export interface SensitivityOptions {
  readonly scenario: Scenario;
  readonly space: Space;
  readonly targets: readonly Target[];
  readonly seed: string;
  readonly held: Held;
  /** At most so many runs in all; as many rows of the design as fit. */
  readonly runs: number;
  /** Runs at each setting of the levers. */
  readonly each: number;
}

/** How much was played: rows of the design (paths, or pairs of settings), settings in all, runs at each. */
export interface Played { readonly rows: number; readonly settings: number; readonly each: number; readonly runs: number }
export interface Sensitivity<Of> { readonly played: Played; readonly of: readonly (Of & { readonly target: Target })[] }

/** Fewer rows than this tell nothing from luck. */
export const FEWEST_ROWS = 8;

/** How many rows of a design fit into so many runs. @param places of a row */
const rowsIn = (runs: number, each: number, places: number): number => Math.floor(runs / (each * places));
const morrisPlaces = (space: Space): number => space.length + 1;
const sobolPlaces = (space: Space): number => space.length + 2;

/** The fewest runs with which it can be done. */
export const fewestRuns = (method: 'morris' | 'sobol', space: Space, each: number): number => FEWEST_ROWS * each * (method === 'morris' ? morrisPlaces(space) : sobolPlaces(space));

/** All places of a row meet the same luck, each row its own. Throws a RangeError when there are too few runs. */
function studyOf<Of extends object>(options: SensitivityOptions, rows: readonly (readonly Float64Array[])[], evaluate: (results: readonly (readonly Float64Array[])[], name: string) => Of): Study<Sensitivity<Of>> {
  const { scenario, space, targets, held, each } = options;
  if (rows.length < FEWEST_ROWS) throw new RangeError('too few runs');
  const cells = rows.flatMap((places, j) => places.map((place) => cellAt(held, valuesAt(space, place), each, 1 + j * each)));
  const measures = measuresFor(targets);
  return {
    cells, measures, texts: [],
    evaluate(runs: readonly CellRuns[]) {
      const of = targets.map((target) => {
        let at = 0;
        const results = rows.map((places) => places.map(() => valuesOf(target, runs[at++], scenario, measures)));
        return { target, ...evaluate(results, targetName(target)) };
      });
      return { played: { rows: rows.length, settings: cells.length, each, runs: cells.length * each }, of };
    },
  };
}

export function morrisStudy(options: SensitivityOptions): Study<Sensitivity<Screening>> {
  const { space, seed, runs, each } = options;
  const paths = morrisDesign(space, rowsIn(runs, each, morrisPlaces(space)), seed);
  return studyOf(options, paths.map(({ places }) => places), (results, name) => elementaryEffects(paths, results, seed, name));
}

export function sobolStudy(options: SensitivityOptions): Study<Sensitivity<SobolIndices>> {
  const { space, seed, runs, each } = options;
  const { rows } = sobolDesign(space, rowsIn(runs, each, sobolPlaces(space)), seed);
  return studyOf(options, rows.map(({ a, b, mixed }) => [a, b, ...mixed]), (results, name) => sobolIndices(results.map(([a, b, ...mixed]) => ({ a, b, mixed })), seed, name));
}
