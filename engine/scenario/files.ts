/** Bytes from the disk to text, with every way in which that can go wrong told apart. */
import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { sourceFile } from './origin.ts';
import type { SourceFile } from './origin.ts';
import type { Report } from './report.ts';

/** A scenario by hand has some ten kilobytes. */
export const LARGEST_FILE = 1_000_000;

/** What is looked for in a file, in the words of problems. */
export interface Sought {
  readonly what: string;
  readonly ending: string;
  /** What one may ask oneself where the file is too large. */
  readonly doubt: string;
}
const SCENARIO: Sought = { what: 'a scenario', ending: '.yaml', doubt: 'a scenario is a file by hand: is it the right one?' };
/** Another thing than a scenario. */
export const sought = (what: string, ending: string): Sought => ({ what, ending, doubt: 'is it the right file?' });

/** Reads a file under the name a person knows it by; undefined with a problem in the report. */
export function readSource(path: string, name: string, report: Report, kind = SCENARIO): SourceFile | undefined {
  if (path.includes('\0')) {
    report.file('file-missing', name, 'There is no such file.', 'look at its name and its folder');
    return undefined;
  }
  let handle: number;
  try {
    // Looked at before it is opened: opening a pipe would wait for ever.
    if (!isReadable(statSync(path), name, report, kind)) return undefined;
    handle = openSync(path, 'r');
  } catch (error) {
    reportOpen(error, name, report, kind);
    return undefined;
  }
  try {
    const stat = fstatSync(handle);
    if (!isReadable(stat, name, report, kind)) return undefined;
    // One byte more than it had: a file that grows meanwhile is not read without end.
    const buffer = Buffer.alloc(stat.size + 1);
    let length = 0;
    for (let got = -1; got !== 0 && length < buffer.length; length += got) got = readSync(handle, buffer, length, buffer.length - length, null);
    return decode(buffer.subarray(0, length), name, report, kind);
  } finally {
    closeSync(handle);
  }
}

function isReadable(stat: Stats, name: string, report: Report, kind: Sought): boolean {
  if (!stat.isFile()) {
    report.file('file-not-a-file', name, stat.isDirectory() ? folderThere(kind) : 'This is not a file.', `name a file that ends in ${kind.ending}`);
    return false;
  }
  if (stat.size <= LARGEST_FILE) return true;
  tooLarge(stat.size, name, report, kind);
  return false;
}

function tooLarge(bytes: number, name: string, report: Report, { what, doubt }: Sought): void {
  report.file('file-too-large', name, `There are ${bytes} bytes here; ${what} may have ${LARGEST_FILE}.`, doubt);
}

const folderThere = ({ what }: Sought): string => `This is a folder, not ${what}.`;

/** Checks a text given by the caller in the same way. */
export function textSource(text: string, name: string, report: Report): SourceFile | undefined {
  if (Buffer.byteLength(text) > LARGEST_FILE) {
    tooLarge(Buffer.byteLength(text), name, report, SCENARIO);
    return undefined;
  }
  return checked(text, name, report, SCENARIO);
}

function decode(bytes: Uint8Array, name: string, report: Report, kind: Sought): SourceFile | undefined {
  if (bytes.includes(0)) {
    report.file('file-binary', name, 'The file holds binary data, not text.', `${kind.what} is plain text in UTF-8`);
    return undefined;
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // TextDecoder throws for one reason only: the bytes are not UTF-8.
    report.file('file-not-utf8', name, 'The file is not UTF-8 text.', 'save it as UTF-8 in your editor');
    return undefined;
  }
  return checked(text, name, report, kind);
}

function checked(text: string, name: string, report: Report, { what }: Sought): SourceFile | undefined {
  // A byte-order mark is no part of the text.
  const file = sourceFile(name, text.replace(/^\ufeff/u, ''));
  // eslint-disable-next-line no-control-regex
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u.exec(file.text);
  if (control !== null) {
    report.at('file-binary', { file, start: control.index, end: control.index + 1 }, '', 'The file holds control characters, so it is not plain text.', `${what} is plain text in UTF-8`);
    return undefined;
  }
  return file;
}

function reportOpen(error: unknown, name: string, report: Report, kind: Sought): void {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') report.file('file-missing', name, 'There is no such file.', 'look at its name and its folder');
  else if (code === 'EISDIR') report.file('file-not-a-file', name, folderThere(kind), `name a file that ends in ${kind.ending}`);
  else if (code === 'EACCES' || code === 'EPERM' || code === 'ELOOP' || code === 'EIO') report.file('file-unreadable', name, 'The file cannot be opened.', 'look at its permissions');
  else throw error;
}
