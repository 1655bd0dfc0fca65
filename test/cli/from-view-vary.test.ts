/** Where a scenario starts, in whose view, and what is drawn: said once, told on the page, repeated at its foot. */
import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import type { BatchResult, RunHead } from '../../engine/index.ts';
import { folder, winset } from './fake-io.ts';
import { RICH } from './rich.ts';

const place = folder();
afterAll(place.remove);
const rich = place.file('rich.yaml');
writeFileSync(rich, RICH);
const flat = (text: string): string => text.replaceAll(/\s+/gu, ' ');
async function batched(...words: readonly string[]): Promise<BatchResult> {
  return JSON.parse((await winset(['batch', rich, '-n', '30', '--json', ...words])).out) as BatchResult;
}

describe('--from', () => {
  it.each([['run'], ['batch', '-n', '5'], ['text', 'light=joint'], ['show'], ['diagram'], ['check']])('is taken by %s', async (command, ...more) => {
    const { code, err } = await winset([command, rich, ...more, '--from', '2025-02-17']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });
  it.each([
    ['17.2.2025', 'Did you mean 2025-02-17?'],
    ['2025-2-17', 'Did you mean 2025-02-17?'],
    ['2025-02-30', 'There is no such day'],
    ['soon', 'takes a day as 2025-02-17, not “soon”'],
    ['2025-01-01', 'Did you mean 2025-02-03? It is meant to be started on 2025-02-03 or 2025-02-17.'],
  ])('of %s is wrong usage', async (said, says) => {
    const { code, out, err } = await winset(['batch', rich, '-n', '5', '--from', said]);
    expect(err).toContain(says);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
  it('changes what is there, and is repeated', async () => {
    const before = await winset(['show', rich]);
    expect(before.out).not.toContain('Nothing without the whole lighthouse');
    expect((await winset(['show', rich, '--from', '2025-02-17'])).out).toContain('Nothing without the whole lighthouse');
    const { out } = await winset(['batch', rich, '-n', '5', '--from', '2025-02-17']);
    expect(out).toContain('Started on Mon 17 Feb 2025.');
    expect(out).toContain(`Again: winset batch ${rich} --from 2025-02-17 --seed 1 --runs 5\n`);
    expect(await batched('--from', '2025-02-17')).toMatchObject({ from: '2025-02-17' });
    expect((await winset(['batch', rich, '-n', '5', '--from', '2025-02-03'])).out).not.toContain('--from');
  });
  it('is in the head of a run, and a replay begins there', async () => {
    const file = place.file('run.jsonl');
    const first = await winset(['run', rich, '--from', '2025-02-17', '--out', file]);
    expect(first.out).toContain('from Mon 17 Feb 2025');
    expect(first.out).toContain(`Again: winset run ${rich} --from 2025-02-17 --seed 1`);
    expect((await winset(['run', rich, '--replay', file])).out).toBe(first.out);
    expect((await winset(['run', rich, '--replay', file, '--from', '2025-02-03'])).err).toContain('--from and --replay exclude each other');
    const head = JSON.parse((await winset(['run', rich, '--json'])).out.split('\n')[0] ?? '') as RunHead;
    writeFileSync(file, JSON.stringify({ ...head, from: '2020-01-01' }));
    expect(await winset(['run', rich, '--replay', file])).toMatchObject({ code: 3, out: '' });
  });
});

describe('--view', () => {
  it('takes its levers, which --set goes before', async () => {
    expect(await batched('--view', 'hopeful')).toMatchObject({ view: 'hopeful', levers: { aid: 0.9, weather: 0.5 } });
    expect(await batched('--view', 'hopeful', '--set', 'aid=0.2')).toMatchObject({ levers: { aid: 0.2 } });
    const { out } = await winset(['run', rich, '--view', 'hopeful']);
    expect(flat(out)).toContain('As “The hopeful” has it (A): Aid to the island at 0.9.');
    expect(out).toContain(`Again: winset run ${rich} --seed 1 --view hopeful`);
  });
  it('that is none is wrong usage', async () => {
    expect((await winset(['run', rich, '--view', 'hopful'])).err).toContain('Did you mean hopeful?');
    expect(await winset('run tutorial --view x')).toMatchObject({ code: 2, err: expect.stringContaining('This scenario has no views') as unknown });
  });
  it('counts for a text that is weighed', async () => {
    const worth = async (view: string): Promise<unknown> => (JSON.parse((await winset(['text', rich, 'light=joint', '--json', '--view', view])).out) as { answers: { party: string; walkAway: number }[] }).answers.find((one) => one.party === 'island')?.walkAway;
    expect(await worth('hopeful')).toBeLessThan((await worth('doubtful')) as number);
  });
});

describe('--vary', () => {
  it('draws the levers of a run, which its head holds and its transcript tells', async () => {
    const heads = await Promise.all(['1', '2', '3'].map(async (seed) => JSON.parse((await winset(['run', rich, '--vary', '--seed', seed, '--json'])).out.split('\n')[0] ?? '') as RunHead));
    expect(new Set(heads.map((head) => head.levers['weather'])).size).toBe(3);
    for (const head of heads) expect([0.9, 0.1]).toContain(head.levers['aid']);
    const { out } = await winset(['run', rich, '--vary', '--set', 'aid=0.4']);
    expect(flat(out)).toContain('Assumed otherwise than in the file: Aid to the island at 0.4. Drawn for this run: How rough the winter is at');
    expect(out).toContain(`Again: winset run ${rich} --seed 1 --vary --set aid=0.4`);
  });
  it('can be replayed, levers and all', async () => {
    const file = place.file('varied.jsonl');
    const first = await winset(['run', rich, '--vary', '--json', '--out', file]);
    expect((await winset(['run', rich, '--replay', file, '--json'])).out).toBe(first.out);
    const again = /Again: winset (.*)/u.exec((await winset(['run', rich, '--replay', file])).out)?.[1] ?? '';
    expect((await winset(`${again} --json`)).out).toBe(first.out);
  });
  it('is told of in a batch, as are levers that were held', async () => {
    expect(flat((await winset(['batch', rich, '-n', '5'])).out)).toContain('2 levers have ranges and were held at their values; --set changes one, --vary draws those for which the file says how.');
    expect(flat((await winset(['batch', rich, '-n', '5', '--vary'])).out)).toContain('Drawn anew for each run: one of the views “The hopeful” or “A doubter in the ministry” by their weights and “How rough the winter is”; other levers were held.');
    expect(flat((await winset('batch tutorial -n 5')).out)).toContain('1 lever has a range and was held at its value; --set changes one.');
    expect(flat((await winset('batch tutorial -n 5 --vary')).out)).toContain('the file does not say how, so they were held');
    expect(await batched('--vary')).toMatchObject({ vary: true, view: null });
  });
});

describe('the years after', () => {
  it('are told as shares of the agreements that came into force', async () => {
    const { peace } = await batched();
    expect(peace).toMatchObject({ horizonDays: 5 * 365.25 });
    const { out } = await winset(['batch', rich, '-n', '30']);
    expect(out).toContain(`What became of the ${peace?.runs ?? 0} agreements that came into force`);
    expect(out).toMatch(/Still in force 5 years later +█* +\d+ % +\d+ to \d+ %/u);
    expect((await winset(['run', rich])).out).toMatch(/vote at home|finds no text/u);
  });
});
