/** A chart as data: what it shows, in a picture's description, as a table, and in words for those who cannot see it. */
import { broken } from './broken.ts';

export type Cell = string | number | null;
export interface Table { readonly columns: readonly string[]; readonly rows: readonly (readonly Cell[])[] }

/** A Vega-Lite description without its data. Fields are ours; texts from files stand in the data or in titles only. */
export type Spec = Readonly<Record<string, unknown>>;

export interface Chart {
  /** A word for file names and anchors. */
  readonly id: string;
  readonly title: string;
  /** What the picture shows, in sentences: it stands in for the picture. */
  readonly says: string;
  readonly spec: Spec;
  readonly table: Table;
  /** The rows as the picture needs them, where that is not as the table has them. */
  readonly drawn?: Table;
}

/** The rows as Vega-Lite reads them. */
export function valuesOf({ columns, rows }: Table): readonly Readonly<Record<string, Cell>>[] {
  return rows.map((row) => Object.fromEntries(columns.map((column, c) => [column, row[c] ?? null])));
}

/** The whole description, data and all: what `--format json` gives, and other programs draw. */
export function fullSpec({ title, says, spec, table, drawn = table }: Chart): Spec {
  return { $schema: 'https://vega.github.io/schema/vega-lite/v6.json', title: broken(title, 62).split('\n'), description: says, data: { values: valuesOf(drawn) }, ...spec };
}
