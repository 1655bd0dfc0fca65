/** `winset sensitivity`, `sweep`, `discover`, `survival`: what they say, as a page, as JSON and as a chart; and each kind of mistake. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { edit } from '../../helpers/world.ts';
import { folder, winset } from '../fake-io.ts';
import { RICH } from '../rich.ts';

const place = folder();
afterAll(place.remove);
const rich = place.file('rich.yaml');
writeFileSync(rich, RICH);
// Where one lever decides: the island's walk-away value falls steeply with aid.
const decided = place.file('decided.yaml');
writeFileSync(decided, edit(RICH, ['0.4 - 0.2 * aid', '1.1 - aid']));

const flat = (text: string): string => text.replaceAll(/\s+/gu, ' ');
async function said(...words: readonly string[]): Promise<string> {
  const { code, out, err } = await winset(words);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out;
}
const json = async (...words: readonly string[]): Promise<Record<string, unknown>> => JSON.parse(await said(...words, '--json')) as Record<string, unknown>;

interface Estimate { readonly value: number; readonly low: number; readonly high: number }

describe('sensitivity', () => {
  it('finds the lever that decides, and says how much is luck', async () => {
    const words = ['sensitivity', decided, '--of', 'lasting,collapsed', '-n', '720', '--each', '10'];
    const { of, levers } = await json(...words) as unknown as { of: { of: string; luck: number; effects: { lever: string; size: Estimate; mean: Estimate }[] }[]; levers: { id: string }[] };
    expect(levers.map(({ id }) => id)).toEqual(['weather', 'aid']);
    const [weather, aid] = of[0]?.effects ?? [];
    expect(aid?.lever).toBe('aid');
    expect(aid?.mean.low).toBeGreaterThan(0.2);
    expect(aid?.size.value).toBeGreaterThan(2 * (weather?.size.value ?? 1));
    const page = flat(await said(...words));
    expect(page).toContain('Share of runs that end in “An agreement that lasts” or “An agreement that collapses”');
    expect(page).toContain('Luck at fixed levers makes');
    const table = page.slice(page.indexOf('Luck at fixed'));
    expect(table.indexOf('Aid to the island')).toBeLessThan(table.indexOf('How rough the winter is'));
    expect(page).toContain('--method morris --runs 720 --each 10 --of lasting,collapsed');
  }, 60_000);
  it('parts the variance, for an outcome and for a measure', async () => {
    const { of } = await json('sensitivity', decided, '--method', 'sobol', '--of', 'none', '--of', 'worth__island', '-n', '1600', '--each', '10') as unknown as { of: { of: string; luck: Estimate; indices: { lever: string; total: Estimate }[] }[] };
    expect(of.map((each) => each.of)).toEqual(['none', 'worth__island']);
    for (const { indices, luck } of of) {
      expect(indices[1]?.total.value).toBeGreaterThan(0.7);
      expect(luck.value).toBeGreaterThan(0);
      expect(luck.value).toBeLessThan(1);
    }
  }, 60_000);
  it('is the same on any number of threads', async () => {
    const words = ['sensitivity', rich, '--of', 'none', '-n', '480', '--each', '10'];
    expect(await said(...words, '--workers', '2')).toBe(await said(...words));
  }, 60_000);
  it('looks over a part of a range, over one lever, and holds what is set', async () => {
    expect(await json('sensitivity', rich, '--lever', 'aid=0.2:0.4', '-n', '200', '--each', '10')).toMatchObject({ levers: [{ id: 'aid', low: 0.2, high: 0.4 }] });
    expect(await json('sensitivity', rich, '--set', 'aid=0.2', '-n', '200', '--each', '10')).toMatchObject({ held: { aid: 0.2 }, levers: [{ id: 'weather' }] });
    expect(await json('sensitivity', rich, '--view', 'hopeful', '-n', '200', '--each', '10')).toMatchObject({ view: 'hopeful', levers: [{ id: 'weather' }] });
    expect(await json('sensitivity', rich, '--vary', '-n', '200', '--each', '10')).toMatchObject({ vary: true, levers: [{ id: 'weather' }] });
  }, 60_000);
});

describe('sweep', () => {
  it('has the shares of batches at each setting', async () => {
    const { cells, axes } = await json('sweep', rich, '--lever', 'aid=0.1:0.9:3', '-n', '40') as unknown as { axes: unknown; cells: { levers: { aid: number }; outcomes: { id: string; count: number }[] }[] };
    expect(axes).toEqual([{ id: 'aid', values: [0.1, 0.5, 0.9] }]);
    for (const { levers, outcomes } of cells) {
      const batch = await json('batch', rich, '--set', `aid=${levers.aid}`, '-n', '40') as unknown as { outcomes: { count: number }[] };
      expect(outcomes.map(({ count }) => count)).toEqual(batch.outcomes.map(({ count }) => count));
    }
  }, 60_000);
  it('shows two levers as a map, darker for more, each field with its number', async () => {
    const words = ['sweep', decided, '--lever', 'aid=0:1:3', '--lever', 'weather=0:1:2', '--of', 'lasting,collapsed', '-n', '30'];
    const { cells } = await json(...words) as unknown as { cells: { levers: Record<string, number>; value: number }[] };
    const page = await said(...words);
    const rows = page.split('\n').filter((line) => /^\s+[01]  /u.test(line));
    // Two rows, and the values beneath.
    expect(rows).toHaveLength(3);
    // The second lever goes upwards, the first to the right.
    const shown = (row: number): string[] => (rows[row]?.match(/\d+/gu) ?? []).slice(1);
    const wanted = (weather: number): string[] => cells.filter(({ levers }) => levers['weather'] === weather).map(({ value }) => String(Math.round(value * 100)));
    expect([shown(0), shown(1)]).toEqual([wanted(1), wanted(0)]);
    expect(page).toContain('██');
    expect(flat(page)).toContain('To the right: Aid to the island. Upwards: How rough the winter is.');
  }, 60_000);
  it.each([40, 60, 80])('fits %i columns', async (columns) => {
    for (const words of [['--lever', 'aid'], ['--lever', 'aid', '--lever', 'weather=0:1:3'], ['--lever', 'aid=0:1:3', '--of', 'rounds']]) {
      const { out } = await winset(['sweep', 'rich.yaml', ...words, '-n', '2'], { columns, cwd: place.path });
      expect(out.split('\n').filter((line) => !line.startsWith('Again: ') && [...line].length > columns)).toEqual([]);
    }
  }, 60_000);
});

describe('discover', () => {
  it('says in words where an agreement comes about, and how far to trust that', async () => {
    const words = ['discover', decided, '--of', 'lasting,collapsed', '-n', '900'];
    const { boxes, share } = await json(...words) as unknown as { share: number; boxes: { words: string; checked: { density: number; interval: { low: number } }; restricts: { lever: string; low: number | null; high: number | null; p: number; again: number }[]; tradeOff: { coverage: number; restricts: unknown[] }[] }[] };
    const [box] = boxes;
    const aid = box?.restricts.find(({ lever }) => lever === 'aid');
    expect(aid?.low).toBeGreaterThan(0.2);
    expect(aid).toMatchObject({ high: null, again: 1 });
    expect(box?.checked.interval.low).toBeGreaterThan(share);
    expect(box?.tradeOff[0]).toMatchObject({ coverage: 1, restricts: [] });
    const page = flat(await said(...words));
    expect(page).toContain(flat(box?.words ?? 'nothing'));
    expect(page).toMatch(/With “Aid to the island” at least 0\.\d+, \d+ % of runs end in “An agreement that lasts” or “An agreement that collapses” \(\d+ % to \d+ %\), against \d+ % over all that was looked at\./u);
    expect(page).toContain('had no hand in finding the bounds');
    expect(page).toContain('What density costs');
  }, 60_000);
  it('finds nothing where there is nothing, and says so', async () => {
    const page = flat(await said('discover', decided, '--of', 'lasting,collapsed', '--lever', 'weather', '--set', 'aid=0.75', '-n', '400'));
    expect(/No bounds on the levers were found|take it as no finding/u.test(page), page).toBe(true);
  }, 60_000);
});

describe('survival', () => {
  it('tells how long truces and agreements last, by terms, who was still followed, and the figure behind', async () => {
    const page = flat(await said('survival', rich, '-n', '300'));
    for (const part of ['How long agreements last', 'still seen', 'Patrols: Shared patrols', 'Drawn from: How long such agreements last (B)', 'Kaplan & Meier 1958']) expect(page).toContain(part);
    const { survival } = await json('survival', rich, '-n', '300') as unknown as { survival: { of: string; spells: number; times: number[]; at: ({ survival: number; low: number; high: number; atRisk: number } | null)[]; groups: { spells: number }[] }[] };
    const agreement = survival.find(({ of }) => of === 'agreement');
    expect(agreement?.times).toContain(365.25);
    expect(agreement?.groups.reduce((sum, { spells }) => sum + spells, 0)).toBe(agreement?.spells);
    for (const at of agreement?.at ?? []) if (at !== null) expect(at.low <= at.survival && at.survival <= at.high && at.atRisk <= (agreement?.spells ?? 0)).toBe(true);
  }, 60_000);
  it('tells spells apart by another issue, and one kind alone', async () => {
    const { survival } = await json('survival', rich, '-n', '200', '--of', 'agreement', '--by', 'light') as unknown as { survival: { of: string; groups: { issue: string }[] }[] };
    expect(survival.map(({ of }) => of)).toEqual(['agreement']);
    expect(new Set(survival[0]?.groups.map(({ issue }) => issue))).toEqual(new Set(['light']));
  }, 60_000);
});

describe('charts', () => {
  it.each([
    ['sweep', ['--lever', 'aid=0:1:3'], 'lever,value,low,high'],
    ['sweep', ['--lever', 'aid=0:1:2', '--lever', 'weather=0:1:2'], 'first,second,value,low,high'],
    ['sensitivity', ['--of', 'none', '--each', '10'], 'label,series,value,low,high'],
    ['survival', ['--of', 'agreement'], 'series,kind,years,survival,low,high'],
  ])('of winset %s %j come as SVG, PNG, CSV and Vega-Lite', async (command, words, head) => {
    const runs = ['-n', command === 'sensitivity' ? '300' : '60'];
    const svg = await said(command, rich, ...words, ...runs, '--format', 'svg');
    expect(svg).toMatch(/^<svg [^>]*role="img"/u);
    expect(svg.trimEnd().endsWith('</svg>')).toBe(true);
    expect((await said(command, rich, ...words, ...runs, '--format', 'csv')).split('\r\n')[0]).toBe(head);
    const spec = JSON.parse(await said(command, rich, ...words, ...runs, '--format', 'json')) as { $schema: string; data: { values: unknown[] } };
    expect(spec.$schema).toContain('vega-lite');
    expect(spec.data.values.length).toBeGreaterThan(1);
    const file = place.file(`${command}${words.length}.png`);
    expect(await said(command, rich, ...words, ...runs, '-o', file)).toBe(`${file}\n`);
    expect([...readFileSync(file).subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    expect((await winset([command, rich, ...words, ...runs, '-o', file])).err).toContain('--force writes over it');
  }, 60_000);
});

describe('mistakes', () => {
  it.each([
    ['sensitivity', 'Name a scenario'],
    ['sensitivity tutorial --method saltelli', 'morris or sobol'],
    ['sensitivity tutorial --of agreemnt', 'Did you mean agreement?'],
    ['sensitivity tutorial -n 20', 'needs at least'],
    ['sensitivity tutorial --each 1', 'from 2 to'],
    ['sensitivity tutorial --lever drougt', 'Did you mean drought?'],
    ['sensitivity tutorial --lever drought=0.2', 'lever=low:high'],
    ['sensitivity tutorial --lever drought=0.4:0.2', 'the first must be the smaller'],
    ['sensitivity tutorial --lever drought=0:2', 'is outside'],
    ['sensitivity tutorial --lever drought --lever drought', 'more than once'],
    ['sensitivity tutorial --set drought=0.3 --lever drought', 'held by --set'],
    ['sensitivity tutorial --set drought=0.3', 'no lever with a range'],
    ['sensitivity tutorial --format svg', 'say which with --of'],
    ['sweep tutorial', '--lever name=low:high:steps'],
    ['sweep tutorial --lever drought=0:1:1', 'from 2 to 201 steps'],
    ['sweep tutorial --lever drought=0', 'name=low:high:steps'],
    ['sweep tutorial --lever drought=a:1:3', 'takes numbers'],
    ['sweep tutorial --lever drought --lever drought', 'named twice'],
    ['sweep tutorial --lever drought --format gif', 'svg, png, csv or json'],
    ['sweep tutorial --lever drought --format png', 'A PNG is no text'],
    ['sweep tutorial --lever drought --format svg --json', 'give one of them'],
    ['sweep tutorial --lever drought -o x.gif', 'Say with --format'],
    ['sweep tutorial --lever drought --force', '--force is about the file'],
    ['discover tutorial -n 10', 'from 300 to'],
    ['discover tutorial --of rounds', 'is a number'],
    ['discover tutorial --coverage 60', 'as in 60%'],
    ['survival tutorial --of war', 'truce or agreement'],
    ['survival tutorial --by watr', 'Did you mean water?'],
    ['batch tutorial --lever drought', 'It does not take --lever'],
  ])('winset %s', async (line, says) => {
    const { code, out, err } = await winset(line);
    expect(err).toContain(says);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
  it('of a measure that not every run has are failures, and nothing is written', async () => {
    const { code, out, err } = await winset(['sensitivity', rich, '--of', 'peace_days', '-n', '300', '--each', '10']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('not every run has peace_days');
  }, 60_000);
  it('and interruptions leave nothing half-said', async () => {
    for (const line of ['sensitivity tutorial', 'sweep tutorial --lever drought', 'discover tutorial', 'survival tutorial']) {
      const stop = new AbortController();
      stop.abort('interrupt');
      expect(await winset(line, { stop })).toEqual({ code: 130, out: '', err: '' });
    }
    expect(existsSync(place.file('x.svg'))).toBe(false);
  });
});
