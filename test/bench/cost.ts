/** What a run costs against rounds, parties, issues and packages: one of them varied at a time around one middle. */
import { built } from './built.ts';
import { rounded, table } from './child.ts';
import type { Cost } from './built/cost.ts';
import type { Size } from './built/sized.ts';

/** 4,096 packages: of two, four, six or eight issues alike. */
const MIDDLE: Size = { rounds: 20, parties: 4, options: [4, 4, 4, 4, 4, 4] };

const SIDES: Readonly<Record<string, readonly Size[]>> = {
  rounds: [10, 20, 40, 80].map((rounds) => ({ ...MIDDLE, rounds })),
  parties: [2, 4, 8, 12].map((parties) => ({ ...MIDDLE, parties })),
  issues: [[64, 64], [8, 8, 8, 8], MIDDLE.options, [4, 4, 4, 4, 2, 2, 2, 2]].map((options) => ({ ...MIDDLE, options })),
  packages: [[4, 2, 2, 2, 2, 2], [4, 4, 4, 4, 2, 2], MIDDLE.options, [8, 8, 4, 4, 4, 4], [8, 8, 8, 4, 4, 4]].map((options) => ({ ...MIDDLE, options })),
};

const packages = ({ options }: Size): number => options.reduce((product, count) => product * count, 1);
const sizeOf = (side: string, size: Size): string => String(side === 'packages' ? packages(size) : side === 'issues' ? size.options.length : size[side as 'rounds' | 'parties']);

export function cost(): Promise<string> {
  return built((ask) => {
    const middle = ask('cost', MIDDLE);
    const isMiddle = (size: Size): boolean => JSON.stringify(size) === JSON.stringify(MIDDLE);
    const row = (side: string, size: Size): readonly string[] => {
      const it: Cost = isMiddle(size) ? middle : ask('cost', size);
      return [sizeOf(side, size) + (isMiddle(size) ? ' (middle)' : ''), String(it.regions), rounded(it.rounds, 1), rounded(it.run), rounded(it.round, 1), rounded(1e6 / it.run), rounded(it.run / middle.run, 2), rounded(it.round / middle.round, 2)];
    };
    const head = ['regions', 'rounds played', 'µs a run', 'µs a round', 'runs a second', 'a run to the middle', 'a round to the middle'];
    const title = `What a run costs, warm; the first ${middle.checked} runs of each gave the same records as the stepper's.\nThe middle: ${MIDDLE.rounds} rounds, ${MIDDLE.parties} parties and a mediator, ${MIDDLE.options.length} issues, ${packages(MIDDLE)} packages`;
    return Object.entries(SIDES).map(([side, sizes], nth) => table(nth === 0 ? title : `Against ${side}`, [[side, ...head], ...sizes.map((size) => row(side, size))])).join('');
  });
}
