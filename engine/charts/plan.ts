/**
 * The plan of all charts: which machines there are, their regions and states, and the pool of conditions and chances
 * that transitions refer to by number. Machines are made from it, and tables are read back from the machines.
 */
import type { Expression } from '../scenario/expression-tree.ts';
import type { Rate, Scenario, Transition } from '../scenario/scenario.ts';
import { DIPLOMACY, FIGHTING } from '../vocabulary.ts';
import { byId, byIssue } from './order.ts';
import { canonicalSignal, processSignal, PROCESS, type ProcessSignal } from './signals.ts';

/** What a guard needs to know, as data inside the machine. -1: none. */
export interface TransitionPlan { readonly target: string; readonly signal: string; readonly condition: number; readonly chance: number }

export type RegionKind = 'stance' | 'line' | 'posture' | 'diplomacy' | 'fighting';

export interface RegionPlan {
  /** Key in the machine, and the name of its draw: `stance-crimea`. */
  readonly key: string;
  readonly kind: RegionKind;
  /** The issue or the red line; null otherwise. */
  readonly of: string | null;
  readonly start: string;
  readonly states: readonly { readonly id: string; readonly transitions: readonly TransitionPlan[] }[];
}

export interface MachinePlan {
  /** The party's id, or `process:`. */
  readonly id: string;
  readonly regions: readonly RegionPlan[];
}

export interface ChartPlan {
  readonly machines: readonly MachinePlan[];
  readonly conditions: readonly Expression[];
  readonly chances: readonly Rate[];
}

interface StateLike { readonly id: string; readonly transitions: readonly Transition[] }

export function planCharts(scenario: Scenario): ChartPlan {
  const conditions: Expression[] = [];
  const chances: Rate[] = [];

  const states = (from: readonly StateLike[]): RegionPlan['states'] =>
    from.map((state) => ({
      id: state.id,
      transitions: state.transitions.map((transition) => ({
        target: transition.to,
        signal: canonicalSignal(transition.on),
        condition: transition.if ? conditions.push(transition.if) - 1 : -1,
        chance: transition.chance ? chances.push(transition.chance) - 1 : -1,
      })),
    }));

  const machines = [...scenario.parties].sort(byId).map((party): MachinePlan => ({
    id: party.id,
    regions: [
      ...[...party.stances].sort(byIssue).map((stance): RegionPlan => ({ key: `stance-${stance.issue}`, kind: 'stance', of: stance.issue, start: stance.start, states: states(stance.states) })),
      ...[...party.redLines].sort(byId).map((line): RegionPlan => ({ key: `line-${line.id}`, kind: 'line', of: line.id, start: line.start, states: states(line.states) })),
      { key: 'posture', kind: 'posture', of: null, start: party.posture.start, states: states(party.posture.states) },
    ],
  }));
  return { machines: [...machines, processPlan()], conditions, chances };
}

/** The process: diplomacy beside fighting. Its transitions are the engine's, the same for every scenario. */
function processPlan(): MachinePlan {
  const on = (signal: ProcessSignal, target: string): TransitionPlan => ({ target, signal: processSignal(signal), condition: -1, chance: -1 });
  const diplomacy: Record<(typeof DIPLOMACY)[number], TransitionPlan[]> = {
    talks: [on('all-settled', 'settled'), on('talks-ended', 'ended'), on('ratifying', 'ratifying'), on('stalled', 'stalled')],
    stalled: [on('all-settled', 'settled'), on('talks-ended', 'ended'), on('ratifying', 'ratifying'), on('resumed', 'talks')],
    ratifying: [on('all-settled', 'settled'), on('talks-ended', 'ended'), on('rejected', 'talks'), on('resumed', 'talks')],
    settled: [],
    ended: [],
  };
  const fighting: Record<(typeof FIGHTING)[number], TransitionPlan[]> = {
    war: [on('ceasefire', 'ceasefire'), on('limited-truce', 'limited-truce')],
    'limited-truce': [on('truce-broken', 'war'), on('ceasefire', 'ceasefire')],
    ceasefire: [on('truce-broken', 'war')],
  };
  return {
    id: PROCESS,
    regions: [
      { key: 'diplomacy', kind: 'diplomacy', of: null, start: 'talks', states: DIPLOMACY.map((id) => ({ id, transitions: diplomacy[id] })) },
      { key: 'fighting', kind: 'fighting', of: null, start: 'war', states: FIGHTING.map((id) => ({ id, transitions: fighting[id] })) },
    ],
  };
}
