/** The rows of a chunk, gathered column by column and written as a Parquet file of one row group. */
import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { Model } from '../../model/model.ts';
import type { FinishedRun } from '../../run/kernel.ts';
import { columnsOf, type Column, type RowSource } from './columns.ts';

type Values = Float64Array | Int32Array | (string | number | boolean | null)[];

function spaceFor(column: Column, rows: number): Values {
  if (!column.nullable && column.type === 'DOUBLE') return new Float64Array(rows);
  if (!column.nullable && column.type === 'INT32') return new Int32Array(rows);
  return Array.from<string | number | boolean | null>({ length: rows });
}

export interface RowGroup {
  /** Reads the run at once: its state may be used for the next run afterwards. */
  readonly add: (number: number, run: FinishedRun, blockers: readonly string[]) => void;
  /** The file, with `notes` as its metadata. */
  readonly bytes: (notes: Readonly<Record<string, string>>, version: string) => Uint8Array<ArrayBuffer>;
}

export function rowGroup(model: Model, seed: string, rows: number): RowGroup {
  const columns = columnsOf(model, seed);
  const values = columns.map((column) => spaceFor(column, rows));
  let at = 0;
  return {
    add(run, { outcome, state }, blockers) {
      const row: RowSource = { run, outcome, state, blockers, worth: model.worth(state.levers) };
      for (let c = 0; c < columns.length; c++) values[c][at] = columns[c].read(row) as never;
      at++;
    },
    bytes(notes, version) {
      // Bounds are kept for the number of the run only: readers skip by it, and long batches keep many. Without indexes nothing of a file points across it, so that row groups can be moved from file to file as they are.
      const columnData = columns.map(({ name, type, nullable }, c) => ({ name, data: values[c], type, nullable, offsetIndex: false, statistics: name === 'run' }));
      const writer = new ByteWriter();
      const parquet = new ParquetWriter({ writer, schema: schemaFromColumnData({ columnData }), kvMetadata: Object.entries(notes).map(([key, value]) => ({ key, value })), createdBy: `winset version ${version}` });
      void parquet.write({ columnData, rowGroupSize: Math.max(1, rows) });
      void parquet.finish();
      return new Uint8Array(writer.getBuffer());
    },
  };
}
