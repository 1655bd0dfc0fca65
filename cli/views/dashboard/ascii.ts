/**
 * The plain-terminal twin of a picture: every sign has one of ASCII of the same width, so that nothing moves. Letters
 * lose their accents; what has no twin becomes a question mark.
 */
import { width } from './rows.ts';
import type { Row } from './rows.ts';

const TWINS: Readonly<Record<string, string>> = {
  '✓': 'y', '✗': 'n', '⛔': '! ', '●': '@', '○': 'o', '─': '-', '│': '|', '┼': '+', '├': '+', '┤': '+', '┬': '+', '┴': '+', '┊': ':',
  '▁': '_', '▂': '.', '▃': ':', '▄': '-', '▅': '=', '▆': '+', '▇': '*', '█': '#', '░': '.', '▸': '>', '◂': '<', '▲': '+', '▼': '-',
  '·': '-', '“': '"', '”': '"', '’': '\'', '‘': '\'', '–': '-', '—': '-', '…': '>', '←': '<', '→': '>', '↑': '^', '↓': 'v', '×': 'x', '±': '+', '\u00a0': ' ',
};
const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function twin(sign: string): string {
  if (/^[\u0020-\u007e]+$/.test(sign)) return sign;
  const known = TWINS[sign];
  if (known !== undefined) return known;
  const cells = width(sign);
  const bare = sign.normalize('NFD').replace(/\p{M}/gu, '');
  return /^[\u0020-\u007e]+$/.test(bare) && bare.length === cells ? bare : '?'.repeat(cells);
}

export function asciiText(text: string): string {
  return /^[\u0020-\u007e]*$/.test(text) ? text : [...segments.segment(text)].map(({ segment }) => twin(segment)).join('');
}

export function toAscii(cells: Row): Row {
  return cells.map(({ text, tone }) => ({ tone, text: asciiText(text) }));
}

/** Whether a terminal of this environment shows more than ASCII. The Linux console's font lacks the signs. */
export function showsUnicode(env: Readonly<Record<string, string | undefined>>): boolean {
  const said = [env['LC_ALL'], env['LC_CTYPE'], env['LANG']].find((value) => value !== undefined && value !== '') ?? '';
  return /utf-?8/i.test(said) && env['TERM'] !== 'linux' && env['TERM'] !== 'dumb';
}
