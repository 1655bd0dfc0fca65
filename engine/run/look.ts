/** A look at a run as it stands: all that a screen or a reader needs, by name. Plain data, made from model and state. */
import type { Because } from '../record/record.ts';
import type { Answer, Diplomacy, Ending, Fighting, Id, Phase, Terms } from '../vocabulary.ts';

/** How a party meets one term of the text. In order of weight: a red line, outside its stance, within it but the whole too little, accepted. */
export type Mark = 'red-line' | 'outside' | 'below' | 'accepts';

/** A transition out of the present state of a chart. */
export interface MoveLook {
  readonly to: Id;
  /** Its signal has been sent and is heard at the next movement. */
  readonly heard: boolean;
  /** Its condition holds now, or it has none. */
  readonly holds: boolean;
  /** For one round, 0..1, once it is heard and holds; 1 without a chance. */
  readonly chance: number;
}

export interface StanceLook {
  readonly issue: Id;
  readonly state: Id;
  readonly stateTitle: string;
  /** Options accepted now, of the issue's options in order. */
  readonly accepts: readonly Id[];
  readonly firm: boolean;
  /** In file order, like the transitions of its state. */
  readonly moves: readonly MoveLook[];
}
export interface LineLook { readonly line: Id; readonly title: string; readonly state: Id; readonly bites: boolean;
  /** Whether the drafter knows of it, and whether its party has stated it and means it. Only an analyst sees all three. */
  readonly known: boolean;
  readonly stated: boolean;
  readonly held: boolean;
  readonly moves: readonly MoveLook[];
}
export interface GaugeLook { readonly gauge: Id; readonly party: Id | null; readonly title: string; readonly value: number; readonly thresholds: readonly { readonly at: number; readonly signal: Id; readonly past: boolean }[] }

export interface PartyLook {
  readonly party: Id;
  readonly name: string;
  readonly short: string;
  readonly posture: Id;
  readonly postureMoves: readonly MoveLook[];
  /** Roles in the present stage. */
  readonly signs: boolean;
  readonly drafts: boolean;
  readonly mediates: boolean;
  /** Sits on the track that meets. */
  readonly seated: boolean;
  readonly stances: readonly StanceLook[];
  readonly lines: readonly LineLook[];
  readonly gauges: readonly GaugeLook[];
  /** null for a party without a walk-away value. */
  readonly walkAway: number | null;
  readonly threshold: number | null;
  /** Worth to it of what is in force. */
  readonly standing: number;
}

export interface VerdictLook {
  readonly party: Id;
  /** Whether its consent is needed for this text. */
  readonly consents: boolean;
  /** Its answer so far; null while it has not answered. */
  readonly answer: Answer | null;
  /** What it would say now, ignoring chance, while it holds out for its aspiration. */
  readonly would: Because;
  /** What it would say if it held out for no more than its walk-away value: whether it could live with the text. */
  readonly could: Because;
  readonly worth: number;
  readonly outside: readonly Id[];
  readonly crosses: readonly Id[];
}

export interface TextLook {
  readonly terms: Terms;
  readonly by: Id | null;
  /** The stage's texts, from 1; 0 for a text that was never tabled. */
  readonly nth: number;
  readonly verdicts: readonly VerdictLook[];
  /** issue → party → mark, for the issues of the stage. */
  readonly marks: Readonly<Record<Id, Readonly<Record<Id, Mark>>>>;
}

export interface Look {
  readonly round: number;
  readonly rounds: number;
  /** ISO date of the round's first day. */
  readonly date: string;
  /** The phase that was played last; null before the first. */
  readonly phase: Phase | null;
  readonly nextPhase: Phase | null;
  readonly stage: Id;
  readonly track: Id | null;
  readonly diplomacy: Diplomacy;
  readonly fighting: Fighting;
  readonly truceDays: number;
  readonly ended: Ending;
  readonly outcome: Id | null;
  readonly inForce: Terms;
  readonly settled: readonly Id[];
  readonly parties: readonly PartyLook[];
  readonly gauges: readonly GaugeLook[];
  readonly text: TextLook | null;
  /** The text that was on the table last, when none stands now. */
  readonly lastText: TextLook | null;
  readonly levers: Readonly<Record<Id, number>>;
}
