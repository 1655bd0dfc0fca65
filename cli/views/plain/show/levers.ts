/** Levers, how they are drawn, and what others believe of them. */
import type { Distribution } from '../../../../engine/chance/distribution.ts';
import { plain } from '../../../../engine/record/plain.ts';
import type { Scenario } from '../../../../engine/scenario/scenario.ts';
import { wrap } from '../layout.ts';
import type { Page } from '../layout.ts';
import * as names from '../names.ts';
import { list, number } from '../words.ts';

const item = (text: string, at: Page): string[] => wrap(text, at.width, '  - ', '    ');

/** How a lever is drawn with --vary, in words. */
export function drawn(of: Distribution): string {
  switch (of.kind) {
    case 'uniform': return `anything from ${number(of.low)} to ${number(of.high)} alike`;
    case 'triangular': return `from ${number(of.low)} to ${number(of.high)}, ${number(of.mode)} the likeliest, in straight lines to both sides`;
    case 'pert': return `from ${number(of.low)} to ${number(of.high)}, ${number(of.mode)} the likeliest, rounded (PERT)`;
    case 'normal': return `about ${number(of.mean)}, normal with standard deviation ${number(of.sd)}, cut off at the range`;
    case 'discrete': return `one of ${list(of.values.map(([value, weight]) => `${number(value)} (weight ${number(weight)})`), 'or')}`;
  }
}

export function levers(scenario: Scenario, at: Page): string[] {
  const varies = scenario.views.length > 0 || scenario.levers.some((lever) => lever.distribution !== null);
  const how = scenario.levers.length === 0 ? [] : wrap(`Change one with --set name=value in run, batch, text and step.${varies ? ' With --vary in run, batch and step they are drawn anew for each run, where the file says how.' : ''}`, at.width, '  ');
  return how.concat(scenario.levers.flatMap((lever) => [
    ...item(`${at.paint.bold(lever.id)} = ${number(lever.value)}, from ${number(lever.range[0])} to ${number(lever.range[1])}: ${plain(lever.title)}${names.restsFully(lever.evidence)}`, at),
    ...(lever.distribution === null ? [] : wrap(`Drawn ${drawn(lever.distribution)}.`, at.width, '    ')),
  ]));
}

export function views(scenario: Scenario, at: Page): string[] {
  if (scenario.views.length === 0) return [];
  const total = scenario.views.reduce((sum, view) => sum + view.weight, 0);
  return [
    ...wrap('Take one with --view name; with --vary one is drawn for each run, by its weight.', at.width, '  '),
    ...scenario.views.flatMap((view) => [
      ...item(`${at.paint.bold(view.id)}: ${plain(view.title)} (${plain(view.source)}), weight ${number(view.weight)} of ${number(total)}${names.restsFully(view.evidence)}`, at),
      ...wrap(`${list(Object.entries(view.levers).map(([lever, value]) => `${plain(lever)} = ${number(value)}`))}.`, at.width, '    '),
    ]),
  ];
}
