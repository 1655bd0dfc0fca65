/** Many runs of one model under one seed: run 1, 2, 3 … exactly as each would be played alone. */
import type { Model } from '../model/model.ts';
import type { LeverOptions } from '../run/levers.ts';
import { playRun } from '../run/kernel.ts';
import type { BatchResult } from './result.ts';
import { count, emptyTally, resultOf } from './tally.ts';

export interface BatchOptions extends LeverOptions {
  readonly seed: string;
  readonly runs: number;
  readonly onProgress?: (done: number) => void;
  /** Aborted: the batch stops soon and gives what is finished. */
  readonly signal?: AbortSignal;
}

/** Runs between two pauses in which timers, keys and signals are heard. */
const BREATH = 25;

export async function batch(model: Model, options: BatchOptions): Promise<BatchResult> {
  const { runs, onProgress, signal, ...run } = options;
  const tally = emptyTally(model);
  for (let number = 1; number <= runs && !signal?.aborted; number++) {
    count(model, tally, playRun(model, number, run));
    if (number % BREATH === 0) {
      onProgress?.(number);
      await new Promise((resolve) => { setImmediate(resolve); });
    }
  }
  return resultOf(model, tally, options);
}
