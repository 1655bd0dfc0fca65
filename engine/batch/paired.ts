/**
 * Two scenarios run by run under the same luck: in how many runs an outcome came with the one and not with the other. What differs is
 * then the scenarios and not the luck, so the difference is known far better than from two separate batches.
 */
import type { LeverOptions } from '../run/levers.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Id } from '../vocabulary.ts';
import { playCells } from './cells/cells.ts';
import type { Share } from './result.ts';
import { wilson, Z95, type Interval } from './wilson.ts';

export interface PairedOptions extends LeverOptions {
  /** Levers that are set in the second only, in place of `levers`. */
  readonly secondLevers?: Readonly<Record<Id, number>>;
  readonly seed: string;
  readonly runs: number;
  /** On how many worker threads; without: on this thread. The result is the same for every number. */
  readonly workers?: number;
  /** Pairs that are done. */
  readonly onProgress?: (done: number) => void;
  /** Aborted: it stops at once. */
  readonly signal?: AbortSignal;
}

export interface PairedOutcome extends Interval {
  readonly id: Id;
  readonly title: string;
  readonly first: Share;
  readonly second: Share;
  /** Runs in which only the one of the two ended so. */
  readonly onlyFirst: number;
  readonly onlySecond: number;
  /** Share in the second less share in the first, −1..1; `low` and `high` are its 95 % interval. */
  readonly difference: number;
}

/** Runs that ended in one outcome under the first and in another under the second. */
export interface Crossing {
  readonly from: Id;
  readonly to: Id;
  readonly count: number;
  /** Number of the first such run, to be read beside the other. */
  readonly run: number;
}

export interface PairedResult {
  readonly runs: number;
  /** Runs that had the same outcome in both. */
  readonly alike: number;
  /** Outcomes of the first in its order, then those that only the second has. */
  readonly outcomes: readonly PairedOutcome[];
  /** From what to what runs changed sides, the most frequent first. */
  readonly crossings: readonly Crossing[];
}

/**
 * 95 % interval of a difference of two shares that were counted on the same runs: second − first, in −1..1.
 * The adjusted Wald interval of Bonett & Price (2012, Journal of Educational and Behavioral Statistics 37:479–488): one run is added to each of
 * the two cells that differ. Like that of Agresti & Min (2005, Statistics in Medicine 24:729–740), which adds a half to all four, but it also
 * covers where few runs differ and all to one side. As in the test of McNemar (1947), only runs that differ carry information.
 * @param onlyFirst runs in which only the first had it @param onlySecond runs in which only the second had it @param of all runs
 */
export function pairedInterval(onlyFirst: number, onlySecond: number, of: number, z: number = Z95): Interval {
  if (of === 0) return { low: -1, high: 1 };
  const n = of + 2;
  const [a, b] = [(onlyFirst + 1) / n, (onlySecond + 1) / n];
  const half = z * Math.sqrt((a + b - (b - a) * (b - a)) / n);
  return { low: Math.max(-1, b - a - half), high: Math.min(1, b - a + half) };
}

/** How the runs of one side ended. */
export interface PairedSide {
  readonly scenario: Scenario;
  /** By run, from the first: the place of its outcome among those of the scenario, as `CellRuns` have it. */
  readonly outcomes: Uint8Array;
}

/** Counts the runs that both sides have. */
export function pairsOf(first: PairedSide, second: PairedSide): PairedResult {
  const [ones, others] = [first, second].map((side) => side.scenario.outcomes.map(({ id }) => id));
  const runs = Math.min(first.outcomes.length, second.outcomes.length);
  const counts = new Float64Array(ones.length * others.length);
  const earliest = new Float64Array(counts.length);
  for (let at = 0; at < runs; at++) {
    const cell = first.outcomes[at] * others.length + second.outcomes[at];
    if (counts[cell]++ === 0) earliest[cell] = at + 1;
  }
  const crossings = ones.flatMap((from, a) => others.flatMap((to, b): readonly Crossing[] => {
    const cell = a * others.length + b;
    return from === to || counts[cell] === 0 ? [] : [{ from, to, count: counts[cell], run: earliest[cell] }];
  }));
  const changed = crossings.reduce((sum, { count }) => sum + count, 0);
  const share = (count: number): Share => ({ count, share: runs === 0 ? 0 : count / runs, ...wilson(count, runs) });
  const titles = new Map([...second.scenario.outcomes, ...first.scenario.outcomes].map((outcome) => [outcome.id, outcome.title]));
  return {
    runs, alike: runs - changed,
    crossings: crossings.sort((a, b) => b.count - a.count || a.run - b.run),
    outcomes: [...new Set([...ones, ...others])].map((id) => {
      const both = ones.includes(id) && others.includes(id) ? counts[ones.indexOf(id) * others.length + others.indexOf(id)] : 0;
      const onlyFirst = crossings.reduce((sum, { from, count }) => sum + (from === id ? count : 0), 0);
      const onlySecond = crossings.reduce((sum, { to, count }) => sum + (to === id ? count : 0), 0);
      return {
        id, title: titles.get(id) ?? id, first: share(both + onlyFirst), second: share(both + onlySecond), onlyFirst, onlySecond,
        difference: runs === 0 ? 0 : (onlySecond - onlyFirst) / runs, ...pairedInterval(onlyFirst, onlySecond, runs),
      };
    }),
  };
}

/** Plays both sides, on this thread or on many, and counts; null when stopped on the way. */
export async function paired(first: Scenario, second: Scenario, { seed, runs, workers = 0, onProgress, signal, secondLevers, ...levers }: PairedOptions): Promise<PairedResult | null> {
  const cells = [{ scenario: 0, runs, ...levers }, { scenario: first === second ? 0 : 1, runs, ...levers, ...(secondLevers && { levers: secondLevers }) }];
  const played = await playCells(first === second ? [first] : [first, second], cells, {
    seed, workers, ...(onProgress && { onProgress: (done: number) => { onProgress(Math.floor(done / 2)); } }), ...(signal && { signal }),
  });
  if (played === null) return null;
  const [one, other] = played;
  return pairsOf({ scenario: first, outcomes: one.outcomes }, { scenario: second, outcomes: other.outcomes });
}
