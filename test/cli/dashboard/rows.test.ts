import { describe, expect, it } from 'vitest';
import { showsUnicode, toAscii } from '../../../cli/views/dashboard/ascii.ts';
import { paint } from '../../../cli/views/dashboard/paint.ts';
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
    expect(paint([span('a', 'bad'), span('b', 'good'), span('c')], true)).toBe('\u001b[31ma\u001b[0m\u001b[32mb\u001b[0mc');
    expect(paint([span('a', 'good'), span('b', 'dim'), span('c')], false)).toBe('abc');
  });
});
