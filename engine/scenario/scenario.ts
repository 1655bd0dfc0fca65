/**
 * A checked scenario: the second level of trust. Only `readScenario` makes one. Every name in it exists, every
 * expression has its type, every value has its evidence. Lists keep file order; the model sorts where order must not matter.
 */
import type { Fighting, Id, MediationStyle, Protocol, Truce } from '../vocabulary.ts';
import type { Amount, Claim, Duration, Evidence, Figure, Lever, Rate, Source, View } from './basis.ts';
import type { Expression } from './expression-tree.ts';
import type { Manner } from './manner.ts';
import type { SpatialPosition } from './position.ts';

export type * from './basis.ts';
export type * from './manner.ts';
export type * from './position.ts';

export interface Option {
  readonly id: Id;
  readonly title: string;
  /** Parties that must carry the option out, and so must consent to it. */
  readonly performedBy: readonly Id[];
  /** What the fighting becomes when this option is signed. */
  readonly brings?: Truce;
  /** Its place on the issue's line, in the issue's own unit. */
  readonly at?: number;
}

export interface Issue {
  readonly id: Id;
  readonly title: string;
  readonly options: readonly Option[];
  /** The option that holds while nothing is agreed. */
  readonly standing: Id;
}

/** Terms as a condition: for each named issue, any of the listed options. All must match. */
export type TermsPattern = Readonly<Record<Id, readonly Id[]>>;

export interface Threshold { readonly at: number; readonly direction: 'rises' | 'falls'; readonly signal: Id }

export interface Gauge {
  readonly id: Id;
  /** null for a gauge of the whole scenario. */
  readonly party: Id | null;
  readonly title: string;
  readonly start: Amount;
  /** Per unit of time, added each round. */
  readonly drift: Rate;
  /** Standard deviation after one unit of time; it grows with the square root of time. */
  readonly noise: Rate;
  readonly while: readonly { readonly when: Expression; readonly drift: Rate }[];
  /** What a signal adds, once in each round in which it arrives (movement phase). */
  readonly on: readonly { readonly signal: SignalRef; readonly adds: Amount }[];
  readonly thresholds: readonly Threshold[];
  readonly evidence: Evidence;
}

/**
 * A signal a chart listens to, resolved: who raised it (null: the world) and its name there.
 * `ukraine` listening to `exhausted` has { from: 'ukraine', name: 'exhausted' }.
 */
export interface SignalRef { readonly from: Id | null; readonly name: string; readonly written: string }

export interface Transition {
  readonly on: SignalRef;
  readonly to: Id;
  readonly if?: Expression;
  readonly chance?: Rate;
  readonly evidence: Evidence;
}

export interface ChartState {
  readonly id: Id;
  readonly title: string;
  readonly transitions: readonly Transition[];
}
export interface StanceState extends ChartState { readonly accepts: readonly Id[]; readonly firm: boolean }
export interface LineChartState extends ChartState { /** whether a text that crosses the line is refused */ readonly bites: boolean }

export interface Stance {
  readonly issue: Id;
  readonly start: Id;
  readonly states: readonly StanceState[];
  readonly evidence: Evidence;
}

export interface RedLine {
  readonly id: Id;
  readonly title: string;
  readonly never: TermsPattern;
  readonly start: Id;
  readonly states: readonly LineChartState[];
  /** Whether the party says so in public; if not, the drafter learns of it only by pressing it. */
  readonly stated: boolean;
  /** Whether it would refuse over it; if not, it is a bluff. */
  readonly held: boolean;
  readonly evidence: Evidence;
}

export interface PostureChart { readonly start: Id; readonly states: readonly ChartState[]; readonly evidence: Evidence }

export interface IssueWorth {
  readonly issue: Id;
  readonly weight: Amount;
  /** 0..100 for each option of the issue. */
  readonly scores: Readonly<Record<Id, Amount>>;
  readonly evidence: Evidence;
}

export interface Bond { readonly id: Id; readonly when: TermsPattern; readonly worth: Amount; readonly evidence: Evidence }

/** When a condition holds, something may happen, by its chance. */
export interface Occasion { readonly when: Expression; readonly chance: Rate; readonly evidence: Evidence }

export interface Party {
  readonly id: Id;
  readonly name: string;
  /** Two to four capitals for narrow columns. */
  readonly short: string;
  readonly gauges: readonly Gauge[];
  readonly worth: readonly IssueWorth[];
  readonly bonds: readonly Bond[];
  readonly walkAway: { readonly value: Expression; readonly evidence: Evidence } | null;
  readonly manner: Manner;
  readonly stances: readonly Stance[];
  readonly redLines: readonly RedLine[];
  /** Absent: none. */
  readonly positions?: readonly SpatialPosition[];
  readonly posture: PostureChart;
  /** When it may leave the talks on refusing a text. */
  readonly leaves: Occasion | null;
  readonly ratifies: Ratification | null;
  readonly looksAhead: LookingAhead | null;
}

/** Ratification at home (Putnam 1988): chance = logistic(steepness · (support − 0.5)); `in_force` in its expression reads the signed terms. */
export interface Ratification {
  readonly stages: readonly Id[];
  readonly support: Expression;
  readonly steepness: Amount;
  /** From the signature to the vote. */
  readonly takes: Duration;
  readonly evidence: Evidence;
}

