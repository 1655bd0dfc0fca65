import { describe, expect, it } from 'vitest';
import { aspiration, conceded, relativeTime } from '../../engine/rules/aspiration.ts';
import { lastRound } from '../../engine/rules/clock.ts';

describe('what a party holds out for', () => {
  it('begins at its best and ends at its walk-away value', () => {
    expect(aspiration(0.4, 0.9, conceded(0, 1))).toBe(0.9);
    expect(aspiration(0.4, 0.9, conceded(1, 1))).toBe(0.4);
  });
  it('falls in a straight line with exponent 1', () => {
    expect(aspiration(0.4, 0.9, conceded(0.5, 1))).toBeCloseTo(0.65, 12);
  });
  it('falls late with exponent 4 (boulware) and early with 0.25 (conceder)', () => {
    expect(aspiration(0.4, 0.9, conceded(0.5, 4))).toBeCloseTo(0.4 + 0.5 * (1 - 0.0625), 12);
    expect(aspiration(0.4, 0.9, conceded(0.5, 0.25))).toBeCloseTo(0.4 + 0.5 * (1 - 0.5 ** 0.25), 12);
  });
  it('is the walk-away value where even the best is worth less', () => {
    expect(aspiration(0.9, 0.5, conceded(0, 1))).toBe(0.9);
  });
  it('is paced by the stage, an announced deadline or the calendar, whichever comes first', () => {
    expect(lastRound(1, 12, 26, [], 1)).toBe(12);
    expect(lastRound(1, 12, 8, [], 1)).toBe(8);
    expect(lastRound(1, 12, 26, [5, 20], 1)).toBe(5);
    expect(lastRound(6, 12, 26, [5], 6)).toBe(17); // a deadline that has passed paces nobody
    expect(lastRound(1, 12, 26, [5, 9], 6)).toBe(9);
    expect(relativeTime(1, 1, 11)).toBe(0);
    expect(relativeTime(6, 1, 11)).toBe(0.5);
    expect(relativeTime(12, 1, 11)).toBe(1);
    expect(relativeTime(3, 3, 3)).toBe(1);
  });
});
