/** The tree without the claims struck out and without what was taken out with them. */
import type { Tree, TreeEntry, TreeMap } from '../tree.ts';
import { claimsOf } from './find.ts';
import type { Found } from './struck.ts';

/** The evidence of what the scenario cannot do without. */
export const KEPT = 'kept although its source was struck out';

export function rebuilt(tree: Tree, claims: ReadonlySet<string>, found: readonly Found[], removed: ReadonlySet<Found>): Tree {
  const mark = (path: readonly string[]): string => JSON.stringify(path);
  const out = new Set([...removed].map(({ path }) => mark(path)));
  const bare = new Set(found.filter((one) => one.left === 'nothing' && !one.stays).map(({ path }) => mark(path)));
  const walk = (node: Tree, path: readonly string[]): Tree => {
    if (node.kind === 'leaf') return node;
    if (node.kind === 'list') return { ...node, items: node.items.flatMap((item, index) => (out.has(mark([...path, String(index)])) ? [] : [walk(item, [...path, String(index)])])) };
    const entries = new Map<string, TreeEntry>();
    for (const [key, entry] of node.entries) {
      const inner = [...path, key];
      if (out.has(mark(inner)) || (path.length === 1 && path[0] === 'claims' && claims.has(key))) continue;
      entries.set(key, { ...entry, value: walk(entry.value, inner) });
    }
    if (path.length === 2 && path[0] === 'claims') return withoutContradicted({ ...node, entries }, claims);
    return withoutClaims({ ...node, entries }, claims, bare.has(mark(path)));
  };
  return walk(tree, []);
}

function withoutClaims(tree: TreeMap, claims: ReadonlySet<string>, bare: boolean): TreeMap {
  const because = tree.entries.get('because');
  if (because?.value.kind !== 'list' || !claimsOf(tree).some((id) => claims.has(id))) return tree;
  const entries = new Map(tree.entries);
  const items = because.value.items.filter((item) => item.kind !== 'leaf' || !claims.has(String(item.value)));
  if (items.length > 0) entries.set('because', { ...because, value: { ...because.value, items } });
  else entries.delete('because');
  if (bare) entries.set('assumed', { ...because, value: { kind: 'leaf', origin: because.key, value: KEPT, written: KEPT, textStart: null } });
  return { ...tree, entries };
}

/** A claim no longer contradicts what was struck out. */
function withoutContradicted(tree: TreeMap, claims: ReadonlySet<string>): TreeMap {
  const named = tree.entries.get('contradicts');
  if (named?.value.kind !== 'list') return tree;
  const items = named.value.items.filter((item) => item.kind !== 'leaf' || !claims.has(String(item.value)));
  const entries = new Map(tree.entries);
  if (items.length > 0) entries.set('contradicts', { ...named, value: { ...named.value, items } });
  else entries.delete('contradicts');
  return { ...tree, entries };
}
