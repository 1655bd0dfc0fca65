/**
 * Two scenarios run by run under the same luck: in how many runs an outcome came with the one and not with the other. What differs is
 * then the scenarios and not the luck, so the difference is known far better than from two separate batches.
 */
import type { Model } from '../model/model.ts';
import { playRun } from '../run/kernel.ts';
import type { LeverOptions } from '../run/levers.ts';
import type { Id } from '../vocabulary.ts';
import type { Share } from './result.ts';
import { wilson, Z95, type Interval } from './wilson.ts';

export interface PairedOptions extends LeverOptions {
  /** Levers that are set in the second only, in place of `levers`. */
  readonly secondLevers?: Readonly<Record<Id, number>>;
  readonly seed: string;
  readonly runs: number;
  readonly onProgress?: (done: number) => void;
  /** Aborted: it stops soon and gives what is finished. */
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

/** Pairs of runs between two pauses in which timers, keys and signals are heard. */
const BREATH = 15;

export async function paired(first: Model, second: Model, { seed, runs, onProgress, signal, secondLevers, ...levers }: PairedOptions): Promise<PairedResult> {
  const titles = new Map([...second.scenario.outcomes, ...first.scenario.outcomes].map((outcome) => [outcome.id, outcome.title]));
  const ids = [...new Set([...first.scenario.outcomes, ...second.scenario.outcomes].map((outcome) => outcome.id))];
  const counts = new Map(ids.map((id) => [id, { both: 0, onlyFirst: 0, onlySecond: 0 }]));
  const sides = [{ model: first, levers }, { model: second, levers: secondLevers === undefined ? levers : { ...levers, levers: secondLevers } }];
  const crossings = new Map<string, Crossing>();
  let done = 0;
  let alike = 0;
  for (let run = 1; run <= runs && signal?.aborted !== true; run++) {
    const [one = '', other = ''] = sides.map((side) => side.model.scenario.outcomes[playRun(side.model, run, { seed, ...side.levers }).outcome].id);
    for (const [id, count] of counts) {
      if (id === one && id === other) count.both++;
      else if (id === one) count.onlyFirst++;
      else if (id === other) count.onlySecond++;
    }
    if (one === other) alike++;
    else {
      const before = crossings.get(`${one} ${other}`);
      crossings.set(`${one} ${other}`, { from: one, to: other, count: (before?.count ?? 0) + 1, run: before?.run ?? run });
    }
    done = run;
    if (run % BREATH === 0) {
      onProgress?.(run);
      await new Promise((resolve) => { setImmediate(resolve); });
    }
  }
  const share = (count: number): Share => ({ count, share: done === 0 ? 0 : count / done, ...wilson(count, done) });
  return {
    runs: done, alike,
    crossings: [...crossings.values()].sort((a, b) => b.count - a.count || a.run - b.run),
    outcomes: [...counts].map(([id, { both, onlyFirst, onlySecond }]) => ({
      id, title: titles.get(id) ?? id, first: share(both + onlyFirst), second: share(both + onlySecond), onlyFirst, onlySecond,
      difference: done === 0 ? 0 : (onlySecond - onlyFirst) / done, ...pairedInterval(onlyFirst, onlySecond, done),
    })),
  };
}
