/**
 * Tables taken from the XState machines themselves, region by region: for each state the list of its transitions in order.
 * A transition removed from a machine is gone from its table.
 */
import type { AnyStateMachine } from 'xstate';
import type { FiresParams } from './fires.ts';

export interface TableTransition extends FiresParams { readonly to: number }

export interface RegionTable {
  readonly key: string;
  /** State names; a state's number is its place here. */
  readonly states: readonly string[];
  readonly start: number;
  readonly transitions: readonly (readonly TableTransition[])[];
}

export function tabulate(machine: AnyStateMachine): readonly RegionTable[] {
  return Object.values(machine.root.states).map((region): RegionTable => {
    const nodes = Object.values(region.states);
    const states = nodes.map((node) => node.key);
    return {
      key: region.key,
      states,
      start: states.indexOf(region.initial.target[0].key),
      transitions: nodes.map((node) => (node.transitions.get('move') ?? []).map((transition): TableTransition => {
        const target = transition.target?.[0];
        const guard = transition.guard as { readonly params: FiresParams } | undefined;
        if (!target || !guard) throw new Error(`chart ${machine.id}: a transition of ${region.key}.${node.key} has no target or guard`);
        return { to: states.indexOf(target.key), signal: guard.params.signal, condition: guard.params.condition, chance: guard.params.chance };
      })),
    };
  });
}
