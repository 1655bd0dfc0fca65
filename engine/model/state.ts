/**
 * The state of a run: plain numbers in arrays, indexed by the model's handles. Nothing else changes while a run is played,
 * so a saved state is the run's whole present. Handles follow names in code-unit order, whatever the file's order.
 */

export interface State {
  /** From 1; 0 before the first round. */
  round: number;
  /** Index in PHASES of the phase to be played next. */
  phase: number;
  /** 1 when the run is over. */
  over: number;
  /** Index in ENDINGS: how the talks ended. */
  ending: number;
  /** The party that ended the talks; -1: none. */
  endedBy: number;

  /** By lever. */
  readonly levers: Float64Array;
  /** By gauge, 0..1. */
  readonly gauges: Float64Array;
  /** By threshold: 1 while the gauge is past it. */
  readonly past: Uint8Array;
  /** By region: the present state's number. */
  readonly regions: Uint8Array;
  /** Signals waiting for the next movement: for each machine a row of bits, by the places of the model's hearing. */
  readonly signals: Int32Array;

  /** By issue: the option in force. */
  readonly inForce: Uint8Array;
  /** By issue: 1 + the stage whose signature put its option in force; 0 where it is the standing one. */
  readonly carriedBy: Uint8Array;
  /** By option (counted through all issues): 1 when closed. */
  readonly closed: Uint8Array;

  /** The stage being negotiated (or the last one). */
  stage: number;
  /** The round in which it opened. */
  stageOpened: number;
  /** By stage: 1 once it was signed, whatever came of it. */
  readonly signed: Uint8Array;
  /** By stage, then issue: the options last signed in it, whatever came of them. */
  readonly signedTerms: Uint8Array;
  /** By stage: 0 not yet, 1 open, 2 settled, 3 failed. */
  readonly stages: Uint8Array;
  /** By stage: 1 once it was ratified by all who had to; 1 once a bound party repudiated it. */
  readonly ratified: Uint8Array;
  readonly repudiated: Uint8Array;
  /** 1 + the stage whose signed text waits for ratification; 0: none. */
  ratifying: number;
  /** Round of that signature. */
  signedIn: number;
  /** By party: its vote on the signed text: 0 none due, 1 due, 2 yes, 3 no. */
  readonly votes: Uint8Array;
  /** 1 + the stage that opens again once the votes have been taken, because the truce it brought broke meanwhile; 0: none. */
  reopening: number;
  /** Texts tabled, and texts refused, since the stage opened. */
  nth: number;
  refusals: number;
  /** Round in which the truce in force began; -1 without one. */
  truceSince: number;
  /** 1 + the stage that brought it; 0 without one. */
  truceStage: number;
  /** How many truces have broken. */
  breaks: number;
  /** Rounds in which the first truce began and in which it broke; 0: not. */
  firstTruce: number;
  firstBreak: number;
  /** By issue: the option in force when the first truce began. */
  readonly firstTerms: Uint8Array;

  /** The track that meets this round; -1: none. */
  track: number;
  /** The track that met last; -1: none yet. */
  lastTrack: number;
  /** By track: the round of its last meeting; 0: never. */
  readonly met: Int16Array;

  /** 1 while a text stands. Its options stay readable after it fell, until the next. */
  tabled: number;
  /** By issue. */
  readonly text: Uint8Array;
  /** Whether `text` holds any text. */
  hasText: number;
  /** The text's drafter; -1: none. */
  textBy: number;
  /** By party: 0 no answer, 1 accepted, 2 refused, 3 leaves. */
  readonly answers: Uint8Array;
  /** By party: why it answered so (a code of rules/answer.ts) and of which line or issue. */
  readonly because: Uint8Array;
  readonly becauseOf: Int16Array;

  /** By red line: 1 when the drafter knows of it. */
  readonly known: Uint8Array;
  /** By party: texts worth no more than this to it are excluded; -1: none. */
  readonly bound: Float64Array;
  /** By party: the round of its last refusal that taught the drafter something; 0: none. */
  readonly taught: Int16Array;
  /** By party: the drafter's estimate of its threshold, worth 0..1. */
  readonly estimate: Float64Array;
  /** By party: how far the mediator has lowered its walk-away value in this stage. */
  readonly spent: Float64Array;
  /** By party: the package of its last amendment in this stage, as a number of the stage's board; -1: none. */
  readonly amended: Int32Array;
  /** What a peace bought by leverage multiplies its hazard by. */
  bought: number;
  /** Days that the last agreement held, once followed, and 1 when it collapsed within the horizon. */
  peaceDays: number;
  collapsed: number;
  /** By party: the private shift of its threshold, drawn once a run. */
  readonly shift: Float64Array;

  /** By party that answers like with like: what is left of its way from its best package to its walk-away value, 0..1; */
  readonly left: Float64Array;
  /** the worth to it of the last offer that it heard, and its number in the stage; 0: none yet. */
  readonly heard: Float64Array;
  readonly heardNth: Int32Array;

  /** By event: how often it has happened. */
  readonly happened: Int16Array;
  /** By deadline: 0 far, 1 near, 2 passed. */
  readonly deadlines: Uint8Array;
}

/** Values of `State.stages`. */
export const STAGE = { ahead: 0, open: 1, settled: 2, failed: 3 } as const;
/** Values of `State.answers`. */
export const ANSWERED = { not: 0, accepted: 1, refused: 2, leaves: 3 } as const;
/** Values of `State.votes`. */
export const VOTE = { none: 0, due: 1, yes: 2, no: 3 } as const;
