/** One or two levers, step by step over a range: in what share of runs each setting ends how, under the same luck everywhere. */
import type { CellRuns } from '../../batch/cells/cell.ts';
import type { Share } from '../../batch/result.ts';
import { wilson, Z95 } from '../../batch/wilson.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Id } from '../../vocabulary.ts';
import { meanOf, varianceOf } from '../sensitivity/moments.ts';
import { cellAt, type Held, type Study } from '../study/study.ts';
import { measuresFor, valuesOf, type Target } from '../study/target.ts';

/** A lever and the values at which it is looked at, in order. */
export interface Axis { readonly id: Id; readonly values: readonly number[] }

/** `steps` values from `low` to `high`, both ends with them. Each is rounded to 12 digits, so that no step carries binary noise. */
export function axisOf(id: Id, low: number, high: number, steps: number): Axis {
  return { id, values: Array.from({ length: steps }, (_, at) => Number((steps === 1 ? low : low + ((high - low) * at) / (steps - 1)).toPrecision(12))) };
}

export interface SweepOptions { readonly scenario: Scenario; readonly axes: readonly Axis[]; readonly target: Target; readonly held: Held; readonly runs: number }

export interface SweepCell {
  /** By axis: its value here. */
  readonly at: readonly number[];
  /** By outcome of the scenario. */
  readonly outcomes: readonly Share[];
  /** What was asked for: a share of runs, or the mean of a measure; 95 % interval, Wilson's or the normal one. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
}
export interface Sweep { readonly axes: readonly Axis[]; readonly target: Target; readonly runs: number; readonly cells: readonly SweepCell[] }

/** Settings in order; the last axis goes fastest. */
export function settingsOf(axes: readonly Axis[]): readonly (readonly number[])[] {
  return axes.reduce<readonly (readonly number[])[]>((all, { values }) => all.flatMap((setting) => values.map((value) => [...setting, value])), [[]]);
}

export function sweepStudy({ scenario, axes, target, held, runs }: SweepOptions): Study<Sweep> {
  const settings = settingsOf(axes);
  const measures = measuresFor([target]);
  const cellOf = (at: readonly number[], played: CellRuns): SweepCell => {
    const counts = scenario.outcomes.map(() => 0);
    for (const outcome of played.outcomes) counts[outcome]++;
    return { at, outcomes: counts.map((count) => ({ count, share: count / runs, ...wilson(count, runs) })), ...meanWithin(valuesOf(target, played, scenario, measures), target) };
  };
  return {
    cells: settings.map((setting) => cellAt(held, Object.fromEntries(axes.map(({ id }, a) => [id, setting[a]])), runs)), measures, texts: [],
    evaluate: (played) => ({ axes, target, runs, cells: settings.map((setting, at) => cellOf(setting, played[at])) }),
  };
}



function meanWithin(values: Float64Array, target: Target): Pick<SweepCell, 'value' | 'low' | 'high'> {
  const value = meanOf(values);
  if (target.kind === 'outcomes') return { value, ...wilson(Math.round(value * values.length), values.length) };
  const half = Z95 * Math.sqrt(varianceOf(values) / values.length);
  return { value, low: value - half, high: value + half };
}
