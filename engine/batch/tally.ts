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
  /** The unsigned runs by the stage in which the talks stood when they ended, as far as it was not settled itself; null: a part does not say. */
  stood: readonly StageTally[] | null;
  /** Runs whose peace was followed to its horizon, and those of them in which it collapsed. */
  followed: number;
  collapsed: number;
}

/** Runs whose talks ended in a stage, and what blocked those. */
export interface StageTally { runs: number; readonly blockers: Map<string, number> }

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
    stood: Array.from({ length: shape.stages }, () => ({ runs: 0, blockers: new Map() })),
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
  countAll(tally.blockers, blockers);
  const stood = tally.stood?.[state.stage];
  if (stood !== undefined && state.stages[state.stage] !== STAGE.settled) {
    stood.runs++;
    countAll(stood.blockers, blockers);
  }
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
  addTo(into.blockers, part.blockers);
  const { stood } = part;
  if (stood === null) into.stood = null;
  into.stood?.forEach((stage, s) => {
    stage.runs += stood?.[s].runs ?? 0;
    addTo(stage.blockers, stood?.[s].blockers ?? []);
  });
}

function countAll(counts: Map<string, number>, keys: readonly string[]): void {
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
}

function addTo(counts: Map<string, number>, more: Iterable<readonly [key: string, times: number]>): void {
  for (const [key, times] of more) counts.set(key, (counts.get(key) ?? 0) + times);
}

function add(into: Float64Array, part: Float64Array): void {
  for (let i = 0; i < into.length; i++) into[i] += part[i];
}

/** A tally as it travels between threads and rests in files: all its numbers in one row, the blockers by name. */
export interface PackedTally { readonly counts: Float64Array; readonly blockers: PackedCounts; readonly stood: readonly PackedStage[] | null }
export interface PackedStage { readonly runs: number; readonly blockers: PackedCounts }
type PackedCounts = readonly (readonly [key: string, times: number])[];

const inOrder = (counts: ReadonlyMap<string, number>): PackedCounts => [...counts].sort(([a], [b]) => (a < b ? -1 : 1));

export function pack(tally: Tally): PackedTally {
  const rows = [tally.outcomes, tally.signed, tally.rounds, ...tally.terms];
  const counts = new Float64Array(4 + rows.reduce((sum, row) => sum + row.length, 0));
  counts.set([tally.runs, tally.unsigned, tally.followed, tally.collapsed]);
  let at = 4;
  for (const row of rows) { counts.set(row, at); at += row.length; }
  return { counts, blockers: inOrder(tally.blockers), stood: tally.stood && tally.stood.map(({ runs, blockers }) => ({ runs, blockers: inOrder(blockers) })) };
}

/** Throws a RangeError when the numbers are too few or too many for the shape. */
export function unpack(shape: TallyShape, packed: PackedTally): Tally {
  const tally = emptyTally(shape);
  [tally.runs, tally.unsigned, tally.followed, tally.collapsed] = packed.counts;
  let at = 4;
  for (const row of [tally.outcomes, tally.signed, tally.rounds, ...tally.terms]) { row.set(packed.counts.subarray(at, at + row.length)); at += row.length; }
  if (at !== packed.counts.length) throw new RangeError('the tally does not fit the scenario');
  addTo(tally.blockers, packed.blockers);
  if (packed.stood !== null && packed.stood.length !== shape.stages) throw new RangeError('the tally does not fit the stages');
  tally.stood = packed.stood && packed.stood.map(({ runs, blockers }) => ({ runs, blockers: new Map(blockers) }));
  return tally;
}
