/** Who plays a batch or a design: this thread, worker threads, or machines behind a queue. All give the same parts. */
import type { Scenario } from '../scenario/scenario.ts';
import type { Model } from '../model/model.ts';
import type { CellsPiece } from './cells/cell.ts';
import { cellsPlayer, type CellsPart } from './cells/play.ts';
import { ownHand, type Hand } from './hand.ts';
import type { Chunk } from './plan.ts';
import { chunkPlayer, type Part, type PlayOptions } from './play.ts';

/** Chunks of a batch. */
export interface BatchErrand { readonly scenario: Scenario; readonly options: PlayOptions }
/** Pieces of designs. The list may grow while they are played. */
export interface CellsErrand { readonly scenarios: readonly Scenario[] }

/** Hands for an errand, of which there are so many pieces. They must be ended. */
export interface Crew {
  batch(errand: BatchErrand, pieces: number): readonly Hand<Chunk, Part>[];
  cells(errand: CellsErrand, pieces: number): readonly Hand<CellsPiece, CellsPart>[];
}

/** This thread by itself, with the batch's model as it was compiled before. */
export const ownCrew = (model: Model | null): Crew => ({
  batch: (errand) => {
    if (model === null) throw new Error('a batch on this thread needs its model');
    return [ownHand(chunkPlayer(model, errand.options))];
  },
  cells: ({ scenarios }) => [ownHand(cellsPlayer(scenarios))],
});
