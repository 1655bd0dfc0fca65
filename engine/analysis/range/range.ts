/**
 * How far shares reach over the declared ranges of the levers: at settings spread over all of them together, and with one lever alone at either end of its range. All
 * settings meet the same luck.
 */
import type { CellRuns } from '../../batch/cells/cell.ts';
import { pairedInterval } from '../../batch/paired.ts';
import type { Share } from '../../batch/result.ts';
import { wilson, type Interval } from '../../batch/wilson.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Id } from '../../vocabulary.ts';
import { percentile } from '../study/bootstrap.ts';
import { latinHypercube } from '../study/design.ts';
import { valuesAt, type Space } from '../study/space.ts';
import { cellAt, type Held, type Study } from '../study/study.ts';

export interface RangeOptions {
  readonly scenario: Scenario;
  readonly space: Space;
  readonly seed: string;
  readonly held: Held;
  /** Settings spread over all levers, and runs at each. */
  readonly settings: number;
  readonly each: number;
  /** Runs at each end of a lever, and at what is held. */
  readonly ends: number;
}

/** A share over the settings: the smallest and the largest, and between which four in five lie. */
export interface Reach { readonly id: Id; readonly least: number; readonly tenth: number; readonly median: number; readonly ninetieth: number; readonly most: number }

/** One lever at an end of its range, against what is held, on the same runs: by outcome, the share there and the difference with its 95 % interval. */
export interface End { readonly value: number; readonly outcomes: readonly (Interval & { readonly share: number; readonly difference: number })[] }

export interface Ranges {
  readonly settings: number;
  readonly each: number;
  readonly ends: number;
  /** By outcome, with the levers as they are held. */
  readonly held: readonly Share[];
  readonly reach: readonly Reach[];
  /** By lever of the space: its low end, its high end. */
  readonly levers: readonly { readonly id: Id; readonly low: End; readonly high: End }[];
}

export function rangeStudy({ scenario, space, seed, held, settings, each, ends }: RangeOptions): Study<Ranges> {
  const places = latinHypercube(space, settings, seed, 'range');
  const cells = [
    cellAt(held, {}, ends),
    ...space.flatMap(({ id, low, high }) => [low, high].map((value) => cellAt(held, { [id]: value }, ends))),
    ...places.map((place) => cellAt(held, valuesAt(space, place), each)),
  ];
  return { cells, measures: [], texts: [], evaluate: (played) => rangesFrom(scenario, space, { settings, each, ends }, played) };
}

function rangesFrom({ outcomes }: Scenario, space: Space, sizes: Pick<Ranges, 'settings' | 'each' | 'ends'>, [base, ...others]: readonly CellRuns[]): Ranges {
  const spread = others.slice(2 * space.length).map((cell) => outcomes.map((_, o) => countOf(cell, o) / cell.outcomes.length));
  const end = (cell: CellRuns, value: number): End => ({
    value,
    outcomes: outcomes.map((_, o) => {
      let [only, gone] = [0, 0];
      cell.outcomes.forEach((outcome, run) => { if (outcome === o && base.outcomes[run] !== o) only++; else if (outcome !== o && base.outcomes[run] === o) gone++; });
      return { share: countOf(cell, o) / sizes.ends, difference: (only - gone) / sizes.ends, ...pairedInterval(gone, only, sizes.ends) };
    }),
  });
  return {
    ...sizes,
    held: outcomes.map((_, o) => { const count = countOf(base, o); return { count, share: count / sizes.ends, ...wilson(count, sizes.ends) }; }),
    reach: outcomes.map(({ id }, o) => {
      const shares = spread.map((each) => each[o]);
      const at = (p: number): number => percentile(shares, p);
      return { id, least: at(0), tenth: at(0.1), median: at(0.5), ninetieth: at(0.9), most: at(1) };
    }),
    levers: space.map(({ id, low, high }, d) => ({ id, low: end(others[2 * d], low), high: end(others[2 * d + 1], high) })),
  };
}

function countOf({ outcomes }: CellRuns, outcome: number): number {
  let count = 0;
  for (const each of outcomes) if (each === outcome) count++;
  return count;
}
