/** Charts as Mermaid state diagrams. */
import type { Chart } from './describe.ts';
import type { Rate } from '../scenario/scenario.ts';

export interface Diagram { readonly party: string; readonly mermaid: string }

/** One diagram a machine. `title` gives a chart's heading (it is quoted, and must hold no control characters). */
export function toDiagrams(charts: readonly Chart[], title: (chart: Chart) => string): readonly Diagram[] {
  const parties = [...new Set(charts.map((chart) => chart.party))];
  return parties.map((party) => {
    const lines = charts.filter((chart) => chart.party === party).flatMap((chart) => {
      const name = (state: string): string => `${chart.key}__${state}`.replaceAll('-', '_');
      return [
        `  state "${quoted(title(chart))}" as ${name('all')} {`, `    [*] --> ${name(chart.start)}`,
        ...chart.states.map((state) => `    state "${quoted(state)}" as ${name(state)}`),
        ...chart.moves.map((move) => {
          const where = move.if === null ? '' : ` [${move.if}]`;
          const often = move.chance === null ? '' : ` / chance ${rateText(move.chance)}`;
          return `    ${name(move.from)} --> ${name(move.to)} : ${quoted(move.on + where + often)}`;
        }),
        '  }',
      ];
    });
    return { party: party ?? 'process', mermaid: `${['stateDiagram-v2', ...lines].join('\n')}\n` };
  });
}

function rateText({ amount, per }: Rate): string {
  const value = 'value' in amount ? String(amount.value) : amount.lever;
  return per === null ? value : `${value} a ${per}`;
}

/** Mermaid ends a label at a line break or a semicolon and knows no escape for quotes but its own entities. */
const quoted = (text: string): string => text.replaceAll(/[\r\n;]+/g, ' ').replaceAll('"', '#quot;').replaceAll('<', '#lt;').replaceAll('>', '#gt;');
