/** Writing a file whole or not at all: beside its place first, then moved there in one step. */
import { lstatSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { plain } from '../engine/record/plain.ts';
import { Failure } from './stops.ts';

export function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

export function writeWhole(file: string, text: string | Uint8Array, cwd: string): void {
  const named = path.resolve(cwd, file);
  const there = statSync(named, { throwIfNoEntry: false });
  // Moving a file onto a device or a pipe would replace it.
  if (there !== undefined && !there.isFile()) throw new Failure(`“${plain(file)}” is not a file that can be written.`);
  const target = there === undefined ? named : realpathSync(named);
  const beside = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.part`);
  try {
    writeFileSync(beside, text, { flag: 'wx', ...(there === undefined ? {} : { mode: there.mode & 0o777 }) });
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new Failure(`The file “${plain(file)}” cannot be written: ${why(error)}.`);
  }
}

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist', EACCES: 'there is no permission', EPERM: 'there is no permission', EISDIR: 'it is a folder', ENOTDIR: 'part of its path is not a folder',
  ENOSPC: 'the disk is full', EROFS: 'the disk is read-only', EEXIST: 'a half-written one is in the way', ENAMETOOLONG: 'its name is too long',
};

/** Why the system refused, in words. */
export function why(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return WORDS[code] ?? (code === '' ? 'the system refused' : `the system says ${code}`);
}
