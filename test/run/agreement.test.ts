/** The stepper and the kernel agree, record for record and byte for byte: the most important test there is. */
import { describe, expect, it } from 'vitest';
import { readShipped, SCENARIOS, VARIANTS } from '../helpers/shipped.ts';
import { DISAGREEMENTS, keptIn, lookFor, messageFor, problemsIn, type Case } from '../helpers/walkers/keep.ts';
import { caseOf, searchGenerated } from '../helpers/walkers/search.ts';
import { SMALLEST, TWO_TRACKS } from '../helpers/world.ts';

/** What is wrong, in words that say how to repeat it; empty where nothing is. */
function wrongWith(path: string, of: Case): string {
  const looked = lookFor(of);
  if (!looked.ok) return problemsIn(looked.problems);
  return looked.found === null ? '' : messageFor(path, of, looked.found);
}

const runs = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at + 1);

it('scenarios on which they once parted are played alike', () => {
  for (const { seed, text } of keptIn(DISAGREEMENTS)) expect(wrongWith(`test/fixtures/disagreements/${seed}.yaml`, caseOf(seed, text))).toBe('');
});

describe.each([['smallest', SMALLEST], ['two tracks', TWO_TRACKS]])('%s', (name, text) => {
  it('is played alike by both walkers', () => {
    expect(wrongWith(name, { ...caseOf('agreement', text), runs: runs(40), few: 8, every: 1 })).toBe('');
  });
});

describe.each([
  // Some forty runs in all, from each day on which it is meant to be started.
  ...SCENARIOS.map((name) => [name, { runs: runs(Math.ceil(40 / readShipped(name).starts.length)) }] as const),
  // A variant plays the parts of its scenario: a few runs from its first day show that nothing of its own goes wrong.
  ...VARIANTS.map((name) => [name, { runs: runs(3), from: readShipped(name).from }] as const),
])('%s', (name, asked) => {
  it('is played alike by both walkers', () => {
    const read = (from?: string) => ({ ok: true as const, scenario: readShipped(name, from), struck: [], bases: [], text: '' });
    expect(wrongWith(`scenarios/${name}.yaml`, { read, seed: 'agreement', few: 2, every: 61, ...asked })).toBe('');
  });
});

it('generated scenarios are played alike by both walkers, from their beginning and from every phase', () => {
  const phases = new Set<number>();
  const played = searchGenerated({ count: 40, folder: DISAGREEMENTS, at: (phase) => phases.add(phase) });
  expect(played).toBeGreaterThanOrEqual(36);
  expect([...phases].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
}, 120_000);
