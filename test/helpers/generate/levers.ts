/** Numbers of a generated world, of which some are levers; and views of those. */
import { assumed, type Draws } from './draws.ts';

export interface Levers {
  /** A number between two, in steps; in some worlds a lever that ranges between them. */
  readonly amount: (low: number, high: number, step: number) => number | string;
  /** The same per unit of time. */
  readonly rate: (low: number, high: number, step: number, unit: string) => string;
  /** The name of a lever whose range is wider than a number that is given with it, on both sides; null where there is none. */
  readonly bound: () => readonly [name: string, inside: number] | null;
  /** `levers` and `views` of the file. @param rest all else of it, as text: what it does not name is left out */
  readonly written: (rest: string) => Readonly<Record<string, unknown>>;
}

interface Lever { readonly low: number; readonly high: number; readonly value: number; readonly distribution: unknown }

/** More would hide what each of them does. */
const MOST = 6;

export function leversOf(draws: Draws): Levers {
  const { chance, between, some } = draws;
  const levers = new Map<string, Lever>();
  const often = chance(0.5) ? 0.12 : 0;

  function distributionOf(low: number, high: number, value: number): unknown {
    if (chance(0.25)) return null;
    return some<unknown>([
      { uniform: [low, high] }, { triangular: [low, value, high] }, { pert: [low, value, high] }, { normal: [value, (high - low) / 4] }, { discrete: [[low, 1], [value, 2], [high, 1]] },
    ]);
  }

  const amount: Levers['amount'] = (low, high, step) => {
    const value = between(low, high, step);
    if (high <= low || levers.size >= MOST || !chance(often)) return value;
    const name = `l${levers.size}`;
    levers.set(name, { low, high, value, distribution: distributionOf(low, high, value) });
    return name;
  };

  return {
    amount,
    rate: (low, high, step, unit) => `${amount(low, high, step)} / ${unit}`,
    bound: () => {
      if (levers.size === 0) return null;
      const [name, { low, high }] = some([...levers]);
      return [name, (low + high) / 2];
    },
    written: (rest) => {
      const read = [...levers].filter(([name]) => new RegExp(`\\b${name}\\b`, 'u').test(rest));
      if (read.length === 0) return {};
      const view = (source: Readonly<Record<string, string>>, at: 'low' | 'high'): unknown => ({ title: at, ...source, levers: Object.fromEntries(draws.several(read, 0.6).map(([name, lever]) => [name, lever[at]])), weight: between(1, 3, 1), assumed });
      return {
        levers: Object.fromEntries(read.map(([name, { low, high, value, distribution }]) => [name, { title: name, value, range: [low, high], ...(distribution === null ? {} : { distribution }), assumed }])),
        ...(chance(0.6) ? { views: { cautious: view({ role: 'A cautious reader' }, 'low'), bold: view({ source: 'A bold book' }, 'high') } } : {}),
      };
    },
  };
}
