/** Offers in turn are the standard protocol: forty negotiations as an established platform played them, offer by offer. */
import { describe, expect, it } from 'vitest';
import { openStepper } from '../../engine/index.ts';
import type { Model, RunRecord } from '../../engine/index.ts';
import { playRun } from '../../engine/run/kernel.ts';
import { saopCases, saopCourse, saopScenario } from '../helpers/saop.ts';
import { modelFrom } from '../helpers/world.ts';

const cases = saopCases();

function byKernel(model: Model): readonly RunRecord[] {
  const records: RunRecord[] = [];
  playRun(model, 1, { seed: 'saop', emit: (record) => records.push(record) });
  return records;
}
function byStepper(model: Model): readonly RunRecord[] {
  const stepper = openStepper(model, { seed: 'saop' });
  stepper.toEnd();
  return stepper.records;
}

describe('stacked alternating offers', () => {
  it('are forty cases', () => {
    expect(cases).toHaveLength(40);
    expect(cases.some((one) => one.timed_out)).toBe(true);
  });
  it.each(cases)('$name', (one) => {
    const model = modelFrom(saopScenario(one));
    const { agreement, round, offers, timed_out, first_offers } = one;
    for (const play of [byKernel, byStepper]) expect(saopCourse(one, play(model))).toEqual({ agreement, round, offers, timed_out, first_offers });
  });
});
