/** What a look says of the ways out of a chart's present state: it must be what the next movement does. */
import { describe, expect, it } from 'vitest';
import { openStepper } from '../../engine/index.ts';
import { modelFrom, SMALLEST, TWO_TRACKS } from '../helpers/world.ts';

describe('the ways out of a present state', () => {
  it('are those of the file, in its order', () => {
    const model = modelFrom(SMALLEST);
    const look = openStepper(model, { seed: '1' }).look();
    expect(look.parties.find((party) => party.party === 'north')?.stances[0]?.moves).toEqual([{ to: 'open', heard: false, holds: true, chance: 1 }]);
    expect(look.parties.find((party) => party.party === 'south')?.lines[0]?.moves).toEqual([{ to: 'waived', heard: false, holds: true, chance: 0.3 }]);
  });
  it('are taken in the next movement exactly where they are open and leave nothing to chance, and never where they are not', () => {
    const model = modelFrom(TWO_TRACKS);
    let [taken, stayed] = [0, 0];
    for (const seed of ['1', '2', '3', '4', '5', '6']) {
      const stepper = openStepper(model, { seed });
      while (!stepper.ended) {
        while (stepper.look().nextPhase !== 'movement' && !stepper.ended) stepper.phase();
        if (stepper.ended) break;
        const before = stepper.look();
        stepper.phase();
        const after = stepper.look();
        for (const party of before.parties) {
          for (const [at, stance] of party.stances.entries()) {
            const now = after.parties.find((one) => one.party === party.party)?.stances[at]?.state;
            const first = stance.moves.find((move) => move.heard && move.holds);
            if (first === undefined) expect(now).toBe(stance.state);
            else if (first.chance === 1) {
              expect(now).toBe(first.to);
              taken += 1;
            } else if (now === stance.state) stayed += 1;
          }
        }
      }
    }
    expect(taken).toBeGreaterThan(0);
    expect(stayed).toBeGreaterThan(0);
  });
});
