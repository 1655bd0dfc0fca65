/** The flagship a million times with its rows, on two threads and on one: the same bytes. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder, measured, rounded, rowsIn, table } from './child.ts';

export async function million(runs = 1_000_000): Promise<string> {
  return inFolder(async (folder) => {
    const sides = [];
    for (const workers of [2, 1]) {
      const name = `runs-${workers}.parquet`;
      const used = measured(['batch', 'ukraine-2025', '--runs', String(runs), '--seed', '1', '--workers', String(workers), '--out', name, '--json'], folder);
      const file = join(folder, name);
      if ((await rowsIn(file)) !== runs) throw new Error(`${name} has not a row for each of ${runs} runs`);
      sides.push({ workers, file, ...used });
    }
    const [two, one] = sides;
    if (!readFileSync(two.file).equals(readFileSync(one.file))) throw new Error('two workers and one gave different rows');
    if (two.out !== one.out) throw new Error('two workers and one gave different results');
    const rows = sides.map(({ workers, wall, kilobytes }) => [String(workers), rounded(wall / 1000, 1), rounded((runs * 1000) / wall), rounded(kilobytes / 1024), rounded(one.wall / wall, 2)]);
    const size = statSync(two.file).size / 2 ** 20;
    return table(`${runs} runs of ukraine-2025, seed 1, with a row each (${rounded(size, 1)} MB): the same bytes`, [['workers', 'seconds', 'runs a second', 'most memory, MB', 'times as fast as one'], ...rows]);
  });
}
