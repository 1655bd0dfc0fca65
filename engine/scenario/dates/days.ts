/** Maps whose keys are days: a value that changes with the day on which a run starts. */
import type { Tree, TreeEntry, TreeMap } from '../tree.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/u;
/** Documents have dates of their own, and may be named by one; which files a scenario is made of is known before any day is. */
const DOCUMENTS = new Set(['sources', 'claims', 'extends']);

export const looksLikeDay = (key: string): boolean => DAY.test(key);

/** The map, if it gives values by day. `path`: where it stands. */
export function datedMap(tree: Tree, path: readonly string[]): TreeMap | undefined {
  if (tree.kind !== 'map' || tree.entries.size === 0 || isDocument(path)) return undefined;
  for (const key of tree.entries.keys()) if (!looksLikeDay(key)) return undefined;
  return tree;
}
export const isDated = (tree: Tree, path: readonly string[]): boolean => datedMap(tree, path) !== undefined;

/** What is never dated: sources and claims, the files extended, the days on which a run may start. */
export function isDocument(path: readonly string[]): boolean {
  return DOCUMENTS.has(path[0] ?? '') || (path[0] === 'calendar' && (path[1] === 'start' || path[1] === 'starts'));
}

export const isEmpty = (tree: Tree): boolean => tree.kind === 'leaf' && tree.value === null;

/** The entries of a dated map, the earliest first. */
export function byDay(tree: TreeMap): readonly (readonly [day: string, entry: TreeEntry])[] {
  return [...tree.entries].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The text of an entry of a map; undefined if it has none. */
export function textOf(tree: Tree | undefined, key: string): string | undefined {
  const value = tree?.kind === 'map' ? tree.entries.get(key)?.value : undefined;
  return value?.kind === 'leaf' && typeof value.value === 'string' ? value.value : undefined;
}
