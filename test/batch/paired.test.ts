/** Pairs of runs under the same luck: the counts, the difference, and an interval that covers it as often as it says. */
import { describe, expect, it } from 'vitest';
import { batch, compile, paired, pairedInterval, readScenario } from '../../engine/index.ts';
import { edit, modelFrom, SMALLEST } from '../helpers/world.ts';

/** Park & Miller (1988): any even generator will do for a test of coverage. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

describe('the interval of a paired difference', () => {
  it.each([
    { onlyFirst: 0.1, onlySecond: 0.1, of: 50 },
    { onlyFirst: 0.3, onlySecond: 0.1, of: 50 },
    { onlyFirst: 0.02, onlySecond: 0.08, of: 100 },
    { onlyFirst: 0.2, onlySecond: 0.05, of: 400 },
    { onlyFirst: 0.01, onlySecond: 0, of: 1000 },
  ])('covers the true difference in about 95 of 100 samples: %j', ({ onlyFirst, onlySecond, of }) => {
    const uniform = generator(20_250_422);
    const samples = 4000;
    let covered = 0;
    for (let sample = 0; sample < samples; sample++) {
      let [first, second] = [0, 0];
      for (let run = 0; run < of; run++) {
        const u = uniform();
        if (u < onlyFirst) first++;
        else if (u < onlyFirst + onlySecond) second++;
      }
      const { low, high } = pairedInterval(first, second, of);
      if (low <= onlySecond - onlyFirst && onlySecond - onlyFirst <= high) covered++;
    }
    // Four standard errors of 4000 samples are 0.014; it errs towards too wide where little differs.
    expect(covered / samples).toBeGreaterThan(0.936);
    expect(covered / samples).toBeLessThan(0.998);
  });
  it('turns round with the pair, holds the estimate, and stays within its bounds', () => {
    for (const [a, b, n] of [[0, 0, 10], [10, 0, 10], [3, 8, 40], [0, 1, 1]] as const) {
      const there = pairedInterval(a, b, n);
      const back = pairedInterval(b, a, n);
      expect(there.low).toBeCloseTo(-back.high, 12);
      expect(there.low).toBeGreaterThanOrEqual(-1);
      expect(there.high).toBeLessThanOrEqual(1);
      expect(there.low).toBeLessThanOrEqual((b - a) / n);
      expect(there.high).toBeGreaterThanOrEqual((b - a) / n);
    }
    expect(pairedInterval(0, 0, 0)).toEqual({ low: -1, high: 1 });
  });
  it('is narrower than that of two separate batches when most runs are alike', () => {
    const { low, high } = pairedInterval(5, 15, 1000);
    expect(high - low).toBeLessThan(0.02);
  });
});

describe('a pair of scenarios', () => {
  const first = modelFrom(SMALLEST);
  const second = modelFrom(edit(SMALLEST, ['walk-away: { value: 0.3, assumed: test }\n    stances', 'walk-away: { value: 0.6, assumed: test }\n    stances']));
  it('with itself differs in no run', async () => {
    const { alike, runs, outcomes } = await paired(first, first, { seed: '3', runs: 60 });
    expect([alike, runs]).toEqual([60, 60]);
    for (const one of outcomes) expect(one).toMatchObject({ onlyFirst: 0, onlySecond: 0, difference: 0 });
  });
  it('has the shares of the two batches, and their difference', async () => {
    const options = { seed: '3', runs: 60, levers: { pace: 0.1 } };
    const { alike, outcomes } = await paired(first, second, options);
    const [one, other] = [await batch(first, options), await batch(second, options)];
    outcomes.forEach((outcome, at) => {
      expect(outcome.first.count).toBe(one.outcomes[at].count);
      expect(outcome.second.count).toBe(other.outcomes[at].count);
      expect(outcome.difference).toBeCloseTo(other.outcomes[at].share - one.outcomes[at].share, 12);
    });
    expect(outcomes.reduce((sum, outcome) => sum + outcome.onlyFirst, 0)).toBe(60 - alike);
    expect(alike).toBeLessThan(60);
  });
  it('stops when it is told to', async () => {
    const read = readScenario('scenarios/tutorial.yaml');
    if (!read.ok) throw new Error('the tutorial does not read');
    const stop = new AbortController();
    const model = compile(read.scenario);
    const { runs } = await paired(model, model, { seed: '1', runs: 1000, signal: stop.signal, onProgress: () => stop.abort() });
    expect(runs).toBe(15);
  });
});
