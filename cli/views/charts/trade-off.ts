/** The boxes on the way inwards: what density costs in coverage. */
import type { FoundBox } from '../../../engine/index.ts';
import type { Chart } from './chart.ts';
import { INK, MAIN } from './theme.ts';

const percent = (share: number): string => `${Math.round(share * 100)} %`;

export function tradeOffChart(id: string, title: string, { tradeOff, found, box }: FoundBox): Chart {
  const restricted = tradeOff.map(({ box }) => box.filter(({ low, high }) => low !== -Infinity || high !== Infinity).length);
  const columns = ['kind', 'coverage', 'density', 'mass', 'restricted'];
  const rows = [
    ...tradeOff.map((step, at) => ['box on the way', step.coverage, step.density, step.mass, restricted[at] ?? 0]),
    ['the box that is told', found.coverage, found.density, found.mass, box.filter(({ low, high }) => low !== -Infinity || high !== Infinity).length],
  ];
  const axis = { format: '.0%' };
  return {
    id, title,
    says: `Coverage to the right, density upwards: ${tradeOff.filter((_, at) => at % Math.ceil(tradeOff.length / 8) === 0).map((step) => `coverage ${percent(step.coverage)} with density ${percent(step.density)}`).join(', ')}. The box that is told has coverage ${percent(found.coverage)} and density ${percent(found.density)}.`,
    spec: {
      width: 440, height: 280,
      encoding: {
        x: { field: 'coverage', type: 'quantitative', title: 'Coverage: share of the cases that lie inside', scale: { domain: [0, 1] }, axis },
        y: { field: 'density', type: 'quantitative', title: 'Density: share of runs inside that are cases', scale: { domain: [0, 1] }, axis },
        shape: { field: 'kind', type: 'nominal', sort: null, title: null, scale: { range: ['circle', 'diamond'] }, legend: { orient: 'top' } },
        color: { field: 'kind', type: 'nominal', sort: null, title: null, scale: { range: [MAIN, INK] } },
      },
      mark: { type: 'point', filled: true, opacity: 1, size: 70 },
    },
    table: { columns, rows },
  };
}
