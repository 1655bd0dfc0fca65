/** Numbers, rates, lengths of time and days, as files write them. */
import { UNITS } from '../../vocabulary.ts';
import type { Unit } from '../../vocabulary.ts';
import { SURE } from '../defaults.ts';
import { didYouMean } from '../nearest.ts';
import { exists, nameOf, numeric, problemAt, text } from '../place.ts';
import type { Place } from '../place.ts';
import type { Amount, Duration, Rate } from '../scenario.ts';
import type { Link } from './context.ts';

export interface Limits { readonly low?: number; readonly high?: number; /** The lowest value itself is too low. */ readonly above?: boolean }

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu;

/** A number within limits, or a lever whose whole range is. Missing or of the wrong kind: 0, and the shape check has spoken. */
export function readAmount(link: Link, place: Place, limits: Limits = {}): Amount {
  const value = numeric(place);
  if (value !== undefined) {
    checkLimits(link, place, [value, value], limits);
    return { value };
  }
  const lever = text(place);
  return lever === undefined ? { value: 0 } : readLever(link, place, lever, limits);
}

/** An amount that may be left out. */
export function givenAmount(link: Link, place: Place, fallback: number, limits: Limits): Amount {
  return exists(place) ? readAmount(link, place, limits) : { value: fallback };
}

function readLever(link: Link, place: Place, lever: string, limits: Limits): Amount {
  const range = link.ranges.get(lever);
  if (range !== undefined) checkLimits(link, place, range, limits);
  else if (!link.names.levers.has(lever)) problemAt(link.report, place, 'unknown-lever', `There is no lever ${JSON.stringify(lever)}, and this is no number.`, NUMBER.test(lever) ? `write ${lever} without quotes` : didYouMean(lever, link.names.levers));
  return { lever };
}

function checkLimits(link: Link, place: Place, range: readonly [number, number], limits: Limits): void {
  const { low = -Infinity, high = Infinity, above = false } = limits;
  const tooLow = above ? range[0] <= low : range[0] < low;
  if (!tooLow && range[1] <= high) return;
  const wanted = low > -Infinity && high < Infinity ? `between ${low} and ${high}` : low > -Infinity ? (above ? `above ${low}` : `${low} or more`) : `${high} or less`;
  const subject = range[0] === range[1] ? JSON.stringify(nameOf(place)) : `${JSON.stringify(nameOf(place))}, with the whole range of its lever,`;
  const hint = range[0] === range[1] ? instead(range[0], limits, wanted) : `narrow the range of the lever, or write a number ${wanted}`;
  problemAt(link.report, place, 'out-of-range', `${subject} must be ${wanted}.`, hint);
}

/** 45 where a share is wanted was meant as 0.45. */
function instead(value: number, { low, high }: Limits, wanted: string): string {
  const share = low === 0 && high === 1 && value >= 5 && value <= 100;
  return share ? `a share of 1, as 0.5 for a half: did you mean ${Number((value / 100).toPrecision(6))}?` : `write a number ${wanted}`;
}

const RATE = /^(\S+)\s*\/\s*([a-z]+)$/u;

/** `0.05 / week`. `chance`: a bare amount is allowed, and values lie between 0 and 1. */
export function readRate(link: Link, place: Place, kind: 'chance' | 'drift' | 'hazard'): Rate {
  const limits: Limits = kind === 'chance' ? { low: 0, high: 1 } : kind === 'hazard' ? { low: 0 } : {};
  const written = text(place);
  const bare = numeric(place);
  if (written === undefined && bare === undefined) return SURE;
  const parts = written === undefined ? null : RATE.exec(written.trim());
  if (parts === null) {
    if (kind === 'chance' && (bare !== undefined || (written !== undefined && /^[a-z][a-z0-9-]*$/u.test(written)))) return { amount: readAmount(link, place, limits), per: null };
    if (bare === 0) return { amount: { value: 0 }, per: 'week' };
    const hint = bare !== undefined ? `did you mean ${bare} / week?` : `write ${kind === 'chance' ? '0.5, or ' : ''}an amount per unit of time, as in 0.05 / week`;
    const need = kind === 'chance' ? `${JSON.stringify(written)} is no chance.` : `${JSON.stringify(nameOf(place))} needs a unit of time, so that it means the same whatever the length of a round.`;
    problemAt(link.report, place, 'bad-rate', need, hint);
    return SURE;
  }
  const [, amount = '', unitName = ''] = parts;
  const unit = readUnit(link, place, 'bad-rate', unitName);
  if (NUMBER.test(amount)) {
    const value = Number(amount);
    checkLimits(link, place, [value, value], limits);
    return { amount: { value }, per: unit };
  }
  return { amount: readLever(link, place, amount, limits), per: unit };
}

