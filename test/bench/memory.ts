/** The most memory that a batch takes at any moment: it must not grow with the number of runs. */
import { join } from 'node:path';
import { inFolder, measured, rounded, rowsIn, table } from './child.ts';

/** @param most the larger number of runs; the smaller is a hundredth of it */
export async function memory(most = 1_000_000, scenario = 'tutorial'): Promise<string> {
  const counts = [Math.ceil(most / 100), most];
  const results = new Map<number, string>();
  const rows = await inFolder(async (folder) => {
    const told: string[][] = [];
    for (const [workers, kept] of [[1, false], [2, false], [2, true]] as const) {
      const used: number[] = [];
      for (const runs of counts) {
        const { out, kilobytes } = measured(['batch', scenario, '--runs', String(runs), '--seed', '1', '--json', '--workers', String(workers), ...(kept ? ['--out', `${runs}.parquet`] : [])], folder);
        if ((JSON.parse(out) as { readonly runs: number }).runs !== runs) throw new Error('not all runs were played');
        if ((results.get(runs) ?? out) !== out) throw new Error(`${runs} runs gave different results on ${workers} workers${kept ? ', with rows' : ''}`);
        if (kept && (await rowsIn(join(folder, `${runs}.parquet`))) !== runs) throw new Error('not all runs have a row');
        results.set(runs, out);
        used.push(kilobytes / 1024);
      }
      told.push([`${workers}${kept ? ', with rows' : ''}`, ...used.map((megabytes) => rounded(megabytes)), rounded(used[1] / used[0], 2)]);
    }
    return told;
  });
  return table(`Most memory in MB, ${scenario}; all runs were played, with the same results on each side`, [['workers', ...counts.map((runs) => `${runs} runs`), 'ratio'], ...rows]);
}
