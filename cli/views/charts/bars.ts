/** Shares of runs as bars with their intervals. */
import type { Interval } from '../../../engine/index.ts';
import type { Chart, Spec } from './chart.ts';
import { broken } from './broken.ts';
import { BROKEN, INK, MIDDLE, PERCENT, rowHeight } from './theme.ts';

export interface ShareBar extends Interval { readonly label: string; readonly share: number; /** Bars of one group stand together under its title. */ readonly group?: string }

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;
const WIDTH = 380;

/** @param of what the shares are shares of: 'runs', 'settlements' */
export function barsChart(id: string, title: string, of: string, bars: readonly ShareBar[]): Chart {
  const grouped = bars.some(({ group }) => group !== undefined);
  const y: Spec = { field: 'label', type: 'nominal', sort: null, title: null, axis: { labelExpr: BROKEN, labelLimit: 0, labelLineHeight: 14, ticks: false, domain: false } };
  const x = (field: string): Spec => ({ field, type: 'quantitative', scale: { domain: [0, 1] }, axis: { ...PERCENT, title: `Share of ${of}`, tickCount: 5 } });
  const layer = [
    { mark: { type: 'bar', color: MIDDLE, height: 16 }, encoding: { y, x: x('share') } },
    { mark: { type: 'rule', color: INK, strokeWidth: 1.5 }, encoding: { y, x: x('low'), x2: { field: 'high' } } },
    { mark: { type: 'text', align: 'left', dx: 7, fontSize: 12, color: INK }, encoding: { y, x: x('high'), text: { field: 'share', type: 'quantitative', format: '.0%' } } },
    ...(['low', 'high'] as const).map((field) => ({ mark: { type: 'tick', color: INK, thickness: 1.5, size: 8 }, encoding: { y, x: x(field) } })),
  ];
  const columns = [...(grouped ? ['group'] : []), 'label', 'share', 'low', 'high'];
  const rows = (shown: (text: string) => string) => bars.map(({ label: text, share, low, high, group }) => [...(grouped ? [group ?? ''] : []), shown(text), share, low, high]);
  const body: Spec = { width: WIDTH, height: { step: rowHeight(bars.map(({ label: text }) => text), grouped ? 26 : 34) }, layer };
  const spec: Spec = grouped
    ? { facet: { row: { field: 'group', type: 'nominal', sort: null, title: null, header: { labelOrient: 'top', labelAnchor: 'start', labelAngle: 0, labelPadding: 4 } } }, spacing: 14, spec: body, resolve: { scale: { y: 'independent' } } }
    : body;
  return {
    id, title, spec,
    says: `Bars with 95 % intervals. ${bars.map(({ label: text, share, low, high, group }) => `${group === undefined ? '' : `${group}: `}${text}: ${percent(share)}, ${percent(low)} to ${percent(high)}`).join('. ')}.`,
    table: { columns, rows: rows((text) => text) }, drawn: { columns, rows: rows(broken) },
  };
}
