/**
 * Conditions as tables of tests: a row asks one thing of the state and says which row is next when it is so and when it is not. `and`, `or` and `not` are only
 * ways through the rows, so a condition is asked in one short loop, without one function calling another.
 */
import type { State } from './state.ts';

export interface Condition {
  /** The first row; `YES` or `NO` where there is nothing to ask. */
  readonly first: number;
  /** Rows of `ROW` numbers: what is asked (a code of `ASK`), of which handle, the words that will do as bits or the place of a number, and the next row if so and if not. */
  readonly rows: Int32Array;
  /** What numbers are held against. */
  readonly numbers: Float64Array;
  /** Whatever needs more than a row. */
  readonly others: readonly ((state: State, party: number) => boolean)[];
}

export const ROW = 5;
export const YES = -1;
export const NO = -2;

/** What a row can ask. */
export const ASK = {
  region: 0, stage: 1, ended: 2, inForce: 3, signed: 4, ratified: 5, repudiated: 6, collapsed: 7,
  gaugeBelow: 8, gaugeUpTo: 9, gaugeAbove: 10, gaugeFrom: 11, roundIs: 12, refusalsAbove: 13, other: 14,
} as const;
export type Ask = (typeof ASK)[keyof typeof ASK];

/** Whether a condition holds. @param party whose it is; -1: nobody's */
export function holds({ first, rows, numbers, others }: Condition, state: State, party: number): boolean {
  let at = first;
  while (at >= 0) {
    const of = rows[at + 1];
    const against = rows[at + 2];
    let is = false;
    switch (rows[at] as Ask) {
      case ASK.region: is = ((against >>> state.regions[of]) & 1) === 1; break;
      case ASK.stage: is = ((against >>> state.stage) & 1) === 1; break;
      case ASK.ended: is = ((against >>> state.ending) & 1) === 1; break;
      case ASK.inForce: is = ((against >>> state.inForce[of]) & 1) === 1; break;
      case ASK.signed: is = state.signed[of] === 1; break;
      case ASK.ratified: is = state.ratified[of] === 1; break;
      case ASK.repudiated: is = state.repudiated[of] === 1; break;
      case ASK.collapsed: is = state.collapsed === 1; break;
      case ASK.gaugeBelow: is = state.gauges[of] < numbers[against]; break;
      case ASK.gaugeUpTo: is = state.gauges[of] <= numbers[against]; break;
      case ASK.gaugeAbove: is = state.gauges[of] > numbers[against]; break;
      case ASK.gaugeFrom: is = state.gauges[of] >= numbers[against]; break;
      case ASK.roundIs: is = state.round === numbers[against]; break;
      case ASK.refusalsAbove: is = state.refusals > numbers[against]; break;
      case ASK.other: is = others[of](state, party); break;
    }
    at = is ? rows[at + 3] : rows[at + 4];
  }
  return at === YES;
}
