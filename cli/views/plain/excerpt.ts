/** The lines around a problem, as wide as the page: what is longer is cut around the caret. */
import { cells } from './layout.ts';

/** The signs of a text that stand from one cell to another. */
function between(text: string, from: number, to: number): string {
  let at = 0;
  let shown = '';
  for (const sign of text) {
    const size = cells(sign);
    if (at >= from && at + size <= to) shown += sign;
    at += size;
  }
  return shown;
}

/** `shift` cells fewer on the left, and no more than `room` in all; an ellipsis says where something is missing. */
function cut(text: string, shift: number, room: number): string {
  const rest = shift === 0 ? text : `…${between(text, shift + 1, Infinity)}`;
  return cells(rest) <= room ? rest : `${between(rest, 0, room - 1)}…`;
}

/** @param text as the engine gives it: the line before (where there is one), the line, and the caret under it */
export function fitted(text: string, width: number): string {
  const rows = text.split('\n');
  const carets = rows.at(-1) ?? '';
  const gutter = carets.indexOf('| ') + 2;
  const room = width - gutter;
  if (gutter < 2 || room < 20 || rows.every((row) => cells(row) <= width)) return text;
  const start = carets.indexOf('^') - gutter;
  const marked = carets.length - carets.indexOf('^');
  const shift = start + Math.min(marked, 10) < room ? 0 : start - Math.floor(room / 2);
  return rows.map((row, i) => {
    const [head, body] = [row.slice(0, gutter), row.slice(gutter)];
    if (i === rows.length - 1) return `${head}${' '.repeat(start - shift)}${'^'.repeat(Math.min(marked, room - start + shift))}`;
    return `${head}${cut(body, i === rows.length - 2 ? shift : 0, room)}`;
  }).join('\n');
}
