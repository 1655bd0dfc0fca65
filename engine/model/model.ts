/**
 * The compiled model: names turned into handles (places in lists sorted by name), numbers ready to be read. Third level of
 * trust; only `compile` makes one. Everything here is fixed during a run.
 */
import type { Machine } from '../charts/machine.ts';
import type { RegionKind } from '../charts/plan.ts';
import type { RegionTable } from '../charts/table.ts';
import type { DrawNames } from '../chance/luck.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { MediationStyle, Truce } from '../vocabulary.ts';
import type { Num } from './amount.ts';
import type { Condition } from './condition.ts';
import type { State } from './state.ts';
import type { Hearing } from './hearing.ts';
import type { Walk } from './walk.ts';

export type NumberOf = (state: State, party: number) => number;

/** Options by issue that all must match: pairs of issue and a flag for each of its options. */
export type Pattern = readonly { readonly issue: number; readonly options: Uint8Array }[];

export interface IssueModel {
  readonly id: string;
  readonly options: readonly string[];
  /** The place of its first option when options are counted through all issues. */
  readonly base: number;
  readonly standing: number;
  /** By option: the parties that perform it. */
  readonly performers: readonly (readonly number[])[];
  readonly brings: readonly (Truce | null)[];
}

export interface GaugeModel {
  /** `party.gauge`, or `gauge` for a shared one. */
  readonly name: string;
  readonly party: number;
  readonly start: Num;
  readonly drift: Num;
  readonly noise: Num;
  readonly draw: number;
}

/** What a round adds to a gauge while a condition holds. `party`: the gauge's, for the condition; -1 for a shared one. */
export interface DriftModel { readonly gauge: number; readonly party: number; readonly when: Condition; readonly drift: Num }

/** What a signal adds to a gauge when it is heard. Where the signal stands: its word among all rows, and its bit there. */
export interface ReactionModel { readonly gauge: number; readonly word: number; readonly bit: number; readonly adds: Num }

/** By threshold. */
export interface ThresholdsModel {
  readonly gauge: Int32Array;
  readonly at: Float64Array;
  /** 1 rises, -1 falls. */
  readonly direction: Int8Array;
  readonly signal: Int32Array;
  /** The signal as the file writes it. */
  readonly names: readonly string[];
}

export interface StanceModel {
  readonly party: number;
  readonly issue: number;
  readonly region: number;
  /** By state and option: 1 where accepted. */
  readonly accepts: readonly Uint8Array[];
  /** The opposite of `accepts`. */
  readonly refuses: readonly Uint8Array[];
  readonly firm: Uint8Array;
}

export interface LineModel {
  readonly id: string;
  readonly party: number;
  readonly region: number;
  readonly never: Pattern;
  /** By state: 1 where it bites. */
  readonly bites: Uint8Array;
  readonly pressed: number;
  readonly waived: number;
  readonly called: number;
  readonly stated: boolean;
  /** Whether it is meant; a line that is not never makes its party refuse. */
  readonly held: boolean;
}

export interface OccasionModel { readonly when: Condition; readonly chance: Num; readonly draw: number }

export interface PartyModel {
  readonly id: string;
  readonly walkAway: NumberOf | null;
  readonly exponent: Num;
  /** null: by the clock. */
  readonly tactic: TacticModel | null;
  /** Rate of discount a round; null: the file says nothing. */
  readonly discount: Num | null;
  /** null: exact. */
  readonly sharpness: Num | null;
  readonly firmness: Num;
  readonly spread: Num;
  /** By issue: its stance; null without one. */
  readonly stances: readonly (StanceModel | null)[];
  readonly lines: readonly number[];
  /** Those of its lines that are not meant. */
  readonly bluffs: readonly number[];
  readonly posture: number;
  /** By state of its posture: 1 where it sits at tables; where it has left for good. */
  readonly attends: Uint8Array;
  readonly gone: Uint8Array;
  readonly leaves: OccasionModel | null;
  readonly weights: readonly (Num | null)[];
  /** By option, counted through all issues. */
  readonly scores: readonly (Num | null)[];
  readonly bonds: readonly { readonly when: Pattern; readonly worth: Num }[];
  /** Handles of its draws and signals. */
  readonly answerDraw: number;
  readonly shiftDraw: number;
  readonly signals: Readonly<Record<'accepted' | 'refused' | 'softened' | 'hardened' | 'left' | 'away' | 'returned' | 'ratified' | 'rejected' | 'repudiated' | 'leaves', number>>;
  readonly slack: Num;
  readonly prefersOthers: boolean;
  readonly rationalOnly: boolean;
  readonly ratifies: RatificationModel | null;
  readonly looksAhead: LookingAheadModel | null;
  readonly ratifyDraw: number;
  readonly boundDraw: number;
  /** By option, counted through all issues: the signal `offered.<issue>.<option>`. */
  readonly offered: Int32Array;
}

