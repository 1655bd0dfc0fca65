/** What all pages of studies have in common: what was asked, of whom, under which levers; what the numbers are; the command that does it again. */
import type { Space, Target } from '../../../../engine/index.ts';
import { plain } from '../../../../engine/record/plain.ts';
import type { Scenario } from '../../../../engine/scenario/scenario.ts';
import { commandLine } from '../commandline.ts';
import type { Repeat } from '../commandline.ts';
import { rule, title, wrap } from '../layout.ts';
import type { Page } from '../layout.ts';
import * as names from '../names.ts';
import { capital, count, day, list, number, percent, quoted } from '../words.ts';

export interface Framed {
  readonly scenario: Scenario;
  /** As the command that repeats it says it. */
  readonly asked: Repeat;
}

/** 'ends in “They sign” or “They part”', 'rounds'. */
export function targetWords(target: Target, scenario: Scenario): string {
  if (target.kind === 'outcomes') return list(target.ids.map((id) => quoted(names.outcome(scenario, id))), 'or');
  const [name = '', value] = target.name.split('=');
  return value === undefined ? plain(name) : `${plain(name)} being ${quoted(plain(value))}`;
}

/** 'Share of runs that end in “They sign”', 'Mean of rounds'. */
export function measuredWords(target: Target, scenario: Scenario): string {
  return target.kind === 'outcomes' ? `Share of runs that end in ${targetWords(target, scenario)}` : isShare(target) ? `Share of runs with ${targetWords(target, scenario)}` : `Mean of ${targetWords(target, scenario)}`;
}

/** Whether its mean is a share of runs. */
export const isShare = (target: Target): boolean => target.kind === 'outcomes' || target.name.includes('=') || target.name.startsWith('signed__') || target.name.endsWith('_censored');

/** A value of the target: a share as people read it, a measure as a number. */
export const valued = (target: Target) => (value: number): string => (isShare(target) ? percent(value) : number(value));
/** A difference of the target: points of a hundred, or a number. */
export const movedBy = (target: Target) => (value: number): string => (isShare(target) ? points(value) : signed(Number(value.toPrecision(2))));

const signed = (value: number): string => (value > 0 ? `+${value}` : value < 0 ? `−${Math.abs(value)}` : '0');
/** 0.123 → '+12', −0.004 → '−0.4' */
export const points = (share: number): string => signed(Math.abs(share) < 0.0995 ? Math.round(share * 1000) / 10 : Math.round(share * 100));

export function opening({ scenario, asked }: Framed, at: Page): string[] {
  const set = Object.entries(asked.levers).map(([id, value]) => `${names.lever(scenario, id)} at ${number(value)}`);
  const view = scenario.views.find(({ id }) => id === asked.view);
  return [
    ...title(plain(scenario.title), at), ...wrap(plain(scenario.question), at.width),
    ...(asked.from === null || asked.from === undefined ? [] : wrap(`Started on ${day(asked.from)}.`, at.width)),
    ...(view === undefined ? [] : wrap(`Levers as ${quoted(plain(view.title))} has them, where it says so.`, at.width)),
    ...(set.length === 0 ? [] : wrap(`Held: ${list(set)}.`, at.width)),
  ];
}

/** Over which levers, in a sentence. */
export function overWords(space: Space, vary: boolean): string {
  const which = space.length > 3 ? count(space.length, 'lever') : list(space.map((each) => `${quoted(plain(each.title))} (${number(each.low)} to ${number(each.high)})`));
  return `${capital(which)}, ${vary ? 'drawn as the file says how likely their values are' : `evenly over ${space.length === 1 ? 'its range' : 'their ranges'}`}.`;
}

export const ASSUMED = 'Shares of simulated runs under the assumptions of the scenario file and over the ranges it declares. They are not probabilities and predict nothing.';

export function foot({ scenario, asked }: Framed, notes: readonly string[], at: Page): string[] {
  return [
    '', at.paint.dim(rule(at.width)), ...notes.flatMap((note) => wrap(note, at.width)),
    ...wrap(`Seed ${plain(asked.seed ?? '')}; scenario ${plain(scenario.id)} ${scenario.hash.slice(0, 12)}.`, at.width), `Again: ${commandLine(asked)}`,
  ];
}

