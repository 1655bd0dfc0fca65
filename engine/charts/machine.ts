/**
 * The charts as XState machines: a parallel machine a party, a region a stance, a red line, the posture; one more for the
 * process. A machine hears one kind of event, `move`: all that happened since it last moved, as one composite event.
 */
import { setup, type AnyStateMachine } from 'xstate';
import { fires, type FiresParams, type MoveEvent } from './fires.ts';
import type { ChartPlan, MachinePlan, TransitionPlan } from './plan.ts';

interface GuardParams extends FiresParams { readonly region: string }

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
    guards: { fires: ({ event }, params: GuardParams) => fires(event, params.region, params) },
  }).createMachine({
    id: plan.id,
    type: 'parallel',
    states: Object.fromEntries(plan.regions.map((region) => [region.key, {
      initial: region.start,
      states: Object.fromEntries(region.states.map((state) => [state.id, { on: { move: state.transitions.map(transition(region.key)) } }])),
    }])),
  });
}
