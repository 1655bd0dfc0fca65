/** Keys for branches, and the palette that finds every command. */
import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../../cli/views/dashboard/keys.ts';
import { entries } from '../../../cli/views/dashboard/palette.ts';
import { reduce } from '../../../cli/views/dashboard/reducer.ts';
import type { Next } from '../../../cli/views/dashboard/reducer.ts';
import { FIRST } from '../../../cli/views/dashboard/ui.ts';
import type { Facts, Ui } from '../../../cli/views/dashboard/ui.ts';
import { TRUNK } from './fixture.ts';
import { FACTS, OTHER, press } from './pressing.ts';

describe('branches', () => {
  const two: Partial<Facts> = { branches: [TRUNK, OTHER] };
  it('begins one here under a name, goes from one to another, renames and removes', () => {
    expect(press(['b', 'n']).ui.mode).toEqual({ kind: 'name', for: { what: 'branch' }, text: 'from round 3' });
    expect(press(['b', 'n', 'enter']).todo).toEqual({ kind: 'branch', name: 'from round 3' });
    expect(press(['b', 'n'], FIRST, { branches: [{ ...TRUNK, name: 'from round 3' }] }).ui.mode).toMatchObject({ text: 'from round 3, 2' });
    expect(press(['b', 'j', 'enter'], FIRST, two).todo).toEqual({ kind: 'go', branch: 2 });
    expect(press(['b', 'enter'], FIRST, two)).toMatchObject({ todo: null, ui: { mode: { kind: 'look' } } });
    expect(press(['b', 'j', 'r', 'ctrl-u', 'x', 'enter'], FIRST, two).todo).toEqual({ kind: 'rename', branch: 2, name: 'x' });
    expect(press(['b', 'j', 'x', 'n'], FIRST, two)).toMatchObject({ todo: null, ui: { mode: { kind: 'branches', chosen: 1 } } });
    expect(press(['b', 'j', 'x', 'y'], FIRST, two).todo).toEqual({ kind: 'remove', branch: 2 });
    expect(press(['b', 'x'])).toMatchObject({ todo: null, ui: { said: expect.stringContaining('only branch') } });
  });
  it('holds two side by side, and steps both', () => {
    expect(press(['B'], FIRST, two).todo).toEqual({ kind: 'beside', other: 2 });
    expect(press(['b', 'j', 'c'], FIRST, two).todo).toEqual({ kind: 'beside', other: 2 });
    expect(press(['b', 'c'], FIRST, two).todo).toEqual({ kind: 'beside', other: 2 });
    expect(press(['B']).ui.said).toContain('only one branch');
    const beside: Ui = { ...FIRST, mode: { kind: 'beside', other: 2, from: 0 } };
    expect(press(['r'], beside, two).todo).toEqual({ kind: 'both', step: 'round', other: 2 });
    expect(press(['h'], beside, two).todo).toEqual({ kind: 'both', step: 'back', other: 2 });
    expect(press(['j', 'j', 'k'], beside, two).ui.mode).toMatchObject({ from: 1 });
    expect(press(['tab'], beside, two).todo).toEqual({ kind: 'go', branch: 2 });
    expect(press(['escape'], beside, two).ui.mode).toEqual({ kind: 'look' });
  });
  it('shows no two side by side from a seat', () => {
    for (const keys of [['B'], ['b', 'j', 'c']]) expect(press(keys, FIRST, { ...two, people: ['ukraine'] })).toMatchObject({ todo: null, ui: { said: expect.stringContaining('From a seat') } });
  });
});

describe('the palette', () => {
  const typed = (text: string, facts: Partial<Facts> = {}): Next => press([':', ...text.split('').map((sign) => (sign === ' ' ? 'space' : sign))].map((name) => name), FIRST, facts);
  const says = (text: string, facts: Partial<Facts> = {}): readonly string[] => entries(text, { ...FACTS, ...facts }, []).map((entry) => entry.says);
  it('finds every command by its name and by a word of what it does', () => {
    for (const { action, says: does } of rowsOf('look')) {
      if (['palette', 'up', 'down', 'page-up', 'page-down', 'party-left', 'party-right', 'next-pane', 'previous-pane'].includes(action)) continue;
      expect(says(action.replaceAll('-', ' '))).toContain(does);
      expect(says(does.slice(0, 30))).toContain(does);
    }
    expect(says('')).toHaveLength(rowsOf('look').length - 9);
    expect(says('xyzzy')).toEqual([]);
  });
  it('does what its key does', () => {
    expect(typed('save').ui.mode).toMatchObject({ kind: 'palette', text: 'save' });
    expect(reduce(typed('save').ui, { name: 'enter', text: '' }, FACTS).ui.mode).toMatchObject({ kind: 'name', for: { what: 'file' } });
    expect(reduce(typed('end of the run').ui, { name: 'enter', text: '' }, FACTS).todo).toEqual({ kind: 'end' });
    expect(press([':', 'x', 'y', 'z', 'enter']).ui).toMatchObject({ mode: { kind: 'palette' }, said: expect.stringContaining('no such command') });
    expect(press([':', 'escape']).ui.mode).toEqual({ kind: 'look' });
    expect(press([':', 'backspace']).ui.mode).toEqual({ kind: 'look' });
  });
  it('goes to a round, a branch, a seat', () => {
    expect(press([':', '1', '2', 'enter']).todo).toEqual({ kind: 'go-to', round: 12 });
    expect(says('27')).toEqual([]);
    expect(says('seat russia')).toEqual(['Take the seat of Russia']);
    expect(press([':', ...'europe'.split(''), 'enter']).todo).toEqual({ kind: 'sit', party: 'europe' });
    expect(says('accepts', { branches: [TRUNK, OTHER] })).toContain('Go to the branch “Russia accepts”');
    expect(says('seat', { people: ['ukraine'] }).some((one) => one.includes('Russia'))).toBe(false);
    expect(says('assumption', { people: ['ukraine'] })).toEqual([]);
  });
});
