/**
 * What happened, as data: names and numbers, never indices, no clock. A run is its head and then its records, one JSON
 * object a line. Every renderer (transcript, log, JSON) reads these and nothing else.
 */
import type { Answer, Diplomacy, Ending, Fighting, Id, Phase, Reason, Terms } from '../vocabulary.ts';

/** Why a party answered as it did. */
export type Because =
  | { readonly kind: 'red-line'; readonly line: Id }
  | { readonly kind: 'firm-stance'; readonly issue: Id }
  /** `floor`: below its walk-away value; otherwise below what it holds out for now. */
  | { readonly kind: 'not-good-enough'; readonly floor: boolean }
  | { readonly kind: 'good-enough' }
  /** A person answered. */
  | { readonly kind: 'said' };

/** A change of one term that the answering party would accept. */
export interface Amendment { readonly issue: Id; readonly from: Id; readonly to: Id }

interface At { readonly round: number; readonly phase: Phase }

export interface RoundRecord extends At { readonly kind: 'round'; readonly date: string; readonly stage: Id }
export interface EventRecord extends At { readonly kind: 'event'; readonly event: Id; readonly byChoice: boolean }
/** Every gauge at the end of the pressure phase; party gauges as `party.gauge`. */
export interface PressureRecord extends At { readonly kind: 'pressure'; readonly gauges: Readonly<Record<string, number>> }
export interface ThresholdRecord extends At { readonly kind: 'threshold'; readonly gauge: string; readonly signal: Id; readonly past: boolean }
export interface DeadlineRecord extends At { readonly kind: 'deadline'; readonly deadline: Id; readonly is: 'near' | 'passed' }
export interface MeetingRecord extends At { readonly kind: 'meeting'; readonly track: Id; readonly seats: readonly Id[] }
export interface NoMeetingRecord extends At { readonly kind: 'no-meeting' }
/** `presses`: the one known line the text crosses on purpose. `nth` counts the stage's texts from 1. */
export interface TabledRecord extends At {
  readonly kind: 'tabled'; readonly by: Id; readonly nth: number; readonly terms: Terms; readonly presses: readonly { readonly party: Id; readonly line: Id }[]; readonly byChoice: boolean;
}
/** A text that a person wrote brings nothing of what its stage's texts must bring, and is not tabled. */
export interface NotAdmittedRecord extends At { readonly kind: 'not-admitted'; readonly by: Id; readonly stage: Id; readonly terms: Terms }
/** The standing text is carried to this track. */
export interface CarriedRecord extends At { readonly kind: 'carried'; readonly track: Id }
/** The drafter finds no text that it may table. */
export interface NoTextRecord extends At { readonly kind: 'no-text'; readonly by: Id }
export interface AnswerRecord extends At {
  readonly kind: 'answer';
  readonly party: Id;
  readonly answer: Answer;
  readonly because: Because;
  /** Issues on which the text lies outside the party's stance. */
  readonly outside: readonly Id[];
  /** Worth of the text to the party, less firmness; 0..1. */
  readonly worth: number;
  /** What it holds out for now; null for a party without a walk-away value. */
  readonly threshold: number | null;
  readonly walkAway: number | null;
  readonly amendment: Amendment | null;
}
/** A chart moved. `region` names it: `stance crimea`, `line no-cession`, `posture`. */
export interface MovedRecord extends At {
  readonly kind: 'moved'; readonly party: Id; readonly chart: 'stance' | 'line' | 'posture'; readonly of: Id | null; readonly from: Id; readonly to: Id;
  /** The signal that did it, as the file writes it. */
  readonly on: string;
}
export interface WithdrawnRecord extends At { readonly kind: 'withdrawn'; readonly party: Id }
export interface SettledRecord extends At { readonly kind: 'settled'; readonly stage: Id; readonly terms: Terms; readonly consenters: readonly Id[] }
export interface StageRecord extends At { readonly kind: 'stage'; readonly stage: Id; readonly is: 'opened' | 'reopened' | 'failed' }
export interface FightingRecord extends At { readonly kind: 'fighting'; readonly from: Fighting; readonly to: Fighting }
export interface DiplomacyRecord extends At { readonly kind: 'diplomacy'; readonly from: Diplomacy; readonly to: Diplomacy }
export interface BrokeRecord extends At { readonly kind: 'broke'; readonly truce: Fighting; readonly heldDays: number; readonly returned: Terms; readonly by: 'hazard' | 'event' }
export interface LeverRecord extends At { readonly kind: 'lever'; readonly lever: Id; readonly from: number; readonly to: number }
/** A vote at home on a signed text. `support` 0..1; `chance` of a yes. */
export interface RatifiedRecord extends At { readonly kind: 'ratified'; readonly party: Id; readonly stage: Id; readonly yes: boolean; readonly support: number; readonly chance: number }
/** All who must ratify have been asked, or one said no. */
export interface RatificationRecord extends At { readonly kind: 'ratification'; readonly stage: Id; readonly is: 'begun' | 'done' | 'failed'; readonly terms: Terms }
/** A party that is bound and did not sign is asked. */
export interface RepudiationRecord extends At { readonly kind: 'repudiation'; readonly party: Id; readonly stage: Id; readonly repudiates: boolean; readonly because: Because }
/** The mediator spends leverage: the party's walk-away value is lower by `spent` of worth in all; `left` remains. */
export interface LeverageRecord extends At { readonly kind: 'leverage'; readonly party: Id; readonly spent: number; readonly left: number }
/** The drafter learns of a line that was not stated. */
export interface LearnedRecord extends At { readonly kind: 'learned'; readonly party: Id; readonly line: Id }
/** A party accepted over a line that it had stated and did not hold. */
export interface CalledRecord extends At { readonly kind: 'called'; readonly party: Id; readonly line: Id }
/** The peace after the last signature, followed to its horizon. */
export interface PeaceRecord extends At { readonly kind: 'peace'; readonly heldDays: number; readonly censored: boolean; readonly horizonDays: number }
/** The talks are over; a truce in force is still followed to the calendar's end. */
export interface TalksEndedRecord extends At { readonly kind: 'talks-ended'; readonly how: Exclude<Ending, 'going'>; readonly party: Id | null }
/** The run is over. `how` repeats how the talks ended. */
export interface EndedRecord extends At { readonly kind: 'ended'; readonly how: Exclude<Ending, 'going'>; readonly party: Id | null; readonly outcome: Id; readonly inForce: Terms }

