/** A fresh state, and states as JSON. */
import { NO_BOUND } from '../rules/learn.ts';
import type { Luck } from '../chance/luck.ts';
import type { Model } from '../model/model.ts';
import { STAGE, type State } from '../model/state.ts';
import { leverValues, type LeverOptions } from './levers.ts';

/** The state before the first round. */
export function freshState(model: Model, luck: Luck, options: LeverOptions): State {
  const values = leverValues(model, luck, options);
  const stages = new Uint8Array(model.stages.length);
  stages[0] = STAGE.open;
  const guess = model.stages[0].guess(values);
  return {
    round: 0, phase: 0, over: 0, ending: 0, endedBy: -1,
    levers: values,
    gauges: Float64Array.from(model.gauges, (gauge) => Math.min(1, Math.max(0, gauge.start(values)))),
    past: new Uint8Array(model.thresholds.length),
    regions: Uint8Array.from(model.regions, (region) => region.start),
    signals: new Uint32Array(model.machines.length * model.signalWords),
    inForce: Uint8Array.from(model.issues, (issue) => issue.standing),
    carriedBy: new Uint8Array(model.issues.length),
    closed: new Uint8Array(model.optionCount),
    stage: 0, stageOpened: 1, stages, signed: new Uint8Array(model.stages.length), signedTerms: new Uint8Array(model.stages.length * model.issues.length), ratified: new Uint8Array(model.stages.length), repudiated: new Uint8Array(model.stages.length),
    ratifying: 0, signedIn: 0, reopening: 0, votes: new Uint8Array(model.parties.length), nth: 0, refusals: 0, truceSince: -1, truceStage: 0, breaks: 0, firstTruce: 0, firstBreak: 0, firstTerms: new Uint8Array(model.issues.length),
    track: -1, lastTrack: -1, met: new Int16Array(model.tracks.length),
    tabled: 0, text: new Uint8Array(model.issues.length), hasText: 0, textBy: -1,
    answers: new Uint8Array(model.parties.length), because: new Uint8Array(model.parties.length), becauseOf: new Int16Array(model.parties.length).fill(-1),
    known: Uint8Array.from(model.lines, (line) => (line.stated ? 1 : 0)),
    spent: new Float64Array(model.parties.length), amended: new Int32Array(model.parties.length).fill(-1), bought: 1, peaceDays: 0, collapsed: 0,
    taught: new Int16Array(model.parties.length),
    bound: new Float64Array(model.parties.length).fill(NO_BOUND),
    estimate: new Float64Array(model.parties.length).fill(guess),
    shift: Float64Array.from(model.parties, (party) => party.spread(values) * luck.normal(party.shiftDraw, 0, 0)),
    left: new Float64Array(model.parties.length).fill(1), heard: new Float64Array(model.parties.length), heardNth: new Int32Array(model.parties.length),
    happened: new Int16Array(model.events.length),
    deadlines: new Uint8Array(model.deadlines.length),
  };
}

/** A state as JSON: typed arrays become arrays of numbers. */
export type SavedState = { readonly [Key in keyof State]: State[Key] extends number ? number : readonly number[] };

export function saveState(state: State): SavedState {
  return Object.fromEntries(Object.entries(state).map(([key, value]) => [key, typeof value === 'number' ? value : Array.from(value as ArrayLike<number>)])) as unknown as SavedState;
}

/** A state from its JSON. Throws a RangeError when its arrays do not fit the model. */
export function restoreState(model: Model, luck: Luck, saved: SavedState): State {
  const state = freshState(model, luck, {});
  const into = state as unknown as Record<string, number | { readonly length: number; set(values: ArrayLike<number>): void }>;
  for (const [key, value] of Object.entries(saved)) {
    const place = into[key];
    if (typeof value === 'number' && typeof place === 'number') into[key] = value;
    else if (Array.isArray(value) && typeof place === 'object' && place.length === value.length) place.set(value);
    else throw new RangeError(`the saved state does not fit the scenario: ${key}`);
  }
  return state;
}
