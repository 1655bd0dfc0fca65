/** The most memory that a batch takes at any moment: it must not grow with the number of runs. */
import { inFolder, measured, rounded, table } from './child.ts';

export function memory(scenario = 'tutorial', counts: readonly number[] = [10_000, 1_000_000]): string {
  const rows = inFolder((folder) => [[1, false], [2, false], [2, true]].map(([workers, kept]) => {
    const used = counts.map((runs) => {
      const { out, kilobytes } = measured(['batch', scenario, '--runs', String(runs), '--json', '--workers', String(workers), ...(kept ? ['--out', `${runs}.parquet`] : [])], folder);
      if ((JSON.parse(out) as { readonly runs: number }).runs !== runs) throw new Error('not all runs were played');
      return kilobytes / 1024;
    });
    return [`${String(workers)}${kept ? ', with rows' : ''}`, ...used.map((megabytes) => rounded(megabytes)), rounded(used[used.length - 1] / used[0], 2)];
  }));
  return table(`Most memory in MB, ${scenario}`, [['workers', ...counts.map((runs) => `${runs} runs`), 'ratio'], ...rows]);
}
