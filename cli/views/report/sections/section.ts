/** A section of the report: an anchor, a heading, what it says. */
import type { Cell, Chart } from '../../charts/chart.ts';
import { html, picture, table, type Html } from '../html.ts';
import type { Findings } from '../../../reporting/findings.ts';

export interface Section { readonly id: string; readonly title: string; readonly body: Html }

/** What sections are made of: the findings, and their charts as they were drawn. */
export interface Material { readonly findings: Findings; readonly charts: ReadonlyMap<string, { readonly chart: Chart; readonly svg: string }> }

/** A number as it stands in a table. */
function shown(cell: Cell): string {
  if (cell === null) return '–';
  return typeof cell === 'number' ? String(Number(cell.toPrecision(4))) : cell;
}

/** A table has at most so many rows here; `--format csv` gives all. */
const MOST = 60;

/** The picture with its caption, and its numbers beneath for whoever wants them. Nothing where there is no such chart. */
export function figure({ charts }: Material, id: string, caption?: string): Html {
  const found = charts.get(id);
  if (found === undefined) return html``;
  const { chart, svg } = found;
  const { columns, rows } = chart.table;
  return html`<figure id="chart-${id}">${picture(svg)}<figcaption><strong>${chart.title}.</strong> ${caption ?? ''}</figcaption><details><summary>The numbers of this chart</summary>${table(chart.title, columns, rows.slice(0, MOST).map((row) => row.map(shown)))}${rows.length > MOST ? html`<p>The first ${MOST} of ${rows.length} rows.</p>` : ''}</details></figure>`;
}
