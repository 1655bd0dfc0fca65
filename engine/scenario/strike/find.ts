/** What loses all its claims when some are struck out. */
import { isDocument, textOf } from '../dates/days.ts';
import type { Tree, TreeMap } from '../tree.ts';
import type { Found, Gone } from './struck.ts';

/** In file order, what stands inside before what it stands in. */
export function findStruck(tree: Tree, gone: Gone, path: readonly string[] = []): readonly Found[] {
  if (tree.kind === 'leaf' || (path.length > 0 && isDocument(path))) return [];
  if (tree.kind === 'list') return tree.items.flatMap((item, index) => findStruck(item, gone, [...path, String(index)]));
  const inside = [...tree.entries].flatMap(([key, entry]) => findStruck(entry.value, gone, [...path, key]));
  const own = foundAt(tree, gone, path);
  return own === undefined ? inside : [...inside, own];
}

function foundAt(tree: TreeMap, gone: Gone, path: readonly string[]): Found | undefined {
  const [first] = path;
  const source = textOf(tree, 'source');
  if (path.length === 2 && (first === 'views' || first === 'figures') && source !== undefined && gone.sources.has(source)) {
    return { path, lost: [source], left: 'nothing', stays: first === 'figures' };
  }
  const claims = claimsOf(tree);
  if (claims.length === 0 || !claims.every((id) => gone.claims.has(id))) return undefined;
  return { path, lost: claims, left: tree.entries.has('figure') ? 'figure' : tree.entries.has('assumed') ? 'assumed' : 'nothing', stays: false };
}

export function claimsOf(tree: TreeMap): readonly string[] {
  const because = tree.entries.get('because')?.value;
  return because?.kind === 'list' ? because.items.map((item) => (item.kind === 'leaf' ? String(item.value) : '')) : [];
}
