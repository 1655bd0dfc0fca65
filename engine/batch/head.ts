/** What makes a batch that batch, as plain JSON: it heads the files of its rows, and parts with different heads never mix. */
import type { Model } from '../model/model.ts';
import { plain } from '../record/plain.ts';
import type { LeverOptions } from '../run/levers.ts';
import type { Id } from '../vocabulary.ts';
import type { Shard } from './plan.ts';

export interface Head {
  readonly winset: 1;
  /** Of the program. */
  readonly version: string;
  readonly scenario: Id;
  readonly hash: string;
  readonly from: string;
  readonly seed: string;
  /** Runs asked for. */
  readonly runs: number;
  readonly until: number | null;
  readonly vary: boolean;
  readonly view: Id | null;
  /** Levers that were set; they are never drawn. */
  readonly set: Readonly<Record<Id, number>>;
  readonly shard: Shard | null;
}

export interface HeadOptions extends LeverOptions {
  readonly seed: string;
  readonly runs: number;
  readonly until: number | null;
  readonly shard: Shard | null;
  readonly version: string;
}

/** Keys in a fixed order, so that equal heads are equal texts. */
export function headOf(model: Model, options: HeadOptions): Head {
  const { scenario } = model;
  const set = Object.fromEntries(Object.entries(options.levers ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));
  const { version, seed, runs, until, shard } = options;
  return {
    winset: 1, version, scenario: scenario.id, hash: scenario.hash, from: scenario.from, seed, runs, until,
    vary: options.vary ?? false, view: options.view ?? null, set, shard,
  };
}

const WORDS: readonly (readonly [key: keyof Head, word: string])[] = [
  ['scenario', 'scenario'], ['hash', 'state of the scenario file'], ['from', 'start'], ['seed', 'seed'], ['runs', 'number of runs'], ['until', 'width of intervals'],
  ['vary', 'way of taking the levers'], ['view', 'view'], ['set', 'setting of levers'], ['shard', 'shard'], ['version', 'version of the program'],
];

/** In what two heads differ, in words, the most telling first. One of them may come from a file of anybody. */
export function differences(a: Head, b: Head): readonly string[] {
  return WORDS.filter(([key]) => JSON.stringify(a[key]) !== JSON.stringify(b[key])).map(([key, word]) => {
    const shown = [a[key], b[key]].map((value) => (typeof value === 'string' && key !== 'hash' ? plain(value).slice(0, 60) : typeof value === 'number' ? String(value) : null));
    return shown.includes(null) ? `another ${word}` : `another ${word} (${shown[0]}, not ${shown[1]})`;
  });
}
