/** Sobol indices against functions whose indices are known, with luck and without. */
import { describe, expect, it } from 'vitest';
import { sobolDesign, sobolIndices, type SobolRow } from '../../../engine/analysis/sensitivity/sobol.ts';
import type { Space } from '../../../engine/analysis/study/space.ts';
import { studyDraws } from '../../../engine/analysis/study/luck.ts';
import { cube, g, G, gIndices, ishigami, ishigamiIndices, ishigamiSpace } from './functions.ts';

/** Every place of every row, played as `play` does. */
function rowsOf(space: Space, rows: number, play: (place: ArrayLike<number>, row: number) => ArrayLike<number>): readonly SobolRow[] {
  return sobolDesign(space, rows, '1').rows.map(({ a, b, mixed }, j) => ({ a: play(a, j), b: play(b, j), mixed: mixed.map((place) => play(place, j)) }));
}
const known = (of: (place: ArrayLike<number>) => number) => (place: ArrayLike<number>): readonly number[] => [of(place)];

describe('Sobol indices', () => {
  it.each([
    ['of Ishigami', ishigamiSpace, ishigami, ishigamiIndices()],
    ['of the g-function', cube(G.length), g, gIndices()],
  ] as const)('%s are the known ones, and lie in their intervals', (_, space, play, { first, total }) => {
    const { levers, luck, together } = sobolIndices(rowsOf(space, 4096, known(play)), '1', 'test');
    expect(luck.value).toBe(0);
    levers.forEach((lever, d) => {
      expect(Math.abs(lever.first.value - first[d]), `first of x${d + 1}`).toBeLessThan(0.03);
      expect(Math.abs(lever.total.value - total[d]), `total of x${d + 1}`).toBeLessThan(0.03);
      for (const [estimate, truth] of [[lever.first, first[d]], [lever.total, total[d]]] as const) {
        expect(estimate.low).toBeLessThanOrEqual(truth + 1e-6);
        expect(estimate.high).toBeGreaterThanOrEqual(truth - 1e-6);
        expect(estimate.high - estimate.low).toBeLessThan(0.2);
      }
    });
    expect(together.value).toBeCloseTo(1 - first.reduce((sum, each) => sum + each, 0), 1);
  });
  it('keep luck out: a share that depends on one lever of three, seen in eight runs a place', () => {
    // p = 0.2 + 0.6 x1: the levers explain 0.03 of variance, luck E p(1 − p) = 0.22.
    const [draw] = studyDraws('luck', ['test']);
    const space = cube(3);
    const play = (place: ArrayLike<number>, row: number): readonly number[] => Array.from({ length: 8 }, (_, run) => (draw(row, run) < 0.2 + 0.6 * place[0] ? 1 : 0));
    const { mean, spread, luck, levers } = sobolIndices(rowsOf(space, 1500, play), '1', 'test');
    for (const [estimate, truth] of [[mean, 0.5], [spread, Math.sqrt(0.03)], [luck, 0.22 / 0.25], [levers[0].first, 1], [levers[0].total, 1]] as const) {
      expect(estimate.low).toBeLessThanOrEqual(truth);
      expect(estimate.high).toBeGreaterThanOrEqual(truth);
    }
    expect(Math.abs(luck.value - 0.88)).toBeLessThan(0.02);
    // Under equal luck a lever that does nothing changes no run: its total index is nothing, and not merely small.
    expect(levers[1].total).toEqual({ value: 0, low: 0, high: 0 });
  });
  it('would be wrong without that: as if each place were known exactly, luck passes for the levers', () => {
    const [draw] = studyDraws('luck', ['test']);
    const play = (place: ArrayLike<number>, row: number): readonly number[] => [draw(row, 0) < 0.2 + 0.6 * place[0] ? 1 : 0];
    const { levers } = sobolIndices(rowsOf(cube(3), 1500, play), '1', 'test');
    expect(levers[0].total.value).toBeLessThan(0.6);
  });
  it('are the same for the same seed, and others for another', () => {
    const rows = rowsOf(cube(5), 64, known(g));
    expect(sobolIndices(rows, '1', 'x')).toEqual(sobolIndices(rows, '1', 'x'));
    expect(sobolIndices(rows, '2', 'x').levers[0].first.low).not.toBe(sobolIndices(rows, '1', 'x').levers[0].first.low);
  });
});
