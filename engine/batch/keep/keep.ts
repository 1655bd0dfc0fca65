/**
 * Keeps a row for each run. Every finished chunk becomes a file of its own in `FILE.partial/`, written whole or not at all, so a
 * batch that is killed loses no more than what was being played, and one that goes on makes the very same bytes. When all
 * chunks are there, they are joined in order and the file moves to its place.
 */
import path from 'node:path';
import { plain } from '../../record/plain.ts';
import type { Frame } from '../frame.ts';
import { differences, type Head } from '../head.ts';
import { countRuns, type Chunk } from '../plan.ts';
import { notesOf, type Part } from '../play.ts';
import { pack, type PackedTally, type Tally } from '../tally.ts';
import { realDisk, type Disk } from './disk.ts';
import { KeepError, onDisk } from './keep-error.ts';
import { readHead, tallyOf } from './notes.ts';
import { joined, readRowFile, type RowFile } from './parquet-file.ts';

export interface KeepOptions {
  /** Absolute. */
  readonly file: string;
  /** What the file is called in messages. */
  readonly shown?: string;
  /** Of the program; kept in the file. */
  readonly version: string;
  /** Go on with an unfinished batch, if there is one. */
  readonly resume?: boolean;
  /** Write over a file that is there, and begin an unfinished batch anew. */
  readonly force?: boolean;
  /** Tells this process from others in the names of half-written files. */
  readonly mark?: string;
  readonly disk?: Disk;
}

export interface Keep {
  /** The tally of the whole batch when all of it was finished before. */
  finished(): Tally | null;
  has(chunk: Chunk): boolean;
  tallyOf(chunk: Chunk): PackedTally | null;
  take(chunk: Chunk, part: Part): void;
  /** Makes the file of the chunks that the tally counts. */
  finish(tally: Tally, chunks: readonly Chunk[]): void;
}

const HEAD = 'batch.json';
const OURS = /^(batch\.json|whole\.parquet|chunk-\d{6,}\.parquet)(\.[\w-]+\.tmp)?$/u;
const chunkName = (chunk: Chunk): string => `chunk-${String(chunk.index).padStart(6, '0')}.parquet`;

export function openKeep(head: Head, frame: Frame, options: KeepOptions): Keep {
  const { file, version, resume = false, force = false, disk = realDisk(options.mark ?? '0') } = options;
  const shown = `“${plain(options.shown ?? file)}”`;
  const folder = `${file}.partial`;
  const inFolder = (name: string): string => path.join(folder, name);
  const cannot = `The rows cannot be kept in ${shown}`;

  const clear = (): void => {
    for (const name of disk.names(folder)) if (OURS.test(name)) disk.remove(inFolder(name));
    // What is not ours stays.
    if (disk.names(folder).length === 0) disk.removeFolder(folder);
  };

  /** A file that is there already may be this very batch, finished. */
  const before = ((): Tally | null => onDisk(cannot, () => {
    const is = disk.is(file);
    if (is === null) return null;
    if (is !== 'file') throw new KeepError('not-rows', `${shown} is not a file that can be written.`);
    const found = resume ? readRowFile(disk, file) : null;
    if (found && differences(found.notes.head, head).length === 0) return tallyOf(frame.shape, found.notes.tally);
    if (force) return null;
    throw new KeepError('exists', `${shown} is there already${found ? `, and holds ${differences(found.notes.head, head).join(', ')}` : ''}.`);
  }))();

  const kept = new Set<number>();
  onDisk(cannot, () => {
    if (before) { if (disk.is(folder) === 'folder') clear(); return; }
    if (disk.is(folder) !== null) {
      if (!resume && !force) throw new KeepError('unfinished', `An unfinished batch is in “${plain(path.basename(folder))}”.`);
      if (!resume) clear();
    }
    /** What differs in the batch that was begun there, if one was. */
    const begun = (): readonly string[] => {
      if (disk.is(folder) === null) disk.makeFolder(folder);
      if (!disk.names(folder).includes(HEAD)) disk.write(inFolder(HEAD), [new TextEncoder().encode(`${JSON.stringify(head)}\n`)]);
      const found = readHead(new TextDecoder().decode(disk.read(inFolder(HEAD))));
      return found ? differences(found, head) : ['nothing that can be read'];
    };
    // With both it goes on with its own, and begins anew in place of another's.
    if (resume && force && begun().length > 0) clear();
    const differ = begun();
    if (differ.length > 0) throw new KeepError('another-batch', `The unfinished batch in “${plain(path.basename(folder))}” is of ${differ.join(', ')}.`);
    for (const name of disk.names(folder)) {
      const index = Number(/^chunk-(\d+)\.parquet$/u.exec(name)?.[1] ?? NaN);
      // A file that was damaged since is as good as none: its runs are played again.
      if (Number.isInteger(index) && fitting(readRowFile(disk, inFolder(name)))) kept.add(index);
    }
  });

  function fitting(found: RowFile | null): RowFile | null {
    return found && differences(found.notes.head, head).length === 0 && found.notes.tally.counts[0] === found.rows && tallyOf(frame.shape, found.notes.tally) ? found : null;
  }

  const readChunk = (chunk: Chunk): RowFile => {
    const found = fitting(readRowFile(disk, inFolder(chunkName(chunk))));
    if (!found || found.rows !== chunk.runs) throw new KeepError('disk', `${cannot}: a finished part of it can no longer be read`);
    return found;
  };

  return {
    finished: () => before,
    has: (chunk) => kept.has(chunk.index),
    tallyOf: (chunk) => (kept.has(chunk.index) ? onDisk(cannot, () => readChunk(chunk).notes.tally) : null),
    take(chunk, part) {
      if (part.rows === null) throw new Error('a chunk without rows');
      const rows = part.rows;
      onDisk(cannot, () => {
        disk.write(inFolder(chunkName(chunk)), [rows]);
        // What could not be read at the end had better be known at once.
        readChunk(chunk);
      });
    },
    finish(tally, chunks) {
      onDisk(cannot, () => {
        let runs = 0;
        const counted = chunks.filter((chunk) => (runs += chunk.runs) <= tally.runs);
        if (countRuns(counted) !== tally.runs) throw new Error('the tally does not end with a chunk');
        const files = function* (): Generator<RowFile> { for (const chunk of counted) yield readChunk(chunk); };
        const notes = { ...notesOf(JSON.stringify(head), pack(tally)), 'winset.frame': JSON.stringify(frame) };
        disk.write(inFolder('whole.parquet'), joined(disk, files(), notes, version));
        // It may have come since.
        if (!force && disk.is(file) !== null) throw new KeepError('exists', `${shown} is there already.`);
        disk.move(inFolder('whole.parquet'), file);
        clear();
      });
    },
  };
}
