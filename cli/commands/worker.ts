/** `winset worker`: takes part in batches and studies that others start with --queue. */
import { availableParallelism } from 'node:os';
import { EXIT } from '../io.ts';
import type { Io } from '../io.ts';
import { MOST_WORKERS } from '../long-batch.ts';
import { whole } from '../options.ts';
import type { Args } from '../options.ts';
import { openQueue, orQueueFailure, telling } from '../queue.ts';
import { VERSION } from '../version.ts';
import { count } from '../views/plain/words.ts';
import type { Command } from './command.ts';

async function workerOf(args: Args, io: Io): Promise<number> {
  const threads = whole(args, 'workers', { least: 1, most: MOST_WORKERS, otherwise: availableParallelism() });
  const told = telling(io);
  const { link, shown } = await openQueue(args, io);
  const { workOn } = await import('../../engine/batch/queue/work.ts');
  told(`Takes part in the queue at ${shown} with ${count(threads, 'thread')}. Ctrl+C ends it; what it is at then goes back to the queue.`);
  const { pieces, runs } = await orQueueFailure(() => workOn({ link, version: VERSION, threads, told, signal: io.signal }));
  told(`Played ${count(runs, 'run')} in ${count(pieces, 'piece')}.`);
  return EXIT.interrupted;
}

export const worker: Command = {
  name: 'worker',
  usage: 'worker',
  describe: 'Takes part in batches and studies that are started with --queue, on any number of machines',
  positionals: {},
  options: ['queue', 'workers', 'no-color'],
  notes: { queue: 'Address of the queue: redis://host:6379, rediss:// over TLS; user and password in it, or in WINSET_QUEUE_USER and WINSET_QUEUE_PASSWORD', workers: 'On how many threads' },
  examples: [
    ['winset worker --queue redis://localhost:6379', 'Takes part with all cores of this machine'],
    ['winset batch ukraine-2025 --runs 1000000 --queue redis://localhost:6379', 'What gives it work, from this or another machine'],
  ],
  run: workerOf,
};
