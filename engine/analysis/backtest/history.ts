/** How talks of the past ended, as data, and what is asked of the runs that are held against them. */
import type { Id } from '../../vocabulary.ts';

export type Mark = 'seen' | 'computed' | 'to-be-checked';

/** A share of cases like these, from a published source. */
export interface BaseRate { readonly title: string; readonly value: number; readonly source: string; readonly status: Mark }

export interface PastCase {
  /** The file of its scenario, beside the list. */
  readonly id: Id;
  /** Cases of one family are the same talks, asked twice. */
  readonly family: string;
  readonly ended: { readonly what: string; readonly mark: Mark; readonly source: string };
  /** Whether a text came into force. */
  readonly signed: boolean;
  /** Whether it then held for the horizon; null where nothing came into force. */
  readonly held: boolean | null;
  readonly base: { readonly signed: string; readonly held: string };
  /** Issue → what was signed. */
  readonly terms: Readonly<Record<Id, Id>>;
}

export interface History {
  readonly rates: Readonly<Record<string, BaseRate>>;
  readonly cases: readonly PastCase[];
}

/** Ids that scenarios of a history give to their outcomes: in force and holding, in force and fallen, nothing in force. */
export const PAST_OUTCOMES = ['held', 'fell', 'unsigned'] as const;