export type TacticModel =
  | { readonly kind: 'tit-for-tat'; readonly kindness: Num }
  | { readonly kind: 'resource'; readonly usedUp: NumberOf }
  | { readonly kind: 'equilibrium' }
  | { readonly kind: 'random'; readonly draw: number };

export interface RatificationModel { readonly stages: readonly number[]; readonly support: NumberOf; readonly steepness: Num; /** In rounds. */ readonly takes: number }

export interface LookingAheadModel { readonly stages: readonly number[]; readonly days: number; readonly war: Num; readonly doubt: Num }

export interface LeverageModel { readonly party: number; readonly worth: Num; readonly hazard: Num }

export interface TrackModel {
  readonly id: string;
  readonly seats: readonly number[];
  /** By party: 1 where it has a seat. */
  readonly seated: Uint8Array;
  readonly needs: readonly number[];
  /** In rounds. */
  readonly every: number;
  readonly after: number;
}

/** The options of a stage's issues as bits, and where parties stand to them. */
export interface StageBits {
  /** By place among the stage's issues: the bit of its first option; bits are counted through the issues, in words of 32. */
  readonly base: readonly number[];
  readonly words: number;
  /** By bit: the issue. */
  readonly issue: Int16Array;
  /** By party: its stances on the stage's issues; by state, the options outside of it. */
  readonly stances: readonly (readonly StanceBits[])[];
  /** By region: its stance among them; null where it is none of the stage's. */
  readonly ofRegion: readonly (StanceBits | null)[];
  /** By party: the options of which it waits to be offered them. */
  readonly awaited: readonly Int32Array[];
}
/** `all`: the options of its issue. */
export interface StanceBits { readonly region: number; readonly all: Int32Array; readonly firm: Uint8Array; readonly outside: readonly Int32Array[] }

export interface StageModel {
  readonly id: string;
  readonly issues: readonly number[];
  readonly bits: StageBits;
  /** Terms of which a text must bring one that is not in force; empty: a text may be any. */
  readonly mustBring: Pattern;
  readonly signs: readonly number[];
  readonly alternating: boolean;
  /** Signatories in file order: the order of turns. */
  readonly turns: readonly number[];
  /** -1 with alternating offers. */
  readonly drafter: number;
  readonly style: MediationStyle;
  readonly leverage: readonly LeverageModel[];
  readonly upgradable: boolean;
  readonly binds: readonly number[];
  readonly when: Condition | null;
  readonly rounds: number;
  readonly guess: Num;
  readonly bias: Num;
  /** Per round. */
  readonly fade: Num;
  readonly next: boolean;
  readonly reopens: boolean;
  readonly signals: Readonly<Record<'settled' | 'ratified' | 'rejected' | 'repudiated', number>>;
}

export interface EventModel {
  readonly id: string;
  readonly when: Condition | null;
  readonly chance: Num;
  /** -1: without limit. */
  readonly times: number;
  readonly moves: readonly { readonly gauge: number; readonly adds: Num }[];
  readonly sends: readonly number[];
  readonly opens: readonly number[];
  readonly closes: readonly number[];
  readonly breaksTruce: boolean;
  readonly draw: number;
}

