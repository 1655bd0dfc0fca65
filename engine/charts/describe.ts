/** The charts by name, read from the XState machines themselves: what a drawing of them needs. A transition removed from a machine is gone here too. */
import type { Rate } from '../scenario/scenario.ts';
import type { Id } from '../vocabulary.ts';
import type { Machine } from './machine.ts';
import type { ChartPlan, RegionKind } from './plan.ts';
import { tabulate } from './table.ts';

/** `on`: the signal as the party's file writes it; `if`: the text of its condition. */
export interface ChartMove { readonly from: Id; readonly to: Id; readonly on: string; readonly if: string | null; readonly chance: Rate | null }

export interface Chart {
  /** null: the process. */
  readonly party: Id | null;
  readonly key: string;
  readonly kind: RegionKind;
  /** The issue or the red line; null otherwise. */
  readonly of: Id | null;
  readonly start: Id;
  readonly states: readonly Id[];
  /** State by state in the order in which they are tried. */
  readonly moves: readonly ChartMove[];
}

export function describeCharts(machines: readonly Machine[], plan: ChartPlan): readonly Chart[] {
  return machines.flatMap(({ id, machine }) => tabulate(machine).flatMap((region): readonly Chart[] => {
    const planned = plan.machines.find((each) => each.id === id)?.regions.find((each) => each.key === region.key);
    if (planned === undefined) return [];
    return [{
      party: id.endsWith(':') ? null : id, key: region.key, kind: planned.kind, of: planned.of, start: region.states[region.start], states: region.states,
      moves: region.transitions.flatMap((transitions, from) => transitions.map(({ to, signal, condition, chance }): ChartMove => ({
        from: region.states[from], to: region.states[to], on: written(signal, id), if: condition < 0 ? null : plan.conditions[condition].text, chance: chance < 0 ? null : plan.chances[chance],
      }))),
    }];
  }));
}

function written(signal: string, machine: Id): string {
  const [from, name] = signal.split('/');
  return from === '' || from === machine || from.endsWith(':') ? name : `${from}.${name}`;
}
