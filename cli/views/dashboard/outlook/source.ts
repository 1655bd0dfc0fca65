/** Where outlooks come from: a worker thread, so that no key waits for a run. */
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Outlook, PairedOutlook, Scenario } from '../../../../engine/index.ts';
import type { Moment } from '../walkers.ts';
import type { Answer, Errand, Question } from './work.ts';

interface Task<Saved> {
  readonly moment: Saved;
  /** How many runs in all, or pairs of runs. */
  readonly runs: number;
  /** There will be no outlook: nobody is left to play the runs. */
  readonly fail: () => void;
}
/** What follows from a moment. `had`: what was counted from it before. */
export interface FromHere<Saved> extends Task<Saved> { readonly had: Outlook | null; readonly tell: (outlook: Outlook) => void }
/** What follows from it and from another, under the same luck. */
export interface Pair<Saved> extends Task<Saved> { readonly other: Saved; readonly tellPair: (pair: PairedOutlook) => void }
export type Asking<Saved> = FromHere<Saved> | Pair<Saved>;

export interface Source<Saved> {
  /** Plays on from a moment. What was asked before is given up, and heard of no more. */
  ask(asking: Asking<Saved>): void;
  /** Gives up what was asked. */
  rest(): void;
  end(): Promise<void>;
}

/** Megabytes for what is soon forgotten, as everything in a run is. */
const YOUNG = 12;

/** Beside this file, as source; beside or above the piece that holds it, when built. */
export function workerFile(): URL {
  const file = ['./worker-from-source.mjs', './outlook-worker.js', '../outlook-worker.js'].map((path) => new URL(path, import.meta.url)).find((url) => existsSync(url));
  if (!file) throw new Error('the file that the outlook runs is missing from the installation');
  return file;
}

/** The worker starts with the first question; one that died is replaced with the next. */
export function workerSource(scenario: Scenario, file: () => URL = workerFile): Source<Moment> {
  let worker: Worker | null = null;
  let number = 0;
  let asked: Asking<Moment> | null = null;

  const lost = (one: Worker): void => {
    if (worker !== one) return;
    worker = null;
    const waiting = asked;
    asked = null;
    waiting?.fail();
  };
  const start = (): Worker => {
    const started = new Worker(file(), { workerData: { scenario } satisfies Errand, execArgv: [], stdout: true, stderr: true, resourceLimits: { maxYoungGenerationSizeMb: YOUNG } });
    started.on('message', (answer: Answer) => {
      if (worker !== started || answer.number !== number || asked === null) return;
      if ('pair' in answer) {
        if ('tellPair' in asked) asked.tellPair(answer.pair);
      } else if ('tell' in asked) asked.tell(answer.outlook);
    });
    started.on('error', () => lost(started)).on('exit', () => lost(started));
    // The program ends when the person quits, whatever is still being played.
    started.unref();
    return started;
  };
  const post = (question: Omit<Question, 'number'>): void => {
    number += 1;
    worker?.postMessage({ ...question, number } satisfies Question);
  };

  return {
    ask(asking) {
      asked = asking;
      try {
        worker ??= start();
        post({ moment: asking.moment, other: 'other' in asking ? asking.other : null, had: 'had' in asking ? asking.had : null, runs: asking.runs });
      } catch {
        asked = null;
        asking.fail();
      }
    },
    rest() {
      asked = null;
      post({ moment: null, other: null, had: null, runs: 0 });
    },
    async end() {
      asked = null;
      const last = worker;
      worker = null;
      await last?.terminate();
    },
  };
}
