/**
 * The charts as XState machines: a parallel machine a party, a region a stance, a red line, the posture; one more for the
 * process. A machine hears one kind of event, `move`: all that happened since it last moved, as one composite event.
 */
import { setup, type AnyStateMachine } from 'xstate';
import type { ChartPlan, MachinePlan, TransitionPlan } from './plan.ts';

/** What a machine hears. Functions answer for this moment; nothing in the machine keeps them. */
export interface MoveEvent {
  readonly type: 'move';
  /** Whether the signal of this canonical name has arrived. */
  readonly has: (signal: string) => boolean;
  readonly holds: (condition: number) => boolean;
  /** The chance of this number for one round, 0..1. */
  readonly chance: (chance: number) => number;
  /** This round's draw for the region of this key. */
  readonly draw: (region: string) => number;
}

export interface FiresParams { readonly region: string; readonly signal: string; readonly condition: number; readonly chance: number }

/** The guard of every transition. */
export function fires(event: MoveEvent, params: FiresParams): boolean {
  return event.has(params.signal)
    && (params.condition < 0 || event.holds(params.condition))
    && (params.chance < 0 || event.draw(params.region) < event.chance(params.chance));
}

export interface Machine { readonly id: string; readonly machine: AnyStateMachine }

export function buildMachines(plan: ChartPlan): readonly Machine[] {
  return plan.machines.map((machine) => ({ id: machine.id, machine: buildMachine(machine) }));
}

export function buildMachine(plan: MachinePlan): AnyStateMachine {
  const transition = (region: string) => (to: TransitionPlan) => ({
    target: to.target,
    guard: { type: 'fires' as const, params: { region, signal: to.signal, condition: to.condition, chance: to.chance } },
  });
  return setup({
    types: { events: {} as MoveEvent },
    guards: { fires: ({ event }, params: FiresParams) => fires(event, params) },
  }).createMachine({
    id: plan.id,
    type: 'parallel',
    states: Object.fromEntries(plan.regions.map((region) => [region.key, {
      initial: region.start,
      states: Object.fromEntries(region.states.map((state) => [state.id, { on: { move: state.transitions.map(transition(region.key)) } }])),
    }])),
  });
}
