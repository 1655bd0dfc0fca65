/** A fresh state, and states as JSON. */
import { NO_BOUND } from '../rules/learn.ts';
import type { Luck } from '../chance/luck.ts';
import type { Model } from '../model/model.ts';
import { STAGE, type State } from '../model/state.ts';
import { sameValues } from '../model/numbers.ts';
import { leverValues, type LeverOptions } from './levers.ts';
import { allocate, resetScalars, type Memory } from './memory.ts';

/** The state before the first round. */
export function freshState(model: Model, luck: Luck, options: LeverOptions): State {
  const memory = allocate(model);
  begin(model, memory, luck, leverValues(model, luck, options));
  return memory.state;
}

/** Turns any state of the model into the one before the first round of a run. */
export function begin(model: Model, memory: Memory, luck: Luck, levers: Float64Array): void {
  const { state, bytes, start } = memory;
  resetScalars(state);
  // Under the same levers all runs begin alike, but for what is drawn.
  if (start !== null && sameValues(start.levers, levers)) bytes.set(start.bytes);
  else {
    fill(model, memory, levers);
    memory.start = { levers: levers.slice(), bytes: bytes.slice() };
  }
  for (let p = 0; p < model.parties.length; p++) {
    const spread = model.parties[p].spread(levers);
    if (spread !== 0) state.shift[p] = spread * luck.normal(model.parties[p].shiftDraw, 0, 0);
  }
}

function fill(model: Model, { state, bytes }: Memory, levers: Float64Array): void {
  bytes.fill(0);
  state.levers.set(levers);
  state.stages[0] = STAGE.open;
  for (let g = 0; g < model.gauges.length; g++) state.gauges[g] = Math.min(1, Math.max(0, model.gauges[g].start(levers)));
  for (let at = 0; at < model.regions.length; at++) state.regions[at] = model.regions[at].start;
  for (let i = 0; i < model.issues.length; i++) state.inForce[i] = model.issues[i].standing;
  for (let at = 0; at < model.lines.length; at++) state.known[at] = model.lines[at].stated ? 1 : 0;
  state.becauseOf.fill(-1);
  state.amended.fill(-1);
  state.bound.fill(NO_BOUND);
  state.estimate.fill(model.stages[0].guess(levers));
  state.left.fill(1);
}

/** A state as JSON: typed arrays become arrays of numbers. */
export type SavedState = { readonly [Key in keyof State]: State[Key] extends number ? number : readonly number[] };

export function saveState(state: State): SavedState {
  return Object.fromEntries(Object.entries(state).map(([key, value]) => [key, typeof value === 'number' ? value : Array.from(value as ArrayLike<number>)])) as unknown as SavedState;
}

/** A state from its JSON. Throws a RangeError when its arrays do not fit the model. */
export function restoreState(model: Model, luck: Luck, saved: SavedState): State {
  const state = freshState(model, luck, {});
  putState(state, saved);
  return state;
}

/** The same into a state that is there. */
export function putState(state: State, saved: SavedState): void {
  const into = state as unknown as Record<string, number | { readonly length: number; set(values: ArrayLike<number>): void }>;
  for (const [key, value] of Object.entries(saved)) {
    const place = into[key];
    if (typeof value === 'number' && typeof place === 'number') into[key] = value;
    else if (Array.isArray(value) && typeof place === 'object' && place.length === value.length) place.set(value);
    else throw new RangeError(`the saved state does not fit the scenario: ${key}`);
  }
}
