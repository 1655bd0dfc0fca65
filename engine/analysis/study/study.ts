/** A study: a design of cells, planned without playing, and what is made of its runs. Who plays it is no matter of the study. */
import type { Cell, CellRuns } from '../../batch/cells/cell.ts';
import type { LeverOptions } from '../../run/levers.ts';

export interface Study<Result> {
  readonly cells: readonly Cell[];
  readonly measures: readonly string[];
  readonly texts: readonly string[];
  /** Throws an `Incomplete` when something that was asked for is not there in every run. */
  readonly evaluate: (runs: readonly CellRuns[]) => Result;
}

/** What all cells of a study have in common: levers that are set, and a view. */
export type Held = Pick<LeverOptions, 'levers' | 'view'>;

/** A measure that some runs have not, and so cannot be studied over all of them. */
export class Incomplete extends Error {
  override readonly name = 'Incomplete';
}

/** A setting of the levers, over what is held. @param first number of the first run: settings with the same have the same luck */
export function cellAt(held: Held, levers: Readonly<Record<string, number>>, runs: number, first = 1): Cell {
  return { scenario: 0, ...(held.view === undefined ? {} : { view: held.view }), levers: { ...held.levers, ...levers }, first, runs };
}

export const countCells = (cells: readonly Cell[]): number => cells.reduce((sum, { runs }) => sum + runs, 0);
