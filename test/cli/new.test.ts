/** `winset new`: what it writes passes `check` and plays, whatever was named; it asks, and never writes over a file. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { Ajv } from 'ajv';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { answers } from '../../cli/new/ask.ts';
import { draft } from '../../cli/new/draft.ts';
import { idOf, namesOf } from '../../cli/new/names.ts';
import { batch, scenarioSchema } from '../../engine/index.ts';
import { modelFrom } from '../helpers/world.ts';
import { folder, winset } from './fake-io.ts';

const place = folder();
afterAll(place.remove);
const there = { cwd: place.path };
const some = (what: string, count: number): readonly { readonly id: string; readonly title: string }[] => Array.from({ length: count }, (_, at) => ({ id: `${what}-${at + 1}`, title: `${what} ${at + 1}` }));

describe('winset new', () => {
  it('writes a commented scenario that passes check, with the schema named first', async () => {
    const made = await winset(['new', 'border-talks', '--parties', 'Norrland, The "South": east', '--issues', 'The pass, Customs, São Jorge'], there);
    expect({ code: made.code, err: made.err }).toEqual({ code: 0, err: '' });
    expect(made.out).toContain('winset check border-talks.yaml');
    const text = readFileSync(place.file('border-talks.yaml'), 'utf8');
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=./winset.schema.json');
    expect(text).toContain('  the-south-east:\n    name: "The \\"South\\": east"');
    expect(text).toContain('  sao-jorge:');
    expect(new Ajv({ strict: false }).validate(scenarioSchema(), parse(text))).toBe(true);
    const checked = await winset('check border-talks.yaml --json', there);
    expect(JSON.parse(checked.out)).toMatchObject({ files: [{ ok: true, base: false, problems: [] }] });
    expect((await winset('fmt --check border-talks.yaml', there)).code).toBe(0);
  });
  it.each([[2, 1], [2, 2], [2, 6], [3, 1], [3, 3], [4, 2], [6, 1], [6, 6]])('has both outcomes with %i parties and %i issues', async (parties, issues) => {
    const result = await batch(modelFrom(draft({ id: 'new', title: 'New', parties: some('party', parties), issues: some('issue', issues) })), { seed: '1', runs: 120 });
    for (const { id, share } of result.outcomes) expect(share, id).toBeGreaterThan(0.05);
  });
  it('never writes over a file, unless told to', async () => {
    writeFileSync(place.file('mine.yaml'), 'mine');
    const words = ['new', 'mine', '--parties', 'A, B', '--issues', 'C'];
    const refused = await winset(words, there);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('already a file “mine.yaml”');
    expect(readFileSync(place.file('mine.yaml'), 'utf8')).toBe('mine');
    expect((await winset([...words, '--force'], there)).code).toBe(0);
    expect((await winset([...words, '--out', 'other.yaml'], there)).code).toBe(0);
    expect((await winset('check mine.yaml other.yaml', there)).code).toBe(0);
    const json = await winset([...words, '--out', 'third.yaml', '--json'], there);
    expect(JSON.parse(json.out)).toMatchObject({ winset: 1, file: 'third.yaml', scenario: 'mine' });
  });
  it.each([
    [['new'], 'Name the name'],
    [['new', 'Border Talks'], 'Did you mean border-talks?'],
    [['new', '8'], 'begins with a letter'],
    [['new', 'talks.yaml'], '--out takes the file'],
    [['new', 'talks'], 'Say which parties: --parties'],
    [['new', 'talks', '--parties', 'A, B'], 'Say which issues: --issues'],
    [['new', 'talks', '--parties', 'A', '--issues', 'C'], 'Name 2 to 6 parties'],
    [['new', 'talks', '--parties', 'A, b, B', '--issues', 'C'], 'would both be called b'],
    [['new', 'talks', '--parties', 'A, Mediator', '--issues', 'C'], 'and the mediator would both'],
    [['new', 'talks', '--parties', 'A, 東', '--issues', 'C'], 'letters from a to z'],
    [['new', 'talks', '--parties', 'A, B', '--issues', ' , '], 'Name 1 to 6 issues'],
  ])('refuses %j', async (words, message) => {
    const before = readdirSync(place.path);
    const said = await winset(words, there);
    expect(said).toMatchObject({ code: 2, out: '' });
    expect(said.err).toContain(message);
    expect(readdirSync(place.path)).toEqual(before);
  });
  it.each(['round', 'pace', 'not', 'fighting', 'events'])('writes nothing that would not pass check, though a party be called %s', async (name) => {
    const said = await winset(['new', `talks-${name}`, '--parties', `${name}, B`, '--issues', 'C'], there);
    if (said.code === 0) expect((await winset(`check talks-${name}.yaml`, there)).code).toBe(0);
    else expect(said.err).toContain('would not pass');
  });
});

describe('questions in a terminal', () => {
  const ask = async (typed: string, signal = new AbortController().signal): Promise<{ readonly found: readonly string[]; readonly shown: string }> => {
    const input = new PassThrough();
    let shown = '';
    input.end(typed);
    const questions = (['parties', 'issues'] as const).map((key) => ({ asks: `Which ${key}?`, read: (line: string) => namesOf(key, line, { least: 1, most: 2 }).map(({ id }) => id).join(' ') }));
    const found = await answers(questions, { input, output: { write: (text: string) => { shown += text; } }, signal });
    return { found, shown };
  };
  it('are asked again until they are answered', async () => {
    const { found, shown } = await ask('\nNorth, South\nThe pass\n');
    expect(found).toEqual(['north south', 'the-pass']);
    expect(shown).toBe('Which parties?: Name 1 to 2 parties, with commas between them; here there are 0.\nWhich parties?: Which issues?: ');
  });
  it('may be left: then nothing is written', async () => {
    await expect(ask('North\n')).rejects.toThrow('Nothing was written');
    const input = new PassThrough();
    const stop = new AbortController();
    const asked = answers([{ asks: 'Who?', read: (line: string) => line }], { input, output: { write: () => true }, signal: stop.signal });
    stop.abort('interrupt');
    await expect(asked).rejects.toThrow('Nothing was written');
  });
});

it('a name is made of any words', () => {
  expect(['The Pass', ' Übersee 2 ', '3 lakes', '—', 'x'.repeat(90)].map(idOf)).toEqual(['the-pass', 'ubersee-2', 'lakes', '', 'x'.repeat(60)]);
});
