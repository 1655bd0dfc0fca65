/** How all charts look: dark on white, told apart by lightness, dashes and shape, so that a grey print says the same. */
import { broken } from './broken.ts';
import type { Spec } from './chart.ts';

export const INK = '#1a1a1a';
export const MAIN = '#1f4e79';
export const MIDDLE = '#7a94ad';
export const PALE = '#c9d5e0';
export const FAINT = '#666666';

const FONT = 'DejaVu Sans, Verdana, Arial, sans-serif';

/** No marks of its own for screen readers: the picture is one image with a description. */
export const THEME: Spec = {
  background: '#ffffff', font: FONT, padding: 4,
  title: { anchor: 'start', fontSize: 14, fontWeight: 'bold', color: INK, offset: 12, limit: 700 },
  axis: { labelColor: INK, titleColor: INK, labelFontSize: 12, titleFontSize: 12, titleFontWeight: 'normal', gridColor: '#e2e2e2', domainColor: FAINT, tickColor: FAINT, labelLimit: 0 },
  legend: { labelColor: INK, titleColor: INK, labelFontSize: 12, titleFontSize: 12, titleFontWeight: 'normal', labelLimit: 420, symbolStrokeWidth: 2 },
  header: { labelColor: INK, labelFontSize: 12, labelFontWeight: 'bold', labelLimit: 620, titleColor: INK },
  view: { stroke: null }, aria: false,
};

/** A share on an axis, in per cent. */
export const PERCENT = { format: '.0%', titlePadding: 8 } as const;

/** Breaks an axis label where `broken` has broken it. */
export const BROKEN = "split(datum.label, '\\n')";

/** The height of a row of labels that `broken` has broken: what the longest takes, but no less than is asked for. */
export function rowHeight(labels: readonly string[], least: number): number {
  return Math.max(least, ...labels.map((label) => 14 * broken(label).split('\n').length + 10));
}
