/** A scenario while it is edited: what was edited, how the runs ended before and now, what the edits did so far. */
import type { Difference, PairedResult, Problem } from '../../../engine/index.ts';
import { plain } from '../../../engine/record/plain.ts';
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import { differenceWords } from './compare-words.ts';
import { shares } from './shares.ts';
import { points } from './evidence-without.ts';
import { heading, title, wrap } from './layout.ts';
import type { Page } from './layout.ts';
import { BEFORE_AND_NOW, crossings, edits, outcomes, verdict } from './paired.ts';
import type { Pair } from './paired.ts';
import { count } from './words.ts';

/** What a share of runs is, once a page. */
export const CAVEAT = 'Shares of simulated runs under the assumptions of the file; no probabilities. Intervals: 95 %, of differences between paired runs (Bonett & Price 2012).';

const PLAYING = 'Its runs are being played.';

/** Runs that are played, of those that are wanted: '4000 of 20000 runs'. */
export const progress = (played: number, wanted: number): string => (played < wanted ? `${played} of ${count(wanted, 'run')}` : count(wanted, 'run'));

/** The file as it was found. */
export function aloneLines(alone: PairedResult, at: Page): string[] {
  const rows = alone.outcomes.map(({ title: of, first }) => ({ label: plain(of), share: first.share, interval: [first.low, first.high] as const }));
  return alone.runs === 0 ? ['', PLAYING] : [...heading(`How ${count(alone.runs, 'run')} end`, at), ...shares(rows, at)];
}

export function editLines(pair: Pick<Pair, 'first' | 'second' | 'found'>, at: Page): string[] {
  return edits(pair, BEFORE_AND_NOW, at);
}

/** @param wanted runs a side: while there are fewer, what is said of them is said of so far */
export function effectLines(pair: Pair, wanted: number, at: Page): string[] {
  const { runs } = pair.result;
  if (runs === 0) return ['', PLAYING];
  const said = verdict(pair, BEFORE_AND_NOW);
  return [...outcomes(pair, BEFORE_AND_NOW, at), '', ...title(runs < wanted ? `So far, of ${runs} runs: ${said.charAt(0).toLowerCase()}${said.slice(1)}` : said, at), ...crossings(pair, at)];
}

/** Why a save cannot be played. */
export function troubleLines({ problems, says }: { readonly problems: readonly Problem[]; readonly says: string | null }, format: (problem: Problem) => string, at: Page): string[] {
  const said = says === null ? [] : wrap(says, at.width).map(at.paint.bad);
  // Lines of the file stand as they are, their caret below them; sentences wrap.
  const lines = (problem: Problem): readonly string[] => format(problem).split('\n').flatMap((line) => (/^ *\d* \|/u.test(line) ? [line] : wrap(line.trimStart(), at.width, line.startsWith(' ') ? '  ' : '')));
  return [...problems.flatMap((problem) => [...lines(problem), '']), ...said];
}

/** An edit in a few words: 'Ukraine, walk-away value: 0.42 → 0.36, and 2 more'. */
export function editWords(found: readonly Difference[], first: Scenario, second: Scenario): string {
  const told = found.find((one) => one.plays) ?? found[0];
  if (told === undefined) return 'nothing that it says';
  return `${differenceWords(told, first, second)}${found.length > 1 ? `, and ${found.length - 1} more` : ''}`;
}

/** What an edit did, in a few words: '+3.1 A signed settlement'. */
export function effectWords({ result, same, beyond }: Pair): string {
  if (same) return 'no difference';
  if (result.runs === 0) return 'not played';
  const clear = result.outcomes.filter(({ id }) => beyond.includes(id)).sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  const [most] = clear;
  if (most === undefined) return result.alike === result.runs ? 'no run ended otherwise' : 'no more than luck';
  return `${points(most.difference)} ${plain(most.title)}`;
}
