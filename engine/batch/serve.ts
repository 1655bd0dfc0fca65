/** A worker's side of the talk: the scenario comes once, as data, is compiled here, and chunks are played as they are asked for. */
import type { MessagePort } from 'node:worker_threads';
import { compile } from '../model/compile.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Chunk } from './plan.ts';
import { playChunk, type Part, type PlayOptions } from './play.ts';

/** What a worker is made with. */
export interface Errand { readonly scenario: Scenario; readonly options: PlayOptions }

/** What a worker says: how many runs of its chunk are done, or the finished part. */
export type Word = { readonly played: number } | { readonly part: Part };

/** Words of progress are sent no more often than this many runs. */
const EVERY = 50;

export function serve(port: MessagePort, { scenario, options }: Errand): void {
  const model = compile(scenario);
  const say = (word: Word, moved: ArrayBuffer[] = []): void => { port.postMessage(word, moved); };
  const answer = async (chunk: Chunk): Promise<void> => {
    const playing = playChunk(model, options, chunk);
    for (let step = await playing.next(); ; step = await playing.next()) {
      if (step.done === true) {
        const { tally, rows } = step.value;
        say({ part: step.value }, [tally.counts.buffer as ArrayBuffer, ...(rows ? [rows.buffer] : [])]);
        return;
      }
      if (step.value % EVERY === 0) say({ played: step.value });
    }
  };
  // A failure ends the worker, and so becomes known; nothing is asked of it before the last is answered.
  port.on('message', (chunk: Chunk) => { answer(chunk).catch((error: unknown) => { queueMicrotask(() => { throw error; }); }); });
}
