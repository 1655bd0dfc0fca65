/** What a study asks of each run, as a number: whether it ended in some way, or a measure of it. */
import type { CellRuns } from '../../batch/cells/cell.ts';
import { columnsOf } from '../../batch/rows/columns.ts';
import type { Model } from '../../model/model.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Id } from '../../vocabulary.ts';
import { Incomplete } from './study.ts';

export type Target =
  /** 1 if the run ended in any of these outcomes, 0 if not: its mean is a share of runs. */
  | { readonly kind: 'outcomes'; readonly ids: readonly Id[] }
  /** A column of the rows with numbers, or `column=value` of one with texts (batch/cells/cell.ts). */
  | { readonly kind: 'measure'; readonly name: string };

/** Its name, as a user writes it. */
export const targetName = (target: Target): string => (target.kind === 'outcomes' ? target.ids.join(',') : target.name);

/** A target as a user writes it: outcomes by their ids with commas, or a measure; null if it is neither. */
export function targetOf(model: Model, written: string): Target | null {
  const ids = written.split(',').map((id) => id.trim());
  if (ids.every((id) => model.scenario.outcomes.some((outcome) => outcome.id === id))) return { kind: 'outcomes', ids: [...new Set(ids)] };
  return measureExists(model, written) ? { kind: 'measure', name: written } : null;
}

/** Names of the columns that are numbers, or true or false; and of those with texts, which take a value. */
export function measuresOf(model: Model): { readonly numbers: readonly string[]; readonly texts: readonly string[] } {
  const columns = columnsOf(model, '').filter(({ name }) => !['run', 'seed', 'outcome'].includes(name) && !name.startsWith('lever__'));
  const named = (text: boolean): readonly string[] => columns.filter(({ type }) => (type === 'STRING') === text).map(({ name }) => name);
  return { numbers: named(false), texts: named(true) };
}

function measureExists(model: Model, written: string): boolean {
  const { numbers, texts } = measuresOf(model);
  const [name = '', value] = written.split('=');
  return value === undefined ? numbers.includes(name) : texts.includes(name);
}

/** Measures to be asked of the runs for these targets. */
export const measuresFor = (targets: readonly Target[]): readonly string[] => [...new Set(targets.flatMap((target) => (target.kind === 'measure' ? [target.name] : [])))];

/** By run. Throws an `Incomplete` if a run has no such number. @param measures as they were asked of the runs */
export function valuesOf(target: Target, runs: CellRuns, scenario: Scenario, measures: readonly string[]): Float64Array {
  if (target.kind === 'outcomes') {
    const counts = scenario.outcomes.map(({ id }) => (target.ids.includes(id) ? 1 : 0));
    return Float64Array.from(runs.outcomes, (outcome) => counts[outcome]);
  }
  const values = runs.measures[measures.indexOf(target.name)];
  if (values.some((value) => Number.isNaN(value))) throw new Incomplete(`not every run has ${target.name}`);
  return values;
}
