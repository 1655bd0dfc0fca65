/** All that a phase works on, and the small acts that phases share. */
import type { Luck } from '../chance/luck.ts';
import { boardOf, type Board } from '../model/board.ts';
import type { Model } from '../model/model.ts';
import type { State } from '../model/state.ts';
import type { Choice, RunRecord } from '../record/record.ts';
import type { Fighting, Id, Terms } from '../vocabulary.ts';

/** Moves the charts of one machine: real actors for the stepper, tables for the kernel. Writes the new states into `state.regions`. */
export interface Mover {
  /**
   * @param words signals as bits, in a row that begins at `from`
   * @param seen the state that conditions read: the one from before anything moved
   */
  move(machine: number, words: Uint32Array, from: number, seen: State): void;
  /** Takes over the states of `state.regions`, after a restore. */
  sync(): void;
}

export interface World {
  readonly model: Model;
  readonly state: State;
  readonly luck: Luck;
  readonly mover: Mover;
  readonly choices: readonly Choice[];
  /** Takes records; null when nobody reads them. */
  readonly emit: ((record: RunRecord) => void) | null;
  /** Process signals of the present phase, delivered together at its end. */
  readonly processSignals: SignalSet;

  /** Working memory of the phases, made once a run; nothing in it outlives a phase. */
  /** The state from before the movement: it shares all arrays with the state but the regions. */
  readonly before: State;
  readonly heard: Uint32Array;
  readonly objections: Int16Array;
  readonly nextGauges: Float64Array;
  readonly happening: Uint8Array;
}

export function makeWorld(model: Model, state: State, luck: Luck, choices: readonly Choice[], emit: World['emit'], mover: Mover): World {
  return {
    model, state, luck, choices, emit, mover,
    processSignals: new SignalSet(model.signalWords),
    before: { ...state, regions: state.regions.slice() },
    heard: new Uint32Array(state.signals.length),
    objections: new Int16Array(model.parties.length),
    nextGauges: new Float64Array(model.gauges.length),
    happening: new Uint8Array(model.events.length),
  };
}

/** Brings `before` up to the present moment; the arrays it shares already are. */
export function remember({ state, before }: World): void {
  before.regions.set(state.regions);
  for (const key of SCALAR_KEYS) before[key] = state[key];
}

type Scalar = { readonly [Key in keyof State]: State[Key] extends number ? Key : never }[keyof State];
/** All of the state that is not an array; the type sees to it that none is missing. */
const SCALARS: Readonly<Record<Scalar, true>> = {
  round: true, phase: true, over: true, ending: true, endedBy: true, stage: true, stageOpened: true, ratifying: true, signedIn: true, reopening: true, nth: true, refusals: true, breaks: true,
  truceSince: true, truceStage: true, firstTruce: true, firstBreak: true, track: true, lastTrack: true, tabled: true, hasText: true, textBy: true, bought: true, peaceDays: true, collapsed: true,
};
const SCALAR_KEYS = Object.keys(SCALARS) as readonly Scalar[];

/** A set of signals as bits. */
export class SignalSet {
  readonly words: Uint32Array;
  any = false;

  constructor(words: number) { this.words = new Uint32Array(words); }
  add(signal: number): void { this.words[signal >>> 5] |= 1 << (signal & 31); this.any = true; }
  /** Takes a signal out; whether it was there. */
  delete(signal: number): boolean {
    const had = hears(this.words, 0, signal);
    this.words[signal >>> 5] &= ~(1 << (signal & 31));
    return had;
  }
  clear(): void { this.words.fill(0); this.any = false; }
}

/** Whether a signal's bit is set in the row that begins at `from`. */
export const hears = (words: Uint32Array, from: number, signal: number): boolean => (words[from + (signal >>> 5)] & (1 << (signal & 31))) !== 0;

/** Sends a signal to one machine's row, to be heard at the next movement. */
export function sendTo(world: World, machine: number, signal: number): void {
  const { model, state } = world;
  state.signals[machine * model.signalWords + (signal >>> 5)] |= 1 << (signal & 31);
}

/** Sends a signal to every party, and to the row that shared gauges read. */
export function sendAll(world: World, signal: number): void {
  for (let machine = 0; machine < world.model.machines.length; machine++) sendTo(world, machine, signal);
}

export function hasSignal(world: World, machine: number, signal: number): boolean {
  const { model, state } = world;
  return (state.signals[machine * model.signalWords + (signal >>> 5)] & (1 << (signal & 31))) !== 0;
}

/** The row of signals that shared gauges read: the process machine's. */
export const sharedRow = (model: Model): number => model.machines.length - 1;

export function board(world: World): Board {
  const { model, state } = world;
  return boardOf(model, state.stage, state.inForce, state.levers);
}

export function fighting(world: World): Fighting {
  const { model, state } = world;
  return model.regions[model.fighting].table.states[state.regions[model.fighting]] as Fighting;
}

/** 'talks', 'stalled', 'settled' or 'ended', as a number of the diplomacy region. */
export function talksGoOn(world: World): boolean {
  return world.state.ending === 0;
}

export function postureOf(world: World, party: number): string {
  const { postureStates, posture } = world.model.parties[party];
  return postureStates[world.state.regions[posture]];
}

/** Options as terms by name; all issues, or those of a stage. */
export function termsOf(model: Model, options: Uint8Array, issues?: readonly number[]): Terms {
  const terms: Record<Id, Id> = {};
  for (const issue of issues ?? model.issues.keys()) terms[model.issues[issue].id] = model.issues[issue].options[options[issue]];
  return terms;
}
