/** What would have to give way before some text finds no objection: the smallest sets of obstacles, and those that ask less of walk-away values. */
import { needs } from '../../model/layout.ts';
import { NEVER, type Objection, type Objections, type Shortfall } from './objections.ts';

export interface Opening {
  /** Obstacles that give way, by place, rising. */
  readonly obstacles: readonly number[];
  /** Whether none of them can be left out, however far walk-away values might fall. */
  readonly minimal: boolean;
  /** How many texts it brings into the zone. */
  readonly texts: number;
  /** Of these the one that asks least: the least fall of walk-away values in all, then the greatest least gain of those who must consent, then order. */
  readonly text: number;
  /** For that text: the fall of walk-away values, by party; only of those that must fall. */
  readonly falls: ReadonlyMap<number, number>;
  /** The sum of falls. */
  readonly asks: number;
}

export interface Openings {
  /** The size of the smallest set; null: no text may be tabled, whatever gives way. 0: something is in the zone as it is. */
  readonly least: number | null;
  /** The greatest size that was looked through. */
  readonly upTo: number;
  readonly sets: readonly Opening[];
}

/** Two falls closer than this are the same. */
const SAME = 1e-9;

/**
 * All sets of obstacles up to a size that open the zone and of which no smaller part opens it with as little a fall of walk-away values.
 * @param most the greatest size; where the smallest set is larger, its size instead
 */
export function openingsOf(objections: Objections, most: number): Openings {
  const { fewest } = objections;
  const least = fewest.reduce((low, each) => Math.min(low, each), NEVER);
  if (least === NEVER) return { least: null, upTo: most, sets: [] };
  if (least === 0) return { least, upTo: most, sets: [] };
  const upTo = Math.max(most, least);
  const near: Near[] = [];
  fewest.forEach((each, k) => { if (each <= upTo) near.push({ k, gain: leastGain(objections, k), ...objections.of(k) }); });
  // By set: the least fall that is asked for with just this set; its parts may ask for as little.
  const asked = new Map<string, { readonly set: readonly number[]; readonly asks: number }>();
  for (const one of near) for (const set of waysTo(one, upTo)) {
    const asks = fallsFor(one, new Set(set)).reduce((sum, [, by]) => sum + by, 0);
    const before = asked.get(set.join());
    if (before === undefined || asks < before.asks) asked.set(set.join(), { set, asks });
  }
  const sets = [...asked.values()].flatMap(({ set, asks }) => {
    const parts = properParts(set).flatMap((part) => asked.get(part.join()) ?? []);
    return parts.some((part) => part.asks <= asks + SAME) ? [] : [{ set, minimal: parts.length === 0 }];
  });
  return { least, upTo, sets: sets.map(({ set, minimal }) => ({ ...openingBy(set, near), minimal })) };
}

/** A text that a set may open. `gain`: of those who must consent and have a walk-away value, the least gain over it. */
interface Near extends Objection { readonly k: number; readonly gain: number }

function leastGain({ board, worth, walkAway }: Objections, k: number): number {
  return board.consenters.reduce((low, p) => (needs(board, p, k) && walkAway[p] > -Infinity ? Math.min(low, worth[p][k] - walkAway[p]) : low), Infinity);
}

/** Sets of at most `most` obstacles that open this text and hold nothing that it does not need or that would not spare a fall. */
function waysTo({ vetoes, short }: Near, most: number): readonly (readonly number[])[] {
  let ways: readonly (readonly number[])[] = [vetoes];
  short.forEach((one, at) => {
    // Everybody still to come needs one at least.
    const room = most - (short.length - at - 1);
    ways = ways.flatMap((way) => alternatives(one, room - way.length).map((more) => [...way, ...more]));
  });
  return ways.filter((way) => way.length <= most).map((way) => way.toSorted((a, b) => a - b));
}

/** As many stances take the text in as are enough; or fewer, and the walk-away value falls by what is still missing. */
function alternatives({ walkAway, stances, missing }: Shortfall, room: number): readonly (readonly number[])[] {
  return missing.flatMap((by, n) => {
    if (n > 0 && missing[n - 1] <= 0) return [];
    const more = by > 0 ? [walkAway] : [];
    return n + more.length > room ? [] : choose(stances, n).map((some) => [...some, ...more]);
  });
}

function choose(from: readonly number[], n: number): readonly (readonly number[])[] {
  if (n === 0) return [[]];
  return from.flatMap((one, at) => choose(from.slice(at + 1), n - 1).map((rest) => [one, ...rest]));
}

function properParts(set: readonly number[]): readonly (readonly number[])[] {
  return Array.from({ length: (1 << set.length) - 1 }, (_, bits) => set.filter((_each, at) => (bits >> at) % 2 === 1));
}

/** By party: how far its walk-away value must still fall when these give way. */
function fallsFor({ short }: Near, gives: ReadonlySet<number>): readonly (readonly [party: number, by: number, walkAway: number])[] {
  return short.flatMap(({ party, walkAway, stances, missing }) => {
    const by = missing[stances.filter((stance) => gives.has(stance)).length];
    return by > 0 ? [[party, by, walkAway] as const] : [];
  });
}

function openingBy(set: readonly number[], near: readonly Near[]): Omit<Opening, 'minimal'> {
  const gives = new Set(set);
  let [texts, text, asks, gain] = [0, -1, Infinity, -Infinity];
  let falls: ReadonlyMap<number, number> = new Map();
  for (const one of near) {
    if (!one.vetoes.every((veto) => gives.has(veto))) continue;
    const needed = fallsFor(one, gives);
    if (!needed.every(([, , walkAway]) => gives.has(walkAway))) continue;
    texts++;
    const total = needed.reduce((sum, [, by]) => sum + by, 0);
    if (total > asks || (total === asks && one.gain <= gain)) continue;
    [text, asks, gain] = [one.k, total, one.gain];
    falls = new Map(needed.map(([party, by]) => [party, by]));
  }
  return { obstacles: set, texts, text, falls, asks };
}
