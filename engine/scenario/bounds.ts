/**
 * How many things a scenario may name. By hand nobody comes near these numbers; a file made to keep a machine busy stops here,
 * before names are compared with names. The kernel also numbers options and states in a byte.
 */
import type { Report } from './report.ts';
import type { Tree } from './tree.ts';

/** Entries of a map or list. */
const MOST_ENTRIES = 200;
/** Claims, sources and figures may come from a collection. */
const MOST_REFERENCES = 5_000;
const COLLECTIONS = new Set(['claims', 'sources', 'figures']);

/** Whether the tree is of a bearable size; reports where it is not. */
export function checkBounds(tree: Tree, path: readonly string[], report: Report): boolean {
  if (tree.kind === 'leaf') return true;
  const count = tree.kind === 'map' ? tree.entries.size : tree.items.length;
  const most = path.length === 1 && COLLECTIONS.has(path[0] ?? '') ? MOST_REFERENCES : MOST_ENTRIES;
  if (count > most) {
    report.at('too-long', { ...tree.origin, end: tree.origin.start + 1 }, path.join('.'), `There are ${count} entries here; there may be ${most}.`, 'split what is listed here, or leave out what decides nothing');
    return false;
  }
  const inner: readonly (readonly [string, Tree])[] = tree.kind === 'map' ? [...tree.entries].map(([key, entry]) => [key, entry.value] as const) : tree.items.map((item, index) => [String(index), item] as const);
  return inner.map(([key, value]) => checkBounds(value, [...path, key], report)).every(Boolean);
}
