/** Text laid out for a width: wrapping, columns, bars, rules. Knows nothing of scenarios. */
import stringWidth from 'string-width';
import type { Paint } from './paint.ts';

/** What every view is told of the page: how wide it is and how (or whether) to colour it. */
export interface Page {
  readonly width: number;
  readonly paint: Paint;
}

export function cells(text: string): number {
  return stringWidth(text);
}

/** Filled up with blanks to `to` cells; never cut. */
export function pad(text: string, to: number): string {
  return text + ' '.repeat(Math.max(0, to - cells(text)));
}

/** A word wider than a line, in pieces that fit. */
function pieces(word: string, room: number): readonly string[] {
  const out: string[] = [];
  let now = '';
  for (const sign of word) {
    if (now !== '' && cells(now + sign) > room) {
      out.push(now);
      now = '';
    }
    now += sign;
  }
  return [...out, now];
}

/** Lines of at most `width` cells: the first after `first`, the others after `rest`. */
export function wrap(text: string, width: number, first = '', rest = first): string[] {
  const lines: string[] = [];
  let line = '';
  const indent = (): string => (lines.length === 0 ? first : rest);
  const room = (): number => Math.max(8, width - cells(indent()));
  // A number stays on one line with its per cent sign.
  for (const word of text.replaceAll(/(\d) %/gu, '$1\u00a0%').split(/ +/u).filter((part) => part !== '')) {
    for (const piece of cells(word) > room() ? pieces(word, room()) : [word]) {
      if (line !== '' && cells(line) + 1 + cells(piece) > room()) {
        lines.push(indent() + line);
        line = piece;
      } else line = line === '' ? piece : `${line} ${piece}`;
    }
  }
  if (line !== '' || lines.length === 0) lines.push((indent() + line).trimEnd());
  return lines.map((one) => one.replaceAll('\u00a0%', ' %'));
}

/** Two columns: a label of at most `label` cells and a text that wraps beside it. */
export function beside(label: string, text: string, width: number, most = 20, indent = '  '): string[] {
  const room = Math.min(most, Math.floor(width / 2));
  if (cells(label) > room) return [...wrap(label, width, indent), ...wrap(text, width, indent + ' '.repeat(room + 2))];
  return wrap(text, width, `${indent}${pad(label, room)}  `, indent + ' '.repeat(room + 2));
}

/** The width that fits all labels, but no more than `most`. */
export function widest(labels: readonly string[], most: number): number {
  return Math.min(most, Math.max(0, ...labels.map(cells)));
}

/** A share of 0..1 as a bar of at most `room` cells; something is always drawn for something. */
export function bar(share: number, room: number): string {
  if (share <= 0) return '';
  return '█'.repeat(Math.max(1, Math.round(Math.min(1, share) * room)));
}

export function rule(width: number): string {
  return '─'.repeat(width);
}

/** A line of its own in bold, or several where it is narrow. */
export function title(text: string, page: Page): string[] {
  return wrap(text, page.width).map(page.paint.bold);
}

export function heading(text: string, page: Page): string[] {
  return ['', ...title(text, page)];
}

export function page(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
