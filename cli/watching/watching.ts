/** Watching a file: it is read at every save, and played until the next. */
import type { LeverOptions } from '../../engine/index.ts';
import type { Scenario } from '../../engine/scenario/scenario.ts';
import type { Desk, Reading } from './desk.ts';
import { stampsOf, untilChanged } from './files.ts';

export interface Watched {
  /** Path of the file. */
  readonly file: string;
  readonly read: () => Promise<Reading>;
  readonly asTaken: (scenario: Scenario, taken: LeverOptions) => Scenario;
  readonly desk: Desk;
  readonly signal: AbortSignal;
}

export interface Listener {
  /** The file was read; `fresh`: something in it is otherwise than before. */
  readonly saved: (fresh: boolean) => void;
  /** More runs are played. */
  readonly played: () => void;
  /** All runs are played. */
  readonly done: () => void;
}

/** Ends when told to. */
export async function watchFile({ file, read, asTaken, desk, signal }: Watched, listener: Listener): Promise<void> {
  let all: readonly string[] = [file];
  while (!signal.aborted) {
    // Before it is read: what is saved meanwhile is seen in the next round.
    const stamps = stampsOf(all);
    const reading = await read();
    all = [...new Set([...all, ...reading.bases])];
    listener.saved(desk.take(reading, asTaken));
    const next = new AbortController();
    const ends = AbortSignal.any([signal, next.signal]);
    const look = async (): Promise<void> => {
      await untilChanged(new Map([...stampsOf(all), ...stamps]), ends);
      next.abort();
    };
    const changed = look();
    try {
      if (await desk.play(next.signal, signal, listener.played)) listener.done();
      await changed;
    } finally {
      next.abort();
    }
  }
}
