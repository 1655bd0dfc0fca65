/** A design of many cells: scenarios and their variants, settings of levers, states to start from; each played run by run under the same luck. */
import type { Choice } from '../../record/record.ts';
import type { LeverOptions } from '../../run/levers.ts';
import type { SavedState } from '../../run/state.ts';
import type { Piece } from '../hand.ts';

/** One place of a design. */
export interface Cell extends LeverOptions {
  /** Place of its scenario among those of the design. */
  readonly scenario: number;
  /** Number of its first run under the seed; 1 if not said. Runs of equal number have equal luck in all cells. */
  readonly first?: number;
  readonly runs: number;
  /** Plays on from this moment, not from the opening. */
  readonly saved?: SavedState;
  /** A person's moves, in all of its runs. */
  readonly choices?: readonly Choice[];
}

/** What is asked of every run, besides how it ended. */
export interface Asked {
  readonly seed: string;
  /**
   * Numbers to keep of each run: names of columns of rows (rows/columns.ts) with numbers in them, or that are true or false (1 or 0); or `column=value` of a
   * column with texts (1 or 0). NaN where a run has none, as the days of a peace that never began.
   */
  readonly measures?: readonly string[];
  /** Texts to keep: names of columns with texts. null where a run has none. */
  readonly texts?: readonly string[];
}

/** Runs of a cell, in order. */
export interface CellRuns {
  /** Number of the first run. */
  readonly first: number;
  /** By run: the place of its outcome among those of its scenario. */
  readonly outcomes: Uint8Array;
  /** By measure, in the order asked; by run. */
  readonly measures: readonly Float64Array[];
  readonly texts: readonly (readonly (string | null)[])[];
}

/** Runs of one or several cells that are played in one go. `first` counts through the runs of the whole design, from 1. */
export interface CellsPiece extends Piece { readonly asked: Asked; readonly cells: readonly Cell[] }
