/** Charts: harmless whatever the titles are, readable in grey, with words and numbers beside the picture. */
import { describe, expect, it } from 'vitest';
import { barsChart } from '../../../cli/views/charts/bars.ts';
import type { Chart } from '../../../cli/views/charts/chart.ts';
import { csv } from '../../../cli/views/charts/csv.ts';
import { sweepChart } from '../../../cli/views/charts/heat.ts';
import { draw, toSvg } from '../../../cli/views/charts/render.ts';
import { whiskersChart } from '../../../cli/views/charts/whiskers.ts';
import { ATTACKS } from '../report/hostile.ts';

const interval = { low: 0.2, high: 0.6 };
const attack = (at: number): string => ATTACKS[at % ATTACKS.length] ?? '';
const hostile: readonly Chart[] = [
  barsChart('bars', attack(0), 'runs', ATTACKS.map((label, at) => ({ label, group: attack(at + 1), share: 0.4, ...interval }))),
  whiskersChart({ id: 'whiskers', title: attack(1), axis: attack(2), interval: '95 %', shares: true }, ATTACKS.map((label, at) => ({ label, series: attack(at), value: 0.4, ...interval }))),
  sweepChart({ id: 'line', title: attack(2), levers: [attack(0)], measured: attack(1), shares: true }, [0, 1].map((at) => ({ at: [at], value: 0.4, ...interval }))),
  sweepChart({ id: 'heat', title: attack(5), levers: [attack(6), attack(1)], measured: attack(2), shares: false }, [0, 1].map((at) => ({ at: [at, at], value: at, ...interval }))),
];

describe('a picture', () => {
  it.each(hostile)('of hostile texts holds no markup of theirs: $id', async (chart) => {
    const svg = await toSvg(chart);
    expect(svg).not.toMatch(/<script|<img|<b>|javascript:|foreignObject|<a[ >]/iu);
    expect([...svg.matchAll(/<[a-z][^>]*>/giu)].filter(([tag]) => /\son\w+\s*=/iu.test(tag.replaceAll(/"[^"]*"/gu, '""')))).toEqual([]);
    expect(svg.match(/<svg/gu)).toHaveLength(1);
    expect(svg).toContain('role="img"');
    expect(svg).toContain(`<desc id="${chart.id}-says">`);
  });
  it('is told apart by lightness alone', async () => {
    const svg = await toSvg(whiskersChart({ id: 'w', title: 't', axis: 'a', interval: '95 %', shares: true }, ['one', 'two', 'three'].map((series) => ({ label: 'x', series, value: 0.4, ...interval }))));
    const greys = [...new Set([...svg.matchAll(/stroke="#([0-9a-f]{6})"/giu)].map(([, hex = '']) => Math.round([0.299, 0.587, 0.114].reduce((sum, weight, at) => sum + weight * Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16), 0))))].filter((grey) => grey < 200).sort((a, b) => a - b);
    expect(greys.length).toBeGreaterThanOrEqual(3);
    for (let at = 1; at < greys.length; at++) expect((greys[at] ?? 0) - (greys[at - 1] ?? 0)).toBeGreaterThan(20);
  });
  it('is the same bytes each time, as PNG too', async () => {
    const [chart] = hostile;
    if (chart === undefined) throw new Error('no chart');
    expect(await toSvg(chart)).toBe(await toSvg(chart));
    expect(await draw(chart, 'png')).toEqual(await draw(chart, 'png'));
  });
  it('draws its letters without any font of the machine', async () => {
    const png = async (label: string): Promise<number> => (await draw(barsChart('b', label, 'runs', [{ label, share: 0.4, ...interval }]), 'png')).length;
    expect(await png('A long title with many letters in it')).toBeGreaterThan(await png('.') + 500);
  });
});

describe('CSV', () => {
  it.each([['=1+1'], ['+1'], ['-1'], ['@SUM(A1)'], ['\t=1'], ['\r=1'], [' =1'], ['"=1'], ['＝1'], ['|cmd']])('takes %j for text, not for a formula', (text) => {
    const [, field = ''] = csv({ columns: ['a'], rows: [[text]] }).split('\r\n', 2);
    expect(field.replace(/^"/u, '').startsWith("'")).toBe(true);
  });
  it('keeps numbers as numbers, and what needs quotes in quotes', () => {
    expect(csv({ columns: ['a', 'b', 'c'], rows: [[-1.5, 'x, "y"', null], [NaN, 'plain', 2e-7]] })).toBe('a,b,c\r\n-1.5,"x, ""y""",\r\n,plain,2e-7\r\n');
  });
});
