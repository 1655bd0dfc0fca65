/**
 * The versions of a scenario that were saved while it was watched, and how the runs of each ended: kept, so that the side that did not
 * change is not played again, and so that any two can be held side by side.
 */
import { beyondLuck, differencesBetween, pairsOf } from '../../engine/index.ts';
import type { Difference, LeverOptions, PairedResult, Problem, Team } from '../../engine/index.ts';
import type { Scenario } from '../../engine/scenario/scenario.ts';

/** What came of reading the file. `says`: what is wrong besides its problems, in words. */
export type Reading = { readonly bases: readonly string[] } & (
  | { readonly ok: true; readonly scenario: Scenario; readonly taken: LeverOptions }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly says: string | null }
);

/** The runs of one content of the file, from the first on, as far as they are played. */
interface Kept { readonly place: number; readonly taken: LeverOptions; outcomes: Uint8Array }

/** A save that can be played; the first is the file as it was found. */
export interface Version {
  /** Counts all saves that changed something, from 0. */
  readonly nth: number;
  /** With its levers as they are taken. */
  readonly scenario: Scenario;
  /** What was edited since the version before. */
  readonly found: readonly Difference[];
  readonly kept: Kept;
}

export interface Comparison {
  readonly first: Scenario;
  readonly second: Scenario;
  readonly found: readonly Difference[];
  readonly result: PairedResult;
  readonly same: boolean;
  readonly beyond: readonly string[];
}

/** Why the file as it is now cannot be played. */
export interface Trouble { readonly nth: number; readonly problems: readonly Problem[]; readonly says: string | null }

export interface DeskOptions { readonly team: Team; readonly seed: string; readonly runs: number; /** milliseconds; decides in what portions runs are played, and nothing in them */ readonly now: () => number }

/** Runs in the first portion, and milliseconds that each further one should take: the next save is heard between two. */
const FIRST = 200;
const PORTION = 150;
const MOST = 4000;
/** Comparisons remembered. */
const MOST_COMPARED = 1000;

export class Desk {
  readonly runs: number;
  readonly #options: DeskOptions;
  readonly #kept = new Map<string, Kept>();
  readonly #versions: Version[] = [];
  readonly #compared = new Map<string, Comparison>();
  #trouble: Trouble | null = null;
  #saves = -1;
  /** Runs a millisecond, as far as is known. */
  #speed = 0;

  constructor(options: DeskOptions) {
    this.#options = options;
    this.runs = options.runs;
  }

  get versions(): readonly Version[] { return this.#versions; }
  get trouble(): Trouble | null { return this.#trouble; }

  /** Takes the file as it was read; whether that is anything new. */
  take(reading: Reading, asTaken: (scenario: Scenario, taken: LeverOptions) => Scenario): boolean {
    const last = this.#versions.at(-1);
    if (!reading.ok) {
      const { problems, says } = reading;
      if (this.#trouble?.says === says && JSON.stringify(this.#trouble.problems) === JSON.stringify(problems)) return false;
      this.#trouble = { nth: ++this.#saves, problems, says };
      return true;
    }
    const had = this.#trouble !== null;
    this.#trouble = null;
    const { scenario, taken } = reading;
    if (last?.scenario.hash === scenario.hash) return had;
    const kept = this.#kept.get(scenario.hash) ?? { place: this.#options.team.add(scenario), taken, outcomes: new Uint8Array() };
    this.#kept.set(scenario.hash, kept);
    const now = asTaken(scenario, taken);
    this.#versions.push({ nth: ++this.#saves, scenario: now, found: last === undefined ? [] : differencesBetween(last.scenario, now), kept });
    return true;
  }

  /** How the runs of a version ended beside those of the one before it, or of the first; null where there is none. */
  comparison(at: number, against: 'before' | 'start' = 'before'): Comparison | null {
    const second = this.#versions[at];
    const first = at === 0 ? undefined : this.#versions[against === 'start' ? 0 : at - 1];
    if (first === undefined || second === undefined) return null;
    // A screen asks for all of them each time that it is drawn.
    const key = `${at} ${against} ${first.kept.outcomes.length} ${second.kept.outcomes.length}`;
    const known = this.#compared.get(key) ?? compared(first, second, against === 'start' ? differencesBetween(first.scenario, second.scenario) : second.found);
    if (this.#compared.size > MOST_COMPARED) this.#compared.clear();
    this.#compared.set(key, known);
    return known;
  }

  /** The runs of a version alone. */
  alone(at: number): PairedResult | null {
    const version = this.#versions[at];
    if (version === undefined) return null;
    const side = { scenario: version.scenario, outcomes: version.kept.outcomes };
    return pairsOf(side, side);
  }

  /** Plays the last version and those that it is held against, portion by portion, until all have their runs or it is told to stop. @returns whether all are played */
  async play(stop: AbortSignal, end: AbortSignal, news: () => void): Promise<boolean> {
    const now = this.#versions.at(-1)?.kept;
    if (now === undefined || this.#trouble !== null) return false;
    const before = this.#versions.at(-2)?.kept ?? now;
    const sides = [now, before, this.#versions[0]?.kept ?? now];
    while (!stop.aborted && !end.aborted) {
      const least = sides.find((side) => side.outcomes.length < this.runs);
      if (least === undefined) return true;
      const goal = Math.min(this.runs, least.outcomes.length + this.#portion());
      const short = [...new Set(least === now ? [now, before] : [least])].filter((side) => side.outcomes.length < goal);
      if (!await this.#playTo(short, goal, end)) return false;
      news();
    }
    return false;
  }

  #portion(): number { return this.#speed === 0 ? FIRST : Math.max(FIRST, Math.min(MOST, Math.round(this.#speed * PORTION))); }

  async #playTo(sides: readonly Kept[], goal: number, signal: AbortSignal): Promise<boolean> {
    const { team, seed, now } = this.#options;
    const cells = sides.map(({ place, taken, outcomes }) => ({ scenario: place, first: outcomes.length + 1, runs: goal - outcomes.length, ...taken }));
    const began = now();
    const played = await team.play(cells, { seed, signal });
    if (played === null) return false;
    this.#speed = cells.reduce((sum, cell) => sum + cell.runs, 0) / sides.length / Math.max(1, now() - began);
    sides.forEach((side, at) => { side.outcomes = joined(side.outcomes, played[at]?.outcomes ?? new Uint8Array()); });
    return true;
  }
}

function compared(first: Version, second: Version, found: readonly Difference[]): Comparison {
  const counted = pairsOf({ scenario: first.scenario, outcomes: first.kept.outcomes }, { scenario: second.scenario, outcomes: second.kept.outcomes });
  const same = counted.alike === counted.runs && !found.some(({ plays }) => plays);
  // Where nothing that bears on a run differs, no luck can make a difference.
  const result = same ? { ...counted, outcomes: counted.outcomes.map((one) => ({ ...one, low: 0, high: 0 })) } : counted;
  return { first: first.scenario, second: second.scenario, found, result, same, beyond: same ? [] : beyondLuck(result) };
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
