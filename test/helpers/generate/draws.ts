/** Draws for worlds that tests make of a number. */

export type Pick = (below: number) => number;

/** A small generator of its own (a multiplicative congruential one after Park & Miller 1988): the tests' worlds must not lean on the engine's luck. */
export function picker(seed: number): Pick {
  let state = (seed * 48271 + 11) % 2147483647 || 1;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return Math.floor((state / 2147483647) * below);
  };
}

export interface Draws {
  readonly pick: Pick;
  /** True in this share of cases. */
  readonly chance: (share: number) => boolean;
  readonly some: <T>(of: readonly T[]) => T;
  /** Each of them in this share of cases. */
  readonly each: <T>(of: readonly T[], share: number) => readonly T[];
  /** Each of them in this share of cases, but one at least. */
  readonly several: <T>(of: readonly T[], share: number) => readonly T[];
  readonly shuffled: <T>(of: readonly T[]) => readonly T[];
  /** One of the steps of `low`, `low + step`, … up to `high`, free of what sums of fractions leave behind. */
  readonly between: (low: number, high: number, step: number) => number;
}

export function drawsOf(pick: Pick): Draws {
  const chance = (share: number): boolean => pick(1000) < share * 1000;
  const some = <T>(of: readonly T[]): T => of[pick(of.length)];
  const each = <T>(of: readonly T[], share: number): readonly T[] => of.filter(() => chance(share));
  return {
    pick, chance, some, each,
    several: (of, share) => { const found = each(of, share); return found.length > 0 ? found : [some(of)]; },
    shuffled: (of) => of.map((one) => [pick(1_000_000), one] as const).sort(([a], [b]) => a - b).map(([, one]) => one),
    between: (low, high, step) => Number((low + pick(Math.round((high - low) / step) + 1) * step).toFixed(6)),
  };
}

export const range = (count: number): readonly number[] => [...Array(count).keys()];

/** Evidence of everything here. */
export const assumed = 'generated';
