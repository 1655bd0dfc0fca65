/** The turning point of one run. */
import { plain } from '../../../../engine/record/plain.ts';
import type { Course, Movement } from '../../../../engine/index.ts';
import type { RunRecord } from '../../../../engine/record/record.ts';
import type { Scenario } from '../../../../engine/scenario/scenario.ts';
import type { Phase, Terms } from '../../../../engine/vocabulary.ts';
import { points } from '../evidence-without.ts';
import { bar, heading, pad, page, rule, title, widest, wrap } from '../layout.ts';
import type { Page } from '../layout.ts';
import * as names from '../names.ts';
import { sentence } from '../sentences.ts';
import { count, day, list, percent, quoted } from '../words.ts';

export interface TurnedRun {
  readonly course: Course;
  /** The turning round, phase by phase; null where nothing moved. */
  readonly phases: Course | null;
  readonly seed: string;
  readonly run: number;
  readonly set: readonly string[];
  readonly again: string;
}

const PHASES: Readonly<Record<Phase, string>> = {
  news: 'events', pressure: 'pressures', clock: 'the clock', table: 'the text tabled', answers: 'the answers', movement: 'positions moving', settlement: 'signatures and votes', peace: 'the peace',
};

/** What happened, as sentences. @param before all records of earlier moments, for what is new in a text */
function happened(records: readonly RunRecord[], before: readonly RunRecord[], scenario: Scenario, at: Page, indent: string): string[] {
  let last: Terms | null = null;
  for (const record of before) if (record.kind === 'tabled') last = record.terms;
  return records.flatMap((record) => {
    const said = sentence(record, scenario, last);
    if (record.kind === 'tabled') last = record.terms;
    return said === null || record.kind === 'round' ? [] : wrap(said, at.width, `${indent}- `, `${indent}  `);
  });
}

/** 'more often “A settlement …” (+21), less often …'. */
function outcomesMoved({ outcomes }: Movement, scenario: Scenario): string {
  const moved = outcomes.filter(({ difference }) => Math.abs(difference) >= 0.005).toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  return list(moved.map(({ id, difference, low, high, beyondLuck }) => `${quoted(names.outcome(scenario, id))} ${points(difference)} (${points(low)} to ${points(high)})${beyondLuck ? '*' : ''}`));
}

export function turnedRunPage({ course, phases, seed, run, set, again }: TurnedRun, scenario: Scenario, at: Page): string {
  const { movements, turn, runs, before } = course;
  const wide = widest(movements.map(({ round }) => `Round ${round}`), 12);
  const room = Math.max(8, Math.min(30, at.width - wide - 24));
  const point = movements[turn];
  const most = Math.max(...movements.map(({ moved }) => moved), 0.01);
  const earlier = movements.slice(0, Math.max(0, turn)).flatMap(({ records }) => records);
  const told = phases?.movements.map((one, n) => ({ one, before: [...earlier, ...phases.movements.slice(0, n).flatMap(({ records }) => records)] })).filter(({ one }) => one.moved > 0) ?? [];
  const ended = movements.at(-1)?.outcomes.find(({ share }) => share.share > 0.5)?.id;
  return page([
    ...title(plain(scenario.title), at),
    ...wrap(`Run ${run} under the seed ${plain(seed)}${set.length === 0 ? '' : `, with ${list(set.map(plain))}`}, from ${day(scenario.from)}. From the opening and from the end of each round ${count(runs, 'run')} went on, under the same luck; how far the shares of outcomes moved shows where the run turned.`, at.width),
    ...(ended === undefined ? [] : wrap(`It ended so: ${names.outcome(scenario, ended)}. From the opening ${percent(before.find(({ id }) => id === ended)?.share ?? 0)} of the runs ended so.`, at.width)),
    ...heading('How far the outlook moved, in points of 100 runs', at),
    ...movements.map((one) => `  ${pad(`Round ${one.round}`, wide)}  ${pad(bar(one.moved / most, room), room)} ${points(one.moved).replace('+', '').padStart(4)}${one === point ? '  most' : ''}`),
    ...(point === undefined ? ['', 'The outlook never moved.'] : [
      ...heading(`The turn: round ${point.round}`, at),
      ...wrap(`${outcomesMoved(point, scenario)}.`, at.width, '  '),
      ...(told.length === 0 ? happened(point.records, earlier, scenario, at, '  ') : told.flatMap(({ one, before: past }) => [
        ...wrap(`With ${one.phase === null ? 'that' : PHASES[one.phase]}, by ${points(one.moved).replace('+', '')} points: ${outcomesMoved(one, scenario) || 'less than one in each'}`, at.width, '  ', '    '),
        ...happened(one.records, past, scenario, at, '    '),
      ])),
    ]),
    '', at.paint.dim(rule(at.width)),
    ...wrap('Differences with 95 % intervals for paired runs (Bonett & Price 2012). * More than luck, asked of all rounds and outcomes together (Bonferroni). Shares of simulated runs under the assumptions of the file; no probabilities.', at.width),
    `Again: ${again}`,
  ]);
}
