/** All that a phase works on, and the small acts that phases share. */
import type { Luck } from '../chance/luck.ts';
import { boardOf, type Board } from '../model/board.ts';
import type { Hearing } from '../model/hearing.ts';
import type { Model } from '../model/model.ts';
import { numbersOf, sameValues, type Numbers } from '../model/numbers.ts';
import type { State } from '../model/state.ts';
import { empty, has, include } from '../model/bits.ts';
import { makeJudgements, type Judgements } from './judgements.ts';
import { makeStands, restand, standAtStart, type Stands } from './stands.ts';
import type { Choice, RunRecord } from '../record/record.ts';
import type { Fighting, Id, Terms } from '../vocabulary.ts';

/** Moves the charts of machines: real actors for the stepper, tables for the kernel. */
export interface Mover {
  /**
   * Moves machines `from` up to and not with `to`. Conditions read the run's state, in which nothing has moved yet.
   * @param words signals as bits, a row a machine
   * @param chances of the charts, under the present levers
   * @param moves takes the regions that leave their state, in their order
   */
  move(from: number, to: number, words: Int32Array, chances: Float64Array, moves: Moves): void;
}

/** Regions that leave their state, and for which. */
export class Moves {
  count = 0;
  readonly region: Int32Array;
  readonly to: Uint8Array;

  constructor(regions: number) {
    this.region = new Int32Array(regions);
    this.to = new Uint8Array(regions);
  }

  add(region: number, to: number): void {
    this.region[this.count] = region;
    this.to[this.count++] = to;
  }
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

  /** What follows from the state and is kept until it changes: numbers under its levers, and the board of what is in force. Ask `board(world)`; `forget` after a change. */
  numbers: Numbers;
  kept: Board | null;
  /** By stage: the board used last, and the numbers under which it holds. */
  readonly last: { board: Board; numbers: Numbers }[];
  /** The text that stands as a number of its stage's board; -1: not known. */
  text: number;
  /** Where charts stand. */
  readonly stands: Stands;
  /** Lines that the drafter knows of, as bits. */
  readonly known: { fresh: boolean; readonly bits: Int32Array };

  /** Working memory of the phases, made once a world; nothing in it outlives a phase. */
  readonly moves: Moves;
  readonly judgements: Judgements;
  /** Those who answer in this phase. */
  readonly asked: Int16Array;
  readonly objections: Int16Array;
  readonly drift: Float64Array;
  /** Events that happen in this round. */
  readonly happening: Int32Array;
  readonly tracks: readonly { every: number; after: number; met: number; attends: boolean }[];
}

export function makeWorld(model: Model, state: State, luck: Luck, choices: readonly Choice[], emit: World['emit'], mover: Mover): World {
  const stands = makeStands(model);
  restand(model, stands, state.regions);
  return {
    model, state, luck, choices, emit, mover,
    processSignals: new SignalSet(model.hearing, model.machines.length - 1),
    numbers: numbersOf(model, state.levers), kept: null, last: [], text: -1, stands, known: { fresh: false, bits: new Int32Array((model.lines.length + 31) >>> 5) },
    moves: new Moves(state.regions.length),
    judgements: makeJudgements(model.parties.length), asked: new Int16Array(model.parties.length),
    objections: new Int16Array(model.parties.length),
    drift: new Float64Array(model.gauges.length),
    happening: new Int32Array(model.events.length),
    tracks: model.tracks.map(({ every, after }) => ({ every, after, met: 0, attends: false })),
  };
}

/** The stage, what is in force, or the levers have changed. */
export function forget(world: World): void {
  world.numbers = numbersOf(world.model, world.state.levers);
  world.kept = null;
  world.text = -1;
}

/** All of the state may have changed. */
export function renew(world: World): void {
  forget(world);
  forgetKnown(world);
  restand(world.model, world.stands, world.state.regions);
}

/** The state is that before the first round. */
export function renewAtStart(world: World): void {
  forget(world);
  forgetKnown(world);
  standAtStart(world.stands);
}

