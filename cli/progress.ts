/** Keeps one line on stderr up to date while a person watches; silent where stderr is no terminal. */
import type { Io } from './io.ts';
import { finishedLine, progressLine } from './views/plain/progress.ts';

/** Ten times a second is as much as an eye follows. */
const EVERY = 100;
const CLEAR = '\r\u001b[K';

export interface Watching {
  readonly tick: (done: number) => void;
  /** Ends the line: with a summary, or wiped after an interruption. */
  readonly end: (finished: boolean, done?: number) => void;
}

export function watch(io: Io, of: number): Watching {
  if (!io.stderr.isTTY) return { tick: () => {}, end: () => {} };
  const start = io.now();
  let last = -Infinity;
  // What an earlier try had finished is no work of this one.
  let before: number | null = null;
  return {
    tick(done) {
      before ??= done;
      const now = io.now();
      if (now - last < EVERY) return;
      last = now;
      io.stderr.write(CLEAR + progressLine({ done, of, before, milliseconds: now - start }, io.stderr.columns ?? 80));
    },
    end(finished, done = of) {
      io.stderr.write(finished ? `${CLEAR}${finishedLine({ done, of, before: before ?? 0, milliseconds: io.now() - start })}\n` : CLEAR);
    },
  };
}
