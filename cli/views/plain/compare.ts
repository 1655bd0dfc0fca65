/** Two scenarios side by side: what differs in the files, and how the same luck ended under the one and under the other. */
import { plain } from '../../../engine/record/plain.ts';
import type { Difference, PairedOutcome, PairedResult } from '../../../engine/index.ts';
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import { differenceWords } from './compare-words.ts';
import { shellWord } from './commandline.ts';
import { points } from './evidence-without.ts';
import { heading, pad, page, rule, title, widest, wrap } from './layout.ts';
import type { Page } from './layout.ts';
import { count, day, list, percent, quoted } from './words.ts';

export interface Side {
  /** As the user named it. */
  readonly name: string;
  /** With its levers as they are taken here. */
  readonly scenario: Scenario;
  readonly levers: Readonly<Record<string, number>>;
}

export interface Compared {
  readonly sides: readonly [Side, Side];
  readonly found: readonly Difference[];
  readonly result: PairedResult;
  /** Nothing that bears on a run differs. */
  readonly same: boolean;
  /** Outcomes whose difference is more than luck. */
  readonly beyond: readonly string[];
  readonly seed: string;
  /** As it was said, and so as it must be said again. */
  readonly asked: {
    readonly from: string | undefined; readonly view: string | undefined; readonly vary: boolean | undefined;
    readonly set: readonly string[]; readonly setA: readonly string[]; readonly setB: readonly string[];
  };
}

/** Shown at most, of what cannot bear on a run. */
const MOST = 5;

function edits({ sides: [{ scenario: first }, { scenario: second }], found }: Compared, at: Page): string[] {
  const lines = (some: readonly Difference[]): string[] => some.flatMap((one) => wrap(differenceWords(one, first, second), at.width, '  - ', '    '));
  const [playing, aside] = [found.filter((one) => one.plays), found.filter((one) => !one.plays)];
  const more = aside.length > MOST ? [at.paint.dim(`    and ${aside.length - MOST} more; --json has them all`)] : [];
  return [
    ...heading('What differs, A → B', at),
    ...(found.length === 0 ? ['  Nothing.'] : playing.length === 0 ? wrap('Nothing that bears on a run.', at.width, '  ') : lines(playing)),
    ...(aside.length === 0 ? [] : [...heading(`Only in titles, documents and evidence, which no run reads (${aside.length})`, at), ...lines(aside.slice(0, MOST)), ...more]),
  ];
}

/** Shares and difference, and the interval, which has a line of its own where the page is narrow. */
const FIGURES = 24;
const INTERVAL = 16;
const isNarrow = (at: Page): boolean => at.width < FIGURES + INTERVAL + 20;

function row(one: PairedOutcome, wide: number, at: Page): string[] {
  const lines = wrap(plain(one.title), wide + 2, '  ', '    ');
  const last = lines.pop() ?? '';
  const interval = one.low === 0 && one.high === 0 ? 'exactly' : `${points(one.low)} to ${points(one.high)}`;
  const figures = `${pad(last, wide + 2)}${percent(one.first.share).padStart(7)}${percent(one.second.share).padStart(9)}${points(one.difference).padStart(8)}`;
  return isNarrow(at) ? [...lines, figures, interval.padStart(wide + 2 + FIGURES)] : [...lines, `${figures}${interval.padStart(INTERVAL)}`];
}

function outcomes({ result }: Compared, at: Page): string[] {
  const wide = widest(result.outcomes.map((one) => plain(one.title)), Math.max(8, at.width - FIGURES - (isNarrow(at) ? 0 : INTERVAL) - 2));
  const head = `${pad('', wide + 2)}${'A'.padStart(7)}${'B'.padStart(9)}${'points'.padStart(8)}`;
  const interval = '95 % interval';
  return [
    ...heading(`How ${count(result.runs, 'run')} ended under A and under B, with the same luck`, at),
    ...(isNarrow(at) ? [head, interval.padStart(wide + 2 + FIGURES)] : [`${head}${interval.padStart(INTERVAL)}`]).map(at.paint.dim),
    ...result.outcomes.flatMap((one) => row(one, wide, at)),
  ];
}

