/** `winset diagram --svg`: every chart is in the picture, nothing lies over anything else, and nothing in it runs or is fetched. */
import { describe, expect, it } from 'vitest';
import { drawingsOf } from '../../cli/views/diagram/panels.ts';
import { place, SIZES, type Placed } from '../../cli/views/diagram/place.ts';
import { svg } from '../../cli/views/diagram/svg.ts';
import { chartsOf, compile, readScenario, type Model } from '../../engine/index.ts';
import { TWO_TRACKS, modelFrom, scenarioFrom } from '../helpers/world.ts';
import { winset } from './fake-io.ts';
import { poisoned, SENT } from './poisoned.ts';

function shipped(from: string): Model {
  const read = readScenario('scenarios/ukraine-2025.yaml', { from });
  if (!read.ok) throw new Error('the flagship does not read');
  return compile(read.scenario);
}

/** Boxes of states, without the panels around them. */
const states = ({ boxes }: Placed) => boxes.filter((box) => box.style !== 'panel');
const panels = ({ boxes }: Placed) => boxes.filter((box) => box.style === 'panel');
const apart = (a: { x: number; y: number; width: number; height: number }, b: typeof a): boolean => a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

describe.each([['two tracks', modelFrom(TWO_TRACKS)], ['ukraine-2025', shipped('2025-04-22')]] as const)('the picture of %s', (_, model) => {
  const drawings = drawingsOf(model);
  const placed = place(drawings);
  it('has a box for every state and an arrow for every pair of states that a move joins', () => {
    const drawn = drawings.flatMap(({ panels: all }) => all);
    // Left out: postures that never change, since their party cannot leave.
    const charts = chartsOf(model).filter(({ kind, party, moves }) => kind !== 'posture' || moves.some((move) => move.on !== 'leaves') || model.scenario.parties.find(({ id }) => id === party)?.leaves !== null);
    expect(drawn.length).toBe(charts.length);
    expect(states(placed).length).toBe(charts.reduce((sum, chart) => sum + chart.states.length, 0));
    expect(placed.arrows.length).toBe(charts.reduce((sum, chart) => sum + new Set(chart.moves.map((move) => `${move.from} ${move.to}`)).size, 0));
    expect(drawn.flatMap((panel) => panel.moves.flatMap((move) => move.says)).length).toBe(charts.reduce((sum, chart) => sum + chart.moves.length, 0));
    expect(states(placed).filter((box) => box.start).length).toBe(charts.length);
  });
  it('keeps boxes apart, and all in their panels', () => {
    for (const kind of [states(placed), panels(placed)]) kind.forEach((box, i) => { for (const other of kind.slice(i + 1)) expect(apart(box, other), JSON.stringify([box, other])).toBe(true); });
    for (const box of states(placed)) expect(panels(placed).some((panel) => box.x > panel.x && box.y > panel.y && box.x + box.width < panel.x + panel.width && box.y + box.height < panel.y + panel.height)).toBe(true);
  });
  it('writes no line over another', () => {
    const by = new Map<string, number[]>();
    for (const line of placed.lines) by.set(String(line.x), [...(by.get(String(line.x)) ?? []), line.y]);
    for (const rows of by.values()) [...rows].sort((a, b) => a - b).forEach((y, i, all) => { if (i > 0) expect(y - (all[i - 1] ?? 0)).toBeGreaterThanOrEqual(SIZES.small - 1); });
  });
  it('leads every arrow into a box, from a box of the same panel', () => {
    for (const arrow of placed.arrows) {
      const meets = (y: number): number => states(placed).findIndex((box) => box.x + box.width === arrow.x && y > box.y && y < box.y + box.height);
      expect(meets(arrow.from)).toBeGreaterThanOrEqual(0);
      expect(meets(arrow.to)).toBeGreaterThanOrEqual(0);
      expect(meets(arrow.to)).not.toBe(meets(arrow.from));
    }
  });
});

describe('the SVG', () => {
  it('is well formed, whatever the titles', () => {
    const picture = svg(place(drawingsOf(compile(poisoned(scenarioFrom(TWO_TRACKS.replaceAll('Shared', '<b>&"Shared')))))), 'a <b> & "c"');
    const open: string[] = [];
    for (const [, close, name, self] of picture.matchAll(/<(\/?)([a-z]+)(?:\s+[a-zA-Z:-]+="[^"<>]*")*\s*(\/?)>/gu)) {
      if (close === '/') expect(open.pop()).toBe(name);
      else if (self !== '/') open.push(name ?? '');
    }
    expect(open).toEqual([]);
    expect(picture.replaceAll(/<[^<>]*>/gu, '')).not.toMatch(/[<>]|&(?!amp;|lt;|gt;|quot;)/u);
    expect(picture).not.toMatch(SENT);
    expect(picture.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|<script|href|@import/u);
  });
  it('is printed by the command, of all or of one party', async () => {
    const all = await winset(['diagram', 'tutorial', '--svg']);
    const one = await winset(['diagram', 'tutorial', '--party', 'lower', '--svg']);
    expect([all.code, one.code, all.err, one.err]).toEqual([0, 0, '', '']);
    expect(all.out).toMatch(/^<svg [\s\S]*<\/svg>\n$/u);
    expect(all.out).toContain('>The upper village<');
    expect(one.out).not.toContain('>The upper village<');
    expect(one.out).toContain('>Red line: No dam that the other village runs alone<');
    expect((await winset(['diagram', 'tutorial', '--svg', '--json'])).code).toBe(2);
  });
});
