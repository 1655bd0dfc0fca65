/** Two workers beside one, on the flagship, with and without rows: the same bytes first. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { best, inFolder, measured, rounded, table, type Measured } from './child.ts';

const TRIES = 3;

function tries(runs: number, workers: number, file: string | null, folder: string): Measured {
  const words = ['batch', 'ukraine-2025', '--runs', String(runs), '--seed', '1', '--json', '--workers', String(workers), ...(file === null ? [] : ['--out', file, '--force'])];
  return best(Array.from({ length: TRIES }, () => measured(words, folder)));
}

export async function workers(runs = 20_000): Promise<string> {
  const rows = await inFolder((folder) => [false, true].map((kept) => {
    const [one, two] = [1, 2].map((count) => tries(runs, count, kept ? `${count}.parquet` : null, folder));
    if (one.out !== two.out) throw new Error('one worker and two gave different results');
    if (kept && !readFileSync(join(folder, '1.parquet')).equals(readFileSync(join(folder, '2.parquet')))) throw new Error('one worker and two gave different rows');
    return [kept ? 'with rows' : 'counts only', rounded(one.wall / 1000, 1), rounded(two.wall / 1000, 1), rounded(one.wall / two.wall, 2), rounded(two.cpu / one.cpu, 2), rounded((runs * 1000) / two.wall)];
  }));
  return table(`${runs} runs of ukraine-2025, best of ${TRIES}; results and rows were the same bytes`, [['', '1 worker, s', '2 workers, s', 'times as fast', 'processor time, 2 to 1', 'runs a second'], ...rows]);
}
