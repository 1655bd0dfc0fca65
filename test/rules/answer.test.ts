import { describe, expect, it } from 'vitest';
import { answer, consentChance, lessFirmness, plainAnswer, WHY, type Case } from '../../engine/rules/answer.ts';

const text: Case = { redLine: false, firmStance: false, worth: 0.6, walkAway: 0.4, threshold: 0.5, sharpness: null };

describe('a party answers a text', () => {
  it('refuses a text that crosses a red line, however good the rest', () => {
    expect(answer({ ...text, redLine: true, worth: 1 }, 0)).toBe(WHY.redLine);
  });
  it('refuses a text outside a firm stance, however good the rest', () => {
    expect(answer({ ...text, firmStance: true, worth: 1 }, 0)).toBe(WHY.firmStance);
  });
  it('never accepts below its walk-away value, even with luck', () => {
    expect(answer({ ...text, worth: 0.39, threshold: 0.1, sharpness: 5 }, 0)).toBe(WHY.belowFloor);
    expect(consentChance({ ...text, worth: 0.39, threshold: 0.1, sharpness: 5 })).toBe(0);
  });
  it('with exact answers accepts at what it holds out for, and not below', () => {
    expect(answer({ ...text, worth: 0.5 }, 0.999)).toBe(WHY.goodEnough);
    expect(answer({ ...text, worth: 0.499 }, 0.001)).toBe(WHY.notGoodEnough);
  });
  it('with logistic answers is in two minds at its threshold, and surer on either side', () => {
    const chance = (worth: number): number => consentChance({ ...text, sharpness: 20, worth });
    expect(chance(0.5)).toBeCloseTo(0.5, 12);
    expect(chance(0.6)).toBeCloseTo(0.8808, 4); // 1 / (1 + e^-2)
    expect(chance(0.45)).toBeCloseTo(0.2689, 4); // 1 / (1 + e^1)
  });
  it('never consents less readily to a text that is worth more to it', () => {
    let before = 0;
    for (let worth = 0; worth <= 1; worth += 0.01) {
      const chance = consentChance({ ...text, sharpness: 12, worth });
      expect(chance).toBeGreaterThanOrEqual(before);
      before = chance;
    }
  });
  it('values a text less for each issue that lies outside its stance', () => {
    expect(lessFirmness(0.6, 2, 0.05)).toBeCloseTo(0.5, 12);
  });
  it('says without chance what it would say with exact answers', () => {
    expect(plainAnswer({ ...text, sharpness: 3, worth: 0.49 })).toBe(WHY.notGoodEnough);
    expect(plainAnswer({ ...text, sharpness: 3, worth: 0.51 })).toBe(WHY.goodEnough);
  });
});
