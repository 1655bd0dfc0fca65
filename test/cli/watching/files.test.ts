/** However a file is saved, it is seen. */
import { mkdirSync, renameSync, rmSync, symlinkSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stampsOf, untilChanged } from '../../../cli/watching/files.ts';
import { folder } from '../fake-io.ts';

let at: ReturnType<typeof folder>;
beforeEach(() => {
  at = folder();
  writeFileSync(at.file('a.yaml'), 'one');
  writeFileSync(at.file('b.yaml'), 'base');
});
afterEach(() => { at.remove(); });

const never = new AbortController().signal;

describe('a change', () => {
  it.each<readonly [string, () => void]>([
    ['written over', () => writeFileSync(at.file('a.yaml'), 'two')],
    ['another put in its place', () => { writeFileSync(at.file('c'), 'two'); renameSync(at.file('c'), at.file('a.yaml')); }],
    ['taken away and written anew', () => { unlinkSync(at.file('a.yaml')); writeFileSync(at.file('a.yaml'), 'two'); }],
    ['put aside, and a link in its place', () => { renameSync(at.file('a.yaml'), at.file('c')); symlinkSync('b.yaml', at.file('a.yaml')); }],
    ['emptied', () => writeFileSync(at.file('a.yaml'), '')],
    ['gone', () => unlinkSync(at.file('a.yaml'))],
    ['a folder in its place', () => { rmSync(at.file('a.yaml')); mkdirSync(at.file('a.yaml')); }],
    ['a new day on it', () => utimesSync(at.file('a.yaml'), 1, 1)],
    ['the other file written', () => writeFileSync(at.file('b.yaml'), 'other')],
  ])('is seen: %s', async (_way, save) => {
    const before = stampsOf([at.file('a.yaml'), at.file('b.yaml')]);
    save();
    expect(await untilChanged(before, never)).toBe(true);
  });
  it('is seen while it is waited for, and that a missing file comes', async () => {
    const before = stampsOf([at.file('late.yaml')]);
    const changed = untilChanged(before, never);
    writeFileSync(at.file('late.yaml'), 'here');
    expect(await changed).toBe(true);
  });
  it('is no longer waited for when told', async () => {
    const stop = new AbortController();
    const changed = untilChanged(stampsOf([at.file('a.yaml')]), stop.signal);
    stop.abort();
    expect(await changed).toBe(false);
    expect(await untilChanged(stampsOf([at.file('a.yaml')]), stop.signal)).toBe(false);
  });
});
