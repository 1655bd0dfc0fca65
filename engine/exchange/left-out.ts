/** What the files of others hold and a scenario has no place for: told by kind, with how many and where, so that nothing is dropped in silence. */
import { lineAndColumn, type Origin } from '../scenario/origin.ts';

/** `what`: one of its kind, in words. */
export interface Left { readonly what: string; readonly origin: Origin }

export interface LeftOut {
  readonly what: string;
  readonly count: number;
  /** By file; `line`: of the first. */
  readonly places: readonly { readonly file: string; readonly count: number; readonly line: number }[];
}

/** Words for what files of several formats carry, whatever the spelling. */
const KNOWN: Readonly<Record<string, string>> = { cost: 'cost', costs: 'cost', description: 'description', discount: 'discount factor', discountfactor: 'discount factor', reservation: 'reservation value', reservationvalue: 'reservation value' };

export function kindOfLeft(name: string, otherwise: string): string {
  const bare = name.toLowerCase().replaceAll(/[_-]/gu, '');
  return Object.hasOwn(KNOWN, bare) ? KNOWN[bare] ?? otherwise : otherwise;
}

/** One entry a kind, in the order in which they were met. */
export function counted(left: readonly Left[]): readonly LeftOut[] {
  return grouped(left, ({ what }) => what).map(([what, all]) => ({
    what,
    count: all.length,
    places: grouped(all, ({ origin }) => origin.file.name).map(([file, there]) => ({
      file, count: there.length, line: there.reduce((least, { origin }) => Math.min(least, lineAndColumn(origin.file, origin.start).line), Infinity),
    })),
  }));
}

function grouped<T>(all: readonly T[], by: (one: T) => string): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(by(one));
    if (group === undefined) groups.set(by(one), [one]);
    else group.push(one);
  }
  return [...groups];
}
