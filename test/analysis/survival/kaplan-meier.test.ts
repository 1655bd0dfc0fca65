/** Kaplan–Meier against a published example and the case without censoring, where everything is a simple share. */
import { describe, expect, it } from 'vitest';
import { kaplanMeier, medianOf, survivalAt, type Spell } from '../../../engine/analysis/survival/kaplan-meier.ts';

/** Remissions in weeks of the 21 children treated with 6-MP (Freireich et al. 1963), in many textbooks; negative: still going on. */
const FREIREICH = [6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35];
const spells = FREIREICH.map((days): Spell => ({ days: Math.abs(days), ended: days > 0 }));
const curve = kaplanMeier(spells);

describe('the estimate', () => {
  it('is that of the textbooks', () => {
    expect(curve.steps.map(({ days, atRisk, ended, survival }) => [days, atRisk, ended, Number(survival.toFixed(3))])).toEqual([
      [6, 21, 3, 0.857], [7, 17, 1, 0.807], [10, 15, 1, 0.753], [13, 12, 1, 0.69], [16, 11, 1, 0.627], [22, 7, 1, 0.538], [23, 6, 1, 0.448],
    ]);
    expect(medianOf(curve)).toBe(23);
    expect(curve).toMatchObject({ spells: 21, ended: 9 });
  });
  it('has Greenwood\'s intervals on the log(−log) scale', () => {
    // By hand for the first step: S = 18/21, variance sum 3 / (21 · 18).
    const s = 18 / 21;
    const half = (1.959963984540054 * Math.sqrt(3 / (21 * 18))) / -Math.log(s);
    expect(curve.steps[0]?.low).toBeCloseTo(s ** Math.exp(half), 12);
    expect(curve.steps[0]?.high).toBeCloseTo(s ** Math.exp(-half), 12);
    // As printed by statistical packages with conf.type = "log-log".
    expect([curve.steps[0]?.low, curve.steps[0]?.high, curve.steps[6]?.low, curve.steps[6]?.high].map((value) => Number(value?.toFixed(3)))).toEqual([0.62, 0.952, 0.188, 0.68]);
  });
  it('without censoring is the share that is left', () => {
    const all = kaplanMeier(Array.from({ length: 40 }, (_, at) => ({ days: at + 1, ended: true })));
    for (const step of all.steps) expect(step.survival).toBeCloseTo(1 - step.days / 40, 12);
    expect(all.steps.at(-1)?.survival).toBe(0);
    expect(all.steps.at(-1)?.high).toBeGreaterThan(0);
  });
});

describe('at a moment', () => {
  it('tells survival, interval and who was still seen', () => {
    expect(survivalAt(curve, 5)).toMatchObject({ survival: 1, atRisk: 21 });
    expect(survivalAt(curve, 5)?.low).toBeLessThan(0.9);
    expect(survivalAt(curve, 6)).toMatchObject({ survival: curve.steps[0]?.survival, atRisk: 21 });
    expect(survivalAt(curve, 12)?.atRisk).toBe(12);
    expect(survivalAt(curve, 35)).toMatchObject({ survival: curve.steps[6]?.survival, atRisk: 1 });
  });
  it('tells nothing of what nobody saw', () => {
    expect(survivalAt(curve, 36)).toBeNull();
    expect(survivalAt(kaplanMeier([]), 0)).toBeNull();
    expect(medianOf(kaplanMeier([{ days: 5, ended: false }]))).toBeNull();
  });
});
