/** A crew of whatever machines take pieces from a queue. The caller's side: pieces go in as jobs, finished parts are taken out. */
import { Queue, QueueEvents } from 'bullmq';
import type { CellsPiece } from '../cells/cell.ts';
import type { Crew } from '../crew.ts';
import type { Hand, Piece } from '../hand.ts';
import { MOST_STANDING, Places, standingFor, threadsOf } from './flow.ts';
import { nameOf, type CellsJob, type Job } from './job.ts';
import type { Link } from './link.ts';
import { packScenario, type Luggage, type Written } from './luggage.ts';
import { unpackBatch, unpackCells } from './parts.ts';
import { QueueError } from './queue-error.ts';

/** Names in Redis: winset:pieces:… */
export const WHERE = { name: 'pieces', prefix: 'winset' } as const;

export interface QueueCrewOptions {
  readonly link: Link;
  readonly version: string;
  /** Texts of the scenarios that are played. */
  readonly written: readonly Written[];
  readonly told: (words: string) => void;
  /** Milliseconds between two looks at the workers and at pieces of which nothing was heard. */
  readonly look?: number;
}

/** Attempts at a piece that fails by itself; a machine that dies does not count here. */
const ATTEMPTS = 3;
/** Events are only a wake-up; few are kept, since each carries its part. */
const EVENTS_KEPT = 200;
/** Parts that nobody collects are gone after a day. */
const KEPT = { age: 86_400, count: 2 * MOST_STANDING };

export interface QueueCrew extends Crew { close(): Promise<void> }

