/**
 * Parquet files as bytes: reading what one says of itself, and making one of many by moving their row groups, bytes as they are,
 * behind one another. A row group's metadata holds where its columns begin in the file; that alone changes.
 */
import { parquetMetadata, type FileMetaData } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Disk } from './disk.ts';
import { readNotes, type Notes } from './notes.ts';

type ParquetRowGroup = FileMetaData['row_groups'][number];

export interface RowFile {
  readonly file: string;
  readonly notes: Notes;
  readonly metadata: FileMetaData;
  readonly rows: number;
  /** Row groups lie between the first four bytes and this place. */
  readonly end: number;
}

const MAGIC = 4;
/** Length of the metadata and the closing mark. */
const TAIL = 8;
/** More metadata than any of ours has. */
const MOST_METADATA = 1 << 29;
const BLOCK = 1 << 20;

/** null: no file of Winset's rows, or a damaged one. Errors of the disk pass through. */
export function readRowFile(disk: Disk, file: string): RowFile | null {
  const size = disk.size(file);
  if (size < MAGIC + TAIL) return null;
  const tail = disk.slice(file, size - TAIL, TAIL);
  const length = new DataView(tail.buffer, tail.byteOffset).getUint32(0, true);
  if (length > MOST_METADATA || length > size - MAGIC - TAIL) return null;
  const footer = disk.slice(file, size - TAIL - length, length + TAIL);
  try {
    const metadata = parquetMetadata(footer);
    const notes = readNotes(metadata.key_value_metadata ?? []);
    if (!notes) return null;
    return { file, notes, metadata, rows: Number(metadata.num_rows), end: size - TAIL - length };
  } catch {
    // A damaged footer fails in the reader in one of many ways.
    return null;
  }
}

/** The bytes of a file with the row groups of all these files, in order. The files have the same columns. */
export function* joined(disk: Disk, files: Iterable<RowFile>, notes: Readonly<Record<string, string>>, version: string): Generator<Uint8Array> {
  const writer = new ByteWriter();
  let parquet: ParquetWriter | null = null;
  let at = MAGIC;
  for (const { file, metadata, end } of files) {
    if (!parquet) {
      parquet = new ParquetWriter({ writer, schema: metadata.schema, kvMetadata: Object.entries(notes).map(([key, value]) => ({ key, value })), createdBy: `winset version ${version}` });
      yield writer.getBytes().slice();
      writer.index = 0;
    }
    for (const group of metadata.row_groups) {
      parquet.row_groups.push(moved(group, BigInt(at - MAGIC)));
      parquet.num_rows += group.num_rows;
    }
    for (let from = MAGIC; from < end; from += BLOCK) yield disk.slice(file, from, Math.min(BLOCK, end - from));
    at += end - MAGIC;
  }
  if (!parquet) return;
  void parquet.finish();
  yield writer.getBytes();
}

function moved(group: ParquetRowGroup, by: bigint): ParquetRowGroup {
  return {
    ...group,
    columns: group.columns.map((column) => {
      const { meta_data: data } = column;
      if (!data) return column;
      const { dictionary_page_offset: dictionary } = data;
      return {
        ...column,
        file_offset: column.file_offset === 0n ? 0n : column.file_offset + by,
        meta_data: { ...data, data_page_offset: data.data_page_offset + by, ...(dictionary === undefined ? {} : { dictionary_page_offset: dictionary + by }) },
      };
    }),
  };
}

/** The names of a file's columns, as a text to compare. */
export const columnNames = ({ metadata }: RowFile): string => metadata.schema.map(({ name, type }) => `${name} ${type ?? ''}`).join('\n');
