/** Negotiations by stacked alternating offers: the agreements that the fixture tells first, then how many a second. */
import { built } from './built.ts';
import { rounded, table } from './child.ts';

export function saop(): Promise<string> {
  return built((ask) => {
    const rows = ([['two parties', 2], ['three parties', 3], ['all', null]] as const).map(([name, parties]) => {
      const { cases, offers, stepper, kernel } = ask('saop', parties);
      return [name, cases, rounded(offers, 1), rounded(stepper), rounded(kernel), rounded(kernel / stepper, 1)];
    });
    return table('Negotiations a second on one core, warm; each came to what the fixture tells, with the same records', [['', 'negotiations', 'offers in each', 'stepper', 'kernel', 'ratio'], ...rows]);
  });
}
