/** A worker's side of the talk: what it is to play comes once, as data; pieces are played as they are asked for. */
import type { MessagePort } from 'node:worker_threads';
import { compile } from '../model/compile.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { CellsPiece } from './cells/cell.ts';
import { cellsPlayer, type CellsPart } from './cells/play.ts';
import type { BatchErrand } from './crew.ts';
import type { Piece, Player } from './hand.ts';
import type { Chunk } from './plan.ts';
import { chunkPlayer, type Part } from './play.ts';

/** What a worker is made with: a batch of one scenario, or cells of scenarios that it is told of later. */
export type Errand = ({ readonly kind: 'batch' } & BatchErrand) | { readonly kind: 'cells' };

/** What it is told on the way: scenarios, in the order in which cells name them. */
export interface Told { readonly scenarios: readonly Scenario[] }

/** What a worker says: how many runs of its piece are done, or the finished part. */
export type Word<P> = { readonly played: number } | { readonly part: P };

interface Job<P extends Piece, Made> {
  readonly player: Player<P, Made>;
  readonly hear: (told: Told) => void;
  /** What moves to the asker without a copy. */
  readonly moved: (part: Made) => ArrayBuffer[];
}

/** Words of progress are sent no more often than this many runs. */
const EVERY = 50;

export function serve(port: MessagePort, errand: Errand): void {
  if (errand.kind === 'batch') play(port, batchJob(errand));
  else play(port, cellsJob());
}

function batchJob({ scenario, options }: BatchErrand): Job<Chunk, Part> {
  return {
    player: chunkPlayer(compile(scenario), options),
    hear: () => {},
    moved: ({ tally, rows }) => [tally.counts.buffer as ArrayBuffer, ...(rows ? [rows.buffer] : [])],
  };
}

function cellsJob(): Job<CellsPiece, CellsPart> {
  const scenarios: Scenario[] = [];
  return {
    player: cellsPlayer(scenarios),
    hear: (told) => { scenarios.push(...told.scenarios); },
    moved: ({ cells }) => cells.flatMap(({ outcomes, measures }) => [outcomes.buffer as ArrayBuffer, ...measures.map((each) => each.buffer as ArrayBuffer)]),
  };
}

function play<P extends Piece, Made>(port: MessagePort, { player, hear, moved }: Job<P, Made>): void {
  const say = (word: Word<Made>, buffers: ArrayBuffer[] = []): void => { port.postMessage(word, buffers); };
  const answer = async (piece: P): Promise<void> => {
    const playing = player(piece);
    let last = 0;
    for (let step = await playing.next(); ; step = await playing.next()) {
      if (step.done === true) return say({ part: step.value }, moved(step.value));
      if (step.value - last >= EVERY) say({ played: (last = step.value) });
    }
  };
  // A failure ends the worker, and so becomes known; nothing is asked of it before the last is answered.
  port.on('message', (message: P | Told) => {
    if ('scenarios' in message) hear(message);
    else answer(message).catch((error: unknown) => { queueMicrotask(() => { throw error; }); });
  });
}
