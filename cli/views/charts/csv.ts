/** A table as CSV (RFC 4180), safe to open in a spreadsheet. */
import { plain } from '../../../engine/record/plain.ts';
import type { Cell, Table } from './chart.ts';

/**
 * Text that a spreadsheet would take for a formula is marked as text by an apostrophe, as OWASP advises: what begins with = + - @, a tab or a break. Full-width
 * forms count too. Numbers of ours are numbers and stay as they are.
 */
const FORMULA = /^[\s'"]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]|^[\t\r\n]/u;

function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  // What a terminal would obey is dropped; a break becomes a blank.
  const safe = FORMULA.test(cell) ? `'${plain(cell)}` : plain(cell);
  return /[",;]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csv({ columns, rows }: Table): string {
  return `${[columns, ...rows].map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
}
