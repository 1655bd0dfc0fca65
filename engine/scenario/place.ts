/**
 * A typed finger on the data of a file. `Place<T>` says what should be there by the shape; the readers below give it only if
 * it is there, and stay silent otherwise: the shape check has spoken. So the linker can go on past what is wrong and find the rest.
 */
import type { Origin } from './origin.ts';
import type { ProblemCode } from './problem.ts';
import type { Report } from './report.ts';
import type { Tree } from './tree.ts';

export interface Place<T = unknown> {
  /** Never set; it carries the type. */
  readonly shape?: T;
  readonly tree: Tree | undefined;
  /** The key under which it stands. */
  readonly key: Origin | undefined;
  readonly path: readonly string[];
  /** Nearest thing that does exist, for problems about what is missing. */
  readonly fallback: Origin;
}

type Given<T> = Exclude<T, undefined>;
/** Keys of any variant of a union of maps. */
type KeyOf<T> = T extends readonly unknown[] | string | number | boolean ? never : T extends object ? Extract<keyof T, string> : never;
type At<T, K extends string> = T extends object ? (K extends keyof T ? Given<T[K]> : never) : never;

export function rootPlace<T>(tree: Tree): Place<T> {
  return { tree, key: undefined, path: [], fallback: tree.origin };
}

export function child<T, K extends KeyOf<T>>(place: Place<T>, key: K): Place<At<T, K>> {
  const entry = place.tree?.kind === 'map' ? place.tree.entries.get(key) : undefined;
  return { tree: entry?.value, key: entry?.key, path: [...place.path, key], fallback: entry?.key ?? place.key ?? place.fallback };
}

type ValueOf<T> = T extends readonly unknown[] | string | number | boolean ? never : T extends Readonly<Record<string, infer V>> ? Given<V> : never;

/** The entries of a map, in file order. */
export function entries<T>(place: Place<T>): readonly (readonly [string, Place<ValueOf<T>>])[] {
  if (place.tree?.kind !== 'map') return [];
  return [...place.tree.entries].map(([key, entry]) => [key, { tree: entry.value, key: entry.key, path: [...place.path, key], fallback: entry.key }] as const);
}

type ItemOf<T> = T extends readonly (infer V)[] ? V : never;

export function items<T>(place: Place<T>): readonly Place<ItemOf<T>>[] {
  if (place.tree?.kind !== 'list') return [];
  return place.tree.items.map((tree, index) => ({ tree, key: undefined, path: [...place.path, String(index)], fallback: tree.origin }));
}

/** A list, or one thing in place of a list of one. */
export function many<T>(place: Place<T>): readonly Place<ItemOf<T> | Exclude<T, readonly unknown[]>>[] {
  if (place.tree === undefined) return [];
  if (place.tree.kind === 'list') return items(place);
  return [place as Place<Exclude<T, readonly unknown[]>>];
}

export function exists(place: Place): boolean {
  return place.tree !== undefined && !(place.tree.kind === 'leaf' && place.tree.value === null);
}
export function isMap(place: Place): boolean {
  return place.tree?.kind === 'map';
}
export function text(place: Place): string | undefined {
  return place.tree?.kind === 'leaf' && typeof place.tree.value === 'string' ? place.tree.value : undefined;
}
export function numeric(place: Place): number | undefined {
  return place.tree?.kind === 'leaf' && typeof place.tree.value === 'number' && Number.isFinite(place.tree.value) ? place.tree.value : undefined;
}
export function truth(place: Place): boolean | undefined {
  return place.tree?.kind === 'leaf' && typeof place.tree.value === 'boolean' ? place.tree.value : undefined;
}
export function texts(place: Place): readonly string[] {
  return many(place).map(text).filter((value) => value !== undefined);
}

export function pathText(place: Place): string {
  return place.path.join('.');
}
/** The last key of the path: the name of the thing. */
export function nameOf(place: Place): string {
  return place.path.at(-1) ?? '';
}

/** Reports at the value, or where it should stand. */
export function problemAt(report: Report, place: Place, code: ProblemCode, message: string, hint: string): void {
  report.at(code, place.tree?.kind === 'leaf' && place.tree.value !== null ? place.tree.origin : place.tree?.kind === 'list' ? firstOf(place.tree.origin) : place.key ?? place.fallback, pathText(place), message, hint);
}
/** Reports at the key: something is wrong with the thing as a whole. */
export function problemAtKey(report: Report, place: Place, code: ProblemCode, message: string, hint: string): void {
  report.at(code, place.key ?? place.fallback, pathText(place), message, hint);
}

function firstOf(origin: Origin): Origin {
  return { ...origin, end: Math.min(origin.end, origin.start + 1) };
}
