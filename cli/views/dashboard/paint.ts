/** Rows to strings with terminal styles, in as many colours as the terminal has; with colour off, weight alone. No colour says what the text does not. */
import type { Row, Tone } from './rows.ts';

export type Colours = 'none' | '16' | 'true';

/** SGR codes by tone. The sixteen are the user's own, whatever theme they come from. */
const SIXTEEN: Readonly<Record<Tone, string>> = { plain: '', dim: '2', strong: '1', good: '32', bad: '31', warn: '33', accent: '36', chosen: '7' };
/**
 * Where any colour can be had: each with a contrast of at least 4 to 1 on white and on black alike (WCAG's measure), which yellow and the
 * faint of many terminals do not have. Who looks from a light background must not read worse.
 */
const TRUE: Readonly<Record<Tone, string>> = { ...SIXTEEN, dim: '38;2;120;125;135', good: '38;2;46;139;79', bad: '38;2;214;69;65', warn: '38;2;166;116;0', accent: '38;2;26;132;168' };
const BARE: Readonly<Record<Tone, string>> = { plain: '', dim: '', strong: '1', good: '', bad: '1', warn: '1', accent: '1', chosen: '7' };
const CODES: Readonly<Record<Colours, Readonly<Record<Tone, string>>>> = { none: BARE, 16: SIXTEEN, true: TRUE };

/** What a terminal says that it can: `COLORTERM` is how terminals tell of more than sixteen. @param wanted whether colour is wanted at all */
export function coloursOf(env: Readonly<Record<string, string | undefined>>, wanted: boolean): Colours {
  if (!wanted) return 'none';
  return /^(?:truecolor|24bit)$/iu.test(env['COLORTERM'] ?? '') ? 'true' : '16';
}

export function paint(cells: Row, colours: Colours): string {
  const codes = CODES[colours];
  let painted = '';
  for (const { text, tone } of cells) {
    if (text === '') continue;
    painted += codes[tone] === '' ? text : `\u001b[${codes[tone]}m${text}\u001b[0m`;
  }
  return painted;
}
