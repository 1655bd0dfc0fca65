/** Screening: effects of known size, and designs that do what they promise. */
import { describe, expect, it } from 'vitest';
import { elementaryEffects, morrisDesign } from '../../../engine/analysis/sensitivity/morris.ts';
import { studyDraws } from '../../../engine/analysis/study/luck.ts';
import { latinHypercube } from '../../../engine/analysis/study/design.ts';
import { cube, g, ishigami, ishigamiSpace } from './functions.ts';

describe('the design', () => {
  it('moves every lever once a path, by two thirds of its range, inside of the cube', () => {
    for (const { places, moves } of morrisDesign(cube(6), 40, '1')) {
      expect(moves.map(({ lever }) => lever).sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5]);
      for (const [m, { lever, by }] of moves.entries()) places[m + 1].forEach((u, d) => { expect(u - places[m][d]).toBeCloseTo(d === lever ? by : 0, 12); });
      for (const place of places) for (const u of place) expect([0, 1 / 3, 2 / 3, 1].some((level) => Math.abs(level - u) < 1e-12)).toBe(true);
    }
  });
  it('of a Latin hypercube holds one place in each part of each range, whatever other levers there are', () => {
    const rows = latinHypercube(cube(4), 50, '1', 'x');
    for (let d = 0; d < 4; d++) expect(rows.map((row) => Math.floor(row[d] * 50)).sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, at) => at));
    expect(latinHypercube(cube(2), 50, '1', 'x').map((row) => row[1])).toEqual(rows.map((row) => row[1]));
    expect(latinHypercube(cube(2), 50, '2', 'x').map((row) => row[1])).not.toEqual(rows.map((row) => row[1]));
  });
});

describe('elementary effects', () => {
  const screen = (levers: number, play: (place: Float64Array, path: number) => ArrayLike<number>, paths = 60) => {
    const design = morrisDesign(cube(levers), paths, '1');
    return elementaryEffects(design, design.map(({ places }, j) => places.map((place) => play(place, j))), '1', 'test');
  };
  it('of a line are its slopes, everywhere the same', () => {
    const { effects, luck } = screen(3, ([x, y]) => [3 * x - 2 * y]);
    expect(luck).toBe(0);
    for (const [d, slope] of [3, -2, 0].entries()) {
      expect(effects[d].mean.value).toBeCloseTo(slope, 9);
      expect(effects[d].size.value).toBeCloseTo(Math.abs(slope), 9);
      expect(effects[d].spread.value).toBeLessThan(1e-6);
    }
  });
  it('of a product have a spread: the levers act together', () => {
    const { effects } = screen(2, ([x, y]) => [x * y]);
    expect(effects[0].mean.low).toBeLessThan(0.5);
    expect(effects[0].mean.high).toBeGreaterThan(0.5);
    expect(effects[0].spread.value).toBeGreaterThan(0.2);
  });
  it('rank the levers of the g-function and of Ishigami as they are known to matter', () => {
    const sizes = screen(5, (place) => [g(place)], 200).effects.map(({ size }) => size.value);
    expect([...sizes].sort((a, b) => b - a)).toEqual(sizes);
    const design = morrisDesign(ishigamiSpace, 200, '1');
    const { effects } = elementaryEffects(design, design.map(({ places }) => places.map((place) => [ishigami(place)])), '1', 'test');
    // x3 has no effect on average and a large one where x1 lets it: a first-order view would drop it.
    expect(effects[2].size.low).toBeGreaterThan(3);
    expect(effects[2].mean.low).toBeLessThan(0);
    expect(effects[2].mean.high).toBeGreaterThan(0);
  });
  it('of a share are known up to luck, and the luck is said', () => {
    const [draw] = studyDraws('luck', ['test']);
    const { effects, luck } = screen(3, (place, path) => Array.from({ length: 20 }, (_, run) => (draw(path, run) < 0.2 + 0.6 * place[0] ? 1 : 0)), 200);
    expect(effects[0].mean.low).toBeLessThan(0.6);
    expect(effects[0].mean.high).toBeGreaterThan(0.6);
    // With equal luck a move of 0.4 changes a run with chance 0.4: variance 0.24 among runs, over 20 runs and (2/3)².
    expect(effects[0].luck).toBeCloseTo(Math.sqrt((0.24 / 20) / (4 / 9)), 2);
    expect(effects[1]).toEqual({ mean: { value: 0, low: 0, high: 0 }, size: { value: 0, low: 0, high: 0 }, spread: { value: 0, low: 0, high: 0 }, luck: 0 });
    expect(luck).toBeGreaterThan(0.75);
    expect(luck).toBeLessThan(0.92);
  });
});
