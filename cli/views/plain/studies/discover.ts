/** Under which assumptions it holds, in sentences that an analyst can quote, with how far each can be trusted. */
import type { Discovery, FoundBox, Restriction, Space, Target } from '../../../../engine/index.ts';
import { plain } from '../../../../engine/record/plain.ts';
import type { Scenario } from '../../../../engine/scenario/scenario.ts';
import { bar, heading, page, wrap } from '../layout.ts';
import type { Page } from '../layout.ts';
import { capital, count, list, number, percent } from '../words.ts';
import { ASSUMED, foot, opening, overWords, targetWords, type Framed } from './frame.ts';

export interface DiscoverPage extends Framed { readonly discovery: Discovery; readonly space: Space; readonly vary: boolean; readonly target: Target }

/** Bounds with the digits that a reader can use: three. */
const bound = (value: number): string => String(Number(value.toPrecision(3)));

/** 'How dry the spring is at most 0.41', 'between 0.2 and 0.6'. */
export function boundWords({ lever, low, high }: Pick<Restriction, 'lever' | 'low' | 'high'>, space: Space): string {
  const title = plain(space[lever]?.title ?? '');
  if (low === -Infinity) return `“${title}” at most ${bound(high)}`;
  return high === Infinity ? `“${title}” at least ${bound(low)}` : `“${title}” between ${bound(low)} and ${bound(high)}`;
}

/** The box in one sentence: where, how often there, against how often everywhere. */
export function boxSentence({ restricts, checked }: FoundBox, { density }: Discovery, space: Space, target: Target, scenario: Scenario): string {
  const { interval } = checked;
  return `With ${list(restricts.map((each) => boundWords(each, space)))}, ${percent(checked.density)} of runs end in ${targetWords(target, scenario)} (${percent(interval.low)} to ${percent(interval.high)}), against ${percent(density)} over all that was looked at.`;
}

export function boxFacts({ checked, found }: FoundBox, { settings, density }: Discovery, vary: boolean): readonly string[] {
  return [
    ...(checked.interval.low <= density ? ['That is no more than luck could make it: take it as no finding. More runs may tell.'] : []),
    `These assumptions make up ${percent(checked.mass)} of ${vary ? 'what the file holds likely' : 'the ranges'}, and hold ${percent(checked.coverage)} of all runs that end so.`,
    `These figures are of ${count(settings.checked, 'run')} that had no hand in finding the bounds; where they were found (${count(settings.found, 'run')}), the share was ${percent(found.density)}.`,
  ];
}

const p = (value: number): string => (value < 0.001 ? 'below 0.001' : `about ${number(Number(value.toPrecision(1)))}`);

export function restrictionFacts(restriction: Restriction, space: Space): string {
  const lever = space[restriction.lever];
  const of = lever === undefined ? '' : ` (of ${bound(lever.low)} to ${bound(lever.high)})`;
  return `${capital(boundWords(restriction, space))}${of}: by accident with p ${p(restriction.p)}; restricted again in ${percent(restriction.again)} of random halves of the runs.`;
}

/** The trade-off in a few lines: some steps on the way inwards. */
const SHOWN = 8;

function tradeOff({ tradeOff: steps }: FoundBox, at: Page): string[] {
  const every = Math.max(1, Math.ceil((steps.length - 1) / SHOWN));
  const shown = steps.filter((_, s) => s % every === 0 || s === steps.length - 1);
  return [
    ...wrap('What density costs: the way from everywhere inwards, before anything was put back.', at.width, '  '),
    at.paint.dim('    coverage  density     mass  levers'),
    ...shown.map((step) => `    ${percent(step.coverage).padStart(8)} ${percent(step.density).padStart(8)} ${percent(step.mass).padStart(8)} ${String(step.box.filter(({ low, high }) => low !== -Infinity || high !== Infinity).length).padStart(7)}  ${bar(step.density, Math.max(4, Math.min(30, at.width - 44)))}`),
  ];
}

export function discoverPage({ discovery, space, vary, target, ...framed }: DiscoverPage, at: Page): string {
  const { scenario } = framed;
  const { boxes, density, settings } = discovery;
  const all = settings.found + settings.checked;
  return page([
    ...opening(framed, at), '', ...wrap(overWords(space, vary), at.width),
    ...wrap(`${capital(count(all, 'run'))}, each at a setting of its own; ${percent(density)} end in ${targetWords(target, scenario)}.`, at.width),
    ...(boxes.length === 0 ? ['', ...wrap(`No bounds on the levers were found that make ${targetWords(target, scenario)} more frequent by more than accident. More runs (-n) may tell.`, at.width)] : []),
    ...boxes.flatMap((box, b) => [
      ...heading(boxes.length === 1 ? 'Where it holds' : `Where it holds, ${b + 1} of ${boxes.length}${b > 0 ? ' (found where those before are not)' : ''}`, at),
      ...wrap(boxSentence(box, discovery, space, target, scenario), at.width, '  '),
      ...boxFacts(box, discovery, vary).flatMap((fact) => wrap(fact, at.width, '  ')),
      '', ...box.restricts.flatMap((each) => wrap(`- ${restrictionFacts(each, space)}`, at.width, '  ', '    ')),
      '', ...tradeOff(box, at),
    ]),
    ...foot(framed, [
      'Boxes are found by the patient rule induction method (Friedman & Fisher 1999; Bryant & Lempert 2010): thin slices are cut off where that raises the share inside most, and then put back where it does not fall for it. Coverage: the part of all runs that end so which lies inside. Density: the part of the runs inside that end so. Mass: the part of what was looked at that lies inside.',
      ASSUMED,
    ], at),
  ]);
}