export type RunRecord =
  | RoundRecord | EventRecord | PressureRecord | ThresholdRecord | DeadlineRecord | MeetingRecord | NoMeetingRecord
  | TabledRecord | NotAdmittedRecord | CarriedRecord | NoTextRecord | AnswerRecord | MovedRecord | WithdrawnRecord | SettledRecord | StageRecord
  | FightingRecord | DiplomacyRecord | BrokeRecord | LeverRecord | RatifiedRecord | RatificationRecord | RepudiationRecord | LeverageRecord | LearnedRecord | CalledRecord | PeaceRecord | TalksEndedRecord | EndedRecord;

/** A person's move. It takes effect at its round, in the phase it belongs to. */
export type Choice =
  | { readonly kind: 'answer'; readonly round: number; readonly party: Id; readonly answer: Answer }
  /** At home on what was signed, or, for a party that is bound, whether it stands by it. */
  | { readonly kind: 'vote'; readonly round: number; readonly party: Id; readonly yes: boolean }
  /** `terms`: issues of the stage to set; those not named keep the text that stands, or what is in force. `party`: whose offer it is, in alternating offers. */
  | { readonly kind: 'text'; readonly round: number; readonly party?: Id; readonly terms: Terms }
  | { readonly kind: 'event'; readonly round: number; readonly event: Id; readonly happens: boolean }
  | { readonly kind: 'lever'; readonly round: number; readonly lever: Id; readonly value: number };

/** The head of a run: all that is needed to play it again. */
export interface RunHead {
  readonly winset: 1;
  readonly scenario: Id;
  readonly hash: string;
  readonly seed: string;
  /** The run's number under the seed, from 1. */
  readonly run: number;
  /** The date it was started from. */
  readonly from: string;
  readonly levers: Readonly<Record<Id, number>>;
  readonly choices: readonly Choice[];
}

/** Reasons that may stand in a blocker's name. */
export type BlockingReason = Exclude<Reason, 'said'>;
