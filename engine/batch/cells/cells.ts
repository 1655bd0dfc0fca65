/** Plays the cells of a design on this thread or on many; the result is the same for every number of them. */
import type { Scenario } from '../../scenario/scenario.ts';
import { ownCrew, type Crew } from '../crew.ts';
import { deal } from '../deal.ts';
import type { Hand } from '../hand.ts';
import { threadCrew } from '../workers.ts';
import type { Asked, Cell, CellRuns, CellsPiece } from './cell.ts';
import { cutCells, joinRuns } from './cut.ts';
import type { CellsPart } from './play.ts';

export interface CellsOptions extends Asked {
  /** Runs that are done, through all cells. */
  readonly onProgress?: (done: number) => void;
  /** The runs of a cell that have just been played, for those who show results while they grow; pieces come in any order. */
  readonly onRuns?: (cell: number, runs: CellRuns) => void;
  /** Aborted: it stops at once, and its team with it. */
  readonly signal?: AbortSignal;
}

/** Those who play designs, one after the other; threads that are started once serve them all. */
export interface Team {
  /** Takes a scenario in; the number by which cells name it. */
  add(scenario: Scenario): number;
  /** The runs of each cell, in the order of cells; null when stopped on the way. Throws a RangeError for a measure that the rows have not (from threads: a WorkerError that says so), a WorkerError when threads die. */
  play(cells: readonly Cell[], options: CellsOptions): Promise<readonly CellRuns[] | null>;
  end(): Promise<void>;
}

export function openTeam(crew: Crew): Team {
  const scenarios: Scenario[] = [];
  let hands: readonly Hand<CellsPiece, CellsPart>[] | null = null;
  const end = async (): Promise<void> => {
    const last = hands ?? [];
    hands = null;
    await Promise.all(last.map((hand) => hand.end()));
  };
  return {
    add: (scenario) => scenarios.push(scenario) - 1,
    async play(cells, { onProgress, onRuns, signal, ...asked }) {
      const pieces = cutCells(cells, asked);
      const found = new Map<number, CellsPart>();
      try {
        hands ??= crew.cells({ scenarios }, Infinity);
        await deal({
          pieces: pieces.map(({ piece }) => piece), hands, onProgress: onProgress ?? null, signal: signal ?? null,
          take(piece, part) {
            found.set(piece.index, part);
            pieces[piece.index].of.forEach((cell, at) => { onRuns?.(cell, part.cells[at]); });
          },
        });
      } catch (error) {
        await end();
        throw error;
      }
      if (signal?.aborted === true) {
        await end();
        return null;
      }
      return joinRuns(cells, pieces, found);
    },
    end,
  };
}

/** So many threads; 0: this one. */
export const crewOf = (workers: number): Crew => (workers === 0 ? ownCrew(null) : threadCrew(workers));

/** One design, played by a team of its own. `workers`: on how many threads, 0 for this one; or by another crew. */
export async function playCells(scenarios: readonly Scenario[], cells: readonly Cell[], { workers = 0, crew, ...options }: CellsOptions & { readonly workers?: number; readonly crew?: Crew }): Promise<readonly CellRuns[] | null> {
  const team = openTeam(crew ?? crewOf(workers));
  try {
    for (const scenario of scenarios) team.add(scenario);
    return await team.play(cells, options);
  } finally {
    await team.end();
  }
}
