/** Plays chunks of runs: what both the main thread and the workers do. */
import type { Model } from '../model/model.ts';
import { openKernel } from '../run/kernel.ts';
import type { LeverOptions } from '../run/levers.ts';
import type { Player } from './hand.ts';
import type { Chunk } from './plan.ts';
import { count, emptyTally, pack, shapeOf, type PackedTally } from './tally.ts';

export interface PlayOptions extends LeverOptions {
  readonly seed: string;
  /** With rows: the head of the batch that they belong to, kept in their file, and the version that writes it. */
  readonly rows: { readonly head: string; readonly version: string } | null;
}

/** A finished chunk. */
export interface Part {
  readonly index: number;
  readonly tally: PackedTally;
  /** The chunk as a Parquet file of its own; null without rows. */
  readonly rows: Uint8Array<ArrayBuffer> | null;
}

/** Runs between two moments in which others are heard. */
const BREATH = 10;

/** Plays chunk after chunk on one kernel, never two at a time: code that one kernel alone runs is the fastest. */
export function chunkPlayer(model: Model, options: PlayOptions): Player<Chunk, Part> {
  const { seed, rows, ...levers } = options;
  const kernel = openKernel(model, { ...levers, seed });
  return async function* player(chunk) {
    const tally = emptyTally(shapeOf(model));
    const group = rows === null ? null : (await import('./rows/group.ts')).rowGroup(model, seed, chunk.runs);
    for (let played = 0; played < chunk.runs; played++) {
      if (played > 0 && played % BREATH === 0) yield played;
      const finished = kernel.play(chunk.first + played);
      const blockers = count(model, tally, finished);
      group?.add(chunk.first + played, finished, blockers);
    }
    const packed = pack(tally);
    return { index: chunk.index, tally: packed, rows: group && rows ? group.bytes(notesOf(rows.head, packed), rows.version) : null };
  };
}

/** What a file of rows says of itself: the batch, and the counts of its runs. */
export function notesOf(head: string, tally: PackedTally): Readonly<Record<string, string>> {
  return { winset: head, 'winset.tally': JSON.stringify({ counts: [...tally.counts], blockers: tally.blockers, ...(tally.stood && { stood: tally.stood }) }) };
}
