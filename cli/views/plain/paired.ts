/** What two sides under the same luck have to tell: what differs in the files, how their runs ended, which changed sides, and whether it is more than luck. */
import { plain } from '../../../engine/record/plain.ts';
import type { Difference, PairedOutcome, PairedResult } from '../../../engine/index.ts';
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import { differenceWords } from './compare-words.ts';
import { points } from './evidence-without.ts';
import { heading, pad, widest, wrap } from './layout.ts';
import type { Page } from './layout.ts';
import { count, list, percent, quoted } from './words.ts';

/** What the two sides are called. */
export interface SideWords {
  /** Above what differs, and above how the runs ended (which are so many). */
  readonly differs: string;
  readonly ended: (runs: number) => string;
  /** Heads of columns. */
  readonly first: string;
  readonly second: string;
  /** Where something is more or less frequent. */
  readonly there: string;
}

export const A_AND_B: SideWords = { differs: 'What differs, A → B', ended: (runs) => `How ${count(runs, 'run')} ended under A and under B, with the same luck`, first: 'A', second: 'B', there: 'under B' };
export const BEFORE_AND_NOW: SideWords = { differs: 'What was edited', ended: (runs) => `How ${count(runs, 'run')} ended before and now, with the same luck`, first: 'before', second: 'now', there: 'now' };

export interface Pair {
  readonly first: Scenario;
  readonly second: Scenario;
  readonly found: readonly Difference[];
  readonly result: PairedResult;
  /** Nothing that bears on a run differs. */
  readonly same: boolean;
  /** Outcomes whose difference is more than luck. */
  readonly beyond: readonly string[];
}

/** Shown at most, of what cannot bear on a run. */
const MOST = 5;

export function edits({ first, second, found }: Pick<Pair, 'first' | 'second' | 'found'>, words: SideWords, at: Page): string[] {
  const lines = (some: readonly Difference[]): string[] => some.flatMap((one) => wrap(differenceWords(one, first, second), at.width, '  - ', '    '));
  const [playing, aside] = [found.filter((one) => one.plays), found.filter((one) => !one.plays)];
  const more = aside.length > MOST ? [at.paint.dim(`    and ${aside.length - MOST} more; --json has them all`)] : [];
  return [
    ...heading(words.differs, at),
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

export function outcomes({ result }: Pick<Pair, 'result'>, words: SideWords, at: Page): string[] {
  const wide = widest(result.outcomes.map((one) => plain(one.title)), Math.max(8, at.width - FIGURES - (isNarrow(at) ? 0 : INTERVAL) - 2));
  const head = `${pad('', wide + 2)}${words.first.padStart(7)}${words.second.padStart(9)}${'points'.padStart(8)}`;
  const interval = '95 % interval';
  return [
    ...heading(words.ended(result.runs), at),
    ...(isNarrow(at) ? [head, interval.padStart(wide + 2 + FIGURES)] : [`${head}${interval.padStart(INTERVAL)}`]).map(at.paint.dim),
    ...result.outcomes.flatMap((one) => row(one, wide, at)),
  ];
}

export function crossings({ result }: Pick<Pair, 'result'>, at: Page): string[] {
  if (result.crossings.length === 0) return [];
  const titled = (id: string): string => plain(result.outcomes.find((one) => one.id === id)?.title ?? id);
  const wide = String(result.crossings[0]?.count ?? 0).length;
  return [
    ...heading(`${count(result.runs - result.alike, 'run')} of ${result.runs} ended otherwise`, at),
    ...result.crossings.flatMap(({ from, to, count: runs, run }) => wrap(`${String(runs).padStart(wide, '\u2007')}  ${titled(from)} → ${titled(to)} ${runs === 1 ? `(run ${run})` : `(first: run ${run})`}`, at.width, '  ', ' '.repeat(wide + 4))),
  ];
}

/** Whether it is more than luck, plainly. */
export function verdict({ result, same, beyond, found }: Pick<Pair, 'result' | 'same' | 'beyond' | 'found'>, words: SideWords = A_AND_B): string {
  if (same) return found.length === 0 ? 'The two are the same: they differ by exactly nothing.' : 'What differs bears on no run: the outcomes differ by exactly nothing.';
  if (result.alike === result.runs) return `No run ended otherwise. A difference too small for ${count(result.runs, 'run')} to show is not ruled out.`;
  if (beyond.length === 0) return `The difference is no more than luck could make it: runs did end otherwise, but in ${count(result.runs, 'run')} no outcome is surely more or less frequent. More runs (-n) may tell.`;
  const told = result.outcomes.filter((one) => beyond.includes(one.id)).map((one) => `${quoted(plain(one.title))} is ${one.difference > 0 ? 'more' : 'less'} frequent ${words.there}`);
  return `The difference is more than luck: ${list(told)}.`;
}
