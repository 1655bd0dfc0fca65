/** Forty negotiations by stacked alternating offers through both walkers, each model compiled once. */
import { isDeepStrictEqual } from 'node:util';
import { saopCases, saopCourse, saopScenario } from '../../helpers/saop.ts';
import { modelFrom } from '../../helpers/world.ts';
import { kernelOf, sameRecords, stepperOf, type Play } from './kernel.ts';
import { aSecond, paceOf } from './pace.ts';

const SEED = 'saop';

/** Negotiations a second; offers that one took in the mean. */
export interface SaopPace { readonly cases: number; readonly offers: number; readonly stepper: number; readonly kernel: number }

/** @param parties only the cases of so many; null for all */
export function saop(parties: number | null): SaopPace {
  const cases = saopCases('test/fixtures/saop_cases.json').filter((one) => parties === null || one.parties.length === parties);
  const compiled = (): ReturnType<typeof modelFrom>[] => cases.map((one) => modelFrom(saopScenario(one)));
  const [forStepper, forKernel] = [compiled(), compiled()];
  for (const [at, one] of cases.entries()) {
    const [records] = sameRecords(forKernel[at], SEED, 1);
    const { agreement, round, offers, timed_out, first_offers } = one;
    if (!isDeepStrictEqual(saopCourse(one, records), { agreement, round, offers, timed_out, first_offers })) throw new Error(`${one.name} went another way than the fixture tells`);
  }
  // In turn, so that each counts as often as any other. A turn through all of them is played at a time, and so is counted whole.
  const inTurn = (models: readonly ReturnType<typeof modelFrom>[], open: (model: (typeof models)[number], seed: string) => Play): Play => {
    const plays = models.map((model) => open(model, SEED));
    return (turn) => plays.reduce((rounds, play) => rounds + play(turn), 0);
  };
  const negotiations = (models: typeof forKernel, open: typeof kernelOf): number => cases.length * aSecond(paceOf(inTurn(models, open), 2));
  return { cases: cases.length, offers: cases.reduce((sum, { offers }) => sum + offers, 0) / cases.length, stepper: negotiations(forStepper, stepperOf), kernel: negotiations(forKernel, kernelOf) };
}
