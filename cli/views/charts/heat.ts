/** What a sweep found: a line over one lever, a heat map over two. */
import type { Chart, Spec } from './chart.ts';
import { broken } from './broken.ts';
import { INK, MAIN, MIDDLE } from './theme.ts';

export interface SweptCell { readonly at: readonly number[]; readonly value: number; readonly low: number; readonly high: number }
export interface SweptWords { readonly id: string; readonly title: string; /** Titles of the levers. */ readonly levers: readonly string[]; /** What was measured: 'Share of runs …'. */ readonly measured: string; readonly shares: boolean }

export function sweepChart(words: SweptWords, cells: readonly SweptCell[]): Chart {
  return words.levers.length === 1 ? lineChart(words, cells) : heatChart(words, cells);
}

const told = (shares: boolean) => (value: number): string => (shares ? `${Math.round(value * 100)} %` : String(Number(value.toPrecision(3))));

function lineChart({ id, title, levers: [lever = ''], measured, shares }: SweptWords, cells: readonly SweptCell[]): Chart {
  const x: Spec = { field: 'lever', type: 'quantitative', title: lever, scale: { zero: false, nice: false } };
  const y = (field: string): Spec => ({ field, type: 'quantitative', title: measured, ...(shares ? { scale: { domain: [0, 1] }, axis: { format: '.0%' } } : {}) });
  const say = told(shares);
  return {
    id, title: `${measured}: ${title}`,
    says: `A line with its 95 % band: ${measured} over ${lever}. ${cells.map(({ at, value, low, high }) => `At ${at[0]}: ${say(value)}, ${say(low)} to ${say(high)}`).join('. ')}.`,
    spec: {
      width: 520, height: 260,
      layer: [
        { mark: { type: 'area', color: MIDDLE, opacity: 0.4 }, encoding: { x, y: y('low'), y2: { field: 'high' } } },
        { mark: { type: 'line', color: MAIN, strokeWidth: 2, point: { filled: true, color: MAIN, size: 40 } }, encoding: { x, y: y('value') } },
      ],
    },
    table: { columns: ['lever', 'value', 'low', 'high'], rows: cells.map(({ at, value, low, high }) => [at[0] ?? null, value, low, high]) },
  };
}

/** One lever to the right, the other upwards; darker is more, and every field says its number. */
function heatChart({ id, title, levers: [first = '', second = ''], measured, shares }: SweptWords, cells: readonly SweptCell[]): Chart {
  const axis = (field: string, name: string, sort: string): Spec => ({ field, type: 'ordinal', title: broken(name, 26).split('\n'), sort, axis: { labelAngle: 0, labelOverlap: true, ticks: false } });
  const [least, most] = shares ? [0, Math.max(0.05, ...cells.map(({ value }) => value))] : [Math.min(...cells.map(({ value }) => value)), Math.max(...cells.map(({ value }) => value))];
  const middle = least + (most - least) * 0.55;
  const place = { x: axis('first', first, 'ascending'), y: axis('second', second, 'descending') };
  const say = told(shares);
  const columns = ['first', 'second', 'value', 'low', 'high'];
  const rows = (shown: (value: number) => number) => cells.map(({ at: [right = 0, up = 0], value, low, high }) => [shown(right), shown(up), value, low, high]);
  return {
    id, title: `${measured}: ${title}`,
    says: `A heat map: ${measured}, darker is more; ${first} to the right, ${second} upwards. ${extremes(cells, say)}`,
    spec: {
      width: { step: 58 }, height: { step: 36 },
      layer: [
        { mark: { type: 'rect', stroke: '#ffffff' }, encoding: { ...place, color: { field: 'value', type: 'quantitative', title: null, scale: { domain: [least, most], range: ['#f4f6f8', '#0f2f4d'] }, legend: { orient: 'bottom', direction: 'horizontal', gradientLength: 240, ...(shares ? { format: '.0%' } : {}) } } } },
        { mark: { type: 'text', fontSize: 11 }, encoding: { ...place, text: { field: 'value', type: 'quantitative', format: shares ? '.0%' : '.3~g' }, color: { condition: { test: `datum.value > ${middle}`, value: '#ffffff' }, value: INK } } },
      ],
    },
    table: { columns, rows: rows((value) => value) }, drawn: { columns, rows: rows((value) => Number(value.toPrecision(4))) },
  };
}

function extremes(cells: readonly SweptCell[], say: (value: number) => string): string {
  const sorted = [...cells].sort((a, b) => a.value - b.value);
  const at = (cell: SweptCell | undefined): string => (cell === undefined ? '' : `${say(cell.value)} at ${cell.at.join(' and ')}`);
  return `Least: ${at(sorted[0])}. Most: ${at(sorted.at(-1))}. The table has every field.`;
}