function readUnit(link: Link, place: Place, code: 'bad-rate' | 'bad-duration', written: string): Unit {
  const name = written.replace(/s$/u, '');
  for (const unit of Object.keys(UNITS) as Unit[]) if (unit === name) return unit;
  problemAt(link.report, place, code, `There is no unit of time ${JSON.stringify(written)}.`, didYouMean(name, Object.keys(UNITS)));
  return 'day';
}

const DURATION = /^(\d+(?:\.\d+)?)\s+([A-Za-z]+)$/u;
/** A century: longer than any table lasts. */
const LONGEST_DAYS = 36_525;

/** `2 weeks`. Undefined when the place is empty or holds no length of time. */
export function readDuration(link: Link, place: Place, zero: 'zero-allowed' | 'above-zero' = 'above-zero'): Duration | undefined {
  const written = text(place);
  return written === undefined ? undefined : durationOf(link, place, written, zero);
}

export function durationOf(link: Link, place: Place, written: string, zero: 'zero-allowed' | 'above-zero' = 'above-zero'): Duration | undefined {
  const parts = DURATION.exec(written.trim());
  if (parts === null) {
    problemAt(link.report, place, 'bad-duration', `${JSON.stringify(written)} is not a length of time.`, 'write a number and a unit: 2 weeks, 1 day, 3 months, 1 year');
    return undefined;
  }
  const count = Number(parts[1]);
  const unit = readUnit(link, place, 'bad-duration', parts[2] ?? '');
  const days = count * UNITS[unit];
  if ((zero === 'above-zero' && count === 0) || days > LONGEST_DAYS) {
    problemAt(link.report, place, 'bad-duration', `${JSON.stringify(written)} is too ${count === 0 ? 'short' : 'long'} here.`, count === 0 ? 'write more than 0' : 'a hundred years at most');
    return undefined;
  }
  return { count, unit, days };
}

/** A length of time, or null; says nothing. */
export function lengthOf(written: string): Duration | null {
  const parts = DURATION.exec(written.trim());
  const unit = (Object.keys(UNITS) as Unit[]).find((known) => known === parts?.[2]?.replace(/s$/u, ''));
  const count = Number(parts?.[1]);
  return unit === undefined ? null : { count, unit, days: count * UNITS[unit] };
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Days since 1970-01-01 of a day in the proleptic Gregorian calendar; null if there is no such day. */
export function dayNumber(date: string): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(date);
  if (parts === null) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = (MONTH_DAYS[month - 1] ?? 0) + (leap && month === 2 ? 1 : 0);
  if (day < 1 || day > length) return null;
  const before = year - 1;
  const inYear = MONTH_DAYS.slice(0, month - 1).reduce<number>((sum, days) => sum + days, 0) + (leap && month > 2 ? 1 : 0);
  const sinceYearOne = before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  return sinceYearOne + inYear + day - 1 - 719_162;
}

/** A day that exists; the text itself is kept, as ISO dates sort and compare. */
export function readDate(link: Link, place: Place): string | undefined {
  const written = text(place);
  if (written === undefined) return undefined;
  if (dayNumber(written) !== null) return written;
  problemAt(link.report, place, 'bad-date', `${JSON.stringify(written)} is not a day of the calendar.`, 'write year-month-day: 2025-04-22');
  return undefined;
}