function crossings({ result }: Compared, at: Page): string[] {
  if (result.crossings.length === 0) return [];
  const titled = (id: string): string => plain(result.outcomes.find((one) => one.id === id)?.title ?? id);
  const wide = String(result.crossings[0]?.count ?? 0).length;
  return [
    ...heading(`${count(result.runs - result.alike, 'run')} of ${result.runs} ended otherwise`, at),
    ...result.crossings.flatMap(({ from, to, count: runs, run }) => wrap(`${String(runs).padStart(wide, '\u2007')}  ${titled(from)} → ${titled(to)} ${runs === 1 ? `(run ${run})` : `(first: run ${run})`}`, at.width, '  ', ' '.repeat(wide + 4))),
  ];
}

/** Whether it is more than luck, plainly. */
export function verdict({ result, same, beyond, found }: Pick<Compared, 'result' | 'same' | 'beyond' | 'found'>): string {
  if (same) return found.length === 0 ? 'The two are the same: they differ by exactly nothing.' : 'What differs bears on no run: the outcomes differ by exactly nothing.';
  if (result.alike === result.runs) return `No run ended otherwise. A difference too small for ${count(result.runs, 'run')} to show is not ruled out.`;
  if (beyond.length === 0) return `The difference is no more than luck could make it: runs did end otherwise, but in ${count(result.runs, 'run')} no outcome is surely more or less frequent. More runs (-n) may tell.`;
  const told = result.outcomes.filter((one) => beyond.includes(one.id)).map((one) => `${quoted(plain(one.title))} is ${one.difference > 0 ? 'more' : 'less'} frequent under B`);
  return `The difference is more than luck: ${list(told)}.`;
}

function again({ sides: [first, second], result, seed, asked }: Compared): string {
  const { from, view, vary, set, setA, setB } = asked;
  const option = (name: string, values: readonly (string | undefined)[]): readonly string[] => values.flatMap((one) => (one === undefined ? [] : [name, one]));
  const words = [
    first.name, ...(second.name === first.name && setA.length + setB.length > 0 ? [] : [second.name]), ...option('--from', [from]), '--seed', seed, '--runs', String(result.runs), ...option('--view', [view]),
    ...(vary === true ? ['--vary'] : []), ...option('--set', set), ...option('--set-a', setA), ...option('--set-b', setB),
  ];
  return `winset compare ${words.map(shellWord).join(' ')}`;
}

export function comparePage(compared: Compared, at: Page): string {
  const { sides, found, asked, result, beyond } = compared;
  const [first, second] = sides;
  const head = (letter: string, { name, scenario }: Side, set: readonly string[]): string[] => wrap(
    `${at.paint.bold(letter)}: ${plain(name)}, ${quoted(plain(scenario.title))}, from ${day(scenario.from)}${set.length === 0 ? '' : `, with ${list(set.map(plain))}`}.`, at.width, '', '   ');
  return page([
    ...title('Two scenarios under the same luck', at),
    ...head('A', first, [...asked.set, ...asked.setA]),
    ...head('B', second, [...asked.set, ...asked.setB]),
    ...edits({ ...compared, found }, at),
    ...outcomes(compared, at),
    ...crossings(compared, at),
    '', ...title(verdict(compared), at),
    '', at.paint.dim(rule(at.width)),
    ...wrap(`Shares of simulated runs under the assumptions of the files; no probabilities. The intervals are those of differences between paired runs (Bonett & Price 2012): they measure chance in this many runs and nothing else. ${beyond.length > 0 || result.alike < result.runs ? `Whether all outcomes together differ by more than luck is asked at 95 % (Bonferroni).` : ''}`.trim(), at.width),
    `Again: ${again(compared)}`,
  ]);
}
