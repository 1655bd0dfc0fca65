/** What the values of a scenario are made of and what they rest on: amounts, times, sources, claims, figures, levers, views. */
import type { Distribution } from '../chance/distribution.ts';
import type { Id, Unit, Voice } from '../vocabulary.ts';

/** What a value rests on. Claims carry existence, direction and order; a number needs a figure or an assumption. */
export interface Evidence {
  readonly because: readonly string[];
  readonly figure?: Id;
  readonly assumed?: string;
}

/** A number, or the lever that holds it. */
export type Amount = { readonly value: number } | { readonly lever: Id };

/** Something per unit of time; `per: null` is a plain chance (per occasion) or a plain amount. */
export interface Rate {
  readonly amount: Amount;
  readonly per: Unit | null;
}

/** A length of time. */
export interface Duration {
  readonly count: number;
  readonly unit: Unit;
  readonly days: number;
}

export interface Source { readonly id: string; readonly title: string; readonly date: string; readonly file?: string; readonly url?: string }
export interface Claim { readonly id: string; readonly source: string; readonly says: string; readonly voice: Voice; readonly date: string;
  /** Claims that say otherwise, in file order; each names this one too. */
  readonly contradicts: readonly string[];
}

/** A published number or survival curve. `survival`: pairs of days and the share still holding, falling from 1. */
export interface Figure {
  readonly id: Id;
  readonly title: string;
  readonly source: string;
  readonly status: 'seen' | 'computed' | 'to-be-checked';
  readonly value?: number;
  readonly survival?: readonly (readonly [days: number, share: number])[];
}

export interface Lever {
  readonly id: Id;
  readonly title: string;
  readonly value: number;
  readonly range: readonly [low: number, high: number];
  /** How it is drawn, once a run, when levers vary; null: it then keeps its value. */
  readonly distribution: Distribution | null;
  readonly evidence: Evidence;
}

/** What one expert, or one published source, believes of some levers. */
export interface View {
  readonly id: Id;
  readonly title: string;
  /** A published source, or a role; never an invented person. */
  readonly source: string;
  readonly levers: Readonly<Record<Id, number>>;
  readonly weight: number;
  readonly evidence: Evidence;
}
