/** Names that the screen proposes: of the file a run is saved in, and of the next seed. */
import type { RunHead } from '../../../engine/record/record.ts';
import type { Scenario } from '../../../engine/scenario/scenario.ts';

/** @param branch null for the only branch, and for the trunk */
export function fileName(scenario: Scenario, { seed, run }: RunHead, branch: string | null): string {
  const of = branch === null ? '' : `-${branch.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '').toLowerCase()}`;
  return `${scenario.id}${of}-seed${seed.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 60)}${run === 1 ? '' : `-run${run}`}.run.jsonl`;
}

/** The next seed to try: one more for a number, else a count at its end. */
export function anotherSeed(seed: string): string {
  if (/^\d{1,15}$/.test(seed)) return String(Number(seed) + 1);
  const counted = /^(.*)-(\d{1,9})$/s.exec(seed);
  return counted === null ? `${seed}-2` : `${counted[1] ?? ''}-${Number(counted[2]) + 1}`;
}
