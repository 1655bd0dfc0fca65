/** As many runs as it takes: the looks are fixed beforehand, and the intervals cover what they should although they are looked at again and again. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batch, planChunks } from '../../engine/index.ts';
import { exact } from '../../engine/batch/until/exact.ts';
import { narrowEnough, planLooks, type Looks } from '../../engine/batch/until/looks.ts';
import { wilson } from '../../engine/batch/wilson.ts';
import { modelFrom, SMALLEST } from '../helpers/world.ts';

/** Any source of chance will do here; this one is seeded (Marsaglia's xorshift32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
}

describe('looks', () => {
  it('are at ends of chunks, rise, and spend one part of 5 % each', () => {
    fc.assert(fc.property(fc.double({ min: 0.001, max: 0.4, noNaN: true }), fc.integer({ min: 60, max: 3_000_000 }), (within, most) => {
      const chunks = planChunks(most);
      const { at, level } = planLooks(within, chunks);
      const ends = new Set(chunks.map((chunk) => chunk.first + chunk.runs - 1));
      expect(at.every((end, i) => ends.has(end) && (i === 0 || end > at[i - 1]))).toBe(true);
      expect((1 - level) * at.length).toBeCloseTo(0.05, 10);
      // The last is the most runs, or so many that no interval can be wider.
      const last = at[at.length - 1];
      if (last < most) expect(narrowEnough({ within, at, level }, { runs: last, outcomes: Float64Array.of(Math.floor(last / 2)) })).toBe(true);
    }), { numRuns: 40 });
  });
});

describe('the exact interval', () => {
  it.each([[0, 10, 0.95, 0, 0.3085], [3, 10, 0.95, 0.0667, 0.6525], [10, 10, 0.95, 0.6915, 1], [50, 100, 0.99, 0.3686, 0.6314]])('of %i in %i at %f is that of the tables', (count, of, level, low, high) => {
    const found = exact(count, of, level);
    expect(found.low).toBeCloseTo(low, 3);
    expect(found.high).toBeCloseTo(high, 3);
  });
  it('is much like Wilson’s for many runs, also for a million', () => {
    for (const of of [10_000, 1_000_000]) for (const count of [of * 0.001, of * 0.2, of / 2, of * 0.97]) {
      const [a, b] = [exact(count, of, 0.95), wilson(count, of)];
      expect(Math.abs(a.low - b.low)).toBeLessThan(3 / of + 1e-4);
      expect(Math.abs(a.high - b.high)).toBeLessThan(3 / of + 1e-4);
    }
  });
});

/** One batch of coin throws, looked at as a batch is: where it stops, and whether the interval there, and every one before, has the truth in it. */
function stopping(truth: number, looks: Looks, throws: () => number): { readonly stopped: boolean; readonly always: boolean } {
  let count = 0;
  let run = 0;
  let always = true;
  for (const end of looks.at) {
    for (; run < end; run++) if (throws() < truth) count++;
    const { low, high } = exact(count, run, looks.level);
    always &&= low <= truth && truth <= high;
    if (narrowEnough(looks, { runs: run, outcomes: Float64Array.of(count, run - count) })) return { stopped: low <= truth && truth <= high, always };
  }
  return { stopped: always, always };
}

it.each([0.002, 0.02, 0.1, 0.5, 0.83])('a share of %f is in the interval shown in at least 95 % of batches', (truth) => {
  const looks = planLooks(0.05, planChunks(100_000));
  const throws = chance(Math.round(truth * 1e6) + 17);
  const batches = 1500;
  let covered = 0;
  let always = 0;
  for (let n = 0; n < batches; n++) {
    const found = stopping(truth, looks, throws);
    if (found.stopped) covered++;
    if (found.always) always++;
  }
  expect(looks.at.length).toBeGreaterThan(4);
  expect(covered / batches).toBeGreaterThanOrEqual(0.95);
  expect(always / batches).toBeGreaterThanOrEqual(0.95);
});

it('looking as often at plain 95 % intervals would not cover that much', () => {
  const looks: Looks = { ...planLooks(0.05, planChunks(100_000)), level: 0.95 };
  const throws = chance(99);
  let always = 0;
  for (let n = 0; n < 1500; n++) if (stopping(0.5, looks, throws).always) always++;
  expect(always / 1500).toBeLessThan(0.93);
});

describe('a batch with until', () => {
  const model = modelFrom(SMALLEST);
  it('stops at the first look that is narrow enough, at the same run on any number of workers', async () => {
    const options = { seed: 'until', runs: 100_000, until: 0.04 };
    const result = await batch(model, options);
    const looks = planLooks(0.04, planChunks(100_000));
    expect(result.until).toEqual({ within: 0.04, reached: true, looks: looks.at.indexOf(result.runs) + 1, of: looks.at.length, level: looks.level });
    for (const { low, high } of result.outcomes) expect(high - low).toBeLessThanOrEqual(0.08);
    const before = looks.at[looks.at.indexOf(result.runs) - 1];
    const fewer = await batch(model, { seed: 'until', runs: before });
    expect(narrowEnough(looks, { runs: before, outcomes: Float64Array.from(fewer.outcomes, (each) => each.count) })).toBe(false);
    expect((await batch(model, { seed: 'until', runs: result.runs })).outcomes.map((each) => each.count)).toEqual(result.outcomes.map((each) => each.count));
    expect(await batch(model, { ...options, workers: 2 })).toEqual(result);
  });
  it('says when the runs were too few', async () => {
    const result = await batch(model, { seed: 'until', runs: 300, until: 0.01 });
    expect(result).toMatchObject({ runs: 300, asked: 300, until: { reached: false, looks: 1, of: 1 } });
  });
  it('takes no shard', async () => {
    await expect(batch(model, { seed: '1', runs: 300, until: 0.1, shard: { part: 1, of: 2 } })).rejects.toThrow(RangeError);
  });
});
