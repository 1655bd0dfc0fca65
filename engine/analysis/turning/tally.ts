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

export interface TurnTally {
  readonly turns: readonly Turn[];
  runs: number;
  /** By turn: the runs that came to it. */
  readonly came: readonly Set<number>[];
  readonly happenings: Map<string, { readonly happening: Happening; readonly occurrences: Occurrence[] }>;
}

export const emptyTally = (scenario: Scenario): TurnTally => {
  const turns = turnsOf(scenario);
  return { turns, runs: 0, came: turns.map(() => new Set<number>()), happenings: new Map() };
};

/** Adds the records of a whole run, in order. */
export function addRun(tally: TurnTally, run: number, records: readonly RunRecord[]): void {
  tally.runs++;
  const over = tally.turns.map((turn) => records.findIndex((record) => isIt(turn, record)));
  over.forEach((at, turn) => { if (at >= 0) tally.came[turn].add(run); });
  const seen = new Set<string>();
  records.forEach((record, at) => {
    const happening = happeningOf(record);
    if (happening === null) return;
    const key = keyOf(happening);
    if (seen.has(key)) return;
    seen.add(key);
    const entry = tally.happenings.get(key) ?? { happening, occurrences: [] };
    tally.happenings.set(key, entry);
    entry.occurrences.push({ run, round: record.round, before: over.map((end) => end < 0 || at < end) });
  });
}
