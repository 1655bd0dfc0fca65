/** Two models run by run, to the end. */
import { paired } from '../../engine/index.ts';
import type { Model, PairedOptions, PairedResult } from '../../engine/index.ts';

export async function pair(first: Model, second: Model, options: PairedOptions): Promise<PairedResult> {
  const result = await paired(first.scenario, second.scenario, options);
  if (result === null) throw new Error('it was stopped');
  return result;
}
