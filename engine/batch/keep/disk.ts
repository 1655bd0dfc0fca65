/** The few acts on files that keeping rows needs, so that a test can stand in for a disk that is full. */
import { closeSync, fstatSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, renameSync, rmdirSync, rmSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';

export interface Disk {
  /** What is there: a file, a folder, something else; null: nothing. */
  is(at: string): 'file' | 'folder' | 'other' | null;
  names(folder: string): readonly string[];
  size(file: string): number;
  read(file: string): Uint8Array;
  /** The bytes from `from` on, `length` of them. */
  slice(file: string, from: number, length: number): Uint8Array;
  makeFolder(folder: string): void;
  /** Writes a file whole or not at all: under a name of its own first, on the disk for certain, then moved to its place. */
  write(file: string, pieces: Iterable<Uint8Array>): void;
  move(from: string, to: string): void;
  remove(file: string): void;
  /** Only when it is empty. */
  removeFolder(folder: string): void;
}

/** The real disk. `mark` tells this process from others in the names of half-written files. */
export function realDisk(mark: string): Disk {
  return {
    is(at) {
      const found = statSync(at, { throwIfNoEntry: false });
      return found === undefined ? null : found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
    },
    names: (folder) => readdirSync(folder).sort(),
    size: (file) => statSync(file).size,
    read: (file) => readFileSync(file),
    slice(file, from, length) {
      const open = openSync(file, 'r');
      try {
        const bytes = new Uint8Array(Math.max(0, Math.min(length, fstatSync(open).size - from)));
        let done = 0;
        while (done < bytes.length) {
          const got = readSync(open, bytes, done, bytes.length - done, from + done);
          if (got === 0) return bytes.subarray(0, done);
          done += got;
        }
        return bytes;
      } finally {
        closeSync(open);
      }
    },
    makeFolder(folder) { mkdirSync(folder); },
    write(file, pieces) {
      const beside = `${file}.${mark}.tmp`;
      try {
        const open = openSync(beside, 'w');
        try {
          for (const piece of pieces) for (let done = 0; done < piece.length;) done += writeSync(open, piece, done);
          fsyncSync(open);
        } finally {
          closeSync(open);
        }
        renameSync(beside, file);
        settleFolder(path.dirname(file));
      } catch (error) {
        rmSync(beside, { force: true });
        throw error;
      }
    },
    move(from, to) {
      renameSync(from, to);
      settleFolder(path.dirname(to));
    },
    remove(file) { rmSync(file, { force: true }); },
    removeFolder(folder) { rmdirSync(folder); },
  };
}

/** Makes sure that a move outlasts a loss of power. Some systems cannot do that for a folder; then they do it by themselves or not at all. */
function settleFolder(folder: string): void {
  try {
    const open = openSync(folder, 'r');
    try { fsyncSync(open); } finally { closeSync(open); }
  } catch { /* not for folders here */ }
}
