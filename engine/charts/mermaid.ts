/** Charts as Mermaid state diagrams, read from the XState machines themselves. */
import type { ChartPlan } from './plan.ts';
import type { Machine } from './machine.ts';
import { tabulate } from './table.ts';
import type { Rate } from '../scenario/scenario.ts';

export interface Diagram { readonly party: string; readonly mermaid: string }

/** One diagram a machine. `title` gives a region's heading (it is quoted, and must hold no control characters). */
export function toDiagrams(machines: readonly Machine[], plan: ChartPlan, title: (machine: string, region: string) => string): readonly Diagram[] {
  return machines.map(({ id, machine }) => {
    const lines = ['stateDiagram-v2'];
    for (const region of tabulate(machine)) {
      const name = (state: string): string => `${region.key}__${state}`.replaceAll('-', '_');
      lines.push(`  state "${quoted(title(id, region.key))}" as ${name('all')} {`, `    [*] --> ${name(region.states[region.start])}`);
      for (const state of region.states) lines.push(`    state "${quoted(state)}" as ${name(state)}`);
      region.transitions.forEach((transitions, from) => {
        for (const { to, signal, condition, chance } of transitions) {
          const [party, bare] = signal.split('/');
          const what = party === '' || party === id || party.endsWith(':') ? bare : `${party}.${bare}`;
          const where = condition < 0 ? '' : ` [${plan.conditions[condition].expression.text}]`;
          const often = chance < 0 ? '' : ` / chance ${rateText(plan.chances[chance])}`;
          lines.push(`    ${name(region.states[from])} --> ${name(region.states[to])} : ${quoted(what + where + often)}`);
        }
      });
      lines.push('  }');
    }
    return { party: id.endsWith(':') ? 'process' : id, mermaid: `${lines.join('\n')}\n` };
  });
}

function rateText({ amount, per }: Rate): string {
  const value = 'value' in amount ? String(amount.value) : amount.lever;
  return per === null ? value : `${value} a ${per}`;
}

/** Mermaid ends a label at a line break or a semicolon and knows no escape for quotes but its own entities. */
const quoted = (text: string): string => text.replaceAll(/[\r\n;]+/g, ' ').replaceAll('"', '#quot;').replaceAll('<', '#lt;').replaceAll('>', '#gt;');
