/** The names of all draws of a scenario: who draws what. The table in engine/README.md explains each. */
import type { ChartPlan } from '../charts/plan.ts';
import { byCodeUnit } from '../charts/order.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { gaugeName, type Handles } from './handles.ts';

export function drawNames(scenario: Scenario, handles: Handles, plan: ChartPlan): readonly string[] {
  return [
    'peace/break',
    'peace/aftermath',
    'views',
    ...scenario.levers.map((lever) => `levers/${lever.id}`),
    'mediator/walks-away',
    ...scenario.events.map((event) => `events/${event.id}`),
    ...handles.gauges.map((gauge) => `gauges/${gaugeName(gauge.party, gauge.id)}`),
    ...scenario.parties.flatMap((party) => ['answer', 'shift', 'leaves', 'ratify', 'bound'].map((what) => `parties/${party.id}/${what}`)),
    ...scenario.parties.flatMap((party) => (party.manner.tactic?.kind === 'random' ? [`parties/${party.id}/floor`] : [])),
    ...plan.machines.flatMap((machine) => machine.regions.map((region) => `charts/${machine.id}/${region.key}`)),
  ].sort(byCodeUnit);
}
