/** The stepper and the kernel agree, record for record: the most important test there is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, openStepper, readScenarioText, type Model, type RunRecord } from '../../engine/index.ts';
import { playRun } from '../../engine/run/kernel.ts';
import { saveState } from '../../engine/run/state.ts';
import { TACTICS } from '../../engine/vocabulary.ts';
import { generated } from '../helpers/generate.ts';
import { readShipped, SCENARIOS, VARIANTS } from '../helpers/shipped.ts';
import { modelFrom, SMALLEST, TWO_TRACKS } from '../helpers/world.ts';

const shipped = SCENARIOS.map((name) => [name, compile(readShipped(name)), 40] as const);
/** A variant plays the parts of its scenario: a few runs of each show that nothing of its own goes wrong. */
const variants = VARIANTS.map((name) => [name, compile(readShipped(name)), 3] as const);

function kernelRecords(model: Model, seed: string, run: number): { records: readonly RunRecord[]; state: string } {
  const records: RunRecord[] = [];
  const finished = playRun(model, run, { seed, emit: (record) => records.push(record) });
  return { records, state: JSON.stringify(saveState(finished.state)) };
}

describe.each([['smallest', modelFrom(SMALLEST), 40] as const, ['two tracks', modelFrom(TWO_TRACKS), 40] as const, ...shipped, ...variants])('%s', (name, model, runs) => {
  it('is played alike by both walkers', () => {
    for (let run = 1; run <= runs; run++) {
      const stepper = openStepper(model, { seed: 'agreement', run });
      stepper.toEnd();
      const kernel = kernelRecords(model, 'agreement', run);
      const again = `winset run ${name} --seed agreement --run ${run}`;
      expect(kernel.records, again).toEqual(stepper.records);
      expect(kernel.state, again).toBe(JSON.stringify(stepper.save().state));
    }
  });
});

/** Numbers of generated scenarios on which the walkers once disagreed: played first, for good. */
const KEPT: readonly number[] = [];

it('generated scenarios are played alike by both walkers', () => {
  let played = 0;
  const tactics = new Set<string>();
  fc.assert(fc.property(fc.integer({ min: 1, max: 2_000_000 }), fc.integer({ min: 1, max: 1000 }), (number, run) => {
    const result = readScenarioText(generated(number), { file: `generated-${number}.yaml` });
    fc.pre(result.ok);
    const model = compile(result.scenario);
    for (const party of model.parties) tactics.add(party.tactic?.kind ?? 'time');
    for (let each = run; each < run + 4; each++) {
      const stepper = openStepper(model, { seed: 'generated', run: each });
      stepper.toEnd();
      const kernel = kernelRecords(model, 'generated', each);
      const again = `generated(${number}), seed generated, run ${each}: keep the number in KEPT`;
      expect(kernel.records, again).toEqual(stepper.records);
      expect(kernel.state, again).toBe(JSON.stringify(stepper.save().state));
    }
    played++;
  }), { numRuns: 60, examples: KEPT.map((number) => [number, 1]) });
  expect(played).toBeGreaterThanOrEqual(50);
  expect([...tactics].sort()).toEqual([...TACTICS].sort());
}, 120_000);

it('a fault in a table is found', () => {
  const model = modelFrom(TWO_TRACKS);
  const region = model.regions.findIndex((each) => each.key === 'stance-land');
  const t = model.walk.first[model.walk.base[region]];
  model.walk.to[t] = model.walk.to[t] === 0 ? 1 : 0;
  let differ = 0;
  for (let run = 1; run <= 20; run++) {
    const stepper = openStepper(model, { seed: 'agreement', run });
    stepper.toEnd();
    if (JSON.stringify(stepper.records) !== JSON.stringify(kernelRecords(model, 'agreement', run).records)) differ++;
  }
  expect(differ).toBeGreaterThan(0);
});
