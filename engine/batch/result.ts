/** What a batch says, as JSON. Shares are shares of runs under stated assumptions, never probabilities. */
import type { Id } from '../vocabulary.ts';
import type { Shard } from './plan.ts';

/** A count among runs, with its share and 95 % interval (Wilson's unless said otherwise), all in 0..1. */
export interface Share { readonly count: number; readonly share: number; readonly low: number; readonly high: number }

export const BLOCKER_KINDS = ['red-line', 'firm-stance', 'not-good-enough', 'said', 'not-ratified', 'repudiated', 'left', 'no-text', 'unanswered'] as const;
export type BlockerKind = (typeof BLOCKER_KINDS)[number];

/** Who blocked and by what: the refusals of the last text of a run without a deal. */
export interface Blocker extends Share {
  /** null: nobody in particular (`no-text`). */
  readonly party: Id | null;
  readonly kind: BlockerKind;
  /** The red line, or the issue of the firm stance, or the issue on which it asked for more; null: none in particular. */
  readonly of: Id | null;
}

/** How a batch that runs until its intervals are narrow came to its end. */
export interface UntilResult {
  /** What was asked for: the half-width of every outcome's interval, 0..1. */
  readonly within: number;
  /** Whether it was reached; if not, the runs were over before. */
  readonly reached: boolean;
  /** How often the intervals were looked at, of how many times they could have been. */
  readonly looks: number;
  readonly of: number;
  /** The level of each look's interval: the level over all looks together is 0.95. */
  readonly level: number;
}

export interface BatchResult {
  readonly winset: 1;
  readonly scenario: Id;
  readonly hash: string;
  readonly seed: string;
  /** The runs that are counted here. */
  readonly runs: number;
  /** The runs that were asked for; more than `runs` after an interruption, in a shard, or when fewer were enough. */
  readonly asked: number;
  /** The part of the batch that these runs are; null: all of it. */
  readonly shard: Shard | null;
  /** null: a fixed number of runs was asked for. If not, the outcomes' intervals are exact ones (Clopper & Pearson) at `level`. */
  readonly until: UntilResult | null;
  readonly from: string;
  /** Whether levers were drawn anew in each run; if not, all runs had these values. */
  readonly vary: boolean;
  readonly view: Id | null;
  readonly levers: Readonly<Record<Id, number>>;
  readonly outcomes: readonly ({ readonly id: Id; readonly title: string } & Share)[];
  /** Among runs in which the stage was signed: the options signed, by stage and issue. */
  readonly terms: readonly { readonly stage: Id; readonly issue: Id; readonly title: string; readonly options: readonly ({ readonly option: Id; readonly title: string } & Share)[] }[];
  /** Rounds to the last stage's signature; null when it was never signed. Low and high: 10th and 90th percentile. */
  readonly rounds: { readonly signed: number; readonly median: number; readonly low: number; readonly high: number } | null;
  /** How long the peace lasted after the last signature; null when it was never followed. Days; collapsed within the horizon. */
  readonly peace: { readonly runs: number; readonly horizonDays: number; readonly collapsed: Share } | null;
  readonly blockers: Blockers;
}

/** Runs in which the last stage was not signed, and what stood in the way of their last text. */
export interface Blockers {
  readonly runs: number;
  readonly by: readonly Blocker[];
  /**
   * By stage, in file order: the runs whose talks stood in it when they ended, and what blocked those, as shares of them. Runs in which all that was
   * opened was settled, and the last stage never was, stand in none. null: the counts come from files that do not say.
   */
  readonly stages: readonly { readonly stage: Id; readonly runs: number; readonly by: readonly Blocker[] }[] | null;
}
