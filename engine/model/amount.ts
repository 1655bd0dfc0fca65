/** Numbers that may be levers, and rates brought to the length of a round. */
import type { Amount, Duration, Rate } from '../scenario/scenario.ts';
import { UNITS } from '../vocabulary.ts';

/** Reads a number, given the values of the levers. */
export type Num = (levers: Float64Array) => number;

export function compileAmount(amount: Amount, lever: (id: string) => number): Num {
  if ('value' in amount) {
    const { value } = amount;
    return () => value;
  }
  const handle = lever(amount.lever);
  return (levers) => levers[handle];
}

/** How many of the rate's unit a round lasts; null for a rate without a unit. */
export function periods(rate: Rate, round: Duration): number | null {
  return rate.per === null ? null : round.days / UNITS[rate.per];
}

/** A chance per unit of time as the chance that it happens at least once in a round: 1 − (1 − p)^periods. */
export function compileChance(rate: Rate, round: Duration, lever: (id: string) => number): Num {
  const amount = compileAmount(rate.amount, lever);
  const n = periods(rate, round);
  if (n === null) return (levers) => Math.min(1, Math.max(0, amount(levers)));
  return (levers) => chanceOver(amount(levers), n);
}

export function chanceOver(chance: number, units: number): number {
  if (chance <= 0) return 0;
  if (chance >= 1) return 1;
  return -Math.expm1(units * Math.log1p(-chance));
}

/** A drift per unit of time as what a round adds. */
export function compileDrift(rate: Rate, round: Duration, lever: (id: string) => number): Num {
  const amount = compileAmount(rate.amount, lever);
  const n = periods(rate, round) ?? 1;
  return (levers) => amount(levers) * n;
}

/** Noise as the standard deviation of a round: it grows with the square root of time. */
export function compileNoise(rate: Rate, round: Duration, lever: (id: string) => number): Num {
  const amount = compileAmount(rate.amount, lever);
  const root = Math.sqrt(periods(rate, round) ?? 1);
  return (levers) => amount(levers) * root;
}
