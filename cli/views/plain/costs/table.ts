/** What letting go and making absolute changes in how often a stage is signed. */
import type { Costs, Effect, ThingCost } from '../../../../engine/index.ts';
import type { Scenario } from '../../../../engine/scenario/scenario.ts';
import { points } from '../evidence-without.ts';
import { heading, pad, wrap } from '../layout.ts';
import type { Page } from '../layout.ts';
import * as names from '../names.ts';
import { count, percent, quoted } from '../words.ts';
import { KINDS, thing } from './things.ts';

/** A difference, its interval, and a star where it is beyond luck. */
const COLUMN = 22;
/** Rows that are shown; --json has all. */
const MOST = 10;
/** Lines of a name beside its figures. */
const MOST_LINES = 3;


/** Where two columns do not fit beside a name, each figure has a line. */
const isNarrow = (at: Page): boolean => at.width < 2 * COLUMN + 20;

function cell(effect: Effect | null): string {
  if (effect === null) return '·'.padStart(4);
  if (effect.gained + effect.lost === 0) return '0'.padStart(4);
  return `${points(effect.difference).padStart(4)} (${points(effect.low)} to ${points(effect.high)})${effect.beyondLuck ? '*' : ''}`;
}

const moves = (effect: Effect | null | undefined): number => (effect ? effect.gained + effect.lost : 0);

export function table(costs: Costs, m: number, scenario: Scenario, at: Page): string[] {
  const measure = costs.measures[m];
  if (measure === undefined) return [];
  const of = ({ variants }: ThingCost, variant: 'waived' | 'held' | 'absolute'): Effect | null => variants[variant]?.[m] ?? null;
  const size = (one: ThingCost): number => Math.max(...(['waived', 'absolute'] as const).map((variant) => Math.abs(of(one, variant)?.difference ?? 0)));
  const moving = costs.things.filter((one) => moves(of(one, 'waived')) + moves(of(one, 'held')) + moves(of(one, 'absolute')) > 0).toSorted((a, b) => size(b) - size(a));
  const label = Math.max(16, at.width - 2 * COLUMN - 1);
  const rest = costs.things.length - moving.length;
  return [
    ...heading(`${quoted(names.stage(scenario, measure.id))}: signed in ${percent(measure.asItIs.share)} of the runs as it is (${percent(measure.asItIs.low)} to ${percent(measure.asItIs.high)})`, at),
    ...(moving.length === 0 || isNarrow(at) ? [] : [at.paint.dim(`${pad('', label + 2)}${pad('let go', COLUMN)}absolute`)]),
    ...moving.slice(0, MOST).flatMap((one) => {
      const named = `${names.partyFirst(scenario, one.thing.party)}, ${costs.things.some((other) => other.thing.kind !== one.thing.kind) ? `${KINDS[one.thing.kind][0]} ` : ''}${thing(one.thing, scenario)}`;
      const narrow = wrap(named, label, '  ', '    ');
      // A long name has the width to itself, and the figures stand below it.
      const [first = '', ...others] = narrow.length > MOST_LINES || isNarrow(at) ? [''] : narrow;
      const above = narrow.length > MOST_LINES || isNarrow(at) ? wrap(named, at.width, '  ', '    ') : [];
      const figures = isNarrow(at)
        ? ([['let go', 'waived'], ['absolute', 'absolute']] as const).map(([what, variant]) => `    ${pad(what, 9)}${cell(of(one, variant))}`)
        : [`${pad(first, label + 2)}${pad(cell(of(one, 'waived')), COLUMN)}${cell(of(one, 'absolute'))}`.trimEnd()];
      const { gained, lost } = of(one, 'waived') ?? { gained: 0, lost: 0 };
      const told = [
        ...(gained > 0 ? [`it alone stood in the way in ${count(gained, 'run')} of ${costs.runs}`] : []),
        ...(lost > 0 ? [`${lost} ${lost === 1 ? 'signs' : 'sign'} only with it`] : []),
        ...(moves(of(one, 'held')) > 0 ? [`were the bluff meant: ${cell(of(one, 'held')).trim()}`] : []),
      ];
      return [...above, ...figures, ...others, ...(told.length === 0 ? [] : wrap(told.join('; '), at.width, '    ').map(at.paint.dim))];
    }),
    ...(moving.length > MOST ? wrap(`and ${moving.length - MOST} more that matter less; --json has them all`, at.width, '  ').map(at.paint.dim) : []),
    ...(rest === 0 ? [] : wrap(`${moving.length === 0 ? 'Whichever of' : 'With'} ${moving.length === 0 ? `the ${rest} is let go or made absolute` : `${count(rest, 'other')} let go or made absolute`}, no run signs otherwise.`, at.width, '  ').map(at.paint.dim)),
  ];
}
