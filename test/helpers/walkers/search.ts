/** The property: the walkers agree on every generated scenario. What breaks it is kept. */
import fc from 'fast-check';
import { readScenarioText } from '../../../engine/index.ts';
import { generated } from '../generate.ts';
import { keep, lookFor, type Case } from './keep.ts';

/** `faulty`: a fault put in on purpose. */
export interface Search extends Pick<Case, 'at' | 'faulty'> {
  /** How many scenarios. */
  readonly count: number;
  /** Where a scenario goes on which the walkers part. */
  readonly folder: string;
}

/** The runs of a generated scenario that are played, under its number as the seed. */
export const RUNS: readonly number[] = [1, 2, 3];
/** After so many phases each: no divisor of a round's eight, so that all phases have their turn. */
const EVERY = 11;

export const caseOf = (seed: string, text: string, rest: Pick<Case, 'at' | 'faulty'> = {}): Case => ({
  ...rest, seed, runs: RUNS, every: EVERY, read: (from) => readScenarioText(text, { file: `${seed}.yaml`, ...(from === undefined ? {} : { from }) }),
});

/** @returns how many of them could be read @throws where the walkers part, with what repeats it */
export function searchGenerated({ count, folder, ...rest }: Search): number {
  let played = 0;
  // Another number is another scenario, not a smaller one: there is nothing to shrink.
  const details = fc.check(fc.property(fc.integer({ min: 1, max: 2_000_000 }), (number) => {
    const looked = lookFor(caseOf(String(number), generated(number, { wide: true }), rest));
    if (!looked.ok) return true;
    played++;
    return looked.found === null;
  }), { numRuns: count, endOnFailure: true });
  const [number] = details.counterexample ?? [];
  if (!details.failed || number === undefined) return played;
  const text = generated(number, { wide: true });
  const of = caseOf(String(number), text, rest);
  const looked = lookFor(of);
  if (looked.ok && looked.found !== null) throw new Error(keep(folder, text, of, looked.found));
  throw details.errorInstance instanceof Error ? details.errorInstance : new Error(`generated scenario ${number} parts the walkers only where others were played before it`);
}
