/** Where parties stand is changed as their charts move: it is at every moment what it would be if it were reckoned anew. */
import { expect, it } from 'vitest';
import { compile, openKernel, openStepper } from '../../engine/index.ts';
import { makeStands, restand } from '../../engine/run/stands.ts';
import { generated } from '../helpers/generate.ts';
import { range } from '../helpers/generate/draws.ts';
import { scenarioFrom } from '../helpers/world.ts';

it('is what it would be if it were reckoned anew', () => {
  const moved = { bits: 0, attends: 0 };
  for (const seed of range(60)) {
    const model = compile(scenarioFrom(generated(seed + 1, { wide: seed % 4 === 0 })));
    const { world, ...stepper } = openStepper(model, { seed: String(seed) });
    const anew = makeStands(model);
    const ended = (): boolean => world.state.over === 1;
    while (!ended()) {
      const before = [world.stands.block.join(), world.stands.attends.join()];
      stepper.phase();
      restand(model, anew, world.state.regions);
      const now = [world.stands.block.join(), world.stands.attends.join()];
      expect([seed, world.state.round, ...now]).toEqual([seed, world.state.round, anew.block.join(), anew.attends.join()]);
      if (now[0] !== before[0]) moved.bits++;
      if (now[1] !== before[1]) moved.attends++;
    }
  }
  expect(moved.bits).toBeGreaterThan(50);
  expect(moved.attends).toBeGreaterThan(10);
});

it('begins anew with each run', () => {
  for (const seed of range(20)) {
    const model = compile(scenarioFrom(generated(seed + 1)));
    const kernel = openKernel(model, { seed: 'again' });
    const first = JSON.stringify(kernel.play(1).state);
    kernel.play(2);
    expect(JSON.stringify(kernel.play(1).state)).toBe(first);
  }
});
