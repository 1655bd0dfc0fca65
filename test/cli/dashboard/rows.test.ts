import { describe, expect, it } from 'vitest';
import { showsUnicode, toAscii } from '../../../cli/views/dashboard/ascii.ts';
import { coloursOf, paint } from '../../../cli/views/dashboard/paint.ts';
import { between, cut, fit, pad, row, rowText, rowWidth, span, width, wrap, wrapAtMost } from '../../../cli/views/dashboard/rows.ts';

describe('cells', () => {
  it('counts wide, combined and hidden characters as terminals do', () => {
    expect(width('⛔')).toBe(2);
    expect(width('和平')).toBe(4);
    expect(width('e\u0301')).toBe(1);
    expect(width('●──○ ✓ …')).toBe(8);
  });
  it('never cuts without a sign', () => {
    expect(cut('Sanctions', 9)).toBe('Sanctions');
    expect(cut('Sanctions', 8)).toBe('Sanctio…');
    expect(cut('和平協定', 6)).toBe('和平…');
    expect(width(cut('和平協定', 6))).toBeLessThanOrEqual(6);
  });
  it('fills to the cell', () => {
    expect(pad('和平', 6)).toBe('和平  ');
    for (const wide of [0, 1, 2, 3, 7, 20]) expect(rowWidth(fit([span('ab⛔'), span('和平')], wide))).toBe(wide);
  });
  it('keeps the right side whole when the left must give way', () => {
    expect(rowText(between(row('A long title'), row('held'), 12))).toBe('A long… held');
  });
  it('breaks lines between words, and words only where they must be', () => {
    expect(wrap('the line that holds', 8)).toEqual(['the line', 'that', 'holds']);
    expect(wrap('unconditionally', 6)).toEqual(['uncond', 'itiona', 'lly']);
    expect(wrapAtMost('one two three four', 7, 2)).toEqual(['one two', 'three …']);
    expect(wrapAtMost('one two three four', 5, 2)[1]).toMatch(/…$/);
  });
});

describe('plain terminals', () => {
  it('have a twin of the same width for every sign', () => {
    const before = row('✓ ~ ✗ ⛔ ●──○ │ ▁█ ▲3 “é” 和 … Ж');
    const after = toAscii(before);
    expect(rowText(after)).toBe('y ~ n !  @--o | _# +3 "e" ?? > ?');
    expect(rowWidth(after)).toBe(rowWidth(before));
  });
  it('are told by the locale and the kind of terminal', () => {
    expect(showsUnicode({ LANG: 'C.UTF-8', TERM: 'xterm' })).toBe(true);
    expect(showsUnicode({ LANG: 'de_DE.UTF-8', LC_ALL: 'C', TERM: 'xterm' })).toBe(false);
    expect(showsUnicode({ LANG: 'C.UTF-8', TERM: 'linux' })).toBe(false);
    expect(showsUnicode({})).toBe(false);
  });
  it('get no colour when none is wanted', () => {
    expect(paint([span('a', 'bad'), span('b', 'good'), span('c')], '16')).toBe('\u001b[31ma\u001b[0m\u001b[32mb\u001b[0mc');
    expect(paint([span('a', 'good'), span('b', 'dim'), span('c')], 'none')).toBe('abc');
    expect(paint([span('a', 'bad'), span('b', 'strong')], 'true')).toBe('\u001b[38;2;214;69;65ma\u001b[0m\u001b[1mb\u001b[0m');
  });
  it('takes as many colours as the terminal says it has', () => {
    expect(coloursOf({}, true)).toBe('16');
    expect(coloursOf({ COLORTERM: 'truecolor' }, true)).toBe('true');
    expect(coloursOf({ COLORTERM: '24bit' }, true)).toBe('true');
    expect(coloursOf({ COLORTERM: 'yes' }, true)).toBe('16');
    expect(coloursOf({ COLORTERM: 'truecolor' }, false)).toBe('none');
  });
  it('has a contrast of at least 4 to 1 on white and on black, where any colour can be had', () => {
    const light = (channel: number): number => (channel / 255 <= 0.03928 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4);
    for (const tone of ['dim', 'good', 'bad', 'warn', 'accent'] as const) {
      const [red = 0, green = 0, blue = 0] = /38;2;(\d+);(\d+);(\d+)m/.exec(paint([span('x', tone)], 'true'))?.slice(1).map(Number) ?? [];
      const luminance = 0.2126 * light(red) + 0.7152 * light(green) + 0.0722 * light(blue);
      expect(1.05 / (luminance + 0.05), tone).toBeGreaterThan(4);
      expect((luminance + 0.05) / 0.05, tone).toBeGreaterThan(4);
    }
  });
});
