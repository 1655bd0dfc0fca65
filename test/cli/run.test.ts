/** One run: as a transcript that matches its records, as JSON lines, saved and played again. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import type { RunHead, RunRecord } from '../../engine/index.ts';
import { readScenario } from '../../engine/index.ts';
import { folder, winset } from './fake-io.ts';

const place = folder();
afterAll(place.remove);

const flat = (text: string): string => text.replaceAll(/\s+/gu, ' ');

describe('the transcript', () => {
  it('names party, line and claim of each refusal in the record', async () => {
    const read = readScenario('scenarios/london-april.yaml');
    if (!read.ok) throw new Error('london-april does not read');
    let refusals = 0;
    for (const seed of ['7', '8', '9']) {
      const text = flat((await winset(`run london-april --seed ${seed}`)).out);
      const lines = (await winset(`run london-april --seed ${seed} --json`)).out.trimEnd().split('\n');
      for (const record of lines.slice(1).map((line) => JSON.parse(line) as RunRecord)) {
        if (record.kind !== 'answer' || record.because.kind !== 'red-line' || record.answer === 'accept') continue;
        const { because } = record;
        const line = read.scenario.parties.find((party) => party.id === record.party)?.redLines.find((one) => one.id === because.line);
        expect(text).toContain(`the text crosses its red line “${line?.title ?? ''}”`);
        for (const claim of line?.evidence.because ?? []) expect(text).toContain(claim);
        refusals++;
      }
    }
    expect(refusals).toBeGreaterThan(0);
  });
  it('ends with the outcome and the command that repeats it', async () => {
    const { out } = await winset('run tutorial --seed 7 --run 3 --set drought=0.8');
    expect(out).toContain('Outcome: ');
    expect(out).toContain('Assumed otherwise than in the file');
    expect(out).toContain('Again: winset run tutorial --seed 7 --run 3 --set drought=0.8');
    expect((await winset('run tutorial --seed 7 --run 3 --set drought=0.8')).out).toBe(out);
  });
  it('can be pasted into a shell whatever the seed', async () => {
    expect((await winset(['run', 'tutorial', '--seed', "it's; rm -rf $HOME"])).out).toContain(String.raw`--seed 'it'\''s; rm -rf $HOME'`);
  });
});

describe('the record', () => {
  it('is a head and then one record a line', async () => {
    const { out } = await winset('run tutorial --seed 7 --json');
    const [head, ...records] = out.trimEnd().split('\n').map((line) => JSON.parse(line) as RunHead & RunRecord);
    expect(head).toMatchObject({ winset: 1, scenario: 'tutorial', seed: '7', run: 1, choices: [] });
    expect(records[records.length - 1]).toMatchObject({ kind: 'ended' });
  });
  it('differs from seed to seed', async () => {
    const runs = await Promise.all(Array.from({ length: 20 }, async (_, seed) => (await winset(`run london-april --json --seed ${seed}`)).out));
    expect(new Set(runs).size).toBe(20);
  });
});

describe('a saved run', () => {
  it('plays again to the same bytes, named or not', async () => {
    const file = place.file('run.jsonl');
    const first = await winset(['run', 'tutorial', '--seed', '7', '--set', 'drought=0.8', '--out', file]);
    const written = readFileSync(file, 'utf8');
    expect((await winset(['run', '--replay', file])).out).toBe(first.out);
    expect((await winset(['run', 'tutorial', '--replay', file, '--json'])).out).toBe(written);
    expect(readdirSync(place.path).filter((name) => name.includes('part'))).toEqual([]);
    const past = await winset(['run', 'history/minsk-2015', '--out', file, '--force']);
    expect((await winset(['run', '--replay', file])).out).toBe(past.out);
  });
  it('with a person’s moves in it is played with them', async () => {
    const [line = ''] = (await winset('run tutorial --json')).out.split('\n');
    const head = JSON.parse(line) as RunHead;
    const file = place.file('moves.jsonl');
    writeFileSync(file, `${JSON.stringify({ ...head, choices: [{ kind: 'answer', round: 1, party: 'upper', answer: 'leave' }] })}\n`);
    const { code, out, err } = await winset(['run', '--replay', file]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('1 move in it was made by a person');
    expect(out).toContain('The upper village leaves the talks');
    expect(out).toContain('winset run tutorial --replay FILE');
    const whole = await winset(['run', '--replay', file, '--json']);
    writeFileSync(file, whole.out);
    expect((await winset(['run', '--replay', file, '--json'])).out).toBe(whole.out);
  });
  it('that was saved on the way is played to its end, and says so', async () => {
    const all = (await winset('run tutorial --seed 7 --json')).out;
    const file = place.file('half.jsonl');
    writeFileSync(file, `${all.split('\n').slice(0, 6).join('\n')}\n`);
    const { code, out, err } = await winset(['run', '--replay', file, '--json']);
    expect({ code, out }).toEqual({ code: 0, out: all });
    expect(err).toContain('stops on the way');
  });
  it('does not play on another scenario', async () => {
    const other = place.file('tutorial.yaml');
    writeFileSync(other, readFileSync('scenarios/tutorial.yaml', 'utf8').replace('value: 0.4, range', 'value: 0.5, range'));
    const file = place.file('mine.jsonl');
    await winset(['run', 'tutorial', '--out', file]);
    const { code, out, err } = await winset(['run', other, '--replay', file]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('is not the one');
    expect((await winset(['run', 'london-april', '--replay', file])).code).toBe(1);
  });
  it('that was changed is found out', async () => {
    const all = (await winset('run tutorial --seed 7 --json')).out;
    const file = place.file('changed.jsonl');
    writeFileSync(file, all.replace('"answer":"refuse"', '"answer":"accept"'));
    const { code, err } = await winset(['run', '--replay', file]);
    expect(code).toBe(1);
    expect(err).toMatch(/differs .* line \d+/u);
  });
});

describe('a run of a scenario of one’s own', () => {
  it('needs its file named', async () => {
    const own = place.file('mine.yaml');
    writeFileSync(own, readFileSync('scenarios/tutorial.yaml', 'utf8').replace('id: tutorial', 'id: mine'));
    const file = place.file('own.jsonl');
    expect((await winset(['run', own, '--out', file])).code).toBe(0);
    const { code, err } = await winset(['run', '--replay', file]);
    expect(code).toBe(2);
    expect(err).toContain('Name its file too: mine.yaml');
    expect((await winset(['run', own, '--replay', file])).code).toBe(0);
  });
});

describe('a run from somebody else', () => {
  const head = { winset: 1, scenario: 'tutorial', hash: '0'.repeat(64), seed: '1', run: 1, from: '2024-03-01', levers: { drought: 0.4 }, choices: [] };
  it.each<[string, string, string]>([
    ['nothing', '', 'empty'],
    ['no JSON', 'hello', 'not JSON'],
    ['a prototype', JSON.stringify(head).replace('"levers":{', '"levers":{"__proto__":1,'), '__proto__'],
    ['a nest without end', `${JSON.stringify(head)}\n${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`, 'line 2 is not JSON'],
    ['a list', '[]', 'not the head'],
    ['another version', JSON.stringify({ ...head, winset: 2 }), 'winset'],
    ['a key too many', JSON.stringify({ ...head, extra: '\u001b[2J' }), 'extra'],
    ['a scenario that is a path', JSON.stringify({ ...head, scenario: '../../etc/passwd' }), 'scenario'],
    ['no hash', JSON.stringify({ ...head, hash: 'x' }), 'hash'],
    ['a number for a seed', JSON.stringify({ ...head, seed: 3 }), 'seed'],
    ['a run of 0', JSON.stringify({ ...head, run: 0 }), 'run'],
    ['a start that is no date', JSON.stringify({ ...head, from: '../x' }), 'from'],
    ['a text for a lever', JSON.stringify({ ...head, levers: { drought: 'much' } }), 'levers.drought'],
    ['an unknown move', JSON.stringify({ ...head, choices: [{ kind: 'shout', round: 1 }] }), 'choices.0'],
    ['a move with more to it', JSON.stringify({ ...head, choices: [{ kind: 'answer', round: 1, party: 'upper', answer: 'accept', also: 1 }] }), 'choices.0'],
    ['a broken line', `${JSON.stringify(head)}\n{"kind":`, 'line 2 is not JSON'],
  ])('with %s is refused', async (_name, text, says) => {
    const file = place.file('foreign.jsonl');
    writeFileSync(file, text);
    const { code, out, err } = await winset(['run', 'tutorial', '--replay', file]);
    expect(err).toContain(says);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).not.toMatch(/\u001b|\n\s+at /u);
  });
  it.each<[string, object, string]>([
    ['a lever that is none', { levers: { drought: 0.4, rain: 1 } }, 'no lever rain'],
    ['a lever out of its range', { levers: { drought: 7 } }, 'goes from 0 to 1'],
    ['a lever missing', { levers: {} }, 'every lever'],
    ['a party that is none', { choices: [{ kind: 'answer', round: 1, party: 'nobody', answer: 'accept' }] }, 'no party nobody'],
    ['a round past the end', { choices: [{ kind: 'event', round: 99, event: 'storm', happens: true }] }, 'only 12 rounds'],
    ['an offer of a party that is no name', { choices: [{ kind: 'text', round: 1, party: '../x', terms: { dam: 'shared' } }] }, 'party'],
    ['an issue that is no name', { choices: [{ kind: 'text', round: 1, terms: { '../dam': 'shared' } }] }, 'terms'],
  ])('that does not fit, with %s, is refused', async (_name, change, says) => {
    const own = JSON.parse((await winset('run tutorial --json')).out.split('\n')[0] ?? '') as RunHead;
    const file = place.file('misfit.jsonl');
    writeFileSync(file, JSON.stringify({ ...own, ...change }));
    const { code, err } = await winset(['run', 'tutorial', '--replay', file]);
    expect(err).toContain(says);
    expect(code).toBe(3);
  });
  it('that is no text, a folder, or too large is refused', async () => {
    const file = place.file('binary');
    writeFileSync(file, Buffer.from([0xff, 0xfe, 0x00]));
    expect(await winset(['run', 'tutorial', '--replay', file])).toMatchObject({ code: 3 });
    expect(await winset(['run', 'tutorial', '--replay', place.path])).toMatchObject({ code: 3 });
    writeFileSync(file, 'x'.repeat(17 * 1024 * 1024));
    expect((await winset(['run', 'tutorial', '--replay', file])).err).toContain('16 MB');
    expect(await winset(['run', 'tutorial', '--replay', place.file('none')])).toMatchObject({ code: 1 });
  });
});

describe('--out', () => {
  it('writes whole or not at all', async () => {
    const nowhere = place.file('no/such/folder/run.jsonl');
    const { code, out, err } = await winset(['run', 'tutorial', '--out', nowhere]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('its folder does not exist');
    expect(existsSync(nowhere)).toBe(false);
  });
  it('writes over a file that is there only when told to', async () => {
    const file = place.file('precious.yaml');
    writeFileSync(file, 'precious');
    const first = await winset(['run', 'tutorial', '--out', file]);
    expect(first.code).toBe(1);
    expect(first.err).toContain('--force');
    expect(readFileSync(file, 'utf8')).toBe('precious');
    expect((await winset(['run', 'tutorial', '--out', file, '--force'])).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('"winset":1');
  });
  it('never takes the place of something that is no file', async () => {
    expect((await winset(['run', 'tutorial', '--out', place.path])).err).toContain('not a file that can be written');
  });
});
