/** Many runs of one model under one seed: run 1, 2, 3 … exactly as each would be played alone, on one thread or on many. */
import type { Model } from '../model/model.ts';
import type { LeverOptions } from '../run/levers.ts';
import { resultOf } from './conclude.ts';
import { ownCrew, type Crew } from './crew.ts';
import { frameOf } from './frame.ts';
import { gather } from './gather.ts';
import { headOf } from './head.ts';
import type { Keep, KeepOptions } from './keep/keep.ts';
import { planChunks, type Shard } from './plan.ts';
import type { PlayOptions } from './play.ts';
import type { BatchResult } from './result.ts';
import { shapeOf } from './tally.ts';
import { planLooks, untilResult } from './until/looks.ts';
import { threadCrew } from './workers.ts';

export interface BatchOptions extends LeverOptions {
  readonly seed: string;
  /** How many runs; with `until`, how many at most. */
  readonly runs: number;
  readonly onProgress?: (done: number) => void;
  /** Aborted: the batch stops at once and gives what is finished, whole chunks from the first on. */
  readonly signal?: AbortSignal;
  /** On how many worker threads; without: on this thread. The result is the same for every number. */
  readonly workers?: number;
  /** Who plays, in place of threads. */
  readonly crew?: Crew;
  /** Only this part of the runs. */
  readonly shard?: Shard | null;
  /** Stop when every outcome's interval has this half-width, 0..0.5, or less. */
  readonly until?: number | null;
  /** Keep a row for each run in a Parquet file. Throws a KeepError when that cannot be. */
  readonly keep?: KeepOptions | null;
}

export async function batch(model: Model, options: BatchOptions): Promise<BatchResult> {
  const { runs, onProgress, signal, workers = 0, crew, shard = null, until = null, keep: keepOptions = null, ...run } = options;
  if (until !== null && shard !== null) throw new RangeError('a shard has a fixed number of runs: until and shard exclude each other');
  const chunks = planChunks(runs, shard ?? undefined);
  const looks = until === null ? null : planLooks(until, chunks);
  const shape = shapeOf(model);
  const frame = frameOf(model, shape, run);
  const head = headOf(model, { ...run, runs, until, shard, version: keepOptions?.version ?? '' });
  const keep: Keep | null = keepOptions === null ? null : (await import('./keep/keep.ts')).openKeep(head, frame, keepOptions);
  const done = keep?.finished();
  if (done) return resultOf(frame, done, { asked: runs, shard, until: looks && untilResult(looks, done) });

  const play: PlayOptions = { ...run, rows: keepOptions && { head: JSON.stringify(head), version: keepOptions.version } };
  const hands = (crew ?? (workers === 0 ? ownCrew(model) : threadCrew(workers))).batch({ scenario: model.scenario, options: play }, chunks.length);
  const tally = await gather({ chunks, hands, shape, looks, keep, onProgress: onProgress ?? null, signal: signal ?? null });
  if (signal?.aborted !== true) keep?.finish(tally, chunks);
  return resultOf(frame, tally, { asked: runs, shard, until: looks && untilResult(looks, tally) });
}
