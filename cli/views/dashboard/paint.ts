/** Rows to strings with terminal styles. The 16 colours every terminal has; with colour off, weight alone. */
import type { Row, Tone } from './rows.ts';

/** SGR codes by tone: with colour, and without it. */
const COLOURED: Readonly<Record<Tone, string>> = { plain: '', dim: '2', strong: '1', good: '32', bad: '31', warn: '33', accent: '36', chosen: '7' };
const BARE: Readonly<Record<Tone, string>> = { plain: '', dim: '', strong: '1', good: '', bad: '1', warn: '1', accent: '1', chosen: '7' };

export function paint(cells: Row, colour: boolean): string {
  const codes = colour ? COLOURED : BARE;
  let painted = '';
  for (const { text, tone } of cells) {
    if (text === '') continue;
    painted += codes[tone] === '' ? text : `\u001b[${codes[tone]}m${text}\u001b[0m`;
  }
  return painted;
}