/** The drafter has learnt of a line, or that one was not meant. */
export function forgetKnown(world: World): void {
  world.known.fresh = false;
  world.stands.version++;
}

/** Lines that the drafter knows of, as bits. */
export function knownLines({ model, state, known }: World): Int32Array {
  if (known.fresh) return known.bits;
  empty(known.bits);
  for (let line = 0; line < model.lines.length; line++) if (state.known[line] === 1) include(known.bits, line);
  known.fresh = true;
  return known.bits;
}

/** Signals for one machine, which hears them alone: bits by their places in its row. */
export class SignalSet {
  readonly words: Int32Array;
  readonly #hearing: Hearing;
  readonly #machine: number;
  any = false;

  constructor(hearing: Hearing, machine: number) {
    this.#hearing = hearing;
    this.#machine = machine;
    this.words = new Int32Array(hearing.words);
  }

  add(signal: number): void {
    const place = this.#place(signal);
    if (place >= 0) include(this.words, place);
    this.any = true;
  }

  /** Takes a signal out; whether it was there. */
  delete(signal: number): boolean {
    const place = this.#place(signal);
    if (place < 0 || !has(this.words, 0, place)) return false;
    this.words[place >>> 5] &= ~(1 << (place & 31));
    return true;
  }

  clear(): void {
    empty(this.words);
    this.any = false;
  }

  #place(signal: number): number { return this.#hearing.places[signal * this.#hearing.machines + this.#machine]; }
}

/** Whether a signal is in a machine's row, which begins at `from`. */
export function hears({ places, machines }: Hearing, machine: number, words: Int32Array, from: number, signal: number): boolean {
  const place = places[signal * machines + machine];
  return place >= 0 && has(words, from, place);
}

/** Sends a signal to one machine, to be heard at the next movement. */
export function sendTo({ model: { hearing }, state }: World, machine: number, signal: number): void {
  const place = hearing.places[signal * hearing.machines + machine];
  if (place >= 0) state.signals[machine * hearing.words + (place >>> 5)] |= 1 << (place & 31);
}

/** Sends a signal to every party, and to the row that shared gauges read. */
export function sendAll({ model: { hearing }, state }: World, signal: number): void {
  for (let at = hearing.first[signal]; at < hearing.first[signal + 1]; at++) state.signals[hearing.word[at]] |= hearing.bit[at];
}

export function hasSignal({ model: { hearing }, state }: Pick<World, 'model' | 'state'>, machine: number, signal: number): boolean {
  return hears(hearing, machine, state.signals, machine * hearing.words, signal);
}

export function board(world: World): Board {
  const { model, state, kept } = world;
  if (kept !== null && kept.stage === state.stage) return kept;
  const last = world.last[state.stage];
  // A run comes back to few boards, to the first of a stage most often.
  if (last !== undefined && last.numbers === world.numbers && sameValues(last.board.inForce, state.inForce)) return (world.kept = last.board);
  world.kept = boardOf(model, state.stage, state.inForce, state.levers);
  world.last[state.stage] = { board: world.kept, numbers: world.numbers };
  return world.kept;
}

export function fighting({ model, state }: Pick<World, 'model' | 'state'>): Fighting {
  return model.regions[model.fighting].table.states[state.regions[model.fighting]] as Fighting;
}

/** 'talks', 'stalled', 'settled' or 'ended', as a number of the diplomacy region. */
export function talksGoOn(world: World): boolean {
  return world.state.ending === 0;
}

/** Whether a party's posture lets it sit at tables; whether it has left for good. */
export const attends = ({ stands }: World, party: number): boolean => stands.attends[party] === 1;

export function isGone({ model, state }: World, party: number): boolean {
  const own = model.parties[party];
  return own.gone[state.regions[own.posture]] === 1;
}

/** Options as terms by name; all issues, or those of a stage. */
export function termsOf(model: Model, options: Uint8Array, issues?: readonly number[]): Terms {
  const terms: Record<Id, Id> = {};
  for (const issue of issues ?? model.issues.keys()) terms[model.issues[issue].id] = model.issues[issue].options[options[issue]];
  return terms;
}
