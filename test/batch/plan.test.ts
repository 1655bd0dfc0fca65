import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countRuns, mostShards, planChunks, runsUpTo } from '../../engine/batch/plan.ts';

const lengths = fc.oneof(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 3_000_000 }));

it('every run is in one chunk, in order', () => {
  fc.assert(fc.property(lengths, (runs) => {
    let next = 1;
    planChunks(runs).forEach((chunk, index) => {
      expect(chunk).toMatchObject({ index, first: next });
      next = runsUpTo(chunk) + 1;
    });
    expect(next).toBe(runs + 1);
  }), { numRuns: 50 });
});

it('chunks are cut at the same places whatever the number of runs', () => {
  const long = planChunks(1_000_000);
  fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000 }), (runs) => {
    const chunks = planChunks(runs);
    expect(chunks.slice(0, -1)).toEqual(long.slice(0, chunks.length - 1));
  }), { numRuns: 50 });
});

it('shards have every chunk once, follow each other and are about equal', () => {
  fc.assert(fc.property(fc.integer({ min: 100, max: 500_000 }), fc.integer({ min: 1, max: 12 }), (runs, wanted) => {
    const of = Math.min(wanted, mostShards(runs));
    const shards = Array.from({ length: of }, (_, at) => planChunks(runs, { part: at + 1, of }));
    expect(shards.flat()).toEqual(planChunks(runs));
    const largest = Math.max(...planChunks(runs).map((chunk) => chunk.runs));
    for (const shard of shards) {
      expect(shard.length).toBeGreaterThan(0);
      expect(Math.abs(countRuns(shard) - runs / of)).toBeLessThanOrEqual(largest);
    }
  }), { numRuns: 100 });
});

it('long batches have few chunks and none that is large beside the whole', () => {
  expect(planChunks(1000)).toHaveLength(20);
  for (const runs of [100_000, 1_000_000, 100_000_000]) {
    const chunks = planChunks(runs);
    expect(chunks.length).toBeLessThan(10_000);
    expect(Math.max(...chunks.map((chunk) => chunk.runs))).toBeLessThanOrEqual(runs / 30);
  }
});
