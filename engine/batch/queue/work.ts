/** A worker: takes pieces from a queue, plays them on threads of its own, and gives their parts back. It writes nothing but them. */
import { DelayedError, UnrecoverableError, WaitingError, Worker, type Job as QueueJob } from 'bullmq';
import { threadCrew } from '../workers.ts';
import { WHERE } from './crew.ts';
import { workerName } from './flow.ts';
import { jobSchema, type Job } from './job.ts';
import type { Link } from './link.ts';
import { QueueError } from './queue-error.ts';
import { Bench } from './bench.ts';

export interface WorkOptions {
  readonly link: Link;
  readonly version: string;
  readonly threads: number;
  readonly told: (words: string) => void;
  /** Aborted: it gives back what it is at, and ends. */
  readonly signal: AbortSignal;
  /** A piece whose worker has not been heard of for so many milliseconds is given to another. */
  readonly lock?: number;
  /** What threads run, if not the usual. */
  readonly file?: URL;
}
export interface Worked { readonly pieces: number; readonly runs: number }

/** Longer than any pause in which a machine that lives is not heard of. */
const LOCK = 20_000;
/** Machines that may die of a piece before it counts as the piece's fault. */
const DEATHS = 5;
/** Milliseconds between two words of progress. */
const TELL = 1000;
/** Milliseconds after which one that has nothing to play and takes nothing, though the queue is back, is taken for deaf. */
const DEAF = 2000;

/** Takes part until it is stopped. Throws a QueueError when the queue is lost, or when the work is for another version. */
export async function workOn({ link, version, threads, told, signal, lock = LOCK, file }: WorkOptions): Promise<Worked> {
  const bench = new Bench(threadCrew(1, file), threads);
  let [pieces, runs, taken, playing] = [0, 0, 0, 0];
  let other: QueueError | null = null;
  let finish = (): void => {};
  const over = new Promise<void>((resolve) => { finish = resolve; });
  const seen = new Set<string>();

  const take = async (queued: QueueJob<Job>, token?: string): Promise<unknown> => {
    const { version: wanted } = queued.data as { readonly version?: unknown };
    if (typeof wanted === 'string' && wanted !== version) {
      other ??= new QueueError('version', `The work in this queue is of Winset ${wanted.slice(0, 40)}, this worker is ${version}: their runs may differ. Use the same version on all machines.`);
      finish();
      // For a worker of the right version, a little later: this one has not tried it.
      await queued.moveToDelayed((queued.processedOn ?? queued.timestamp) + TELL, token);
      throw new DelayedError();
    }
    taken++;
    const read = jobSchema.safeParse(queued.data);
    if (!read.success) throw new UnrecoverableError('it is no work that Winset can do');
    const job = read.data;
    let slot: ReturnType<Bench['take']>;
    try {
      slot = bench.take(job);
    } catch (error) {
      if (error instanceof QueueError) throw new UnrecoverableError(error.message);
      throw error;
    }
    const scenario = (job.kind === 'batch' ? [job.scenario] : job.scenarios).map(({ hash }) => hash.slice(0, 8)).join(', ');
    if (!seen.has(scenario) && seen.size < 1000) told(`Plays ${slot.title} (${scenario}).`);
    seen.add(scenario);
    playing++;
    let played = 0;
    const timer = setInterval(() => { queued.updateProgress(played).catch(() => {}); }, TELL);
    try {
      const part = await slot.play((done) => { played = done; });
      if (part === null) {
        await queued.moveToWait(token);
        throw new WaitingError();
      }
      pieces++;
      runs += job.piece.runs;
      return part;
    } finally {
      clearInterval(timer);
      slot.free();
      playing--;
    }
  };

  const open = (): Worker<Job, unknown> => {
    const opened = new Worker<Job, unknown>(WHERE.name, take, {
      connection: link.client, prefix: WHERE.prefix, name: workerName(threads), concurrency: threads,
      lockDuration: lock, stalledInterval: Math.ceil(lock / 2), maxStalledCount: DEATHS,
    });
    opened.on('error', () => {});
    opened.on('failed', (_, error) => { told(`A piece failed: ${error.message}`); });
    return opened;
  };
  let worker = open();
  // One that was at a piece when the queue went away does not always ask again once it is back, above all where the queue was started anew.
  let looking: NodeJS.Timeout | undefined;
  const look = (before: number): void => {
    clearTimeout(looking);
    looking = setTimeout(() => {
      if (signal.aborted || taken > before) return;
      if (playing > 0) { look(before); return; }
      worker.close(true).catch(() => {});
      worker = open();
    }, DEAF);
  };
  link.onBack(() => { look(taken); });
  const stop = (): void => { finish(); };
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    await Promise.race([over, link.lost]);
    // Nothing more is taken; what is being played is given up, and goes back to the queue.
    const closed = worker.close();
    await bench.end();
    await Promise.race([closed, link.lost]);
  } finally {
    signal.removeEventListener('abort', stop);
    clearTimeout(looking);
    await bench.end();
    link.close();
  }
  if (other !== null) throw other as QueueError;
  return { pieces, runs };
}
