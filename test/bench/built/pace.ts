/** How fast runs are played, warm. */
import type { Play } from './kernel.ts';

export interface Pace { readonly runs: number; readonly rounds: number; readonly seconds: number }

const TRIES = 5;

/**
 * Plays unmeasured for so many seconds and at least so many runs; then five times a third as many, of which the fastest counts. Each try has runs
 * of its own, so that nothing which the model remembers of a run is met a second time.
 */
export function paceOf(play: Play, seconds: number, fewest = 60): Pace {
  let run = 0;
  const warm = performance.now();
  while (run < fewest || performance.now() - warm < seconds * 1000) play(++run);
  const runs = Math.ceil(run / 3);
  const tries = Array.from({ length: TRIES }, (): Pace => {
    let rounds = 0;
    const start = performance.now();
    for (let nth = 0; nth < runs; nth++) rounds += play(++run);
    return { runs, rounds, seconds: (performance.now() - start) / 1000 };
  });
  return tries.reduce((a, b) => (b.seconds < a.seconds ? b : a));
}

export const aSecond = ({ runs, seconds }: Pace): number => runs / seconds;
