/** What comes before a signature or a collapse over many runs, and whether it makes a difference. */
import { plain } from '../../../../engine/record/plain.ts';
import type { Happening, Turn, Turning, TurningPoint } from '../../../../engine/index.ts';
import type { ChartState, Scenario } from '../../../../engine/scenario/scenario.ts';
import { points } from '../evidence-without.ts';
import { heading, page, rule, title, wrap } from '../layout.ts';
import type { Page } from '../layout.ts';
import * as names from '../names.ts';
import { count, day, list, percent, quoted } from '../words.ts';

export interface TurnedRuns {
  readonly turning: readonly Turning[];
  readonly runs: number;
  readonly seed: string;
  readonly set: readonly string[];
  readonly again: string;
}

export function turnWords(turn: Turn, scenario: Scenario): string {
  if (turn.kind === 'signed') return `${quoted(names.stage(scenario, turn.stage))} is signed`;
  return turn.kind === 'truce-broken' ? 'A truce breaks' : 'The last agreement collapses within the time that it is followed';
}

export function happeningWords(one: Happening, scenario: Scenario): string {
  if (one.kind === 'event') return names.event(scenario, one.event);
  const owner = names.partyOf(scenario, one.party);
  const chart = one.chart === 'line' ? owner?.redLines.find(({ id }) => id === one.of) : one.chart === 'stance' ? owner?.stances.find(({ issue }) => issue === one.of) : owner?.posture;
  const states: readonly ChartState[] = chart?.states ?? [];
  const state = (id: string): string => quoted(plain(states.find((each) => each.id === id)?.title ?? id));
  const who = names.whose(names.partyFirst(scenario, one.party));
  if (one.chart === 'line') return `${who} red line ${quoted(names.line(scenario, one.party, one.of ?? ''))}: from ${one.from} to ${one.to}`;
  return `${one.chart === 'stance' ? `${who} stance on ${names.issue(scenario, one.of ?? '')}` : `${who} place at the talks`}: from ${state(one.from)} to ${state(one.to)}`;
}

function point({ happening, before, otherwise, runs, asItWas, heldBack }: TurningPoint, scenario: Scenario, at: Page): string[] {
  const made = `held back, ${percent(heldBack.share.share)} in place of ${percent(asItWas.share)} of these ${count(runs, 'run')} come to it: ${points(heldBack.difference)} (${points(heldBack.low)} to ${points(heldBack.high)})${heldBack.beyondLuck ? '*' : ''}`;
  return [
    ...wrap(happeningWords(happening, scenario), at.width, '  - ', '    '),
    ...wrap(`before it in ${percent(before.share)}, by then elsewhere in ${percent(otherwise)}; ${made}.`, at.width, '      ').map(at.paint.dim),
  ];
}

/** Those that made a difference, the greatest first; the others in a line. */
function allPoints(all: readonly TurningPoint[], scenario: Scenario, at: Page): string[] {
  const moves = ({ heldBack: { gained, lost } }: TurningPoint): boolean => gained + lost > 0;
  const made = all.filter(moves).toSorted((a, b) => Math.abs(b.heldBack.difference) - Math.abs(a.heldBack.difference));
  const idle = all.filter((one) => !moves(one));
  return [
    ...made.flatMap((one) => point(one, scenario, at)),
    ...(idle.length === 0 ? [] : wrap(`Seen more or less often before it than elsewhere; but with any of them held back not one run comes out otherwise: ${idle.map(({ happening, before, otherwise }) => `${happeningWords(happening, scenario)} (${percent(before.share)} against ${percent(otherwise)})`).join('; ')}.`, at.width, '  ').map(at.paint.dim)),
  ];
}

export function turnedRunsPage({ turning, runs, seed, set, again }: TurnedRuns, scenario: Scenario, at: Page): string {
  return page([
    ...title(plain(scenario.title), at),
    ...wrap(`What comes before a turn, in ${count(runs, 'run')} from ${day(scenario.from)}${set.length === 0 ? '' : `, with ${list(set.map(plain))}`} (seed ${plain(seed)}); and what becomes of the same runs, under the same luck, with that one thing held back. Most often before is not because: only what is held back shows that.`, at.width),
    ...turning.flatMap(({ turn, came, points: all }) => [
      ...heading(`${turnWords(turn, scenario)}: ${percent(came.share)} of the runs (${percent(came.low)} to ${percent(came.high)})`, at),
      ...(all.length === 0 ? wrap(came.count === 0 ? 'No run came to it.' : came.count === runs ? 'All runs came to it; there is nothing to hold them against.' : 'Nothing happened often enough before it to be told; more runs (-n) may show more.', at.width, '  ') : allPoints(all, scenario, at)),
    ]),
    '', at.paint.dim(rule(at.width)),
    ...wrap('An event is held back in the round in which it first came, and may come later; a move is never made. “By then elsewhere”: by the same round in runs that were still going and had not come to it; for a collapse, in agreements that held. Differences in points of 100 runs, with 95 % intervals for paired runs (Bonett & Price 2012). * More than luck, asked of all of them together (Bonferroni). Shares of simulated runs under the assumptions of the file; no probabilities.', at.width),
    `Again: ${again}`,
  ]);
}
