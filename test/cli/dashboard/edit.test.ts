/** `e` in `winset step`: the file is edited in somebody's editor, and the sitting goes on under it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { editorOf } from '../../../cli/editor.ts';
import { edit } from '../../helpers/world.ts';
import { expectRestored, sittings, type Sitting } from '../sitting.ts';

const tutorial = readFileSync('scenarios/tutorial.yaml', 'utf8');
const at = sittings();
beforeEach(() => {
  writeFileSync(at.file('my.yaml'), tutorial);
  // An editor without hands: it writes what stands in the file `next`.
  writeFileSync(at.file('my editor'), '#!/bin/sh\necho "in the editor"\ncat "$1" > "$2"\n', { mode: 0o755 });
});
const begin = (args: readonly string[], env: Readonly<Record<string, string>>): Sitting => at.begin(['step', ...args, '--seed', '7'], { columns: 100, rows: 30, env });

describe('e in winset step', () => {
  it('goes on in the same round under the edited file, and under the old one while that has problems', async () => {
    const desk = begin(['my.yaml'], { EDITOR: `"${at.file('my editor')}" '${at.file('next')}'` });
    await desk.until('plays a phase');
    desk.type('rrr');
    await desk.until('round 3 of 12');
    writeFileSync(at.file('next'), edit(tutorial, ['standing: none', 'standing: nothing']));
    desk.type('e');
    await desk.until('has 1 problem, so the old one stays');
    await desk.until('my.yaml:');
    expect(desk.raw).toContain('in the editor');
    expect(desk.alternate).toBe(true);
    writeFileSync(at.file('next'), edit(tutorial, ['0.56 + 0.15 * drought', '0.36 + 0.15 * drought']));
    desk.type('e');
    await desk.until('Edited: The upper village, walk-away value: 0.56');
    expect(desk.text).toContain('round 3 of 12');
    // What the file says now is what is shown beside the run from here on.
    desk.type('e');
    await desk.until('Nothing that the scenario says has changed.');
    desk.type('r');
    await desk.until('round 4 of 12');
    desk.type('q');
    expect(await desk.gone()).toBe(0);
    expectRestored(desk);
  });

  it('says what is missing: an editor, one that there is, a file of one’s own', async () => {
    const none = begin(['my.yaml'], {});
    await none.until('plays a phase');
    none.type('e');
    await none.until('No editor is named.');
    none.type('q');
    await none.gone();
    const wrong = begin(['my.yaml'], { EDITOR: 'no-such-editor -w' });
    await wrong.until('plays a phase');
    wrong.type('e');
    await wrong.until('The editor “no-such-editor” cannot be started: there is no such program.');
    wrong.type('q');
    expect(await wrong.gone()).toBe(0);
    const shipped = begin(['tutorial'], { EDITOR: 'true' });
    await shipped.until('plays a phase');
    shipped.type('e');
    await shipped.until('This scenario comes with Winset');
    shipped.type('\u0003');
    expect(await shipped.gone()).toBe(130);
    expectRestored(shipped);
  });
});

describe('edit in the plain mode', () => {
  it.each([['--plain', {}], ['a terminal that knows lines only', { TERM: 'dumb' }]])('goes on under the edited file, and hears nothing that is typed in the editor: %s', async (option, env) => {
    writeFileSync(at.file('my editor'), '#!/bin/sh\necho "in the editor"\nread typed\necho "the editor heard $typed"\ncat "$1" > "$2"\n', { mode: 0o755 });
    const desk = begin(['my.yaml', ...(option.startsWith('--') ? [option] : [])], { ...env, EDITOR: `"${at.file('my editor')}" '${at.file('next')}'` });
    /** Waits for words that come after those that came last, however the terminal breaks its lines; gives what stood between. */
    let heard = 0;
    const hears = async (words: string): Promise<string> => {
      const all = (): string => desk.raw.replaceAll(/\s+/gu, ' ');
      await desk.until(() => all().includes(words, heard), words);
      const before = all().slice(heard, all().indexOf(words, heard));
      heard += before.length + words.length;
      return before;
    };
    await hears('Before the first of 12 rounds');
    desk.type('round\r');
    await hears('Round 1 of 12, after peace');
    const editing = async (text: string, says: string): Promise<string> => {
      writeFileSync(at.file('next'), text);
      desk.type('edit\r');
      await hears('in the editor');
      desk.type('end\r');
      await hears('the editor heard end');
      return await hears(says);
    };
    const wrong = await editing(edit(tutorial, ['standing: none', 'standing: nothing']), 'has 1 problem, so the old one stays');
    expect(wrong).not.toContain('The run ends');
    await editing(edit(tutorial, ['0.56 + 0.15 * drought', '0.36 + 0.15 * drought']), 'Edited: The upper village, walk-away value: 0.56');
    await editing(readFileSync(at.file('my.yaml'), 'utf8'), 'Nothing that the scenario says has changed.');
    desk.type('round\r');
    // It is where it was, and plays on under the edited file.
    await hears('Round 2 of 12, after peace');
    desk.type('quit\r');
    expect(await desk.gone()).toBe(0);
    expect(desk.raw).not.toContain('\u001b[?1049h');
  });

  it('says what is missing', async () => {
    const none = begin(['my.yaml', '--plain'], {});
    await none.until('Before the first');
    none.type('edit\r');
    await none.until('No editor is named.');
    none.type('quit\r');
    expect(await none.gone()).toBe(0);
    const wrong = begin(['my.yaml', '--plain'], { EDITOR: 'no-such-editor -w' });
    await wrong.until('Before the first');
    wrong.type('edit\r');
    await wrong.until('cannot be started: there is no such program.');
    wrong.type('\u0003');
    expect(await wrong.gone()).toBe(130);
    const shipped = begin(['tutorial', '--plain'], { EDITOR: 'true' });
    await shipped.until('Before the first');
    shipped.type('edit\r');
    await shipped.until('This scenario comes with Winset');
    shipped.type('quit\r');
    expect(await shipped.gone()).toBe(0);
  });
});

describe('the editor that is meant', () => {
  it.each([
    [{}, null], [{ EDITOR: ' ' }, null], [{ EDITOR: 'nano' }, ['nano']], [{ EDITOR: 'nano', VISUAL: 'code --wait' }, ['code', '--wait']], [{ VISUAL: '', EDITOR: 'vi' }, ['vi']],
    [{ EDITOR: '"/Applications/My Editor" -w' }, ['/Applications/My Editor', '-w']], [{ EDITOR: String.raw`/opt/My\ Editor 'a b'` }, ['/opt/My Editor', 'a b']], [{ EDITOR: 'a;rm -rf $HOME `x` | y' }, ['a;rm', '-rf', '$HOME', '`x`', '|', 'y']],
  ])('%j → %j', (env, words) => {
    expect(editorOf(env)).toEqual(words);
  });
});
