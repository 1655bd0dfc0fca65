import { describe, expect, it } from 'vitest';
import { quantile, type Distribution } from '../../engine/chance/distribution.ts';
import { betaShare, logGamma, normalShare } from '../../engine/chance/special.ts';

const of = (distribution: Distribution, p: number, range: readonly [number, number] = [0, 1]): number => quantile(distribution, range, p);

describe('special functions', () => {
  it('agree with tables (Abramowitz & Stegun 1964)', () => {
    expect(normalShare(1)).toBeCloseTo(0.841344746068543, 14);
    expect(normalShare(-2.5)).toBeCloseTo(0.00620966532577613, 15);
    expect(normalShare(-7)).toBeCloseTo(1.279812543885835e-12, 24);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
    expect(logGamma(6)).toBeCloseTo(Math.log(120), 12);
    expect(betaShare(2, 3, 0.4)).toBeCloseTo(0.5248, 10);
    expect(betaShare(1, 1, 0.3)).toBeCloseTo(0.3, 12);
  });
});

describe('quantiles', () => {
  it('of the uniform are straight', () => { expect(of({ kind: 'uniform', low: 0.2, high: 0.6 }, 0.25)).toBeCloseTo(0.3, 12); });
  it('of the triangular turn at the mode', () => {
    const triangle: Distribution = { kind: 'triangular', low: 0, mode: 0.25, high: 1 };
    expect(of(triangle, 0.25)).toBeCloseTo(0.25, 12);
    expect(of(triangle, 0.8125)).toBeCloseTo(1 - Math.sqrt(0.1875 * 0.75), 12);
  });
  it('of PERT have mean (low + 4 mode + high) / 6', () => {
    const pert: Distribution = { kind: 'pert', low: 0.1, mode: 0.3, high: 0.8 };
    let sum = 0;
    for (let i = 0; i < 2000; i++) sum += of(pert, (i + 0.5) / 2000);
    expect(sum / 2000).toBeCloseTo((0.1 + 1.2 + 0.8) / 6, 4);
  });
  it('of the normal are truncated to the range', () => {
    const normal: Distribution = { kind: 'normal', mean: 0.5, sd: 0.3 };
    expect(of(normal, 0.5)).toBeCloseTo(0.5, 10);
    expect(of(normal, 1e-9)).toBeGreaterThanOrEqual(0);
    expect(of(normal, 1 - 1e-9)).toBeLessThanOrEqual(1);
  });
  it('of the discrete follow the weights', () => {
    const discrete: Distribution = { kind: 'discrete', values: [[0.1, 1], [0.5, 2], [0.9, 1]] };
    expect([0.1, 0.3, 0.7, 0.8].map((p) => of(discrete, p))).toEqual([0.1, 0.5, 0.5, 0.9]);
  });
  it('never fall', () => {
    for (const each of [{ kind: 'uniform', low: 0, high: 1 }, { kind: 'triangular', low: 0, mode: 1, high: 1 }, { kind: 'pert', low: 0, mode: 0, high: 1 }, { kind: 'normal', mean: 0.2, sd: 0.5 }] satisfies Distribution[]) {
      let before = -1;
      for (let p = 0.001; p < 1; p += 0.003) { const now = of(each, p); expect(now).toBeGreaterThanOrEqual(before); before = now; }
    }
  });
});
