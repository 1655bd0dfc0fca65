/**
 * How runs are parted into chunks. Where a chunk ends depends on nothing but the number of its first run, so batches of any
 * length, on any number of workers and in any number of shards are cut at the same places, and their parts fit together.
 */

/** Runs `first` to `first + runs - 1`, as one piece of work. `index` counts from 0 through the whole batch. */
export interface Chunk { readonly index: number; readonly first: number; readonly runs: number }

/** Part `part` (from 1) of `of`. */
export interface Shard { readonly part: number; readonly of: number }

const LEAST = 50;
const MOST = 2000;

/**
 * Small at first, so that a short batch keeps all workers busy to its end; never more than a thirty-second of the runs before;
 * beyond four million runs a two-thousandth, so that their number grows with the logarithm only.
 */
function sizeFrom(first: number): number {
  const before = first - 1;
  return Math.max(LEAST, Math.min(MOST, Math.floor(before / 32)), Math.floor(before / 2000));
}

export const runsUpTo = (chunk: Chunk): number => chunk.first + chunk.runs - 1;

/** The chunks of a batch, or those of its shard that begin in the shard's equal share of the runs. */
export function planChunks(runs: number, shard: Shard = { part: 1, of: 1 }): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let first = 1, index = 0; first <= runs; index++) {
    const chunk = { index, first, runs: Math.min(sizeFrom(first), runs - first + 1) };
    // The share that holds run `first`: whole numbers only, so that every machine agrees.
    if (Math.floor(((first - 1) * shard.of) / runs) === shard.part - 1) chunks.push(chunk);
    first += chunk.runs;
  }
  return chunks;
}

/** The most shards into which so many runs can be parted with runs in each. */
export function mostShards(runs: number): number {
  for (let of = planChunks(runs).length; of > 1; of--) if (everyShardHasRuns(runs, of)) return of;
  return 1;
}

function everyShardHasRuns(runs: number, of: number): boolean {
  const parts = new Set<number>();
  for (const { first } of planChunks(runs)) parts.add(Math.floor(((first - 1) * of) / runs));
  return parts.size === of;
}

export const countRuns = (chunks: readonly Chunk[]): number => chunks.reduce((sum, each) => sum + each.runs, 0);
