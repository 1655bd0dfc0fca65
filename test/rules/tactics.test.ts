/** Tactics other than time: examples, and Rubinstein's shares. */
import { describe, expect, it } from 'vitest';
import { corners, reachable, rubinstein, type Point } from '../../engine/rules/tactics/equilibrium.ts';
import { randomLevel } from '../../engine/rules/tactics/random.ts';
import { spentTime } from '../../engine/rules/tactics/resource.ts';
import { heldAt, leftAfter } from '../../engine/rules/tactics/tit-for-tat.ts';
import { playRun } from '../../engine/run/kernel.ts';
import type { RunRecord } from '../../engine/index.ts';
import { modelFrom } from '../helpers/world.ts';

describe('tit-for-tat', () => {
  const way = { left: 1, before: null, now: 0.2, top: 1, kindness: 0 };
  it('gives nothing for a first offer', () => { expect(leftAfter(way)).toBe(1); });
  it('goes the share of its way that the others went of theirs', () => {
    // From 0.2 to 0.4 of 1 is a quarter of the way.
    expect(leftAfter({ ...way, before: 0.2, now: 0.4 })).toBeCloseTo(0.75, 12);
    expect(leftAfter({ ...way, left: 0.5, before: 0.2, now: 0.4 })).toBeCloseTo(0.375, 12);
    expect(heldAt(0.4, 0.9, 0.75)).toBeCloseTo(0.775, 12);
  });
  it('goes back as they go back, and never beyond its best', () => {
    expect(leftAfter({ ...way, left: 0.5, before: 0.4, now: 0.2 })).toBeCloseTo(0.5 * (0.8 / 0.6), 12);
    expect(leftAfter({ ...way, left: 0.9, before: 0.8, now: 0.2 })).toBe(1);
  });
  it('gives up its kindness besides', () => { expect(leftAfter({ ...way, before: 0.2, now: 0.2, kindness: 0.1 })).toBeCloseTo(0.9, 12); });
  it('asks for no more once it was offered its best', () => { expect(leftAfter({ ...way, before: 0.5, now: 1 })).toBe(0); });
  it('does not mind the scale and origin of worth', () => {
    expect(leftAfter({ left: 0.8, before: 3 + 20 * 0.2, now: 3 + 20 * 0.4, top: 3 + 20, kindness: 0 })).toBeCloseTo(leftAfter({ left: 0.8, before: 0.2, now: 0.4, top: 1, kindness: 0 }), 12);
  });
});

it('resources stand in the place of time, and chance between the walk-away value and the best', () => {
  expect([-0.2, 0.3, 1.4].map(spentTime)).toEqual([0, 0.3, 1]);
  expect([0, 0.5, 1].map((draw) => randomLevel(0.4, 0.8, draw))).toEqual([0.4, 0.6000000000000001, 0.8]);
  expect(randomLevel(0.9, 0.8, 0.5)).toBe(0.9);
});

const LINE: readonly Point[] = [{ a: 0, b: 1 }, { a: 1, b: 0 }];

describe('equilibrium', () => {
  it('is Rubinstein’s on a line: who asks first gets (1 − d2) / (1 − d1·d2)', () => {
    for (const [d1, d2] of [[0.9, 0.9], [0.5, 0.8], [0.99, 0.7]] as const) {
      const shares = rubinstein(corners(LINE), [-Math.log(d1), -Math.log(d2)]);
      expect(shares?.asks.a).toBeCloseTo((1 - d2) / (1 - d1 * d2), 9);
      expect(shares?.asks.b).toBeCloseTo((1 - d1) / (1 - d1 * d2), 9);
      // The other accepts just what is left.
      expect(shares?.accepts.b).toBeCloseTo(1 - (1 - d2) / (1 - d1 * d2), 9);
    }
  });
  it('tends to r2 : r1 with ever shorter rounds, whoever asks', () => {
    const far = [1, 0.1, 0.01, 0.001].map((round) => {
      const shares = rubinstein(corners(LINE), [0.2 * round, 0.1 * round]);
      if (shares === null) throw new Error('no equilibrium');
      expect(shares.asks.a).toBeGreaterThan(shares.accepts.a);
      return Math.max(Math.abs(shares.asks.a - 1 / 3), Math.abs(shares.accepts.a - 1 / 3));
    });
    expect(far.every((each, at) => at === 0 || each < 0.2 * (far[at - 1] ?? 0))).toBe(true);
    expect(far.at(-1)).toBeLessThan(1e-4);
  });
  it('tends to the Nash solution for equal rates on any frontier', () => {
    // Nash on these three corners: the middle one, 0.8 · 0.6 against at most 0.25 · … on the pieces beside it.
    const shares = rubinstein(corners([{ a: 0, b: 0.9 }, { a: 0.8, b: 0.6 }, { a: 1, b: 0 }]), [1e-5, 1e-5]);
    expect(shares?.asks.a).toBeCloseTo(0.8, 3);
    expect(shares?.asks.b).toBeCloseTo(0.6, 3);
  });
  it('of endless patience on both sides takes the middle; against one, the other gets almost nothing', () => {
    expect(rubinstein(corners(LINE), [0, 0])?.asks.a).toBeCloseTo(0.5, 5);
    expect(rubinstein(corners(LINE), [0, 0.1])?.asks.a).toBeCloseTo(1, 9);
  });
  it('has nothing to divide where nobody can gain', () => { expect(rubinstein(corners([{ a: -0.1, b: 0.5 }]), [0.1, 0.1])).toBeNull(); });
  it('knows only the corners of a frontier', () => {
    expect(corners([{ a: 0.5, b: 0.5 }, { a: 0, b: 1 }, { a: 0.2, b: 0.3 }, { a: 1, b: 0 }, { a: 0.6, b: 0.6 }])).toEqual([{ a: 0, b: 1 }, { a: 0.6, b: 0.6 }, { a: 1, b: 0 }]);
  });
  it('falls back on the nearest package where there are few', () => {
    expect(reachable([{ a: 0.2, b: 0.8 }, { a: 0.8, b: 0.2 }], { a: 0.3, b: 0.6 })).toEqual({ a: 0.2, b: 0.6 });
    expect(reachable([{ a: 0.3, b: 0.7 }], { a: 0.3, b: 0.6 })).toEqual({ a: 0.3, b: 0.6 });
  });
});

