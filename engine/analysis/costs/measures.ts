/** What is counted of a run: whether a stage was signed, and each outcome. */
import type { CellRuns } from '../../batch/cells/cell.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Id } from '../../vocabulary.ts';

/** `signed`: the stage was signed at least once, whatever came of it. `outcome`: the run ended so. */
export interface Measure { readonly kind: 'signed' | 'outcome'; readonly id: Id; readonly title: string }

export const measuresOf = ({ stages, outcomes }: Scenario): readonly Measure[] => [
  ...stages.map(({ id, title }) => ({ kind: 'signed' as const, id, title })), ...outcomes.map(({ id, title }) => ({ kind: 'outcome' as const, id, title })),
];

/** The columns of rows that a design of cells must be asked for. */
export const columnsFor = ({ stages }: Scenario): readonly string[] => stages.map(({ id }) => ['signed', id].join('__').replaceAll('-', '_'));

/** By run: 1 where it holds. @param runs of a cell that was asked for `columnsFor` the scenario */
export function holdsIn(scenario: Scenario, { kind, id }: Measure, runs: CellRuns): Uint8Array {
  if (kind === 'signed') return Uint8Array.from(runs.measures[scenario.stages.findIndex((stage) => stage.id === id)], (each) => (each === 1 ? 1 : 0));
  const place = scenario.outcomes.findIndex((outcome) => outcome.id === id);
  return runs.outcomes.map((each) => (each === place ? 1 : 0));
}
