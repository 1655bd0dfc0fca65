/** Over many runs: what happened before a stage was signed, or a truce or an agreement broke, and what in runs in which that never came. */
import { columnsFor } from '../costs/measures.ts';
import type { RunRecord } from '../../record/record.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Id } from '../../vocabulary.ts';
import { happeningOf, keyOf, type Happening } from './happening.ts';

/** `signed`: the stage is signed. `truce-broken`: a truce breaks. `collapsed`: the last agreement does not last to the horizon. */
export type Turn = { readonly kind: 'signed'; readonly stage: Id } | { readonly kind: 'truce-broken' } | { readonly kind: 'collapsed' };

/** Those that a run of the scenario may come to. */
export function turnsOf(scenario: Scenario): readonly Turn[] {
  const truces = scenario.issues.some(({ options }) => options.some(({ brings }) => brings !== undefined));
  return [...scenario.stages.map(({ id }) => ({ kind: 'signed' as const, stage: id })), ...(truces ? [{ kind: 'truce-broken' as const }] : []), ...(scenario.horizon === null ? [] : [{ kind: 'collapsed' as const }])];
}

/** The column of rows that tells whether a run came to it. */
export function columnOf(scenario: Scenario, turn: Turn): string {
  if (turn.kind === 'signed') return columnsFor(scenario)[scenario.stages.findIndex(({ id }) => id === turn.stage)];
  return turn.kind === 'truce-broken' ? 'truces_broken' : 'peace_censored';
}

/** Whether it came, from that column's number; NaN where the peace was never followed. */
export const came = (turn: Turn, column: number): boolean => (turn.kind === 'collapsed' ? column === 0 : column > 0);

const isIt = (turn: Turn, record: RunRecord): boolean => {
  if (turn.kind === 'signed') return record.kind === 'settled' && record.stage === turn.stage;
  return turn.kind === 'truce-broken' ? record.kind === 'broke' : record.kind === 'peace' && !record.censored;
};

/** A happening in one run: the round in which it first came, and by turn whether that was before the run came to it. */
export interface Occurrence { readonly run: number; readonly round: number; readonly before: readonly boolean[] }

/** What became of one run: its last round, and by turn the round in which it came to it; Infinity: it never did; null: it could not have (an agreement that there never was cannot collapse). */
export interface Outcome { readonly last: number; readonly turned: readonly (number | null)[] }

export interface TurnTally {
  readonly turns: readonly Turn[];
  /** By run. */
  readonly runs: Map<number, Outcome>;
  readonly happenings: Map<string, { readonly happening: Happening; readonly occurrences: Occurrence[] }>;
}

export const emptyTally = (scenario: Scenario): TurnTally => ({ turns: turnsOf(scenario), runs: new Map(), happenings: new Map() });

/** Adds the records of a whole run, in order. */
export function addRun(tally: TurnTally, run: number, records: readonly RunRecord[]): void {
  const over = tally.turns.map((turn) => records.findIndex((record) => isIt(turn, record)));
  const followed = records.some((record) => record.kind === 'peace');
  const turned = tally.turns.map((turn, t) => (turn.kind === 'collapsed' && !followed ? null : over[t] < 0 ? Infinity : records[over[t]].round));
  tally.runs.set(run, { last: records.at(-1)?.round ?? 0, turned });
  const seen = new Set<string>();
  records.forEach((record, at) => {
    const happening = happeningOf(record);
    if (happening === null) return;
    const key = keyOf(happening);
    if (seen.has(key)) return;
    seen.add(key);
    const entry = tally.happenings.get(key) ?? { happening, occurrences: [] };
    tally.happenings.set(key, entry);
    entry.occurrences.push({ run, round: record.round, before: over.map((end, t) => turned[t] !== null && (end < 0 || at < end)) });
  });
}
