/** Scores of distributions, and what a backtest makes of runs. */
import { describe, expect, it } from 'vitest';
import { backtestResult, caseResult, failures } from '../../engine/analysis/backtest/backtest.ts';
import type { History, PastCase } from '../../engine/analysis/backtest/history.ts';
import { brier, logarithmic, sharesOf, uniform } from '../../engine/analysis/backtest/score.ts';
import type { CellRuns } from '../../engine/batch/cells/cell.ts';
import type { Scenario } from '../../engine/index.ts';

describe('scores', () => {
  it('are 0 for certainty in what happened, and know the usual values', () => {
    expect(brier({ shares: [1, 0], happened: 0 })).toBe(0);
    expect(brier({ shares: [1, 0], happened: 1 })).toBe(2);
    expect(brier({ shares: uniform(3), happened: 1 })).toBeCloseTo(2 / 3, 12);
    expect(logarithmic({ shares: uniform(3), happened: 1 })).toBeCloseTo(Math.log(3), 12);
    expect(logarithmic({ shares: [0.25, 0.75], happened: 1 })).toBeCloseTo(0.287682, 6);
  });
  it('are proper: over what one believes nobody does better than to say it', () => {
    const belief = [0.2, 0.5, 0.3];
    for (const score of [brier, logarithmic]) {
      const expected = (shares: readonly number[]): number => belief.reduce((sum, p, happened) => sum + p * score({ shares, happened }), 0);
      for (const other of [[0.3, 0.4, 0.3], [0.1, 0.6, 0.3], uniform(3), [0.01, 0.98, 0.01]]) expect(expected(other)).toBeGreaterThan(expected(belief));
    }
  });
  it('never meet a share of 0 or 1', () => {
    expect(sharesOf([0, 9])).toEqual([0.05, 0.95]);
    expect(sharesOf([0, 0])).toEqual([0.5, 0.5]);
    expect(sharesOf([300, 0, 0])[1]).toBeCloseTo(1 / 903, 12);
  });
});

/** As much of a scenario as a backtest reads. */
const scenario = {
  id: 'talks', title: 'Talks', stages: [{ id: 'deal' }], issues: [{ id: 'land', options: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] }],
  outcomes: [{ id: 'held' }, { id: 'fell' }, { id: 'unsigned' }],
} as unknown as Scenario;
const history: History = { cases: [], rates: { war: { title: 'W', value: 0.25, source: 's', status: 'seen' } } };
const past = (more: Partial<PastCase>): PastCase => ({ id: 'talks', family: 'talks', ended: { what: 'w', mark: 'seen', source: 's' }, signed: true, held: false, base: { signed: 'war', held: 'war' }, terms: { land: 'b' }, ...more });
/** Nine runs: four hold, two fall, three end without a text, one of them after a signature that was not carried. */
const runs: CellRuns = { first: 1, outcomes: Uint8Array.from([0, 0, 0, 0, 1, 1, 2, 2, 2]), measures: [], texts: [['b', 'b', 'b', 'a', 'c', 'b', 'b', null, null]] };

describe('a case', () => {
  const result = caseResult(scenario, past({}), runs, history);
  const question = (asks: string): (typeof result.questions)[number] | undefined => result.questions.find((each) => each.asks === asks);
  it('counts what came into force, its terms, and whether it held', () => {
    expect(result.inForce).toBe(6);
    expect(question('signed')?.share).toBeCloseTo(6.5 / 10, 12);
    // Of six texts in force four had b; the seventh with b was never carried.
    expect(question('terms')).toMatchObject({ of: 6, happened: 'b', uniform: 1 / 3, base: 1 / 3 });
    expect(question('terms')?.share).toBeCloseTo((4 + 1 / 3) / 7, 12);
    expect(question('held')).toMatchObject({ happened: 'no', of: 6, base: 0.75 });
    expect(question('held')?.share).toBeCloseTo(2.5 / 7, 12);
  });
  it('is scored as its shares say', () => {
    expect(question('signed')?.runs.log).toBeCloseTo(-Math.log(0.65), 12);
    expect(question('signed')?.byBase).toEqual({ brier: 2 * 0.75 * 0.75, log: -Math.log(0.25) });
  });
  it('has no terms and no peace where nothing was signed', () => {
    const unsigned = caseResult(scenario, past({ signed: false, held: null, terms: {} }), { ...runs, texts: [] }, history);
    expect(unsigned.questions.map(({ asks, happened }) => [asks, happened])).toEqual([['signed', 'no']]);
    const both = backtestResult([result, unsigned]);
    expect(both.signed).toBe(1);
    expect(both.summary.map(({ asks, cases, questions }) => [asks, cases, questions])).toEqual([['signed', 2, 2], ['terms', 1, 1], ['held', 1, 1]]);
    // The baselines were nearer on: whether it held (0.75 against 0.36), and that nothing was signed (0.75 against 0.35).
    expect(failures(both).map(({ asks, happened }) => [asks, happened])).toEqual([['signed', 'no'], ['held', 'no']]);
  });
});
