/**
 * The outlook from here, by branch and moment: what is known of it, and what is to be played next. Knows neither threads nor rules. It
 * asks for that of the moment shown, then for that before the last step, then for rounds that were passed over; with two branches side by
 * side for both under the same luck.
 */
import type { EndedRecord } from '../../../../engine/record/record.ts';
import type { Outlook, PairedOutlook } from '../../../../engine/index.ts';
import type { History } from '../history.ts';
import type { Source } from './source.ts';

/** What a picture shows of it. */
export interface OutlookView {
  /** null: not yet. */
  readonly now: Outlook | null;
  /** Before the last step, or before a person's choice at this moment; null: not known. */
  readonly before: Outlook | null;
  /** One for each round from the start to the one shown, as it stood last in that round; null: not known. */
  readonly course: readonly (Outlook | null)[];
  /** The worker died. */
  readonly failed: boolean;
}

/** Runs for the moment shown, for a round passed over, and pairs of runs for two branches. */
export const RUNS = 2000;
export const RUNS_PASSED = 400;
export const PAIRS = 2000;

/** What is known of one branch. */
interface Kept {
  readonly outlooks: Map<number, Outlook>;
  /** What the choice replaced that was made last. */
  replaced: { readonly at: number; readonly outlook: Outlook } | null;
}

export class Board<Saved> {
  readonly #source: Source<Saved>;
  #kept = new WeakMap<History<Saved>, Kept>();
  /** What is being played, by name. */
  #asked: string | null = null;
  #pair: { readonly key: string; readonly pair: PairedOutlook } | null = null;
  #failed = false;

  constructor(source: Source<Saved>) {
    this.#source = source;
  }

  #of(history: History<Saved>): Kept {
    const had = this.#kept.get(history);
    if (had !== undefined) return had;
    const kept: Kept = { outlooks: new Map(), replaced: null };
    this.#kept.set(history, kept);
    return kept;
  }

  /** Asks for what is wanted now, unless it is known or being played. @param since the moment to compare with @param news the picture may have changed */
  follow(history: History<Saved>, since: number | null, news: () => void): void {
    const { outlooks } = this.#of(history);
    const at = this.#failed ? null : this.#wanted(history, since);
    const key = at === null ? null : keyOf(history, at);
    if (key === this.#asked) return;
    this.#asked = key;
    if (at === null) return this.#source.rest();
    const runs = at === history.at ? RUNS : RUNS_PASSED;
    this.#source.ask({
      moment: history.savedAt(at), had: outlooks.get(at) ?? null, runs,
      tell: (outlook) => {
        outlooks.set(at, outlook);
        if (outlook.runs >= runs) this.#asked = null;
        news();
      },
      fail: () => this.#fail(news),
    });
  }

  /** The same for two branches at the moments they show. */
  followPair(first: History<Saved>, second: History<Saved>, news: () => void): void {
    const key = pairKey(first, second);
    const known = this.#pair?.key === key && this.#pair.pair.runs >= PAIRS;
    const ask = !this.#failed && !known && !(isEnd(first, first.at) && isEnd(second, second.at)) ? key : null;
    if (ask === this.#asked) return;
    this.#asked = ask;
    if (ask === null) return this.#source.rest();
    this.#source.ask({
      moment: first.savedAt(first.at), other: second.savedAt(second.at), runs: PAIRS,
      tellPair: (pair) => {
        this.#pair = { key, pair };
        if (pair.runs >= PAIRS) this.#asked = null;
        news();
      },
      fail: () => this.#fail(news),
    });
  }

  pair(first: History<Saved>, second: History<Saved>): PairedOutlook | null {
    return this.#pair?.key === pairKey(first, second) ? this.#pair.pair : null;
  }

  get failed(): boolean { return this.#failed; }

  #fail(news: () => void): void {
    this.#asked = null;
    this.#failed = true;
    news();
  }

  #wanted(history: History<Saved>, since: number | null): number | null {
    const { outlooks, replaced } = this.#of(history);
    const lacks = (at: number, runs: number): boolean => (outlooks.get(at)?.runs ?? 0) < runs && !isEnd(history, at);
    if (lacks(history.at, RUNS)) return history.at;
    if (since !== null && replaced?.at !== history.at && lacks(since, RUNS_PASSED)) return since;
    // A state is kept as a round begins. Each round is told as it ended, or a turn would seem to come in the next.
    return history.savedMoments.map((at) => at - 1).find((at) => at >= 0 && at < history.at && lacks(at, RUNS_PASSED)) ?? null;
  }

  view(history: History<Saved>, since: number | null, end: EndedRecord | null): OutlookView {
    const { at } = history;
    const { outlooks, replaced } = this.#of(history);
    const course: (Outlook | null)[] = Array.from({ length: history.roundAt(at) + 1 }, () => null);
    for (const moment of [...outlooks.keys()].sort((a, b) => a - b)) if (moment <= at) course[history.roundAt(moment)] = outlooks.get(moment) ?? null;
    if (end !== null) course[course.length - 1] = certain(end, [...outlooks.values()][0]);
    const before = replaced?.at === at ? replaced.outlook : since === null ? null : outlooks.get(since) ?? null;
    return { now: outlooks.get(at) ?? null, before, course, failed: this.#failed };
  }

  /** A branch began at the moment that its parent shows: what is known up to there is known of it too. */
  forked(parent: History<Saved>, branch: History<Saved>): void {
    const { outlooks } = this.#of(parent);
    this.#kept.set(branch, { outlooks: new Map([...outlooks].filter(([at]) => at <= branch.at)), replaced: null });
  }

  /** A person has decided something at the moment shown: it leads elsewhere now. */
  decided(history: History<Saved>): void {
    const { at } = history;
    const kept = this.#of(history);
    const had = kept.outlooks.get(at);
    if (had !== undefined && kept.replaced?.at !== at) kept.replaced = { at, outlook: had };
    for (const moment of kept.outlooks.keys()) if (moment >= at) kept.outlooks.delete(moment);
    this.#pair = null;
    if (this.#asked !== null) this.rest();
  }

  /** Nothing is played while nobody looks. After a failure, the next time is a new attempt. */
  rest(): void {
    this.#failed = false;
    this.#asked = null;
    this.#source.rest();
  }

  /** Another run. */
  clear(): void {
    this.rest();
    this.#kept = new WeakMap();
    this.#pair = null;
  }

  end(): Promise<void> { return this.#source.end(); }
}

const numbers = new WeakMap<object, number>();
let branches = 0;
/** A branch's number, for the names of what is asked. */
function numberOf(history: object): number {
  const had = numbers.get(history);
  if (had !== undefined) return had;
  branches += 1;
  numbers.set(history, branches);
  return branches;
}
const keyOf = <Saved>(history: History<Saved>, at: number): string => `${numberOf(history)} ${at}`;
const pairKey = <Saved>(first: History<Saved>, second: History<Saved>): string => `${keyOf(first, first.at)} and ${keyOf(second, second.at)}`;

const isEnd = <Saved>(history: History<Saved>, at: number): boolean => history.ended && at === history.last;

/** At its end a run has one outcome. */
function certain(end: EndedRecord, like: Outlook | undefined): Outlook | null {
  if (like === undefined) return null;
  const share = (id: string): number => (id === end.outcome ? 1 : 0);
  return { runs: 1, outcomes: like.outcomes.map(({ id }) => ({ id, count: share(id), share: share(id), low: share(id), high: share(id) })) };
}
