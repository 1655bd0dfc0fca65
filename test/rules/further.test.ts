import { describe, expect, it } from 'vitest';
import { ageAt, cumulativeOf } from '../../engine/model/hazard.ts';
import { boughtHazard, spendLeverage } from '../../engine/rules/leverage.ts';
import { ladderOf, level, offerTime, proposal } from '../../engine/rules/propose.ts';
import { ratificationChance } from '../../engine/rules/ratify.ts';

describe('ratification', () => {
  it('is an even chance at half support, and surer on either side', () => {
    expect(ratificationChance(0.5, 8)).toBe(0.5);
    expect(ratificationChance(0.7, 8)).toBeCloseTo(0.832, 3);
    expect(ratificationChance(0.3, 8)).toBeCloseTo(0.168, 3);
  });
});

describe('leverage', () => {
  it('is spent by half of what is left', () => {
    expect(spendLeverage(0, 0.08)).toBeCloseTo(0.04, 12);
    expect(spendLeverage(0.04, 0.08)).toBeCloseTo(0.06, 12);
  });
  it('weakens the peace that it bought, by how much was spent', () => {
    expect(boughtHazard(1.5, 0, 0.08)).toBe(1);
    expect(boughtHazard(1.5, 0.08, 0.08)).toBeCloseTo(1.5, 12);
    expect(boughtHazard(1.5, 0.04, 0.08)).toBeCloseTo(Math.sqrt(1.5), 12);
  });
});

describe('offers in turn', () => {
  it('hold to a level that falls from the best to the larger of worst and walk-away value', () => {
    expect(level(0.3, 0.9, 0, 0)).toBe(0.9);
    expect(level(0.3, 0.9, 0.5, 0)).toBeCloseTo(0.6, 12);
    expect(level(0.3, 0.9, 1, 0.001)).toBe(0.3);
    expect(offerTime(0, 9)).toBe(0.1);
  });
  it('propose the least own worth at or above the level, or what is best for the others there', () => {
    const own = Float64Array.from([1, 0.8, 0.6, 0.4]);
    const ladder = (may: (k: number) => boolean) => ladderOf(own, may, (k) => [0, 0.9, 0.2, 1][k]);
    const all = ladder(() => true);
    expect(proposal(all, 0.5, -Infinity, false)).toBe(2);
    expect(proposal(all, 0.5, -Infinity, true)).toBe(1);
    expect(proposal(all, 1.2, -Infinity, false)).toBe(0);
    expect(proposal(all, 0.1, 0.7, false)).toBe(1);
    expect(proposal(all, 0.1, 1.1, false)).toBe(-1);
    expect(proposal(ladder((k) => k !== 2), 0.5, -Infinity, false)).toBe(1);
    expect(proposal(ladder(() => false), 0.5, -Infinity, false)).toBe(-1);
  });
});

describe('the age at which a hazard is used up', () => {
  it('inverts the cumulative hazard', () => {
    const survival = [[90, 0.8], [365, 0.5]] as const;
    const [total, age] = [cumulativeOf(survival), ageAt(survival)];
    for (const days of [1, 45, 90, 200, 365, 900]) expect(age(total(days))).toBeCloseTo(days, 8);
    expect(age(0)).toBe(0);
    expect(ageAt([[90, 1]])(0.1)).toBe(Infinity);
  });
});
