/** Many runs of one model under one seed: run 1, 2, 3 … exactly as each would be played alone. */
import type { Model } from '../model/model.ts';
import { playRun } from '../run/kernel.ts';
import type { BatchResult } from './result.ts';
import { count, emptyTally, resultOf } from './tally.ts';

export interface BatchOptions {
  readonly seed: string;
  readonly runs: number;
  readonly levers?: Readonly<Record<string, number>>;
  readonly onProgress?: (done: number) => void;
  /** Aborted: the batch stops soon and gives what is finished. */
  readonly signal?: AbortSignal;
}

/** Runs between two pauses in which timers, keys and signals are heard. */
const BREATH = 25;

export async function batch(model: Model, options: BatchOptions): Promise<BatchResult> {
  const { seed, runs, levers = {}, onProgress, signal } = options;
  const tally = emptyTally(model);
  for (let run = 1; run <= runs && !signal?.aborted; run++) {
    count(model, tally, playRun(model, run, { seed, levers }));
    if (run % BREATH === 0) {
      onProgress?.(run);
      await new Promise((resolve) => { setImmediate(resolve); });
    }
  }
  const inForce = Object.fromEntries(model.scenario.levers.map((lever) => [lever.id, levers[lever.id] ?? lever.value]));
  return resultOf(model, tally, seed, inForce);
}
