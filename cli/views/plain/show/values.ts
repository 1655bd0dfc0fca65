/** Amounts, rates, lengths of time and terms as people say them. */
import { plain } from '../../../../engine/record/plain.ts';
import type { Amount, Duration, Rate } from '../../../../engine/scenario/scenario.ts';
import { count, number, percent } from '../words.ts';

export function amount(of: Amount): string {
  return 'lever' in of ? `the lever ${of.lever}` : number(of.value);
}

export function isZero(of: Amount): boolean {
  return 'value' in of && of.value === 0;
}

/** What is added to a gauge of 0..1: '+0.03 a week'. */
export function pace(rate: Rate): string {
  const size = 'value' in rate.amount ? `${rate.amount.value > 0 ? '+' : ''}${number(rate.amount.value)}` : amount(rate.amount);
  return rate.per === null ? size : `${size} a ${rate.per}`;
}

export function chance(rate: Rate): string {
  const size = 'value' in rate.amount ? ` ${percent(rate.amount.value)}` : `: ${amount(rate.amount)}`;
  return rate.per === null ? `chance${size}` : `chance${size} a ${rate.per}`;
}

export function duration(of: Duration): string {
  return count(of.count, of.unit);
}

export function expression(of: { readonly text: string }): string {
  return plain(of.text);
}
