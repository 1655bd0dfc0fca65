/**
 * Rows: what a picture is made of. A row is a list of spans; a finished row is exactly as wide as its pane. Everything
 * that measures, cuts or pads text on the screen is here, so that wide and combining characters are counted in one place.
 */
import stringWidth from 'string-width';

/** What a span means; `paint.ts` says how it looks. Colour never says more than the text does. */
export type Tone = 'plain' | 'dim' | 'strong' | 'good' | 'bad' | 'warn' | 'accent' | 'chosen';
export interface Span { readonly text: string; readonly tone: Tone }
export type Row = readonly Span[];

/** The sign that something was left out. */
export const MORE = '…';

const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** Latin, and the punctuation, arrows, lines and blocks that the pictures use: one cell each in every terminal. */
const NARROW = /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2190-\u2193\u2500-\u25a0\u25b2\u25b8\u25bc\u25c2\u25cb\u25cf\u2713\u2717]*$/;
const known = new Map<string, number>();

/** Cells a text takes. */
export function width(text: string): number {
  if (NARROW.test(text)) return text.length;
  const had = known.get(text);
  if (had !== undefined) return had;
  const cells = stringWidth(text);
  if (known.size > 2000) known.clear();
  known.set(text, cells);
  return cells;
}

export const span = (text: string, tone: Tone = 'plain'): Span => ({ text, tone });
export const row = (text: string, tone: Tone = 'plain'): Row => [span(text, tone)];
export const rowWidth = (cells: Row): number => cells.reduce((sum, part) => sum + width(part.text), 0);
export const rowText = (cells: Row): string => cells.map((part) => part.text).join('');

/** The longest beginning of a text that fits in so many cells. */
function head(text: string, cells: number): string {
  if (NARROW.test(text)) return text.slice(0, cells);
  let used = 0;
  let kept = '';
  for (const { segment } of segments.segment(text)) {
    used += width(segment);
    if (used > cells) break;
    kept += segment;
  }
  return kept;
}

/** A text in at most so many cells; what is cut ends with the sign for more. */
export function cut(text: string, cells: number): string {
  if (cells <= 0) return '';
  return width(text) <= cells ? text : head(text, cells - 1).trimEnd() + MORE;
}

/** A text in exactly so many cells. */
export function pad(text: string, cells: number): string {
  const kept = cut(text, cells);
  return kept + ' '.repeat(Math.max(0, cells - width(kept)));
}

export function padLeft(text: string, cells: number): string {
  const kept = cut(text, cells);
  return ' '.repeat(Math.max(0, cells - width(kept))) + kept;
}

/** A row in exactly so many cells: filled with blanks, or cut with the sign in its last cell. */
export function fit(cells: Row, wide: number): Row {
  const total = rowWidth(cells);
  if (total === wide) return cells;
  if (total < wide) return [...cells, span(' '.repeat(wide - total))];
  const fitted: Span[] = [];
  let left = wide - 1;
  for (const part of cells) {
    const text = head(part.text, left);
    left -= width(text);
    if (text === part.text) {
      fitted.push(part);
      continue;
    }
    fitted.push(span(text, part.tone));
    break;
  }
  fitted.push(span(MORE + ' '.repeat(Math.max(0, left))));
  return wide < 1 ? [] : fitted;
}

/** Left and right in one row; the left gives way, with a sign. */
export function between(left: Row, right: Row, wide: number): Row {
  const room = wide - rowWidth(right);
  if (room < 2) return fit(right, wide);
  return rowWidth(left) <= room ? [...fit(left, room), ...right] : [...fit(left, room - 1), span(' '), ...right];
}

/** A text in lines of at most so many cells, broken between words; a word that is too long is broken where it must be. */
export function wrap(text: string, cells: number): readonly string[] {
  if (cells < 1) return [];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    let rest = word;
    if (line !== '' && width(line) + 1 + width(rest) <= cells) {
      line += ` ${rest}`;
      continue;
    }
    if (line !== '') lines.push(line);
    while (width(rest) > cells) {
      const piece = head(rest, cells) || rest.slice(0, 1);
      lines.push(piece);
      rest = rest.slice(piece.length);
    }
    line = rest;
  }
  lines.push(line);
  return lines;
}

/** The lines of a text, at most `most` of them; the sign ends the last when there would be more. */
export function wrapAtMost(text: string, cells: number, most: number): readonly string[] {
  const lines = wrap(text, cells);
  if (lines.length <= most) return lines;
  const last = lines[most - 1] ?? '';
  return [...lines.slice(0, most - 1), width(last) < cells - 1 ? `${last} ${MORE}` : cut(`${last}${MORE}${MORE}`, cells)];
}

export const blank = (wide: number): Row => row(' '.repeat(Math.max(0, wide)));

/** Rows in exactly so many lines: cut or filled with blank ones. */
export function stack(rows: readonly Row[], wide: number, high: number): readonly Row[] {
  const fitted = rows.slice(0, Math.max(0, high)).map((cells) => fit(cells, wide));
  while (fitted.length < high) fitted.push(blank(wide));
  return fitted;
}