/** Two who divide a hundred, with 101 options and opposed worths. */
function division(manner: readonly [object, object], round: string): string {
  const assumed = 'a test';
  const shares = Array.from({ length: 101 }, (_, at) => at);
  const id = (share: number): string => `o${String(share).padStart(3, '0')}`;
  const scores = (of: (share: number) => number): object => Object.fromEntries(shares.map((share) => [id(share), of(share)]));
  return JSON.stringify({
    winset: 1, id: 'division', title: 'A division', question: 'Who gets what?', calendar: { start: '2025-01-06', round, rounds: 40 },
    issues: { cake: { title: 'Share of the first', options: Object.fromEntries(shares.map((share) => [id(share), String(share)])), standing: id(0) } },
    parties: Object.fromEntries(['first', 'second'].map((name, p) => [name, {
      name, worth: { cake: { weight: 1, scores: scores((share) => (p === 0 ? share : 100 - share)), assumed } }, 'walk-away': { value: 0, assumed }, manner: { sharpness: 'exact', spread: 0, ...manner[p], assumed },
    }])),
    tracks: { table: { title: 'T', seats: ['first', 'second'], assumed } },
    stages: { deal: { title: 'D', issues: ['cake'], signs: ['first', 'second'], protocol: 'alternating-offers', rounds: 40, assumed } },
    outcomes: [{ id: 'deal', title: 'D', when: 'settled.deal' }, { id: 'none', title: 'N', otherwise: true }],
  });
}

function played(text: string, seed = '1'): { readonly share: number; readonly round: number; readonly records: readonly RunRecord[] } {
  const model = modelFrom(text);
  const records: RunRecord[] = [];
  const { state } = playRun(model, 1, { seed, emit: (record) => records.push(record) });
  return { share: state.signed[0] === 1 ? state.signedTerms[0] ?? -1 : -1, round: state.round, records };
}

describe('in a run of offers in turn', () => {
  const equilibrium = (first: string, second: string): readonly [object, object] => [{ tactic: 'equilibrium', discount: first }, { tactic: 'equilibrium', discount: second }];
  it('equilibrium agrees at once on Rubinstein’s split', () => {
    // d1 = e^−0.2, d2 = e^−0.1 a round of a week: (1 − d2) / (1 − d1·d2) = 0.367; of whole options above what the second accepts, 36.
    expect(played(division(equilibrium('0.2 / week', '0.1 / week'), '1 week'))).toMatchObject({ share: 36, round: 1 });
  });
  it('equilibrium tends to r2 : r1 as rounds become short, in runs too', () => {
    const days = played(division(equilibrium('0.2 / month', '0.1 / month'), '1 day')).share;
    expect(Math.abs(days - 100 / 3)).toBeLessThanOrEqual(1);
  });
  it('a patient party gets more than a hasty one, whoever opens', () => {
    const patient = played(division(equilibrium('0.05 / week', '0.2 / week'), '1 week')).share;
    const hasty = played(division(equilibrium('0.2 / week', '0.05 / week'), '1 week')).share;
    expect(patient).toBeGreaterThan(70);
    expect(hasty).toBeLessThan(30);
  });
  it('tit-for-tat gives the other’s concession back, and gets no less than a clock that runs alike', () => {
    const { share, records } = played(division([{ tactic: 'tit-for-tat' }, { exponent: 1 }], '1 week'));
    expect(share).toBeGreaterThanOrEqual(50);
    expect(records.filter((record) => record.kind === 'tabled' && record.by === 'first').length).toBeGreaterThan(3);
  });
  it('two who both wait for the other get nowhere, and kindness brings them together', () => {
    expect(played(division([{ tactic: 'tit-for-tat' }, { tactic: 'tit-for-tat' }], '1 week')).share).toBe(-1);
    expect(played(division([{ tactic: 'tit-for-tat', kindness: 0.03 }, { tactic: 'tit-for-tat', kindness: 0.03 }], '1 week')).share).toBeGreaterThanOrEqual(45);
  });
  it('a resource that is used up by half holds out for half', () => {
    const { records } = played(division([{ tactic: 'resource', 'used-up': 0.5 }, { exponent: 0.25 }], '1 week'));
    const first = records.find((record) => record.kind === 'tabled');
    expect(first?.kind === 'tabled' ? first.terms['cake'] : null).toBe('o050');
  });
  it('chance draws another level each round, the same under the same seed', () => {
    const text = division([{ tactic: 'random' }, { exponent: 4 }], '1 week');
    const offers = (seed: string): unknown => played(text, seed).records.flatMap((record) => (record.kind === 'tabled' && record.by === 'first' ? [record.terms['cake']] : []));
    expect(new Set(offers('1') as string[]).size).toBeGreaterThan(3);
    expect(offers('1')).toEqual(offers('1'));
    expect(offers('1')).not.toEqual(offers('2'));
  });
});
