/** In an editor: with the schema that a scenario names in its first line, yaml-language-server completes, explains and checks it. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Editor } from '../helpers/editor.ts';
import { edit } from '../helpers/world.ts';

const folder = fileURLToPath(new URL('../../scenarios/', import.meta.url));
const shipped = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const tutorial = readFileSync(`${folder}tutorial.yaml`, 'utf8');
/** Line and column, from 0, of the end of some words. */
function place(text: string, words: string): readonly [number, number] {
  const before = text.slice(0, text.indexOf(words) + words.length).split('\n');
  return [before.length - 1, before.at(-1)?.length ?? 0];
}

const editor = new Editor(folder);
beforeAll(async () => { await editor.begin(); });
afterAll(() => { editor.end(); });

describe('an editor', () => {
  it.each(shipped)('marks nothing in %s', async (name) => {
    expect(await editor.marks(name, readFileSync(folder + name, 'utf8'))).toEqual([]);
  });
  it.each([
    ['a misspelt key', ['walk-away:', 'walkaway:'], 'walkaway'],
    ['a word that there is not', ['announced: true', 'announced: perhaps'], 'boolean'],
    ['a text for a number', ['weight: 60', 'weight: [60]'], 'Incorrect type'],
  ] as const)('marks %s at its line', async (name, change, says) => {
    const text = edit(tutorial, change);
    const marks = await editor.marks(`${name.replaceAll(' ', '-')}.yaml`, text);
    expect(marks.map(({ message }) => message).join('\n')).toContain(says);
    expect(marks.map(({ line }) => line)).toContain(place(text, change[1])[0] + 1);
  });
  it('explains a key', async () => {
    await editor.marks('explained.yaml', tutorial);
    const [line, column] = place(tutorial, '    walk-away:');
    expect(await editor.explains('explained.yaml', line, column - 3)).toContain('What no deal is worth to it');
  });
  it('completes keys and words', async () => {
    const text = `${tutorial.trimEnd()}\n\npeace:\n  \n`;
    await editor.marks('completed.yaml', text);
    expect(await editor.completes('completed.yaml', text.split('\n').length - 2, 2)).toEqual(expect.arrayContaining(['ceasefire', 'limited-truce', 'agreement', 'horizon']));
    const voiced = `${tutorial.trimEnd()}\n\nclaims:\n  "1.1":\n    voice: \n`;
    await editor.marks('worded.yaml', voiced);
    expect(await editor.completes('worded.yaml', ...place(voiced, '    voice: '))).toEqual(expect.arrayContaining(['on-record', 'unnamed', 'reporter', 'headline']));
  });
});
