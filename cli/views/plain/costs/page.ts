/** `winset redlines`: what each red line, stance or link costs. */
import type { Costs, PairCost, ThingKind } from '../../../../engine/index.ts';
import { plain } from '../../../../engine/record/plain.ts';
import type { Scenario } from '../../../../engine/scenario/scenario.ts';
import { heading, page, rule, title, wrap } from '../layout.ts';
import type { Page } from '../layout.ts';
import * as names from '../names.ts';
import { capital, count, day, list, percent, quoted } from '../words.ts';
import { table } from './table.ts';
import { KINDS, whole } from './things.ts';

export interface Costed {
  readonly costs: Costs;
  readonly kinds: readonly ThingKind[];
  readonly pairs: readonly PairCost[];
  /** How many pairs were tried. */
  readonly tried: number;
  readonly seed: string;
  readonly set: readonly string[];
  readonly again: string;
}

/** Pairs that are shown; --json has all. */
const MOST = 5;

function pairLines({ pairs, tried, costs: { runs } }: Costed, scenario: Scenario, at: Page): string[] {
  if (tried === 0) return [];
  const most = (pair: PairCost): number => Math.max(...pair.onlyTogether.map(({ count: n }) => n));
  const told = pairs.toSorted((a, b) => most(b) - most(a)).flatMap((pair) => {
    const by = pair.onlyTogether.filter(({ count: n }) => n > 0);
    return by.length === 0 ? [] : [`${capital(whole(pair.first, scenario))}, and ${whole(pair.second, scenario)}: ${list(by.map(({ id, count: n, share }) => `${quoted(names.stage(scenario, id))} in ${count(n, 'run')} more (${percent(share)})`))}`];
  });
  return [
    ...heading('What only opens the way together', at),
    ...wrap(`Runs that sign with both let go, and neither as it is nor with one of the two let go. ${count(tried, 'pair')} ${tried === 1 ? 'was' : 'were'} tried, over ${count(runs, 'run')}: of those that stand in the way most often, and those that together open the zone of agreement.`, at.width, '  '),
    ...(told.length === 0 ? ['  There is no such run.'] : told.slice(0, MOST).flatMap((line) => wrap(line, at.width, '  - ', '    '))),
    ...(told.length > MOST ? [at.paint.dim(`    and ${told.length - MOST} more; --json has them all`)] : []),
  ];
}

export function costsPage(costed: Costed, scenario: Scenario, at: Page): string {
  const { costs, kinds, seed, set } = costed;
  const what = list(kinds.map((kind) => KINDS[kind][0]), 'or');
  const places = costs.measures.map((_, m) => m).filter((m) => costs.measures[m]?.kind === 'signed');
  const changes = costs.things.reduce((sum, { variants }) => sum + Object.values(variants).filter((one) => one !== null).length, 0);
  const rarer = costs.things.some(({ variants }) => places.some((m) => { const effect = variants.waived?.[m]; return effect !== undefined && effect.beyondLuck && effect.difference < 0; }));
  return page([
    ...title(plain(scenario.title), at),
    ...wrap(`What each ${what} costs: ${count(costs.runs, 'run')} from ${day(scenario.from)}${set.length === 0 ? '' : `, with ${list(set.map(plain))}`}, and each again with one ${what} let go, and made absolute, under the same luck (seed ${plain(seed)}). Differences in points of 100 runs, with 95 % intervals.`, at.width),
    ...(costs.things.length === 0 ? ['', `The scenario has no ${list(kinds.map((kind) => KINDS[kind][1]), 'or')}.`] : places.flatMap((m) => table(costs, m, scenario, at))),
    ...pairLines(costed, scenario, at),
    ...(rarer ? ['', ...wrap(`That something let go can make a signature rarer is no mistake: whoever writes the text then writes another, which the others may refuse.`, at.width)] : []),
    '', at.paint.dim(rule(at.width)),
    ...wrap(`Let go: ${kinds.includes('red-line') ? 'a red line never bites; ' : ''}${kinds.includes('stance') ? 'a stance takes in every option; ' : ''}${kinds.includes('link') ? 'a link counts for nothing; ' : ''}the rest as it is. Absolute: ${kinds.includes('red-line') ? 'a red line bites from the first round and nothing moves it; ' : ''}${kinds.includes('stance') ? 'a stance rules out all else and nothing moves it; ' : ''}${kinds.includes('link') ? 'what a link makes worse is refused; ' : ''}“·” where that is as it is now or has no sense. * More than luck, asked of all ${count(changes, 'change')} together (Bonferroni). Shares of simulated runs under the assumptions of the file; no probabilities.`, at.width),
    `Again: ${costed.again}`,
  ]);
}
