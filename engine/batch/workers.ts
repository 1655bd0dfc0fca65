/** Worker threads as hands. One that dies is replaced and its piece played again, once. */
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { CellsPiece } from './cells/cell.ts';
import type { CellsPart } from './cells/play.ts';
import type { Crew } from './crew.ts';
import type { Hand, Piece } from './hand.ts';
import type { Chunk } from './plan.ts';
import type { Part } from './play.ts';
import type { Errand, Told, Word } from './serve.ts';

/** The file that a worker runs: beside this one, as source; beside or above it when built into pieces. */
export function workerFile(): URL {
  const file = ['./worker-from-source.mjs', './worker.js', '../worker.js'].map((path) => new URL(path, import.meta.url)).find((url) => existsSync(url));
  if (!file) throw new Error('the file that workers run is missing from the installation');
  return file;
}

/** A worker died twice on the same runs. */
export class WorkerError extends Error {
  override readonly name = 'WorkerError';
}

/**
 * Megabytes for what is soon forgotten, as nearly everything in a run is, and for what stays. Left to themselves these spaces
 * grow for as long as a batch lasts, as far as the machine has room; larger ones were measured to be no faster. What stays
 * of the largest scenario is a fraction of its limit: packages lie in typed arrays, which do not count here.
 */
const LIMITS = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 1024 } as const;

/** So many threads, but no more than pieces: the others would be idle. `file`: what they run, if not the usual. */
export function threadCrew(threads: number, file: URL = workerFile()): Crew {
  const few = (pieces: number): readonly null[] => Array.from({ length: Math.min(threads, pieces) }, () => null);
  return {
    batch: (errand, pieces) => few(pieces).map(() => workerHand<Chunk, Part>({ kind: 'batch', ...errand }, file)),
    cells({ scenarios }, pieces) {
      const known = new WeakMap<Worker, number>();
      const prepare = (worker: Worker): void => {
        const had = known.get(worker) ?? 0;
        if (had < scenarios.length) worker.postMessage({ scenarios: scenarios.slice(had) } satisfies Told);
        known.set(worker, scenarios.length);
      };
      return few(pieces).map(() => workerHand<CellsPiece, CellsPart>({ kind: 'cells' }, file, prepare));
    },
  };
}

/** `prepare` is called before each piece, to send what the worker must know first; one that is started anew knows nothing. */
function workerHand<P extends Piece, Part>(errand: Errand, file: URL, prepare: (worker: Worker) => void = () => {}): Hand<P, Part> {
  let worker: Worker | null = null;
  let ended = false;

  const start = (): Worker => {
    const started = new Worker(file, { workerData: errand, execArgv: [], resourceLimits: LIMITS });
    // It may also die while nothing is asked of it.
    started.on('error', () => {}).once('exit', () => { if (worker === started) worker = null; });
    return started;
  };

  /** The part, null when stopped, or why the worker died. */
  const ask = (piece: P, onRuns: (played: number) => void): Promise<Part | string | null> => {
    const asked = (worker ??= start());
    return new Promise((resolve) => {
      let why = 'it ended without a word';
      const settle = (found: Part | string | null): void => {
        asked.off('message', hear).off('error', fail).off('exit', exit);
        resolve(found);
      };
      const hear = (word: Word<Part>): void => {
        if ('part' in word) settle(word.part);
        else onRuns(word.played);
      };
      const fail = (error: unknown): void => { why = error instanceof Error ? error.message : String(error); };
      const exit = (): void => {
        worker = null;
        settle(ended ? null : why);
      };
      asked.on('message', hear).on('error', fail).on('exit', exit);
      prepare(asked);
      asked.postMessage(piece);
    });
  };

  return {
    async play(piece, onRuns) {
      let why = '';
      for (let attempt = 1; attempt <= 2; attempt++) {
        if (ended) return null;
        const found = await ask(piece, onRuns);
        if (typeof found !== 'string') return found;
        why = found;
        onRuns(0);
      }
      throw new WorkerError(`A worker died twice on the runs ${piece.first} to ${piece.first + piece.runs - 1}: ${why}`);
    },
    async end() {
      ended = true;
      await worker?.terminate();
    },
  };
}
