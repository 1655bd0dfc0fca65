/** Counts over runs. A tally of a part merges with others into the tally of the whole; the order of merging changes nothing. */
import type { Model } from '../model/model.ts';
import { STAGE } from '../model/state.ts';
import type { FinishedRun } from '../run/kernel.ts';
import { blockersOf } from './blockers.ts';

export interface Tally {
  runs: number;
  readonly outcomes: Float64Array;
  /** By stage and option (counted through all issues): signed runs with that option. */
  readonly terms: readonly Float64Array[];
  readonly signed: Float64Array;
  /** By round: runs in which the last stage was signed in it. */
  readonly rounds: Float64Array;
  unsigned: number;
  readonly blockers: Map<string, number>;
  /** Runs whose peace was followed to its horizon, and those of them in which it collapsed. */
  followed: number;
  collapsed: number;
}

/** How long the lists of a tally are. */
export interface TallyShape { readonly outcomes: number; readonly stages: number; readonly options: number; readonly rounds: number }

export const shapeOf = (model: Model): TallyShape => ({ outcomes: model.outcomes.length, stages: model.stages.length, options: model.optionCount, rounds: model.lastVote });

export function emptyTally(shape: TallyShape): Tally {
  return {
    runs: 0,
    outcomes: new Float64Array(shape.outcomes),
    terms: Array.from({ length: shape.stages }, () => new Float64Array(shape.options)),
    signed: new Float64Array(shape.stages),
    rounds: new Float64Array(shape.rounds + 1),
    unsigned: 0,
    blockers: new Map(),
    followed: 0,
    collapsed: 0,
  };
}

/** Counts a run; `blockers`: who and what blocked it, if its last stage was not signed. */
export function count(model: Model, tally: Tally, run: FinishedRun): readonly string[] {
  const { state } = run;
  tally.runs++;
  tally.outcomes[run.outcome]++;
  for (let s = 0; s < model.stages.length; s++) {
    if (state.signed[s] === 0) continue;
    tally.signed[s]++;
    for (const issue of model.stages[s].issues) tally.terms[s][model.issues[issue].base + state.signedTerms[s * model.issues.length + issue]]++;
  }
  if (state.peaceDays > 0) { tally.followed++; tally.collapsed += state.collapsed; }
  if (state.stages[model.stages.length - 1] === STAGE.settled) { tally.rounds[state.round]++; return []; }
  tally.unsigned++;
  const blockers = blockersOf(model, state);
  for (const key of blockers) tally.blockers.set(key, (tally.blockers.get(key) ?? 0) + 1);
  return blockers;
}

export function merge(into: Tally, part: Tally): void {
  into.runs += part.runs;
  into.unsigned += part.unsigned;
  into.followed += part.followed;
  into.collapsed += part.collapsed;
  add(into.outcomes, part.outcomes);
  add(into.signed, part.signed);
  add(into.rounds, part.rounds);
  into.terms.forEach((row, s) => { add(row, part.terms[s]); });
  for (const [key, times] of part.blockers) into.blockers.set(key, (into.blockers.get(key) ?? 0) + times);
}

function add(into: Float64Array, part: Float64Array): void {
  for (let i = 0; i < into.length; i++) into[i] += part[i];
}

/** A tally as it travels between threads and rests in files: all its numbers in one row, the blockers by name. */
export interface PackedTally { readonly counts: Float64Array; readonly blockers: readonly (readonly [key: string, times: number])[] }

export function pack(tally: Tally): PackedTally {
  const rows = [tally.outcomes, tally.signed, tally.rounds, ...tally.terms];
  const counts = new Float64Array(4 + rows.reduce((sum, row) => sum + row.length, 0));
  counts.set([tally.runs, tally.unsigned, tally.followed, tally.collapsed]);
  let at = 4;
  for (const row of rows) { counts.set(row, at); at += row.length; }
  return { counts, blockers: [...tally.blockers].sort(([a], [b]) => (a < b ? -1 : 1)) };
}

/** Throws a RangeError when the numbers are too few or too many for the shape. */
export function unpack(shape: TallyShape, packed: PackedTally): Tally {
  const tally = emptyTally(shape);
  [tally.runs, tally.unsigned, tally.followed, tally.collapsed] = packed.counts;
  let at = 4;
  for (const row of [tally.outcomes, tally.signed, tally.rounds, ...tally.terms]) { row.set(packed.counts.subarray(at, at + row.length)); at += row.length; }
  if (at !== packed.counts.length) throw new RangeError('the tally does not fit the scenario');
  for (const [key, times] of packed.blockers) tally.blockers.set(key, times);
  return tally;
}
