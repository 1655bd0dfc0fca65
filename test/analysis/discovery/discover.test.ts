/** PRIM on data with a known box: it is found, what does not matter is left free, and a box that is an accident is seen through. */
import { describe, expect, it } from 'vitest';
import { fitOf, restrictedIn, type Box, type Sample } from '../../../engine/analysis/discovery/box.ts';
import { discover } from '../../../engine/analysis/discovery/discover.ts';
import { paste } from '../../../engine/analysis/discovery/paste.ts';
import { peel } from '../../../engine/analysis/discovery/peel.ts';
import { quasiP, withoutAccidents } from '../../../engine/analysis/discovery/trust.ts';
import { latinHypercube } from '../../../engine/analysis/study/design.ts';
import { studyDraws } from '../../../engine/analysis/study/luck.ts';
import { cube } from '../sensitivity/functions.ts';

/** Cases by a chance that depends on the place, in six levers of which most do nothing. */
function sampleOf(settings: number, chance: (place: Float64Array) => number, seed = '1'): Sample {
  const places = latinHypercube(cube(6), settings, seed, 'test');
  const [draw] = studyDraws(seed, ['cases']);
  return { values: Array.from({ length: 6 }, (_, d) => Float64Array.from(places, (place) => place[d])), of: Float64Array.from(places, (place, at) => (draw(at, 0) < chance(place) ? 1 : 0)) };
}
const inBox = ([x, y]: Float64Array): boolean => x >= 0.3 && x <= 0.7 && y >= 0.6;
const known = sampleOf(3000, (place) => (inBox(place) ? 0.9 : 0.05));

describe('a known box', () => {
  const { boxes: [found], density } = discover(known, { seed: '1' });
  it('is found, on both sides of the one lever and on one side of the other', () => {
    expect(density).toBeCloseTo(0.16 * 0.9 + 0.84 * 0.05, 1);
    expect(found?.restricts.map(({ lever }) => lever)).toEqual([0, 1]);
    const [x, y] = found?.restricts ?? [];
    for (const [bound, truth] of [[x?.low, 0.3], [x?.high, 0.7], [y?.low, 0.6]]) expect(Math.abs((bound ?? NaN) - (truth ?? NaN))).toBeLessThan(0.03);
    expect(y?.high).toBe(Infinity);
  });
  it('has the density, coverage and mass that it has, also where it was not found', () => {
    expect(found?.found.density).toBeGreaterThan(0.8);
    expect(found?.checked.interval.low).toBeLessThan(0.9);
    expect(found?.checked.interval.high).toBeGreaterThan(0.84);
    expect(found?.checked.mass).toBeCloseTo(0.16, 1);
    expect(found?.checked.coverage).toBeCloseTo((0.16 * 0.9) / (0.16 * 0.9 + 0.84 * 0.05), 1);
  });
  it('restricts levers that are restricted again in every half, and no accident', () => {
    for (const { p, again } of found?.restricts ?? []) {
      expect(p).toBeLessThan(1e-6);
      expect(again).toBeGreaterThan(0.9);
    }
  });
});

describe('the trade-off', () => {
  const steps = peel(known);
  it('goes from the whole space inwards: density rises, coverage and mass fall', () => {
    expect(steps[0]).toMatchObject({ coverage: 1, mass: 1, inside: 3000 });
    expect(restrictedIn(steps[0]?.box ?? [])).toEqual([]);
    for (const [at, step] of steps.entries()) {
      // What it counted on the way is what is inside.
      const { box, ...fit } = step;
      expect(fitOf(box, known)).toEqual(fit);
      if (at > 0) expect(step.mass).toBeLessThan(steps[at - 1]?.mass ?? 0);
    }
    expect(Math.max(...steps.map(({ density }) => density))).toBeGreaterThan(0.85);
  });
  it('is cut where a coverage is wanted', () => {
    for (const coverage of [0.9, 0.5]) {
      const [box] = discover(known, { seed: '1', coverage }).boxes;
      // Bounds that are accidents are dropped after the cut, which can only give coverage back.
      expect((box?.found.coverage ?? 0) - coverage).toBeGreaterThan(-0.04);
      expect((box?.found.coverage ?? 0) - coverage).toBeLessThan(0.12);
    }
  });
  it('takes settings that are alike together', () => {
    const { values, of } = sampleOf(600, ([x]) => (x >= 2 / 3 ? 0.9 : 0.1));
    const steps3 = peel({ values: [Float64Array.from(values[0], (x) => Math.floor(x * 3))], of });
    expect(steps3.map(({ box: [bounds] }) => bounds?.low)).toEqual([-Infinity, 0.5, 1.5]);
  });
});