/** H(age) in days, cumulative. */
export type CumulativeHazard = (ageDays: number, levers: Float64Array) => number;
export interface HazardModel {
  readonly cumulative: CumulativeHazard;
  /** The age in days at which the cumulative hazard reaches a total; Infinity: never. */
  readonly ageAt: (total: number, levers: Float64Array) => number;
  readonly ratios: readonly { readonly when: Pattern; readonly ratio: Num }[];
}

export interface RegionModel {
  readonly machine: number;
  readonly key: string;
  readonly kind: RegionKind;
  /** Handle of the stance's issue or of the red line; -1 otherwise. */
  readonly of: number;
  readonly table: RegionTable;
  /** By state: how much it lets pass. A stance: options accepted, a firm one half an option less; a line: 1 where it does not bite. */
  readonly openness: Float64Array;
  readonly start: number;
  readonly draw: number;
}

/** Numbers of worth under given levers. */
export interface WorthTable {
  /** By party, then option counted through all issues: weight · score / 100. */
  readonly parts: readonly Float64Array[];
  readonly bonds: readonly Float64Array[];
  /** By party: the sum of weights. */
  readonly totals: Float64Array;
}

export interface Model {
  readonly scenario: Scenario;
  readonly levers: readonly string[];
  readonly issues: readonly IssueModel[];
  readonly optionCount: number;
  /** Options that some event may close. */
  readonly closable: readonly number[];
  readonly parties: readonly PartyModel[];
  readonly gauges: readonly GaugeModel[];
  /** By gauge, then in file order. */
  readonly drifts: readonly DriftModel[];
  readonly reactions: readonly ReactionModel[];
  readonly thresholds: ThresholdsModel;
  readonly lines: readonly LineModel[];
  /** In file order: the talks go through them in turn. */
  readonly stages: readonly StageModel[];
  /** In file order: they meet in turn. */
  readonly tracks: readonly TrackModel[];
  readonly events: readonly EventModel[];
  /** By event. */
  readonly eventDraws: Int32Array;
  readonly deadlines: readonly { readonly id: string; readonly day: number; readonly nearDays: number; readonly announced: boolean }[];
  /** Rounds in which the announced ones pass. */
  readonly announced: readonly number[];
  readonly mediator: { readonly party: number; readonly walksAway: OccasionModel | null } | null;
  readonly hazards: { readonly 'limited-truce': HazardModel | null; readonly ceasefire: HazardModel | null; readonly agreement: HazardModel | null };
  /** Days for which the peace is followed after the last signature; 0: not at all. */
  readonly horizonDays: number;
  readonly breakDraw: number;
  readonly aftermathDraw: number;
  readonly viewDraw: number;
  /** By lever. */
  readonly leverDraws: readonly number[];
  readonly normalise: boolean;
  readonly outcomes: readonly { readonly id: string; readonly when: Condition | null }[];

  /** Worth under given lever values; the last table is kept. */
  readonly worth: (levers: Float64Array) => WorthTable;
  readonly machines: readonly Machine[];
  readonly regions: readonly RegionModel[];
  /** The tables of all regions as numbers. */
  readonly walk: Walk;
  /** By machine: its regions. */
  readonly machineRegions: readonly Int32Array[];
  readonly diplomacy: number;
  readonly fighting: number;
  readonly conditions: readonly Condition[];
  readonly chances: readonly Num[];
  readonly signals: readonly string[];
  readonly signal: ReadonlyMap<string, number>;
  /** Who waits for which of them. */
  readonly hearing: Hearing;
  readonly world: Readonly<Record<'accepted' | 'refused' | 'no-text' | 'deadline-near' | 'deadline-passed' | 'truce-broken' | 'truce-began' | 'stage-opened' | 'stage-failed', number>>;
  readonly process: Readonly<Record<'stalled' | 'resumed' | 'ratifying' | 'rejected' | 'all-settled' | 'talks-ended' | 'limited-truce' | 'ceasefire' | 'truce-broken', number>>;
  readonly draws: DrawNames;
  readonly roundDays: number;
  /** The calendar's rounds, in which there are talks; and the last that a run can have, since a text signed in them is still voted on. */
  readonly rounds: number;
  readonly lastVote: number;
}
