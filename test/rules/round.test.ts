import { describe, expect, it } from 'vitest';
import { fires, type MoveEvent } from '../../engine/charts/fires.ts';
import { cumulativeOf } from '../../engine/model/hazard.ts';
import { chanceOver } from '../../engine/model/amount.ts';
import { deadlineState } from '../../engine/rules/clock.ts';
import { breakChance } from '../../engine/rules/keep-peace.ts';
import { happens } from '../../engine/rules/news.ts';
import { isPast, nextGauge } from '../../engine/rules/pressure.ts';
import { allConsent, truceBrought } from '../../engine/rules/settle.ts';
import { nextTrack } from '../../engine/rules/table.ts';

describe('news', () => {
  it('an event happens when its condition holds, it has not used up its times, and the draw is below its chance', () => {
    expect(happens(true, true, 0.3, 0.29)).toBe(true);
    expect(happens(true, true, 0.3, 0.3)).toBe(false);
    expect(happens(false, true, 1, 0)).toBe(false);
    expect(happens(true, false, 1, 0)).toBe(false);
    expect(happens(true, true, 0, 1e-17)).toBe(false);
  });
  it('a chance a week is the chance of at least once in a week, however long the rounds', () => {
    expect(chanceOver(0.19, 1)).toBeCloseTo(0.19, 12);
    expect(1 - (1 - chanceOver(0.19, 0.5)) ** 2).toBeCloseTo(0.19, 12);
    expect(chanceOver(1, 0.5)).toBe(1);
    expect(chanceOver(0, 3)).toBe(0);
  });
});

describe('pressure', () => {
  it('moves by drift and noise, and is held in 0..1', () => {
    expect(nextGauge(0.5, 0.01, 0.02, 1)).toBeCloseTo(0.53, 12);
    expect(nextGauge(0.99, 0.05, 0, 0)).toBe(1);
    expect(nextGauge(0.01, -0.05, 0, 0)).toBe(0);
  });
  it('is past a threshold from the first round on, and until it has lapsed 0.03 behind it', () => {
    expect(isPast(0.6, 0.6, 1, false)).toBe(true);
    expect(isPast(0.58, 0.6, 1, true)).toBe(true);
    expect(isPast(0.58, 0.6, 1, false)).toBe(false);
    expect(isPast(0.56, 0.6, 1, true)).toBe(false);
    expect(isPast(0.2, 0.2, -1, false)).toBe(true);
    expect(isPast(0.24, 0.2, -1, true)).toBe(false);
  });
});

describe('the clock', () => {
  it('knows a deadline far off, near and passed', () => {
    expect(deadlineState(77, 50, 14)).toBe(0);
    expect(deadlineState(77, 63, 14)).toBe(1);
    expect(deadlineState(77, 77, 14)).toBe(2);
  });
});

describe('the table', () => {
  const track = { every: 0, after: 0, met: 0, attends: true };
  it('lets tracks meet in turn', () => {
    expect(nextTrack([track, track], -1, 1)).toBe(0);
    expect(nextTrack([track, track], 0, 2)).toBe(1);
    expect(nextTrack([track, track], 1, 3)).toBe(0);
  });
  it('passes over a track whose needed seats stay away', () => {
    expect(nextTrack([track, { ...track, attends: false }], 0, 2)).toBe(0);
    expect(nextTrack([{ ...track, attends: false }], -1, 1)).toBe(-1);
  });
  it('waits for a track that meets every two rounds, or later', () => {
    expect(nextTrack([{ ...track, every: 2, met: 3 }], 0, 4)).toBe(-1);
    expect(nextTrack([{ ...track, every: 2, met: 3 }], 0, 5)).toBe(0);
    expect(nextTrack([{ ...track, after: 2 }], -1, 2)).toBe(-1);
    expect(nextTrack([{ ...track, after: 2 }], -1, 3)).toBe(0);
  });
});

describe('movement', () => {
  const heard = (signals: readonly string[], draw = 0.4): MoveEvent => ({ type: 'move', has: (signal) => signals.includes(signal), holds: (condition) => condition === 1, chance: () => 0.5, draw: () => draw });
  it('asks for signal, condition and chance alike', () => {
    expect(fires(heard(['x']), 'r', { signal: 'x', condition: -1, chance: -1 })).toBe(true);
    expect(fires(heard(['y']), 'r', { signal: 'x', condition: -1, chance: -1 })).toBe(false);
    expect(fires(heard(['x']), 'r', { signal: 'x', condition: 0, chance: -1 })).toBe(false);
    expect(fires(heard(['x']), 'r', { signal: 'x', condition: 1, chance: 0 })).toBe(true);
    expect(fires(heard(['x'], 0.5), 'r', { signal: 'x', condition: 1, chance: 0 })).toBe(false);
  });
});

describe('settlement', () => {
  it('needs all whose consent is needed, and nobody else', () => {
    expect(allConsent(Int32Array.of(0b010, 0b101), 1, Uint8Array.from([1, 2, 1]))).toBe(true);
    expect(allConsent(Int32Array.of(0b010, 0b101), 1, Uint8Array.from([1, 0, 0]))).toBe(false);
  });
  it('brings the greatest truce among its terms, and none that is less than what holds', () => {
    expect(truceBrought(['limited-truce', null], 'war')).toBe('limited-truce');
    expect(truceBrought(['limited-truce', 'ceasefire'], 'war')).toBe('ceasefire');
    expect(truceBrought(['ceasefire'], 'limited-truce')).toBe('ceasefire');
    expect(truceBrought(['limited-truce'], 'ceasefire')).toBeNull();
  });
});

describe('peace', () => {
  const hazard = cumulativeOf([[90, 0.8], [365, 0.5]]);
  it('follows the published survival through its points', () => {
    expect(Math.exp(-hazard(90))).toBeCloseTo(0.8, 12);
    expect(Math.exp(-hazard(365))).toBeCloseTo(0.5, 12);
    expect(hazard(0)).toBe(0);
  });
  it('is as safe over two half rounds as over one', () => {
    const whole = 1 - breakChance(hazard(0), hazard(14), 1);
    const halves = (1 - breakChance(hazard(0), hazard(7), 1)) * (1 - breakChance(hazard(7), hazard(14), 1));
    expect(halves).toBeCloseTo(whole, 12);
  });
  it('is safer under a guarantee with a hazard ratio below one', () => {
    expect(breakChance(0, 0.1, 0.41)).toBeLessThan(breakChance(0, 0.1, 1));
  });
});
