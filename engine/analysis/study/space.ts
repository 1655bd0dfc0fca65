/** The levers over which a study looks, and how a place in the unit cube becomes their values. */
import { quantile } from '../../chance/distribution.ts';
import type { Lever, Scenario } from '../../scenario/scenario.ts';
import type { Id } from '../../vocabulary.ts';

/** One lever that takes part. */
export interface Dimension {
  readonly id: Id;
  readonly title: string;
  readonly low: number;
  readonly high: number;
  /** The value below which the share `u` (0..1) of what is looked at lies. */
  readonly at: (u: number) => number;
}
export type Space = readonly Dimension[];

export interface SpaceOptions {
  /** Levers that are held at a value; they take no part. */
  readonly held?: Readonly<Record<Id, number>>;
  /** Only these, each over its own part of its range; without it all levers that have a range. */
  readonly only?: readonly { readonly id: Id; readonly range?: readonly [low: number, high: number] }[];
  /** As likely as the file says, where it says so: levers without a distribution are then held. If not, evenly over the ranges. */
  readonly vary?: boolean;
}

/** Evenly between two values. */
export function evenly(id: Id, title: string, low: number, high: number): Dimension {
  return { id, title, low, high, at: (u) => low + (high - low) * u };
}

/** In the order of the file, or of `only`. */
export function spaceOf(scenario: Pick<Scenario, 'levers'>, { held = {}, only, vary = false }: SpaceOptions = {}): Space {
  const wanted = only ?? scenario.levers.map(({ id }) => ({ id }));
  return wanted.flatMap(({ id, range }: NonNullable<SpaceOptions['only']>[number]): Space => {
    const lever = scenario.levers.find((each) => each.id === id);
    if (lever === undefined) throw new RangeError(`no lever ${id}`);
    if (Object.hasOwn(held, id)) return [];
    const [low, high] = range ?? lever.range;
    if (vary && range === undefined) return drawn(lever);
    return low < high ? [evenly(id, lever.title, low, high)] : [];
  });
}

function drawn({ id, title, range, distribution }: Lever): Space {
  return distribution === null ? [] : [{ id, title, low: range[0], high: range[1], at: (u) => quantile(distribution, range, u) }];
}

/** A place in the unit cube as lever values. */
export function valuesAt(space: Space, place: ArrayLike<number>): Readonly<Record<Id, number>> {
  return Object.fromEntries(space.map(({ id, at }, d) => [id, at(place[d])]));
}
