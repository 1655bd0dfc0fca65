/** Pairs of runs under the same luck: the counts, the difference, and an interval that covers it as often as it says. */
import { describe, expect, it } from 'vitest';
import { batch, paired, pairedInterval, pairsOf, playCells, type PairedResult, type Model } from '../../engine/index.ts';
import { pair } from '../helpers/pairs.ts';
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
  it.each([[120, 180, 2000], [30, 30, 400], [5, 60, 1000]])('has the ends of a bootstrap of the pairs: %i and %i of %i', (onlyFirst, onlySecond, of) => {
    const uniform = generator(1_234_567);
    const drawn = Array.from({ length: 1000 }, () => {
      let difference = 0;
      for (let run = 0; run < of; run++) {
        const u = uniform() * of;
        difference += u < onlyFirst ? -1 : u < onlyFirst + onlySecond ? 1 : 0;
      }
      return difference / of;
    }).sort((a, b) => a - b);
    const { low, high } = pairedInterval(onlyFirst, onlySecond, of);
    // A tenth of its width: the ends of a thousand resamples waver by about so much.
    const within = (high - low) / 10;
    expect(Math.abs(low - (drawn[24] ?? NaN))).toBeLessThan(within);
    expect(Math.abs(high - (drawn[974] ?? NaN))).toBeLessThan(within);
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
    const { alike, runs, outcomes } = await pair(first, first, { seed: '3', runs: 60 });
    expect([alike, runs]).toEqual([60, 60]);
    for (const one of outcomes) expect(one).toMatchObject({ onlyFirst: 0, onlySecond: 0, difference: 0 });
  });
  it('has the shares of the two batches, and their difference', async () => {
    const options = { seed: '3', runs: 60, levers: { pace: 0.1 } };
    const { alike, outcomes } = await pair(first, second, options);
    const [one, other] = [await batch(first, options), await batch(second, options)];
    outcomes.forEach((outcome, at) => {
      expect(outcome.first.count).toBe(one.outcomes[at].count);
      expect(outcome.second.count).toBe(other.outcomes[at].count);
      expect(outcome.difference).toBeCloseTo(other.outcomes[at].share - one.outcomes[at].share, 12);
    });
    expect(outcomes.reduce((sum, outcome) => sum + outcome.onlyFirst, 0)).toBe(60 - alike);
    expect(alike).toBeLessThan(60);
  });
  it('is the same on threads', async () => {
    const options = { seed: '3', runs: 120 };
    expect(await pair(first, second, { ...options, workers: 2 })).toEqual(await pair(first, second, options));
  });
  it('names the first run of those that changed sides, of either kind', async () => {
    const { crossings, alike } = await pair(first, second, { seed: '3', runs: 60 });
    const ends = async (model: Model): Promise<readonly string[]> => [...((await playCells([model.scenario], [{ scenario: 0, runs: 60 }], { seed: '3' }))?.[0].outcomes ?? [])].map((outcome) => model.scenario.outcomes[outcome].id);
    const [one, other] = [await ends(first), await ends(second)];
    expect(crossings.reduce((sum, { count }) => sum + count, alike)).toBe(60);
    for (const { from, to, count, run } of crossings) {
      const runs = one.flatMap((id, at) => (id === from && other[at] === to ? [at + 1] : []));
      expect([runs.length, runs[0]]).toEqual([count, run]);
    }
  });
  it('counts outcomes that only one of the two has', () => {
    const without: Model['scenario'] = { ...second.scenario, outcomes: second.scenario.outcomes.slice(1) };
    const [lost, kept] = first.scenario.outcomes;
    const { outcomes, alike } = pairsOf({ scenario: first.scenario, outcomes: Uint8Array.of(0, 1, 1, 0) }, { scenario: without, outcomes: Uint8Array.of(0, 0, 0, 0, 0) });
    expect(alike).toBe(2);
    expect(outcomes.find(({ id }) => id === lost.id)).toMatchObject({ onlyFirst: 2, onlySecond: 0, difference: -0.5, second: { count: 0 } });
    expect(outcomes.find(({ id }) => id === kept.id)).toMatchObject({ onlyFirst: 0, onlySecond: 2, difference: 0.5, second: { count: 4 } });
  });
  it('has intervals that cover what many runs show, in about 95 of 100 batches of 60', async () => {
    const [size, batches] = [60, 100];
    const sides = await playCells([first.scenario, second.scenario], [{ scenario: 0, runs: size * batches }, { scenario: 1, runs: size * batches }], { seed: 'cover', workers: 2 });
    if (sides === null) throw new Error('it was not stopped');
    const part = (from: number, to: number): PairedResult => pairsOf({ scenario: first.scenario, outcomes: sides[0].outcomes.slice(from, to) }, { scenario: second.scenario, outcomes: sides[1].outcomes.slice(from, to) });
    const [true0] = part(0, size * batches).outcomes;
    const covered = Array.from({ length: batches }, (_, at) => part(at * size, (at + 1) * size).outcomes[0]).filter(({ low, high }) => low <= true0.difference && true0.difference <= high).length;
    // Three standard errors of 100 batches are 6.5.
    expect(covered).toBeGreaterThanOrEqual(88);
  }, 60_000);
  it('stops when it is told to', async () => {
    const stop = new AbortController();
    expect(await paired(first.scenario, first.scenario, { seed: '1', runs: 5000, signal: stop.signal, onProgress: () => stop.abort() })).toBeNull();
  });
});