describe('pasting', () => {
  /** All in the box are cases, and none outside of it. */
  const sharp = sampleOf(3000, (place) => (inBox(place) ? 1 : 0));
  const overshot = peel(sharp).at(-1);
  const holds = (outer: Box, inner: Box): boolean => outer.every(({ low, high }, d) => low <= (inner[d]?.low ?? NaN) && high >= (inner[d]?.high ?? NaN));

  it('finds the known box again where peeling went on too long', () => {
    if (overshot === undefined) throw new Error('a step');
    expect(overshot.coverage).toBeLessThan(0.4);
    expect(overshot.box[0]?.low).toBeGreaterThan(0.5);
    const pasted = paste(overshot.box, sharp);
    const fit = fitOf(pasted, sharp);
    expect(fit.density).toBe(1);
    expect(fit.coverage).toBeGreaterThan(0.95);
    expect(restrictedIn(pasted)).toEqual([0, 1]);
    for (const [bound, truth] of [[pasted[0]?.low, 0.3], [pasted[0]?.high, 0.7], [pasted[1]?.low, 0.6]]) expect(Math.abs((bound ?? NaN) - (truth ?? NaN))).toBeLessThan(0.015);
    expect(pasted[1]?.high).toBe(Infinity);
  });
  it('so that a box for few of the cases is told with all that it could hold', () => {
    const [box] = discover(sharp, { seed: '1', coverage: 0.35 }).boxes;
    expect(box?.found.coverage).toBeGreaterThan(0.9);
    expect(box?.found.density).toBe(1);
    // As on the way to it, nothing was pasted yet.
    expect(box?.tradeOff.some(({ coverage }) => Math.abs(coverage - 0.35) < 0.03)).toBe(true);
  });
  it('never lowers the density, nor lets go of anything, whatever the box', () => {
    for (const sample of [known, sharp, sampleOf(1500, () => 0.3)]) {
      for (const step of peel(sample)) {
        const pasted = paste(step.box, sample);
        expect(holds(pasted, step.box)).toBe(true);
        expect(fitOf(pasted, sample).density).toBeGreaterThanOrEqual(step.density);
        expect(paste(pasted, sample)).toEqual(pasted);
      }
    }
  });
  it('takes settings that are alike together, up to the next that are not, and drops a bound beyond which nothing is left', () => {
    const sample: Sample = { values: [Float64Array.from([1, 1, 2, 2, 3, 3, 4])], of: Float64Array.from([0, 1, 1, 1, 1, 1, 1]) };
    expect(paste([{ low: 2.5, high: 3.5 }], sample)).toEqual([{ low: 1.5, high: Infinity }]);
    // The one lever's bound is all that keeps them out; a setting that another keeps out as well is in no slice.
    const two: Sample = { values: [Float64Array.from([1, 2, 3]), Float64Array.from([9, 1, 1])], of: Float64Array.from([1, 1, 1]) };
    expect(paste([{ low: 2.5, high: Infinity }, { low: -Infinity, high: 5 }], two)).toEqual([{ low: -Infinity, high: Infinity }, { low: -Infinity, high: Infinity }]);
    const box: Box = [{ low: 2.5, high: Infinity }, { low: -Infinity, high: 5 }];
    paste(box, two);
    expect(box).toEqual([{ low: 2.5, high: Infinity }, { low: -Infinity, high: 5 }]);
  });
});

describe('chance alone', () => {
  const noise = sampleOf(3000, () => 0.3);
  it('makes a box that its own sample believes in; the settings kept back do not', () => {
    const best = peel(noise).at(-1);
    expect(best?.density).toBeGreaterThan(0.4);
    for (const { checked } of discover(noise, { seed: '1', coverage: 0.1 }).boxes) expect(checked.interval.low).toBeLessThan(0.33);
  });
  it('is dropped lever by lever, and what holds stays', () => {
    const box: Box = [{ low: 0.3, high: 0.7 }, { low: 0.6, high: Infinity }, { low: 0.1, high: 0.95 }, ...[3, 4, 5].map(() => ({ low: -Infinity, high: Infinity }))];
    expect(quasiP(box, 2, known)).toBeGreaterThan(0.05);
    expect(restrictedIn(withoutAccidents(box, known))).toEqual([0, 1]);
  });
  it('is known exactly in a small case: all of three inside, where half are cases', () => {
    const sample: Sample = { values: [Float64Array.from([1, 2, 3, 4, 5, 6])], of: Float64Array.from([0, 0, 0, 1, 1, 1]) };
    expect(quasiP([{ low: 3.5, high: Infinity }], 0, sample)).toBeCloseTo(1 / 8, 12);
  });
});

it('two boxes are found one after the other', () => {
  const sample = sampleOf(4000, ([x, y]) => ((x > 0.75 && y > 0.5) || (x < 0.2 && y < 0.5) ? 0.9 : 0.03));
  const { boxes } = discover(sample, { seed: '1', boxes: 3 });
  expect(boxes.length).toBeGreaterThanOrEqual(2);
  expect(boxes[0]?.restricts[0]).toMatchObject({ lever: 0, high: Infinity });
  expect(boxes[1]?.restricts[0]).toMatchObject({ lever: 0, low: -Infinity });
});
