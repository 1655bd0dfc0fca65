/** `winset watch` and `check --watch` without a terminal: whole sittings at real files, in process. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { edit } from '../helpers/world.ts';
import { folder, winset } from './fake-io.ts';
import type { Said } from './fake-io.ts';

const tutorial = readFileSync('scenarios/tutorial.yaml', 'utf8');
const EDITED = edit(tutorial, ['0.56 + 0.15 * drought', '0.36 + 0.15 * drought']);

let at: ReturnType<typeof folder>;
beforeEach(() => {
  at = folder();
  writeFileSync(at.file('my.yaml'), tutorial);
});
afterEach(() => { at.remove(); });

/** As many editors save: another file is put in its place. */
function save(text: string, name = 'my.yaml'): void {
  writeFileSync(at.file('new'), text);
  renameSync(at.file('new'), at.file(name));
}

/** Does the next thing each time that `heard` says so, and interrupts after the last. */
async function sitting(line: string, next: (text: string) => boolean, things: readonly (() => void)[]): Promise<Said> {
  const stop = new AbortController();
  const left = [...things];
  return await winset(line, { cwd: at.path, stop, heard: (text) => { if (next(text)) (left.shift() ?? (() => stop.abort('interrupt')))(); } });
}
const lines = (said: Said): readonly Record<string, unknown>[] => said.out.trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);

describe('winset watch', () => {
  it('says a line of JSON for every save: edits and differences, or problems', async () => {
    const said = await sitting('watch my.yaml -n 60 --json', () => true, [
      () => save(EDITED),
      () => save(edit(EDITED, ['standing: none', 'standing: nothing'])),
      () => rmSync(at.file('my.yaml')),
      () => mkdirSync(at.file('my.yaml')),
      () => { rmSync(at.file('my.yaml'), { recursive: true }); save(tutorial); },
    ]);
    expect({ code: said.code, err: said.err }).toEqual({ code: 130, err: '' });
    const [start, edited, broken, gone, other, back] = lines(said);
    expect(start).toMatchObject({ winset: 1, save: 0, file: 'my.yaml', problems: [], scenario: 'tutorial', seed: '1', runs: 60, edits: [], differences: [], crossings: [] });
    expect(edited).toMatchObject({ save: 1, runs: 60, same: false, edits: [{ path: 'parties.upper.walk-away.value', plays: true, words: expect.stringContaining('The upper village, walk-away value: 0.56') as string }] });
    const compared = JSON.parse((await winset(['compare', 'tutorial', at.file('edited.yaml'), '-n', '60', '--json'], { cwd: (writeFileSync(at.file('edited.yaml'), EDITED), at.path) })).out) as Record<string, unknown>;
    for (const key of ['differences', 'crossings', 'beyondLuck', 'alike', 'edits']) expect(edited?.[key]).toEqual(compared[key]);
    expect(broken).toMatchObject({ save: 2, problems: [{ code: 'unknown-option', file: 'my.yaml', hint: expect.any(String) as string }] });
    expect(gone).toMatchObject({ save: 3, problems: [{ code: 'file-missing', file: 'my.yaml' }] });
    expect(other).toMatchObject({ save: 4, problems: [{ code: 'file-not-a-file' }] });
    // Held against the last that could be played.
    expect(back).toMatchObject({ save: 5, same: false, edits: [{ path: 'parties.upper.walk-away.value' }] });
  });

  it('says pages in ASCII signs where that is asked for', async () => {
    const ends = (text: string): boolean => /How 60 runs end|is more than luck|cannot be played/u.test(text);
    const [plainly, ascii] = [await sitting('watch my.yaml -n 60', ends, [() => save(EDITED)]), (save(tutorial), await sitting('watch my.yaml -n 60 --ascii', ends, [() => save(EDITED)]))];
    expect(plainly.out).toMatch(/[^\u0000-\u007e]/u);
    expect(ascii.out).toContain('"They sign" is more frequent now');
    expect(ascii.out).not.toMatch(/[^\u0000-\u007e]/u);
  });

  it('says a page for every save', async () => {
    const said = await sitting('watch my.yaml -n 60', (text) => /How 60 runs end|is more than luck|cannot be played/u.test(text), [() => save(EDITED), () => save(`${EDITED}\n\tx: 1\n`)]);
    expect(said.code).toBe(130);
    for (const part of [
      'Two villages and a river, watched at every save', 'They sign', 'Save 1\n', 'What was edited', '- The upper village, walk-away value: 0.56',
      'How 60 runs ended before and now, with the same luck', 'before      now  points', '“They sign” is more frequent now', 'Save 2: it cannot be played', 'A tab indents this line.',
    ]) expect(said.out).toContain(part);
  });

  it('sees what is saved in a file that it extends, and a base that comes back', async () => {
    writeFileSync(at.file('over.yaml'), 'winset: 1\nextends: my.yaml\nid: over\ntitle: Over\n');
    const said = await sitting('watch over.yaml -n 30 --json', () => true, [() => save(EDITED), () => rmSync(at.file('my.yaml')), () => save(tutorial)]);
    expect(lines(said).map(({ save: nth, problems, edits }) => [nth, (problems as { code: string }[]).map(({ code }) => code), (edits as { path: string }[] | undefined)?.map(({ path }) => path)])).toEqual([
      [0, [], []], [1, [], ['parties.upper.walk-away.value']], [2, ['extends-missing'], undefined], [3, [], ['parties.upper.walk-away.value']],
    ]);
  });

  it('survives an edit that takes away the lever of --set', async () => {
    const said = await sitting('watch my.yaml -n 30 --json --set drought=0.7', () => true, [() => save(tutorial.replaceAll('drought', 'dryness'))]);
    expect(lines(said)).toMatchObject([{ levers: { drought: 0.7 } }, { save: 1, problems: [], says: expect.stringContaining('no lever “drought”') as string }]);
  });

  it.each([
    ['watch', 2, 'Name a scenario'], ['watch nowhere.yaml', 2, 'There is no file'], ['watch my.yaml -n 0', 2, '--runs takes'], ['watch my.yaml --from spring', 2, '--from takes a day'], ['watch my.yaml --as upper', 2, 'It does not take --as'],
  ])('winset %s', async (line, code, says) => {
    const said = await winset(line, { cwd: at.path });
    expect(said).toMatchObject({ code, out: '' });
    expect(said.err).toContain(says);
  });
});

describe('winset check --watch', () => {
  it('checks again at every save, also of a file that is gone', async () => {
    const said = await sitting('check my.yaml --watch --json', () => true, [() => save(edit(tutorial, ['standing: none', 'standing: nothing'])), () => rmSync(at.file('my.yaml')), () => save(tutorial)]);
    expect(said.code).toBe(130);
    expect(lines(said)).toMatchObject([
      { winset: 1, files: [{ file: 'my.yaml', ok: true }] }, { files: [{ ok: false, problems: [{ code: 'unknown-option' }] }] }, { files: [{ ok: false, problems: [{ code: 'file-missing' }] }] }, { files: [{ ok: true, problems: [] }] },
    ]);
  });
  it('clears a person’s screen, and never a pipe', async () => {
    const stop = new AbortController();
    const said = await winset('check my.yaml --watch', { cwd: at.path, stop, isTTY: true, columns: 80, env: { NO_COLOR: '1' }, heard: () => stop.abort('interrupt') });
    expect(said.out).toBe('\u001b[H\u001b[2Jok  my.yaml: Two villages and a river\nLooking on; Ctrl+C ends.\n');
    expect((await sitting('check my.yaml --watch', () => true, [])).out).toBe('ok  my.yaml: Two villages and a river\n');
  });
});
