/** Shards to one: the result, and if it is wanted the file, that one batch would have given. */
import path from 'node:path';
import { plain } from '../record/plain.ts';
import { resultOf } from './conclude.ts';
import { differences, type Head } from './head.ts';
import { realDisk, type Disk } from './keep/disk.ts';
import { KeepError, onDisk } from './keep/keep-error.ts';
import { tallyOf } from './keep/notes.ts';
import { columnNames, joined, readRowFile, type RowFile } from './keep/parquet-file.ts';
import { countRuns, planChunks } from './plan.ts';
import { notesOf } from './play.ts';
import type { BatchResult } from './result.ts';
import { emptyTally, merge, pack, type Tally } from './tally.ts';

export interface JoinOptions {
  /** Absolute; null: only the result. */
  readonly out: string | null;
  readonly force?: boolean;
  readonly mark?: string;
  readonly disk?: Disk;
}

/** A part, and what its user calls it. */
export interface PartFile { readonly file: string; readonly shown: string }

interface OpenPart { readonly shown: string; readonly rows: RowFile; readonly shard: number; readonly tally: Tally; readonly head: Head }

export function joinParts(files: readonly PartFile[], options: JoinOptions): BatchResult {
  const disk = options.disk ?? realDisk(options.mark ?? '0');
  const parts = files.map((each) => openPart(disk, each)).sort((a, b) => a.shard - b.shard);
  const [first] = parts;
  if (!first) throw new RangeError('no parts');
  const { frame } = first.rows.notes;
  if (!frame) throw new KeepError('not-rows', `${first.shown} does not say what was counted in it.`);
  checkTogether(parts);
  const tally = emptyTally(frame.shape);
  for (const part of parts) merge(tally, part.tally);
  const head: Head = { ...first.head, shard: null };
  if (options.out !== null) {
    const out = options.out;
    onDisk('The parts cannot be joined', () => {
      if (disk.is(out) === 'file' ? options.force !== true : disk.is(out) !== null) throw new KeepError('exists', `“${plain(path.basename(out))}” is there already.`);
      const notes = { ...notesOf(JSON.stringify(head), pack(tally)), 'winset.frame': JSON.stringify(frame) };
      disk.write(out, joined(disk, parts.map((part) => part.rows), notes, head.version));
    });
  }
  return resultOf(frame, tally, { asked: head.runs, shard: null, until: null });
}

function openPart(disk: Disk, { file, shown }: PartFile): OpenPart {
  const name = `“${plain(shown)}”`;
  return onDisk(`${name} cannot be read`, () => {
    if (disk.is(file) === null) throw new KeepError('missing', `There is no file ${name}.`);
    const rows = disk.is(file) === 'file' ? readRowFile(disk, file) : null;
    if (!rows?.notes.frame) throw new KeepError('not-rows', `${name} is no finished file of rows from winset batch --out, or it is damaged.`);
    const { head, frame } = rows.notes;
    if (head.shard === null) throw new KeepError('not-rows', `${name} is a whole batch, not a part of one.`);
    const tally = tallyOf(frame.shape, rows.notes.tally);
    if (!tally || tally.runs !== rows.rows || tally.runs !== countRuns(planChunks(head.runs, head.shard))) throw new KeepError('not-rows', `${name} is damaged: it does not hold the runs that it says.`);
    return { shown: name, rows, shard: head.shard.part, tally, head };
  });
}

/** All parts of one batch, each once. */
function checkTogether(parts: readonly OpenPart[]): void {
  const [first, ...others] = parts;
  const bare = (head: Head): Head => ({ ...head, shard: first.head.shard && { ...first.head.shard, of: head.shard?.of ?? 0 } });
  for (const other of others) {
    const differ = differences(bare(other.head), first.head);
    const { of } = other.head.shard ?? { of: 0 };
    if (differ.length > 0) throw new KeepError('another-batch', `${other.shown} does not belong to ${first.shown}: ${differ.map((each) => (each === 'another shard' ? `a part of ${of}` : each)).join(', ')}.`);
    if (columnNames(other.rows) !== columnNames(first.rows) || JSON.stringify(other.rows.notes.frame) !== JSON.stringify(first.rows.notes.frame)) throw new KeepError('another-batch', `${other.shown} does not belong to ${first.shown}: other columns.`);
  }
  parts.forEach((part, at) => {
    const twin = parts[at + 1];
    if (twin?.shard === part.shard) throw new KeepError('another-batch', `${part.shown} and ${twin.shown} are both part ${part.shard}.`);
  });
  const of = first.head.shard?.of ?? 0;
  const there = new Set(parts.map((part) => part.shard));
  const missing = Array.from({ length: of }, (_, at) => at + 1).filter((part) => !there.has(part));
  if (missing.length > 0) throw new KeepError('missing', `${missing.length === 1 ? 'Part' : 'Parts'} ${listed(missing)} of ${of} ${missing.length === 1 ? 'is' : 'are'} missing.`);
}

function listed(numbers: readonly number[]): string {
  const shown = numbers.length > 12 ? [...numbers.slice(0, 10), `${numbers.length - 10} more`] : numbers;
  return shown.length === 1 ? String(shown[0]) : `${shown.slice(0, -1).join(', ')} and ${String(shown[shown.length - 1])}`;
}
