/** `winset watch` in a pseudo-terminal: edit, see, break, mend, leave. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { edit } from '../../helpers/world.ts';
import { folder } from '../fake-io.ts';
import { Sitting } from '../sitting.ts';

const tutorial = readFileSync('scenarios/tutorial.yaml', 'utf8');
let at: ReturnType<typeof folder>;
let sitting: Sitting | null = null;
beforeEach(() => {
  at = folder();
  writeFileSync(at.file('my.yaml'), tutorial);
});
afterEach(() => {
  if (sitting?.code === null) sitting.kill('SIGKILL');
  sitting = null;
  at.remove();
});
const begin = (columns: number, rows: number, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Sitting => {
  sitting = new Sitting(['watch', 'my.yaml', '-n', '300', ...args], { columns, rows, cwd: at.path, env });
  return sitting;
};

describe('winset watch in a terminal', () => {
  it('shows each save beside the one before, and the problems of one that cannot be played', async () => {
    const desk = begin(80, 24);
    await desk.until('How 300 runs end');
    expect(desk.alternate).toBe(true);
    writeFileSync(at.file('new'), edit(tutorial, ['0.56 + 0.15 * drought', '0.36 + 0.15 * drought']));
    renameSync(at.file('new'), at.file('my.yaml'));
    await desk.until('How 300 runs ended before and now');
    await desk.until('The upper village, walk-away value: 0.56');
    writeFileSync(at.file('my.yaml'), edit(tutorial, ['standing: none', 'standing: nothing']));
    await desk.until('standing: nothing');
    await desk.until('▸  2  cannot be played');
    desk.type('\u001b[A');
    await desk.until('Save 1, against the save before');
    desk.resize(140, 40);
    await desk.until('300 runs');
    writeFileSync(at.file('my.yaml'), tutorial);
    await desk.until('Save 3, against the save before');
    desk.type('s');
    await desk.until('they differ by exactly nothing');
    desk.type('\u0003');
    expect(await desk.gone()).toBe(130);
    expect(desk.restored).toBe(true);
  });

  it('begins with a file that has problems, in ASCII and without colour, and is left with q or a signal', async () => {
    writeFileSync(at.file('my.yaml'), 'id: [a\n');
    const desk = begin(80, 24, ['--no-color'], { LANG: 'C' });
    await desk.until('Save 0: it cannot be played');
    writeFileSync(at.file('my.yaml'), tutorial);
    await desk.until('How 300 runs end');
    // eslint-disable-next-line no-control-regex
    expect(desk.raw).not.toMatch(/[^\u0000-\u007e]|\u001b\[3[0-9]m/u);
    desk.type('q');
    expect(await desk.gone()).toBe(0);
    expect(desk.restored).toBe(true);
    // An editor without hands: what it saves is seen when it is left.
    writeFileSync(at.file('next'), edit(tutorial, ['0.56 + 0.15 * drought', '0.36 + 0.15 * drought']));
    const other = begin(80, 24, [], { EDITOR: `cp ${at.file('next')}` });
    await other.until('How 300 runs end');
    other.type('e');
    await other.until('Save 1, against the save before');
    expect(other.alternate).toBe(true);
    other.kill('SIGTERM');
    expect(await other.gone()).toBe(143);
    expect(other.restored).toBe(true);
  });
});
