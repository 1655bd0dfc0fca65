/** Those who play chunks: the main thread itself, or a worker. */
import type { Model } from '../model/model.ts';
import type { Chunk } from './plan.ts';
import { playChunk, type Part, type PlayOptions } from './play.ts';

export interface Hand {
  /** Plays a chunk, saying now and then how many of its runs are done. null: stopped on the way. */
  play(chunk: Chunk, onRuns: (played: number) => void): Promise<Part | null>;
  /** Stops it; a chunk that is being played is given up. */
  end(): Promise<void>;
}

/** Plays on the main thread, and lets timers, keys and signals be heard every few runs. */
export function ownHand(model: Model, options: PlayOptions): Hand {
  let stopped = false;
  return {
    async play(chunk, onRuns) {
      const playing = playChunk(model, options, chunk);
      for (let step = await playing.next(); !stopped; step = await playing.next()) {
        if (step.done === true) return step.value;
        onRuns(step.value);
        await new Promise((resolve) => { setImmediate(resolve); });
      }
      return null;
    },
    end() {
      stopped = true;
      return Promise.resolve();
    },
  };
}
