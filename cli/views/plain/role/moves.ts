/** Where the party stands, what it never signs, how both may move, and what presses on it. */
import { plain } from '../../../../engine/record/plain.ts';
import type { ChartState, Gauge, RedLine, Stance } from '../../../../engine/scenario/scenario.ts';
import { wrap } from '../layout.ts';
import type { Page } from '../layout.ts';
import * as names from '../names.ts';
import { signal } from '../signals.ts';
import { list, percent, quoted } from '../words.ts';
import { bearsOn } from './bears.ts';
import { valueOf } from './role.ts';
import type { Role } from './role.ts';

/** A signal to which one of the party's own charts listens, in words. Thresholds of others are theirs to know: only that they were passed is heard. */
function when(written: string, role: Role): string {
  const { seen, party, news } = role;
  const told = news[written];
  if (told !== undefined) return list(told.map((title) => quoted(plain(title))), 'or');
  return signal(seen, party.id, written).replace(` (${names.party(seen, party.id)})`, '').replaceAll(/\bits\b/gu, 'your').replace(/^it chose/u, 'you chose');
}

/** Where a chart may go from a state, a sentence a place. */
function ways(state: ChartState, title: (id: string) => string, isStart: boolean, role: Role): readonly string[] {
  const places = [...new Set(state.transitions.map((way) => way.to))];
  return places.map((to) => {
    const reasons = state.transitions.filter((way) => way.to === to).map((way) => {
      const bears = way.if === undefined ? null : bearsOn(way.if, role);
      return `${when(way.on.written, role)}${bears === null ? '' : ` (depending on ${bears})`}`;
    });
    return `${isStart ? 'You' : `From ${title(state.id)} you`} may come to ${title(to)} when ${list([...new Set(reasons)], 'or')}.`;
  });
}

const UNSURE = 'Whether you do so is left to chance each time; in a class it is for you to decide.';
const isUnsure = (states: readonly ChartState[]): boolean => states.some((state) => state.transitions.some((way) => way.chance !== undefined));

function stance(of: Stance, role: Role, at: Page): string[] {
  const { seen } = role;
  const title = (id: string): string => quoted(plain(of.states.find((state) => state.id === id)?.title ?? id));
  const start = of.states.find((state) => state.id === of.start);
  const accepts = list((start?.accepts ?? []).map((id) => quoted(names.option(seen, of.issue, id))), 'or');
  return [
    ...wrap(`${at.paint.bold(names.issue(seen, of.issue))}: ${title(of.start)}. You accept ${accepts}${start?.firm === true ? ' and nothing else' : '; anything else costs you'}.`, at.width, '  ', '    '),
    ...of.states.flatMap((state) => ways(state, title, state.id === of.start, role).flatMap((way) => wrap(way, at.width, '    - ', '      '))),
  ];
}

export function stances(role: Role, at: Page): string[] {
  const { stances: own } = role.party;
  return [...own.flatMap((one) => stance(one, role, at)), ...(own.some((one) => isUnsure(one.states)) ? wrap(UNSURE, at.width, '  ') : [])];
}

const SAID = {
  stated: 'You have said so in public, and you mean it.',
  hidden: 'You have not said so. Keep it to yourself until a text crosses it; then refuse, and it is known.',
  bluff: 'You say so in public and do not mean it: if a text with these terms is good enough for you, you may sign it. Others do not know.',
} as const;

function redLine(of: RedLine, role: Role, at: Page): string[] {
  const word = (id: string): string => quoted(plain(of.states.find((state) => state.id === id)?.title || id).replaceAll('-', ' '));
  const said = !of.held ? SAID.bluff : of.stated ? SAID.stated : SAID.hidden;
  const moves = of.states.flatMap((state) => ways(state, word, state.id === of.start, role));
  const free = of.states.filter((state) => !state.bites).map((state) => word(state.id));
  return [
    ...wrap(at.paint.bold(plain(of.title)), at.width, '  '),
    ...wrap(`Never: ${names.terms(role.seen, of.never)}.`, at.width, '    '),
    ...wrap(said, at.width, '    '),
    ...(of.held && moves.length === 0 ? wrap('Nothing in this scenario moves it.', at.width, '    ') : moves.flatMap((way) => wrap(way, at.width, '    - ', '      '))),
    ...(free.length === 0 || moves.length === 0 ? [] : wrap(`Once it is ${list(free, 'or')}, you no longer refuse over it.`, at.width, '    ')),
  ];
}

export function redLines(role: Role, at: Page): string[] {
  const { redLines: own } = role.party;
  return [...own.flatMap((line) => redLine(line, role, at)), ...(own.some((one) => isUnsure(one.states)) ? wrap(UNSURE, at.width, '  ') : [])];
}

/** How full a gauge is, in words. */
function level(value: number): string {
  if (value < 0.2) return 'very low';
  if (value < 0.4) return 'low';
  if (value < 0.6) return 'in the middle';
  return value < 0.8 ? 'high' : 'very high';
}

function gauge(of: Gauge, role: Role, at: Page): string[] {
  const start = valueOf(of.start, role);
  const drift = valueOf(of.drift.amount, role);
  const course = drift > 0 ? ', and grows with time' : drift < 0 ? ', and wears down with time' : '';
  const marks = of.thresholds.map((one) => `${one.direction === 'rises' ? 'above' : 'below'} ${percent(one.at)}`);
  return wrap(`${at.paint.bold(plain(of.title))}: ${level(start)} at the opening (${percent(start)})${course}.${marks.length === 0 ? '' : ` It makes itself felt ${list(marks)}.`}`, at.width, '  - ', '    ');
}

/** Its own pressures, then those on all, then deadlines that are announced. */
export function pressures(role: Role, at: Page): string[] {
  const { seen, party } = role;
  return [
    ...party.gauges.flatMap((one) => gauge(one, role, at)),
    ...seen.gauges.flatMap((one) => gauge(one, role, at)),
    ...seen.calendar.deadlines.flatMap((one) => wrap(`Deadline after about ${Math.round(one.day)} days: ${plain(one.title)}. Everybody knows of it.`, at.width, '  - ', '    ')),
  ];
}
