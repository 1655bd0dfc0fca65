/** A scenario without some of its sources: which values lose what they rested on, and how the runs end with and without, under the same luck. */
import { plain } from '../../../engine/record/plain.ts';
import type { EvidencedValue, PairedOutcome, PairedResult, Struck } from '../../../engine/index.ts';
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import { commandLine, startOf } from './commandline.ts';
import type { Asked } from './commandline.ts';
import { heading, pad, page, rule, widest, title, wrap } from './layout.ts';
import type { Page } from './layout.ts';
import * as names from './names.ts';
import { onOtherDays, valueWords } from './evidence-words.ts';
import type { OtherStart } from './evidence-words.ts';
import { takenInBatch } from './taken.ts';
import { capital, count, day, list, percent } from './words.ts';

export interface Without {
  /** Sources and claims struck out. */
  readonly ids: readonly string[];
  readonly starts: readonly OtherStart[];
  readonly struck: readonly Struck[];
  /** All of the scenario with its sources: what is struck out is told in their words. */
  readonly values: readonly EvidencedValue[];
  readonly result: PairedResult;
  readonly seed: string;
  readonly levers: Readonly<Record<string, number>>;
}

interface Group { readonly head: string; readonly belongs: (one: Struck) => boolean; readonly note?: string }

const GROUPS: readonly Group[] = [
  { head: 'Goes, as nothing else carries it', belongs: (one) => one.removed },
  {
    head: 'Stays as an assumption of the file alone', belongs: (one) => !one.removed && one.left === 'assumed',
    note: 'Often the file assumes only their size. Whether they would be there at all without the claim is for its author to say: take them out of a copy to see.',
  },
  { head: 'Stays on a published figure', belongs: (one) => !one.removed && one.left === 'figure' },
  { head: 'Stays although nothing carries it, as the scenario cannot do without it', belongs: (one) => !one.removed && one.left === 'nothing' },
];

function lost({ ids, struck, starts, values: all }: Without, scenario: Scenario, at: Page): string[] {
  const values = new Map(all.map((value) => [value.path, valueWords(value, scenario)]));
  if (struck.length === 0) {
    const claims = scenario.claims.filter((claim) => ids.includes(claim.id) || ids.includes(claim.source)).map((claim) => claim.id);
    const rests = all.some((value) => value.evidence.because.some((id) => claims.includes(id)));
    return [...heading('What loses its claims', at), ...wrap(rests ? 'Nothing: whatever rests on it rests on other claims too.' : 'Nothing: on the day on which this starts, no value rests on it.', at.width, '  '), ...(rests ? [] : onOtherDays(starts).flatMap((line) => wrap(line, at.width, '  ')))];
  }
  return GROUPS.flatMap(({ head, belongs, note }) => {
    const own = struck.filter(belongs);
    return own.length === 0 ? [] : [...heading(`${head} (${own.length})`, at), ...own.flatMap((one) => wrap(`${values.get(one.path) ?? capital(plain(one.what))} (${one.lost.map(plain).join(', ')})`, at.width, '  - ', '    ')), ...(note === undefined ? [] : wrap(note, at.width, '  ').map(at.paint.dim))];
  });
}

/** 0.12 → '+12', −0.004 → '−0.4': in points of a hundred. */
export function points(share: number): string {
  const size = Math.abs(share * 100);
  const text = size >= 9.95 || size === 0 ? String(Math.round(size)) : size.toFixed(1);
  return Number(text) === 0 ? '0' : `${share < 0 ? '−' : '+'}${text}`;
}

const FIGURES = 40;

function row(one: PairedOutcome, label: string, wide: number): string[] {
  const lines = wrap(label, wide + 2, '  ', '    ');
  const last = lines.pop() ?? '';
  return [...lines, `${pad(last, wide + 2)}${percent(one.first.share).padStart(7)}${percent(one.second.share).padStart(9)}  ${points(one.difference).padStart(6)}  ${`${points(one.low)} to ${points(one.high)}`.padStart(14)}`];
}

function outcomes(result: PairedResult, scenario: Scenario, at: Page): string[] {
  const labels = result.outcomes.map((one) => names.outcome(scenario, one.id));
  const wide = widest(labels, Math.max(8, at.width - FIGURES - 2));
  return [
    ...heading(`How ${count(result.runs, 'run')} ended with it and without it, under the same luck`, at),
    at.paint.dim(`${pad('', wide + 2)}${'with'.padStart(7)}${'without'.padStart(9)}${'points'.padStart(8)}${'95 % interval'.padStart(16)}`),
    ...result.outcomes.flatMap((one, index) => row(one, labels[index] ?? '', wide)),
    ...wrap(result.alike === result.runs ? 'No run ended otherwise.' : `${count(result.runs - result.alike, 'run')} of ${result.runs} ended otherwise.`, at.width, '  '),
  ];
}

/** `scenario`: with all its sources. */
export function withoutPage(of: Without, scenario: Scenario, asked: Asked, at: Page): string {
  const { ids, result, seed, levers } = of;
  const from = startOf(scenario);
  const again = commandLine({ ...asked, command: 'evidence', seed, from, more: ['--runs', String(result.runs), ...ids.flatMap((id) => ['--without', id])] });
  return page([
    ...title(plain(scenario.title), at),
    ...wrap(`Without ${list(ids.map((id) => `${plain(id)}${sourceTitle(id, scenario)}`))}, as it stands on ${day(scenario.from)}.`, at.width),
    ...takenInBatch(levers, asked, scenario).flatMap((line) => wrap(line, at.width)),
    ...lost(of, scenario, at),
    ...outcomes(result, scenario, at),
    '', at.paint.dim(rule(at.width)),
    ...wrap('Shares of simulated runs under the assumptions of the file; no probabilities. The interval is that of a difference between paired runs: it measures chance in this many runs and nothing else.', at.width),
    `Again: ${again}`,
  ]);
}

function sourceTitle(id: string, scenario: Scenario): string {
  const source = scenario.sources.find((one) => one.id === id);
  return source === undefined ? '' : ` (${plain(source.title)})`;
}
