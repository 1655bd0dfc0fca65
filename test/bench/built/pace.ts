/** How fast runs are played, warm. */
import type { Play } from './kernel.ts';

export interface Pace { readonly runs: number; readonly rounds: number; readonly seconds: number }

const TRIES = 3;

/**
 * Plays for so many seconds unmeasured; then as many runs again, three times, of which the fastest counts. Each try has runs of its own, so that
 * nothing which the model remembers of a run is met a second time.
 */
export function paceOf(play: Play, seconds: number): Pace {
  let runs = 0;
  const warm = performance.now();
  while (runs < 20 || performance.now() - warm < seconds * 1000) play(++runs);
  const tries = Array.from({ length: TRIES }, (_, nth): Pace => {
    let rounds = 0;
    const start = performance.now();
    for (let run = 1; run <= runs; run++) rounds += play((nth + 1) * runs + run);
    return { runs, rounds, seconds: (performance.now() - start) / 1000 };
  });
  return tries.reduce((a, b) => (b.seconds < a.seconds ? b : a));
}

export const aSecond = ({ runs, seconds }: Pace): number => runs / seconds;
