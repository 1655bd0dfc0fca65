/** Shares of runs as lines: a label, a bar, the share and its interval. */
import { bar, cells, pad, widest, wrap } from './layout.ts';
import type { Page } from './layout.ts';
import { percent } from './words.ts';

export interface ShareRow { readonly label: string; readonly share: number; readonly interval: readonly [number, number] }

/** '34 to 100 %'; with a decimal where both ends would else read alike. */
function between([low, high]: ShareRow['interval']): string {
  const alike = Math.round(low * 100) === Math.round(high * 100);
  const [from, to] = [low, high].map((share) => (alike && low !== high ? (share * 100).toFixed(1) : String(Math.round(share * 100))));
  return `${from} to ${to} %`;
}

/** ' 100 %   34 to 100 %' and the blanks around the bar. */
const FIGURES = 20;
const GAPS = 3;

/** Where tables stand together, one width for all of them lets their bars be compared. */
export function labelWidth(rows: readonly ShareRow[], at: Page): number {
  return widest(rows.map((row) => row.label), Math.max(12, Math.floor(at.width * 0.45)));
}

/** Label, bar, share and interval; a label too long for its column has lines of its own above, and a narrow page has no bars. */
export function shares(rows: readonly ShareRow[], at: Page, indent = '  ', wanted = labelWidth(rows, at)): string[] {
  const intervals = rows.map((row) => between(row.interval));
  const free = at.width - cells(indent) - Math.max(FIGURES, ...intervals.map((each) => each.length + 9)) - GAPS;
  const room = free - wanted < 4 ? 0 : Math.min(30, free - wanted);
  const label = room === 0 ? Math.min(wanted, free) : wanted;
  return rows.flatMap((row, index) => {
    const lines = wrap(row.label, cells(indent) + label, indent, `${indent}  `);
    const last = lines.pop() ?? '';
    return [...lines, `${pad(last, cells(indent) + label)}  ${at.paint.accent(pad(room === 0 ? '' : bar(row.share, room), room))} ${percent(row.share).padStart(6)}   ${intervals[index]}`];
  });
}
