/** The lines around a place in a file, with a caret under it. Safe to print: hidden characters are dropped, long lines cut. */
import stringWidth from 'string-width';
import { plain } from '../record/plain.ts';
import { lineAndColumn } from './origin.ts';
import type { Origin, SourceFile } from './origin.ts';

/** Columns of text shown; a longer line is cut around the caret. */
const WIDTH = 100;
/** Characters kept before the caret when a line is cut. */
const BEFORE = 60;

export function excerpt(origin: Origin): string {
  const { line, column } = lineAndColumn(origin.file, origin.start);
  const raw = lineText(origin.file, line);
  const lineStart = origin.file.lineStarts[line - 1] ?? 0;
  const from = Math.max(0, column - 1 - BEFORE);
  const cut = from > 0 && raw.length > WIDTH ? from : 0;
  const lead = cut > 0 ? '…' : '';
  const before = lead + plain(raw.slice(cut, column - 1));
  const marked = plain(raw.slice(column - 1, Math.max(column - 1, Math.min(raw.length, origin.end - lineStart))));
  const shown = lead + plain(raw.slice(cut, cut + WIDTH)) + (raw.length > cut + WIDTH ? '…' : '');
  const room = Math.max(1, WIDTH + 1 - stringWidth(before));
  const carets = '^'.repeat(Math.max(1, Math.min(room, stringWidth(marked.trimEnd()))));
  const gutter = String(line).length;
  const rows: string[] = [];
  if (line > 1) rows.push(row(String(line - 1), gutter, shorten(plain(lineText(origin.file, line - 1)))));
  rows.push(row(String(line), gutter, shown));
  rows.push(row('', gutter, ' '.repeat(stringWidth(before)) + carets));
  return rows.join('\n');
}

function row(number: string, gutter: number, text: string): string {
  return `  ${number.padStart(gutter)} | ${text}`.trimEnd();
}

function shorten(text: string): string {
  return text.length > WIDTH ? `${text.slice(0, WIDTH)}…` : text;
}

function lineText(file: SourceFile, line: number): string {
  const start = file.lineStarts[line - 1] ?? 0;
  const end = file.lineStarts[line] ?? file.text.length + 1;
  return file.text.slice(start, end - 1).replace(/\r$/u, '');
}
