/** `winset watch` in a pseudo-terminal: edit, see, break, mend, leave. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { edit } from '../../helpers/world.ts';
import { expectRestored, sittings, type Sitting } from '../sitting.ts';

const tutorial = readFileSync('scenarios/tutorial.yaml', 'utf8');
const room = sittings();
beforeEach(() => { writeFileSync(room.file('my.yaml'), tutorial); });
const begin = (columns: number, rows: number, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Sitting => room.begin(['watch', 'my.yaml', '-n', '300', ...args], { columns, rows, env });

describe('winset watch in a terminal', () => {
  it('shows each save beside the one before, and the problems of one that cannot be played', async () => {
    const desk = begin(80, 24);
    await desk.until('How 300 runs end');
    expect(desk.alternate).toBe(true);
    writeFileSync(room.file('new'), edit(tutorial, ['0.56 + 0.15 * drought', '0.36 + 0.15 * drought']));
    renameSync(room.file('new'), room.file('my.yaml'));
    await desk.until('How 300 runs ended before and now');
    await desk.until('The upper village, walk-away value: 0.56');
    writeFileSync(room.file('my.yaml'), edit(tutorial, ['standing: none', 'standing: nothing']));
    await desk.until('standing: nothing');
    await desk.until('▸  2  cannot be played');
    desk.type('\u001b[A');
    await desk.until('Save 1, against the save before');
    desk.resize(140, 40);
    await desk.until('300 runs');
    writeFileSync(room.file('my.yaml'), tutorial);
    await desk.until('Save 3, against the save before');
    desk.type('s');
    await desk.until('they differ by exactly nothing');
    desk.type('\u0003');
    expect(await desk.gone()).toBe(130);
    expectRestored(desk);
  });

  it('begins with a file that has problems, in ASCII and without colour, and is left with q or a signal', async () => {
    writeFileSync(room.file('my.yaml'), 'id: [a\n');
    const desk = begin(80, 24, ['--no-color'], { LANG: 'C' });
    await desk.until('Save 0: it cannot be played');
    writeFileSync(room.file('my.yaml'), tutorial);
    await desk.until('How 300 runs end');
    // eslint-disable-next-line no-control-regex
    expect(desk.raw).not.toMatch(/[^\u0000-\u007e]|\u001b\[3[0-9]m/u);
    desk.type('q');
    expect(await desk.gone()).toBe(0);
    expectRestored(desk);
    // An editor without hands: what it saves is seen when it is left.
    writeFileSync(room.file('next'), edit(tutorial, ['0.56 + 0.15 * drought', '0.36 + 0.15 * drought']));
    const other = begin(80, 24, [], { EDITOR: `cp ${room.file('next')}` });
    await other.until('How 300 runs end');
    other.type('e');
    await other.until('Save 1, against the save before');
    expect(other.alternate).toBe(true);
    other.kill('SIGTERM');
    expect(await other.gone()).toBe(143);
    expectRestored(other);
  });

  it('opens one editor for two keys that come at once', async () => {
    writeFileSync(room.file('counting'), `#!/bin/sh\necho once >> '${room.file('count')}'\nsleep 0.2\n`, { mode: 0o755 });
    const desk = begin(80, 24, [], { EDITOR: `'${room.file('counting')}'` });
    await desk.until('How 300 runs end');
    desk.type('ee');
    await desk.until(() => existsSync(room.file('count')) && desk.alternate, 'the screen after the editor');
    desk.type('q');
    expect(await desk.gone()).toBe(0);
    expect(readFileSync(room.file('count'), 'utf8')).toBe('once\n');
    expectRestored(desk);
  });
});
