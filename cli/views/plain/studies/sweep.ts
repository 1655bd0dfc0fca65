/** A sweep as a page: over one lever a table of all outcomes, over two a map in shades with its numbers. */
import type { Sweep, SweepCell } from '../../../../engine/index.ts';
import type { Scenario } from '../../../../engine/scenario/scenario.ts';
import { heading, pad, page, wrap } from '../layout.ts';
import type { Page } from '../layout.ts';
import * as names from '../names.ts';
import { capital, count, number, percent } from '../words.ts';
import { ASSUMED, foot, isShare, measuredWords, opening, valued, type Framed } from './frame.ts';

export interface SweepPage extends Framed { readonly sweep: Sweep }

const SHADES = [' ', '░', '▒', '▓', '█'];
/** A number and two signs of shade. */
const FIELD = 7;

export function sweepPage({ sweep, ...framed }: SweepPage, at: Page): string {
  const { scenario } = framed;
  const [one] = sweep.axes;
  const body = sweep.axes.length === 1 && one !== undefined ? table(sweep, scenario, at) : map(sweep, scenario, at);
  return page([
    ...opening(framed, at), '',
    ...wrap(`${capital(count(sweep.cells.length, 'setting'))}, ${count(sweep.runs, 'run')} at each, the same luck in all.`, at.width),
    ...body,
    ...foot(framed, [ASSUMED], at),
  ]);
}

/** All outcomes beside each other, lettered where their titles would not fit. */
function table({ axes: [axis], cells, target, runs }: Sweep, scenario: Scenario, at: Page): string[] {
  const values = cells.map((cell) => number(cell.at[0] ?? NaN));
  const wide = Math.max(...values.map((each) => each.length), 5);
  const letters = scenario.outcomes.map((_, o) => String.fromCodePoint(65 + (o % 26)));
  const measured = target.kind === 'measure';
  const columns = measured ? 1 : Math.min(scenario.outcomes.length, Math.max(1, Math.floor((at.width - wide - 4) / FIELD)));
  const say = valued(target);
  const widest = cells.reduce((most, { outcomes }) => Math.max(most, ...outcomes.map(({ low, high }) => (high - low) / 2)), 0);
  return [
    ...heading(`${names.lever(scenario, axis?.id ?? '')}: ${measured ? measuredWords(target, scenario) : 'how the runs end'}`, at),
    ...(measured ? [] : scenario.outcomes.slice(0, columns).flatMap(({ id }, o) => wrap(names.outcome(scenario, id), at.width, `  ${letters[o]}  `, '     '))),
    '', at.paint.dim(`  ${pad('', wide)}${measured ? 'mean'.padStart(FIELD) + '95 % interval'.padStart(22) : letters.slice(0, columns).map((letter) => letter.padStart(FIELD)).join('')}`),
    ...cells.map((cell, c) => `  ${(values[c] ?? '').padStart(wide)}${measured ? `${say(cell.value).padStart(FIELD)}${`${say(cell.low)} to ${say(cell.high)}`.padStart(22)}` : cell.outcomes.slice(0, columns).map((each) => percent(each.share).padStart(FIELD)).join('')}`),
    ...(measured ? [] : wrap(`With ${count(runs, 'run')} a setting, the 95 % intervals reach up to ${number(Math.round(widest * 1000) / 10)} points to each side.${columns < scenario.outcomes.length ? ' The page is too narrow for all outcomes; --json has them.' : ''}`, at.width, '  ')),
  ];
}

/** The first lever to the right, the second upwards. */
function map({ axes: [right, up], cells, target }: Sweep, scenario: Scenario, at: Page): string[] {
  if (right === undefined || up === undefined) return [];
  const labels = up.values.map(number);
  const wide = Math.max(...labels.map((each) => each.length));
  const fit = Math.max(1, Math.floor((at.width - wide - 4) / FIELD));
  const [least, most] = isShare(target) ? [0, Math.max(...cells.map(({ value }) => value), 1e-9)] : [Math.min(...cells.map(({ value }) => value)), Math.max(...cells.map(({ value }) => value))];
  const say = valued(target);
  const shade = ({ value }: SweepCell): string => SHADES[Math.min(4, Math.floor((5 * (value - least)) / (most - least || 1)))] ?? ' ';
  const field = (cell: SweepCell | undefined): string => (cell === undefined ? '' : `${shade(cell).repeat(2)}${say(cell.value).replace(' %', '').padStart(FIELD - 3)} `);
  const cellAt = (r: number, u: number): SweepCell | undefined => cells[r * up.values.length + u];
  // Where the page is too narrow, the map goes on below.
  const parts = Array.from({ length: Math.ceil(right.values.length / fit) }, (_, part) => right.values.slice(part * fit, (part + 1) * fit).map((_value, r) => part * fit + r));
  return [
    ...heading(measuredWords(target, scenario), at),
    ...wrap(`To the right: ${names.lever(scenario, right.id)}. Upwards: ${names.lever(scenario, up.id)}. Darker is more${isShare(target) ? '; numbers are per cent' : ''}.`, at.width),
    ...parts.flatMap((columns) => [
      '',
      ...up.values.map((_, u) => up.values.length - 1 - u).map((u) => `  ${(labels[u] ?? '').padStart(wide)}  ${columns.map((r) => field(cellAt(r, u))).join('').trimEnd()}`),
      at.paint.dim(`  ${pad('', wide)}  ${columns.map((r) => number(right.values[r] ?? NaN).padStart(FIELD - 1).padEnd(FIELD)).join('').trimEnd()}`),
    ]),
    '', ...wrap(`${capital(shadeWords(least, most, say))}.`, at.width, '  '),
    ...wrap(`95 % intervals reach up to ${widestHalf(cells, target)} to each side.`, at.width, '  '),
  ];
}

function shadeWords(least: number, most: number, say: (value: number) => string): string {
  return SHADES.map((sign, s) => `${sign === ' ' ? 'blank' : sign.repeat(2)} to ${say(least + ((s + 1) * (most - least)) / 5)}`).join(', ');
}

function widestHalf(cells: readonly SweepCell[], target: Sweep['target']): string {
  const half = Math.max(...cells.map(({ low, high }) => (high - low) / 2));
  return isShare(target) ? `${number(Math.round(half * 1000) / 10)} points` : number(half);
}
