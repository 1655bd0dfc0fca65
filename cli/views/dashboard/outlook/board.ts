/** The outlooks of a run, remembered by moment; asks for that of the moment shown, then for that before the last step, then for rounds that were passed over. */
import type { EndedRecord } from '../../../../engine/record/record.ts';
import type { Outlook } from '../../../../engine/index.ts';
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

/** Runs for the moment shown, and for a round passed over. */
export const RUNS = 2000;
export const RUNS_PASSED = 400;

export class Board<Saved> {
  readonly #source: Source<Saved>;
  #kept = new Map<number, Outlook>();
  #asked: number | null = null;
  /** What the choice replaced that was made last. */
  #replaced: { readonly at: number; readonly outlook: Outlook } | null = null;
  #failed = false;

  constructor(source: Source<Saved>) {
    this.#source = source;
  }

  /** Asks for what is wanted now, unless it is known or being played. @param since the moment to compare with @param news the picture may have changed */
  follow(history: History<Saved>, since: number | null, news: () => void): void {
    const at = this.#failed ? null : this.#wanted(history, since);
    if (at === this.#asked) return;
    this.#asked = at;
    if (at === null) return this.#source.rest();
    const runs = at === history.at ? RUNS : RUNS_PASSED;
    const found = (outlook: Outlook): void => {
      this.#kept.set(at, outlook);
      if (outlook.runs >= runs) this.#asked = null;
      news();
    };
    this.#source.ask({
      moment: history.savedAt(at), had: this.#kept.get(at) ?? null, runs,
      tell: found,
      fail: () => {
        this.#asked = null;
        this.#failed = true;
        news();
      },
    });
  }

  #wanted(history: History<Saved>, since: number | null): number | null {
    const lacks = (at: number, runs: number): boolean => (this.#kept.get(at)?.runs ?? 0) < runs && !isEnd(history, at);
    if (lacks(history.at, RUNS)) return history.at;
    if (since !== null && this.#replaced?.at !== history.at && lacks(since, RUNS_PASSED)) return since;
    // A state is kept as a round begins. Each round is told as it ended, or a turn would seem to come in the next.
    return history.savedMoments.map((at) => at - 1).find((at) => at >= 0 && at < history.at && lacks(at, RUNS_PASSED)) ?? null;
  }

  view(history: History<Saved>, since: number | null, end: EndedRecord | null): OutlookView {
    const { at } = history;
    const course: (Outlook | null)[] = Array.from({ length: history.roundAt(at) + 1 }, () => null);
    for (const moment of [...this.#kept.keys()].sort((a, b) => a - b)) if (moment <= at) course[history.roundAt(moment)] = this.#kept.get(moment) ?? null;
    if (end !== null) course[course.length - 1] = certain(end, [...this.#kept.values()][0]);
    const before = this.#replaced?.at === at ? this.#replaced.outlook : since === null ? null : this.#kept.get(since) ?? null;
    return { now: this.#kept.get(at) ?? null, before, course, failed: this.#failed };
  }

  /** A person has decided something at this moment: it leads elsewhere now. */
  decided(at: number): void {
    const had = this.#kept.get(at);
    if (had !== undefined && this.#replaced?.at !== at) this.#replaced = { at, outlook: had };
    for (const moment of this.#kept.keys()) if (moment >= at) this.#kept.delete(moment);
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
    this.#kept = new Map();
    this.#replaced = null;
  }

  end(): Promise<void> { return this.#source.end(); }
}

const isEnd = <Saved>(history: History<Saved>, at: number): boolean => history.ended && at === history.last;

/** At its end a run has one outcome. */
function certain(end: EndedRecord, like: Outlook | undefined): Outlook | null {
  if (like === undefined) return null;
  const share = (id: string): number => (id === end.outcome ? 1 : 0);
  return { runs: 1, outcomes: like.outcomes.map(({ id }) => ({ id, count: share(id), share: share(id), low: share(id), high: share(id) })) };
}
