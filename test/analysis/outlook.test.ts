import { describe, expect, it } from 'vitest';
import { addPairs, addRuns, batch, openStepper, outlookOf, pairedOutlookOf } from '../../engine/index.ts';
import { saveState } from '../../engine/run/state.ts';
import { modelFrom, TWO_TRACKS } from '../helpers/world.ts';

const model = modelFrom(TWO_TRACKS);
const from = (stepper: ReturnType<typeof openStepper>, runs: number, first = 1, counts = new Float64Array(model.outcomes.length)) => {
  addRuns(model, stepper.save().state, stepper.head.seed, stepper.head.choices, first, runs, counts);
  return counts;
};

describe('the outlook from here', () => {
  it('is the same in parts as at once, and sums to its runs', () => {
    const stepper = openStepper(model, { seed: 'o' });
    stepper.round();
    const parts = from(stepper, 60, 41, from(stepper, 40));
    expect([...parts]).toEqual([...from(stepper, 100)]);
    expect(outlookOf(model, parts).runs).toBe(100);
  });
  it('leaves the run that is watched as it is', () => {
    const stepper = openStepper(model, { seed: 'o' });
    stepper.round();
    const before = JSON.stringify(stepper.save());
    from(stepper, 20);
    expect(JSON.stringify(stepper.save())).toBe(before);
  });
  it('narrows to what has come when the run is over', () => {
    const stepper = openStepper(model, { seed: 'o' });
    stepper.toEnd();
    const { outcomes } = outlookOf(model, from(stepper, 10));
    expect(outcomes.find((outcome) => outcome.share === 1)?.id).toBe(stepper.look().outcome);
  });
  it('of a fresh state agrees with a batch, within chance', () => {
    const stepper = openStepper(model, { seed: 'o' });
    // The private shifts are this run's, so the settlements need not agree with those of a batch; the total does.
    const { outcomes } = outlookOf(model, from(stepper, 300));
    expect(outcomes.reduce((sum, outcome) => sum + outcome.share, 0)).toBeCloseTo(1, 12);
    expect(outcomes.filter((outcome) => outcome.count > 0).length).toBeGreaterThan(1);
  });
  it('keeps what has happened: a settled stage stays settled', () => {
    for (let run = 1; run <= 30; run++) {
      const stepper = openStepper(model, { seed: 'o', run });
      while (!stepper.ended && stepper.look().settled.length === 0) stepper.round();
      if (stepper.look().settled.length === 0 || stepper.ended) continue;
      const saved = saveState(stepper.world.state);
      expect(saved.signed).toContain(1);
      expect(from(stepper, 20).reduce((sum, each) => sum + each, 0)).toBe(20);
      return;
    }
    throw new Error('no run settled a stage');
  });
  it('is on average what a batch says: looks after the first round of many runs add up to the whole', async () => {
    const counts = new Float64Array(model.outcomes.length);
    for (let run = 1; run <= 100; run++) {
      const stepper = openStepper(model, { seed: 'mean', run });
      stepper.round();
      addRuns(model, stepper.save().state, `mean ${run}`, [], 1, 20, counts);
    }
    const whole = await batch(model, { seed: 'mean', runs: 2000 });
    whole.outcomes.forEach(({ id, share }, o) => {
      // Two standard errors as if the twenty looks of a run were one, since they share its first round: wider than they need, and fixed by the seed.
      expect(Math.abs(counts[o] / 2000 - share), id).toBeLessThan(2 * Math.sqrt(Math.max(share * (1 - share), 0.01) * (1 / 100 + 1 / 2000)));
    });
  });
});

describe('two outlooks under the same luck', () => {
  const at = (stepper: ReturnType<typeof openStepper>) => ({ state: stepper.save().state, seed: stepper.head.seed, choices: stepper.head.choices });
  const pairs = (one: ReturnType<typeof openStepper>, other: ReturnType<typeof openStepper>, runs: number, first = 1, counts = new Float64Array(model.outcomes.length ** 2)) => {
    addPairs(model, at(one), at(other), first, runs, counts);
    return counts;
  };
  /** A run, and the same with one assumption changed. */
  function parted() {
    const [one, other] = [openStepper(model, { seed: 'p' }), openStepper(model, { seed: 'p' })];
    for (const stepper of [one, other]) stepper.round();
    expect(other.choose({ kind: 'lever', round: 2, lever: 'hazard', value: 50 })).toBe(null);
    return [one, other] as const;
  }
  it('of one moment and itself are alike in every pair', () => {
    const [one] = parted();
    const { runs, alike, outcomes } = pairedOutlookOf(model, pairs(one, one, 40));
    expect([runs, alike]).toEqual([40, 40]);
    for (const outcome of outcomes) expect(outcome).toMatchObject({ onlyFirst: 0, onlySecond: 0, difference: 0 });
  });
  it('have on each side what the outlook from there has, and differ by the pairs that differ', () => {
    const [one, other] = parted();
    const pair = pairedOutlookOf(model, pairs(one, other, 60));
    const sides = [one, other].map((stepper) => outlookOf(model, from(stepper, 60)));
    expect(pair.outcomes.map(({ first }) => first)).toEqual(sides[0].outcomes.map(({ count, share, low, high }) => ({ count, share, low, high })));
    expect(pair.outcomes.map(({ second }) => second.count)).toEqual(sides[1].outcomes.map(({ count }) => count));
    expect(pair.alike).toBeLessThan(60);
    for (const { first, second, onlyFirst, onlySecond, difference, low, high } of pair.outcomes) {
      expect(second.count - first.count).toBe(onlySecond - onlyFirst);
      expect(difference).toBeCloseTo((onlySecond - onlyFirst) / 60, 12);
      expect(low).toBeLessThanOrEqual(difference);
      expect(high).toBeGreaterThanOrEqual(difference);
    }
  });
  it('are the same in parts as at once', () => {
    const [one, other] = parted();
    expect([...pairs(one, other, 20, 21, pairs(one, other, 20))]).toEqual([...pairs(one, other, 40)]);
  });
});