/** A party that weighs a package by how long it believes it to last (commitment: Fearon 1995, Powell 2006). */
export interface LookingAhead {
  readonly stages: readonly Id[];
  readonly over: Duration;
  /** What renewed war is worth to it. */
  readonly war: Amount;
  /** Multiplies the hazard in its belief. */
  readonly doubt: Amount;
  readonly evidence: Evidence;
}

export interface Track {
  readonly id: Id;
  readonly title: string;
  readonly seats: readonly Id[];
  /** Seats without which the track does not meet. */
  readonly needs: readonly Id[];
  /** At least this long between two meetings; null: whenever its turn comes. */
  readonly every: Duration | null;
  /** How long after the start it may first meet. */
  readonly after: Duration | null;
  readonly evidence: Evidence;
}

export interface Stage {
  readonly id: Id;
  readonly title: string;
  readonly issues: readonly Id[];
  /** Terms of which a text must bring at least one that is not in force; empty: a text may be any. */
  readonly mustBring: TermsPattern;
  readonly signs: readonly Id[];
  readonly protocol: Protocol;
  /** null with alternating offers. */
  readonly drafter: Id | null;
  readonly style: MediationStyle;
  /** What a manipulating mediator can bring to bear. */
  readonly leverage: readonly Leverage[];
  /** How many rounds it may take. */
  readonly rounds: number;
  /** The drafter's first guess of each consenter's threshold, as worth 0..1. */
  readonly guess: Amount;
  /** Weight of the drafter's own worth in its choice. */
  readonly bias: Amount;
  /** What a refusal teaches fades by this much worth a round. */
  readonly fade: Amount;
  /** What follows when its rounds are over without a signature. */
  readonly onFailure: 'next' | 'end';
  /** Whether it opens again when the truce that it brought breaks. */
  readonly reopens: boolean;
  /** Whether it stays open for more after a limited truce. */
  readonly upgradable: boolean;
  /** Parties bound without signing; each is asked once and may repudiate. */
  readonly binds: readonly Id[];
  /** It opens only if this holds when its turn comes. */
  readonly when: Expression | null;
  readonly evidence: Evidence;
}

/** The most by which the mediator can lower a party's walk-away value; and how much weaker a peace so bought is. */
export interface Leverage { readonly party: Id; readonly worth: Amount; readonly hazard: Amount; readonly evidence: Evidence }

export interface Event {
  readonly id: Id;
  readonly title: string;
  readonly when: Expression | null;
  readonly chance: Rate;
  /** How often it may happen in a run; null: as often as it does. */
  readonly times: number | null;
  readonly moves: readonly { readonly gauge: GaugeRef; readonly adds: Amount }[];
  readonly sends: readonly Id[];
  readonly opens: TermsPattern;
  readonly closes: TermsPattern;
  /** Whether a truce in force ends with it. */
  readonly breaksTruce: boolean;
  readonly evidence: Evidence;
}
export interface GaugeRef { readonly party: Id | null; readonly gauge: Id }

export interface Deadline {
  readonly id: Id;
  readonly title: string;
  /** Days after the calendar's start. */
  readonly day: number;
  /** `deadline-near` is sent from this many days before it. */
  readonly nearDays: number;
  /** Whether the parties know of it and pace themselves by it. */
  readonly announced: boolean;
  readonly evidence: Evidence;
}

/** How a truce breaks: a survival curve or a constant hazard, with ratios for terms in force. */
export interface Hazard {
  readonly base: { readonly figure: Id } | { readonly rate: Rate };
  /** Multiplies the hazard; the product of all that match. */
  readonly ratios: readonly { readonly when: TermsPattern; readonly ratio: Amount; readonly evidence: Evidence }[];
  readonly evidence: Evidence;
}

export interface Outcome {
  readonly id: Id;
  readonly title: string;
  /** null: otherwise. The first outcome whose condition holds at the end is the run's. */
  readonly when: Expression | null;
}

export interface Scenario {
  readonly id: Id;
  readonly title: string;
  readonly question: string;
  readonly leavesOut: readonly string[];
  /** SHA-256 of the scenario's meaning (canonical JSON of the merged file), lower-case hex. */
  readonly hash: string;
  readonly calendar: { readonly start: string; readonly round: Duration; readonly rounds: number; readonly deadlines: readonly Deadline[] };
  readonly sources: readonly Source[];
  readonly claims: readonly Claim[];
  readonly figures: readonly Figure[];
  readonly levers: readonly Lever[];
  readonly issues: readonly Issue[];
  readonly gauges: readonly Gauge[];
  readonly parties: readonly Party[];
  readonly mediator: { readonly party: Id; readonly walksAway: Occasion | null } | null;
  readonly tracks: readonly Track[];
  readonly stages: readonly Stage[];
  readonly events: readonly Event[];
  readonly peace: Readonly<Partial<Record<Exclude<Fighting, 'war'> | 'agreement', Hazard>>>;
  /** How long the peace is followed after the last signature; null: not at all. */
  readonly horizon: Duration | null;
  /** Whether scores are 0..100 and worth is divided by the sum of weights; false keeps raw worth. */
  readonly normalise: boolean;
  readonly views: readonly View[];
  /** The date that dated values were read for. */
  readonly from: string;
  /** The dates at which the file is meant to be started, the earliest first. */
  readonly starts: readonly string[];
  readonly outcomes: readonly Outcome[];
}
