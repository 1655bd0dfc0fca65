/**
 * Where Ink writes: a stream that takes whole frames and sends the terminal only the lines that changed, inside one
 * synchronised update (DEC mode 2026), so that nothing flickers and the scrollback is left alone. Ink's own writing
 * draws one row off or clears the scrollback when a frame fills the screen.
 */
import { EventEmitter } from 'node:events';
import { width } from './rows.ts';

const BEGIN = '\u001b[?2026h';
const END = '\u001b[?2026l';
// eslint-disable-next-line no-control-regex
const STYLE = /(\u001b\[[0-9;]*m)/;
const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * A line in which the cells after a wide or combined character are addressed by column. Terminals differ on how wide such a
 * character is; so none of them can shift what follows.
 */
export function pinned(line: string): string {
  if (/^[\u0000-\u02ff\u2010-\u2027\u2190-\u2193\u2500-\u25ff\u2713\u2717]*$/.test(line)) return line;
  let column = 1;
  let out = '';
  for (const piece of line.split(STYLE)) {
    if (STYLE.test(piece)) {
      out += piece;
      continue;
    }
    for (const { segment } of segments.segment(piece)) {
      const cells = width(segment);
      const simple = cells === 1 && segment.length === 1 && segment < '\u0300';
      // Blank its cells first: where the terminal thinks it narrower, the rest must not show what was there.
      out += simple ? segment : `${' '.repeat(cells)}\u001b[${column}G${segment}\u001b[${column + cells}G`;
      column += cells;
    }
  }
  return out;
}

export class FrameSink extends EventEmitter {
  readonly isTTY = true;
  columns: number;
  rows: number;
  readonly #send: (text: string) => void;
  #shown: readonly string[] = [];
  #coming: readonly string[] | null = null;
  #open = true;

  constructor(send: (text: string) => void, columns: number, rows: number) {
    super();
    this.#send = send;
    this.columns = columns;
    this.rows = rows;
  }

  /**
   * The lines of the frame that comes next, as they were painted. Whoever writes it may spell styles otherwise; a line is sent when its
   * painted form has changed. So the first frame, which is written before Ink is there, is not sent a second time by Ink.
   */
  expect(lines: readonly string[]): void {
    this.#coming = lines;
  }

  /** Ink calls this with the whole frame. */
  write(frame: string): boolean {
    if (!this.#open) return true;
    const written = frame.split('\n').slice(0, this.rows);
    const lines = this.#coming?.slice(0, this.rows) ?? written;
    let changed = '';
    for (let at = 0; at < Math.max(lines.length, this.#shown.length); at += 1) {
      const line = lines[at] ?? '';
      // Erase first: at the last column an erase after the text would take its last character away.
      if (line !== this.#shown[at]) changed += `\u001b[${at + 1};1H\u001b[0m\u001b[K${pinned(written[at] ?? '')}`;
    }
    this.#shown = lines;
    if (changed !== '') this.#send(`${BEGIN}${changed}\u001b[0m${END}`);
    return true;
  }

  /** The next frame is written whole, on a cleared screen. */
  forget(): void {
    this.#shown = [];
    this.#coming = null;
    if (this.#open) this.#send('\u001b[0m\u001b[2J');
  }

  /** While closed, frames are dropped. */
  set open(open: boolean) {
    this.#open = open;
  }
}
