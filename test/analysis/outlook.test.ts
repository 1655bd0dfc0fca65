import { describe, expect, it } from 'vitest';
import { addRuns, batch, openStepper, outlookOf } from '../../engine/index.ts';
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
