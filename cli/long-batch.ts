/** The options of batches that are long: on how many threads, which part, until when, and where the rows go. */
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { BatchOptions, KeepProblem, Shard } from '../engine/index.ts';
import { plain } from '../engine/record/plain.ts';
import type { Io } from './io.ts';
import { decimal, flag, text, whole } from './options.ts';
import type { Args } from './options.ts';
import { why } from './save.ts';
import { Failure, UsageError } from './stops.ts';
import { VERSION } from './version.ts';

export const MOST_RUNS = 1_000_000_000;
export const MOST_WORKERS = 1024;
/** With fewer runs, starting threads and compiling the scenario in each takes longer than they save. */
const FEW = 2000;

/** Sides that are held run by run take a byte a run. */
export const MOST_PAIRS = 10_000_000;

/** On how many threads: --workers, or all cores where there are runs enough. @param runs in all */
export const workersOf = (args: Args, runs: number): number => whole(args, 'workers', { least: 1, most: MOST_WORKERS, otherwise: runs < FEW ? 0 : availableParallelism() });

type Long = Required<Pick<BatchOptions, 'runs' | 'workers' | 'shard' | 'until' | 'keep'>>;

/** '3/8' */
function shardOf(args: Args): Shard | null {
  const said = text(args, 'shard');
  if (said === undefined) return null;
  const [, part, of] = /^(\d{1,9})\/(\d{1,9})$/u.exec(said) ?? [];
  const shard = { part: Number(part), of: Number(of) };
  if (!(shard.part >= 1 && shard.part <= shard.of)) throw new UsageError(`--shard takes a part of all parts, from 1/8 to 8/8, not “${plain(said)}”.`);
  return shard;
}

/** '0.5%' → 0.005 */
function untilOf(args: Args): number | null {
  const said = text(args, 'until');
  if (said === undefined) return null;
  const value = said.endsWith('%') ? decimal(said.slice(0, -1).trim()) : undefined;
  if (value === undefined || value < 0.01 || value > 50) throw new UsageError(`--until takes a percentage from 0.01% to 50%, as in 0.5%, not “${plain(said)}”.`);
  return value / 100;
}

export async function longOptions(args: Args, io: Io): Promise<Long> {
  const until = untilOf(args);
  const shard = shardOf(args);
  const runs = whole(args, 'runs', { least: 1, most: MOST_RUNS, otherwise: until === null ? 1000 : 1_000_000 });
  if (until !== null && shard !== null) throw new UsageError('--until and --shard exclude each other: no shard alone can tell when there are enough runs.');
  const out = text(args, 'out');
  const [resume, force] = [flag(args, 'resume'), flag(args, 'force')];
  const without = resume ? '--resume' : force ? '--force' : null;
  if (out === undefined && without !== null) throw new UsageError(`${without} is about the file of --out; give that too.`);
  const { mostShards, planChunks } = await import('../engine/index.ts');
  if (shard !== null && planChunks(runs, shard).length === 0) throw new UsageError(`--shard ${shard.part}/${shard.of} would have no runs: ${runs} runs can be parted into at most ${mostShards(runs)}.`);
  return {
    runs, shard, until,
    workers: workersOf(args, runs),
    keep: out === undefined ? null : { file: path.resolve(io.cwd, out), shown: out, version: VERSION, resume, force, mark: String(process.pid) },
  };
}

const HINTS: Readonly<Partial<Record<KeepProblem, string>>> = {
  exists: ' --force writes over it.',
  unfinished: ' --resume goes on with it, --force begins anew.',
  'another-batch': ' Take another name for --out, or --force to begin anew.',
};

/** Runs what may fail on the disk or in a worker, and says so as a failure of the command. */
export async function orFail<T>(act: () => T | Promise<T>, hints: boolean): Promise<T> {
  const { KeepError, WorkerError } = await import('../engine/index.ts');
  try {
    return await act();
  } catch (error) {
    if (error instanceof WorkerError) throw new Failure(plain(error.message));
    if (!(error instanceof KeepError)) throw error;
    throw new Failure(error.problem === 'disk' && error.cause !== undefined ? `${error.message}: ${why(error.cause)}.` : `${error.message}${hints ? (HINTS[error.problem] ?? '') : ''}`);
  }
}
