/** How long truces or agreements last: the simulated curve with its band, and the published figures as marks beside it. */
import type { Survival, SurvivalCurve } from '../../../engine/index.ts';
import { UNITS } from '../../../engine/vocabulary.ts';
import { plain } from '../../../engine/record/plain.ts';
import type { Chart, Spec, Table } from './chart.ts';
import { INK, MAIN, MIDDLE, PALE } from './theme.ts';

/** Corners of a curve that are drawn; more than an eye tells apart. */
const MOST = 240;

interface Corner { readonly days: number; readonly survival: number; readonly low: number; readonly high: number }

/** From the first day on, at most so many corners, and flat to the last day that was seen. */
function corners({ steps, lengths }: SurvivalCurve): readonly Corner[] {
  const every = Math.ceil(steps.length / MOST);
  const kept: readonly Corner[] = steps.filter((_, at) => at % every === every - 1 || at === steps.length - 1);
  const [first] = steps;
  const start: Corner = { days: 0, survival: 1, low: 1, high: 1 };
  const last = kept.at(-1) ?? { ...start, low: first?.low ?? 1 };
  return [start, ...kept, { ...last, days: lengths.at(-1) ?? 0 }];
}

export function survivalChart(id: string, title: string, { all, figures, times }: Survival): Chart {
  const longest = all.curve.lengths.at(-1) ?? 0;
  const [unit, length] = longest > 2 * UNITS.year ? (['years', UNITS.year] as const) : (['days', 1] as const);
  // A figure's title is long; its source tells it apart.
  const named = (at: number): string => {
    const { id: figure, source, drawnFrom } = figures[at] ?? { id: '', source: '', drawnFrom: false };
    return `${drawnFrom ? 'Drawn from' : 'Beside it'}: ${plain(source)}${figures.filter((other) => other.source === source).length > 1 ? ` (${figure})` : ''}`;
  };
  const columns = ['series', 'kind', unit, 'survival', 'low', 'high'];
  const round = (days: number): number => Number((days / length).toPrecision(6));
  const rows: Table['rows'] = [
    ...corners(all.curve).map(({ days, survival, low, high }) => ['Simulated', 'simulated', round(days), survival, low, high]),
    ...figures.flatMap(({ drawnFrom, points }, at) => points.filter(({ days }) => days <= longest).map(({ days, survival }) => [named(at), drawnFrom ? 'drawn from' : 'beside', round(days), survival, null, null])),
  ];
  const x: Spec = { field: unit, type: 'quantitative', title: unit === 'years' ? 'Years' : 'Days', scale: { domain: [0, round(longest)], nice: false } };
  const y = (field: string): Spec => ({ field, type: 'quantitative', title: 'Share that still holds', scale: { domain: [0, 1] }, axis: { format: '.0%' } });
  const only = (kind: string): Spec => ({ filter: { field: 'kind', equal: kind } });
  const shapes = ['circle', 'square', 'triangle-up', 'cross', 'diamond', 'stroke'];
  return {
    id, title,
    says: `A falling line with its 95 % band, and published figures as points. ${all.at.map((at, t) => (at === null ? '' : `After ${Math.round(times[t] ?? 0)} days ${Math.round(at.survival * 100)} %, ${Math.round(at.low * 100)} to ${Math.round(at.high * 100)} %, ${at.atRisk} at risk`)).filter((each) => each !== '').join('. ')}.`,
    spec: {
      width: 540, height: 300,
      layer: [
        { transform: [only('simulated')], mark: { type: 'area', color: PALE, opacity: 1, interpolate: 'step-after' }, encoding: { x, y: y('low'), y2: { field: 'high' } } },
        { transform: [only('simulated')], mark: { type: 'line', color: MAIN, strokeWidth: 2, interpolate: 'step-after' }, encoding: { x, y: y('survival') } },
        {
          transform: [{ filter: "datum.kind != 'simulated'" }], mark: { type: 'point', filled: false, strokeWidth: 2, size: 70, color: INK },
          encoding: { x, y: y('survival'), shape: { field: 'series', type: 'nominal', sort: null, title: 'Published figures', scale: { range: shapes }, legend: { orient: 'bottom', direction: 'vertical', labelLimit: 640 } }, color: { field: 'kind', type: 'nominal', sort: null, scale: { domain: ['drawn from', 'beside'], range: [INK, MIDDLE] }, legend: null } },
        },
      ],
    },
    table: { columns, rows },
  };
}

