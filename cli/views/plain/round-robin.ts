/** Tactics against tactics: what each got on average, with intervals, and the table of each against each. */
import type { Contest, Standing } from '../../../engine/analysis/round-robin/round-robin.ts';
import { plain } from '../../../engine/record/plain.ts';
import { heading, pad, page, rule, title, wrap, type Page } from './layout.ts';
import { count, list, number, percent } from './words.ts';

export interface RoundRobinAsked {
  readonly scenarios: readonly { readonly title: string; readonly left: readonly string[] }[];
  readonly runs: number;
  readonly seed: string;
  readonly pairings: number;
  readonly again: string;
}

const LABEL = 14;
const hundred = (value: number): string => String(Math.round(value * 100));
const between = ({ low, high }: Standing): string => `${hundred(low)} to ${hundred(high)}`;

export function roundRobinPage(contest: Contest, { scenarios, runs, seed, pairings, again }: RoundRobinAsked, at: Page): string {
  const lines = [...title('Tactics against tactics', at), ...wrap(`${count(runs, 'run')} of each of ${count(pairings, 'assignment')} of tactics to parties, over ${list(scenarios.map((one) => plain(one.title)))}; everything else about the parties stays as their files have it.`, at.width)];
  for (const { title: name, left } of scenarios) if (left.length > 0) lines.push(...wrap(`Left out in ${plain(name)}, where not all who sign can play it: ${list(left)}.`, at.width));
  lines.push(...heading('What each got: 0 is no better than no deal, 100 its best text', at));
  lines.push(at.paint.dim(`  ${pad('', LABEL)}${'mean'.padStart(6)}${'95 % interval'.padStart(16)}${'signed'.padStart(9)}${'95 % interval'.padStart(16)}${'round'.padStart(8)}`));
  const ranked = [...contest.rows].sort((a, b) => b.gain.mean - a.gain.mean);
  for (const { tactic, gain, agreed, round } of ranked) {
    const signed = { ...agreed, low: Math.max(0, agreed.low), high: Math.min(1, agreed.high) };
    lines.push(`  ${pad(tactic, LABEL)}${hundred(gain.mean).padStart(6)}${between(gain).padStart(16)}${percent(agreed.mean).padStart(9)}${`${between(signed)} %`.padStart(16)}${(round === null ? '–' : number(Math.round(round * 10) / 10)).padStart(8)}`);
  }
  lines.push(...heading('The row against the column', at));
  // Numbers in place of names keep the table within a narrow page.
  lines.push(at.paint.dim(`  ${pad('', LABEL + 3)}${contest.tactics.map((_, nth) => `(${nth + 1})`.padStart(6)).join('')}`));
  contest.tactics.forEach((tactic, nth) => {
    lines.push(`  ${pad(`(${nth + 1}) ${tactic}`, LABEL + 3)}${(contest.gains[nth] ?? []).map((met) => (met === null ? '–' : hundred(met.mean)).padStart(6)).join('')}`);
  });
  lines.push('', at.paint.dim(rule(at.width)));
  lines.push(...wrap('Scenarios, roles and others weigh alike in a mean. The intervals measure the chance in these runs alone: not which scenarios were taken, nor whether people would act so.', at.width));
  lines.push(...wrap('Shares of simulated runs under the assumptions in the files. They are not probabilities and predict nothing.', at.width), ...wrap(`Seed ${plain(seed)}.`, at.width), `Again: ${again}`);
  return page(lines);
}