export function queueCrew({ link, version, written, told, look = 2000 }: QueueCrewOptions): QueueCrew {
  const luggage = new Map<string, Luggage>(written.map((each) => [each.scenario.hash, packScenario(each)]));
  const luggageOf = (hash: string): Luggage => {
    const found = luggage.get(hash);
    if (!found) throw new QueueError('cannot-travel', 'A scenario that is no file cannot be played by other machines.');
    return found;
  };
  const queue = new Queue<Job, unknown>(WHERE.name, {
    connection: link.client, prefix: WHERE.prefix,
    defaultJobOptions: { attempts: ATTEMPTS, removeOnComplete: KEPT, removeOnFail: { age: 3600, count: 1000 } },
    streams: { events: { maxLen: EVENTS_KEPT } },
  });
  // What becomes of the connection is told by the link.
  queue.on('error', () => {});
  let [closed, alone] = [false, false];
  const places = new Places();
  const waiting = new Map<string, { wake: () => void; readonly onRuns: (played: number) => void }>();
  const listen = (): QueueEvents => {
    const listening = new QueueEvents(WHERE.name, { connection: link.client, prefix: WHERE.prefix });
    listening.on('error', () => {});
    listening.on('completed', ({ jobId }) => waiting.get(jobId)?.wake());
    listening.on('failed', ({ jobId }) => waiting.get(jobId)?.wake());
    listening.on('progress', ({ jobId, data }) => { if (typeof data === 'number') waiting.get(jobId)?.onRuns(data); });
    return listening;
  };
  let events = listen();
  // Those who listened before do not always hear again what a queue says that was started anew.
  link.onBack(() => {
    if (closed) return;
    events.close().catch(() => {});
    events = listen();
  });
  const lookRound = async (): Promise<void> => {
    const threads = (await queue.getWorkers()).reduce((sum, { rawname = '' }) => sum + threadsOf(rawname), 0);
    places.resize(standingFor(threads));
    if (threads === 0 && !alone && waiting.size > 0) told('No worker takes part yet. Start one on any machine that reaches the queue: winset worker --queue …');
    if (threads > 0 && alone) told(`Workers take part, with ${threads} thread${threads === 1 ? '' : 's'}.`);
    alone = threads === 0 && (alone || waiting.size > 0);
    for (const { wake } of waiting.values()) wake();
  };
  const timer = setInterval(() => { lookRound().catch(() => {}); }, look);
  setTimeout(() => { if (!closed) lookRound().catch(() => {}); }, Math.min(look, 300));

  /** Puts a job in and waits for what becomes of it. */
  const play = async (job: Job, onRuns: (played: number) => void, isStopped: () => boolean): Promise<unknown> => {
    const jobId = nameOf(job);
    let wake = (): void => {};
    let awake = false;
    waiting.set(jobId, { wake: () => { awake = true; wake(); }, onRuns });
    try {
      // What failed for an earlier caller is tried again.
      if ((await queue.getJobState(jobId)) === 'failed') await queue.remove(jobId);
      await queue.add('piece', job, { jobId });
      while (!isStopped()) {
        awake = false;
        const state = await queue.getJobState(jobId);
        // A queue that was started anew has forgotten its pieces; or another caller for the same piece has taken its part.
        if (state === 'unknown') { await queue.add('piece', job, { jobId }); continue; }
        const found = state === 'completed' || state === 'failed' ? await queue.getJob(jobId) : undefined;
        if (found !== undefined) {
          await found.remove();
          if (state === 'completed') return found.returnvalue;
          throw new QueueError('failed', `The runs ${job.piece.first} to ${job.piece.first + job.piece.runs - 1} failed on the workers that took them: ${found.failedReason}`);
        }
        if (!awake) await new Promise<void>((resolve) => { wake = resolve; });
      }
      return null;
    } finally {
      waiting.delete(jobId);
    }
  };

  /** What a worker is at cannot be taken away; it stays for whoever asks for it next. */
  const takeBack = (jobId: string): Promise<unknown> => Promise.race([queue.remove(jobId).catch(() => {}), link.lost.catch(() => {})]);

  const handsFor = <P extends Piece, Part>(pieces: number, jobOf: (piece: P) => Job, unpack: (said: unknown) => Part): readonly Hand<P, Part>[] => {
    let stopped = false;
    const under = new Set<string>();
    const hand: Hand<P, Part> = {
      async play(piece, onRuns) {
        await places.take();
        const job = jobOf(piece);
        const jobId = nameOf(job);
        under.add(jobId);
        try {
          const said = stopped ? null : await Promise.race([play(job, onRuns, () => stopped), link.lost]);
          return stopped ? null : unpack(said);
        } finally {
          under.delete(jobId);
          // It may have been put in after the hand was stopped.
          if (stopped) await takeBack(jobId);
          places.give();
        }
      },
      async end() {
        if (stopped) return;
        stopped = true;
        places.resize(MOST_STANDING + 1_000_000);
        for (const jobId of under) {
          await takeBack(jobId);
          waiting.get(jobId)?.wake();
        }
      },
    };
    return Array.from({ length: Math.min(pieces, MOST_STANDING) }, () => hand);
  };

  return {
    batch({ scenario, options }, pieces) {
      const packed = luggageOf(scenario.hash);
      return handsFor(pieces, (piece) => ({ winset: 1, version, kind: 'batch', scenario: packed, options, piece }), unpackBatch);
    },
    cells({ scenarios }, pieces) {
      return handsFor(pieces, (piece: CellsPiece) => cellsJob(version, piece, (at) => luggageOf(scenarios[at].hash)), unpackCells);
    },
    async close() {
      closed = true;
      clearInterval(timer);
      await Promise.race([Promise.allSettled([events.close(), queue.close()]), link.lost.catch(() => {})]);
      link.close();
    },
  };
}

/** Only the scenarios that the piece needs travel with it, numbered anew. */
function cellsJob(version: string, piece: CellsPiece, luggageOf: (at: number) => Luggage): CellsJob {
  const needed = [...new Set(piece.cells.map(({ scenario }) => scenario))];
  const cells = piece.cells.map(({ saved, choices, ...cell }) => {
    if (saved !== undefined || choices !== undefined) throw new QueueError('cannot-travel', 'Runs that start from a moment, or with the moves of a person, are played on this machine only.');
    return { ...cell, scenario: needed.indexOf(cell.scenario) };
  });
  return { winset: 1, version, kind: 'cells', scenarios: needed.map(luggageOf), piece: { ...piece, cells } } as unknown as CellsJob;
}
