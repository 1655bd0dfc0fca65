/** Estimates with their intervals, one or several series a row: effects and indices of levers, ranges of shares. */
import type { Chart, Spec } from './chart.ts';
import { broken } from './broken.ts';
import { BROKEN, INK, MAIN, MIDDLE, rowHeight } from './theme.ts';

export interface Whisker { readonly label: string; readonly series: string; readonly value: number; readonly low: number; readonly high: number }
export interface WhiskerWords {
  readonly id: string;
  readonly title: string;
  /** What the axis measures. */
  readonly axis: string;
  /** What the interval is: '95 % interval'. */
  readonly interval: string;
  /** Whether values are shares, told in per cent; if not they are numbers. */
  readonly shares: boolean;
  readonly domain?: readonly [number, number];
}

const MOST = 24;
const SHAPES = ['circle', 'diamond', 'square'];
const number = (value: number): string => String(Number(value.toPrecision(3)));

/** @param most how many of them the picture shows, from the first; the table has all */
export function whiskersChart({ id, title, axis, interval, shares, domain }: WhiskerWords, whiskers: readonly Whisker[], most = whiskers.length): Chart {
  const pictured = whiskers.slice(0, Math.max(1, Math.min(MOST, most)));
  const series = [...new Set(whiskers.map((each) => each.series))];
  const y: Spec = { field: 'label', type: 'nominal', sort: null, title: null, axis: { labelExpr: BROKEN, labelLineHeight: 14, ticks: false, domain: false, grid: true } };
  const x = (field: string): Spec => ({ field, type: 'quantitative', title: axis, scale: { zero: true, ...(domain === undefined ? {} : { domain }) }, ...(shares ? { axis: { format: '.0%' } } : {}) });
  const offset = series.length > 1 ? { yOffset: { field: 'series', type: 'nominal', sort: null } } : {};
  const color: Spec = { field: 'series', type: 'nominal', sort: null, title: null, scale: { range: [MAIN, MIDDLE, INK] }, legend: series.length > 1 ? { orient: 'top', direction: 'horizontal' } : null };
  const columns = ['label', 'series', 'value', 'low', 'high'];
  const rows = (some: readonly Whisker[], shown: (text: string) => string) => some.map((each) => [shown(each.label), each.series, each.value, each.low, each.high]);
  const told = shares ? (value: number): string => `${Math.round(value * 1000) / 10} %` : number;
  return {
    id, title,
    says: `Points with lines for the ${interval}; ${axis}. ${whiskers.map((each) => `${each.label}${series.length > 1 ? `, ${each.series}` : ''}: ${told(each.value)}, ${told(each.low)} to ${told(each.high)}`).join('. ')}.`,
    spec: {
      width: 380, height: { step: rowHeight(pictured.map((each) => each.label), 32) / series.length, ...(series.length > 1 ? { for: 'offset' } : {}) },
      layer: [
        { mark: { type: 'rule', strokeWidth: 2 }, encoding: { y, ...offset, x: x('low'), x2: { field: 'high' }, color } },
        { mark: { type: 'point', filled: true, size: 70, opacity: 1 }, encoding: { y, ...offset, x: x('value'), color, shape: { field: 'series', type: 'nominal', sort: null, title: null, scale: { range: SHAPES }, legend: series.length > 1 ? { orient: 'top', direction: 'horizontal' } : null } } },
      ],
    },
    table: { columns, rows: rows(whiskers, (text) => text) }, drawn: { columns, rows: rows(pictured, (text) => broken(text)) },
  };
}
