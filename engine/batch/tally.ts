/** Counts over runs. A tally of a part merges with others into the tally of the whole; the order of merging changes nothing. */
import type { Model } from '../model/model.ts';
import { STAGE } from '../model/state.ts';
import type { LeverOptions } from '../run/levers.ts';
import type { FinishedRun } from '../run/kernel.ts';
import { blockersOf } from './blockers.ts';
import type { BatchResult, Blocker, BlockerKind, Share } from './result.ts';
import { wilson } from './wilson.ts';

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

export function emptyTally(model: Model): Tally {
  return {
    runs: 0,
    outcomes: new Float64Array(model.outcomes.length),
    terms: model.stages.map(() => new Float64Array(model.optionCount)),
    signed: new Float64Array(model.stages.length),
    rounds: new Float64Array(model.rounds + 1),
    unsigned: 0,
    blockers: new Map(),
    followed: 0,
    collapsed: 0,
  };
}

export function count(model: Model, tally: Tally, run: FinishedRun): void {
  const { state } = run;
  tally.runs++;
  tally.outcomes[run.outcome]++;
  model.stages.forEach((stage, s) => {
    if (state.signed[s] === 0) return;
    tally.signed[s]++;
    for (const issue of stage.issues) tally.terms[s][model.issues[issue].base + state.signedTerms[s * model.issues.length + issue]]++;
  });
  if (state.peaceDays > 0) { tally.followed++; tally.collapsed += state.collapsed; }
  if (state.stages[model.stages.length - 1] === STAGE.settled) { tally.rounds[state.round]++; return; }
  tally.unsigned++;
  for (const key of blockersOf(model, state)) tally.blockers.set(key, (tally.blockers.get(key) ?? 0) + 1);
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

const shareOf = (times: number, of: number): Share => ({ count: times, share: of === 0 ? 0 : times / of, ...wilson(times, of) });

export function resultOf(model: Model, tally: Tally, options: LeverOptions & { readonly seed: string }): BatchResult {
  const { scenario } = model;
  const { seed, vary = false, view } = options;
  const seen = scenario.views.find((each) => each.id === view)?.levers ?? {};
  const levers = Object.fromEntries(scenario.levers.map((lever) => [lever.id, options.levers?.[lever.id] ?? seen[lever.id] ?? lever.value]));
  return {
    winset: 1, scenario: scenario.id, hash: scenario.hash, seed, runs: tally.runs, from: scenario.from, vary, view: view ?? null, levers,
    outcomes: scenario.outcomes.map((outcome, o) => ({ id: outcome.id, title: outcome.title, ...shareOf(tally.outcomes[o], tally.runs) })),
    terms: scenario.stages.flatMap((stage, s) => stage.issues.map((id) => {
      const issue = model.issues.findIndex((each) => each.id === id);
      const source = scenario.issues.find((each) => each.id === id);
      const total = model.issues[issue].options.reduce((sum, _, o) => sum + tally.terms[s][model.issues[issue].base + o], 0);
      return {
        stage: stage.id, issue: id, title: source?.title ?? id,
        options: model.issues[issue].options.map((option, o) => ({ option, title: source?.options[o].title ?? option, ...shareOf(tally.terms[s][model.issues[issue].base + o], total) })),
      };
    })),
    rounds: roundsOf(tally.rounds),
    peace: tally.followed === 0 ? null : { runs: tally.followed, horizonDays: model.horizonDays, collapsed: shareOf(tally.collapsed, tally.followed) },
    blockers: {
      runs: tally.unsigned,
      by: [...tally.blockers].map(([key, times]): Blocker => {
        const [party, kind, of] = key.split('\t');
        return { party: party || null, kind: kind as BlockerKind, of: of || null, ...shareOf(times, tally.unsigned) };
      }).sort((a, b) => b.count - a.count || (key(a) < key(b) ? -1 : 1)),
    },
  };
}

const key = (blocker: Blocker): string => [blocker.party, blocker.kind, blocker.of].join('\t');

function roundsOf(byRound: Float64Array): BatchResult['rounds'] {
  const signed = byRound.reduce((sum, each) => sum + each, 0);
  if (signed === 0) return null;
  // The least round by which at least this share of the signatures has been given.
  const quantile = (share: number): number => {
    let sum = 0;
    return byRound.findIndex((each) => (sum += each) >= share * signed && sum > 0);
  };
  return { signed, median: quantile(0.5), low: quantile(0.1), high: quantile(0.9) };
}
