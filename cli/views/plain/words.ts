/** Small words for people: dates, shares, lists. No locale, so that the same run reads the same everywhere. */
import { UNITS } from '../../../engine/vocabulary.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const ORDINALS = ['zeroth', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth'] as const;

/** '2025-06-11' → 'Wed 11 Jun 2025'. Anything else is returned as it is. */
export function day(iso: string): string {
  const at = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return iso;
  return `${DAYS[at.getUTCDay()]} ${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
}

/** 0.143 → '14 %'. A share that is not nothing never reads as nothing, and one that is not all never as all. */
export function percent(share: number): string {
  const whole = Math.round(share * 100);
  if (whole === 0 && share > 0) return '<1 %';
  if (whole === 100 && share < 1) return '>99 %';
  return `${whole} %`;
}

/** A worth of 0..1 on the scale of 100 that people are used to. */
export function outOf100(worth: number): string {
  return String(Math.round(worth * 100));
}

/** A number without a tail of binary noise. */
export function number(value: number): string {
  return String(Number(value.toPrecision(4)));
}

/** ['a', 'b', 'c'] → 'a, b and c'. */
export function list(words: readonly string[], last = 'and'): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1]}`;
}

export function ordinal(n: number): string {
  const word = ORDINALS[n];
  if (word !== undefined) return word;
  const tail = n % 100 >= 11 && n % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${tail}`;
}

/** 'first' → 'a first', 'eighth' → 'an eighth'. */
export function withArticle(word: string): string {
  return /^(?:[aeiou]|8|11th|18th)/u.test(word) ? `an ${word}` : `a ${word}`;
}

/** 1 → '1 round', 2 → '2 rounds'. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** A length of time in the unit that people would use: 40 → '40 days', 400 → '13 months', 1000 → '2.7 years'. */
export function span(days: number): string {
  if (days < 90) return count(Math.round(days), 'day');
  if (days < 730) return count(Math.round(days / UNITS.month), 'month');
  return count(Math.round((days / UNITS.year) * 10) / 10, 'year');
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A title inside a sentence: “…”. */
export function quoted(title: string): string {
  return `“${title}”`;
}
