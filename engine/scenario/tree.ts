/** A file's data with the place each piece came from. Made from YAML (`yaml-tree.ts`), merged by `extend.ts`, read through `place.ts`. */
import type { Origin } from './origin.ts';

export interface TreeEntry {
  readonly key: Origin;
  /** Whether the key was text. A bare 002 or true is not; only thresholds (`rises: { 0.6: … }`) have numbers for keys. */
  readonly keyIsText: boolean;
  readonly value: Tree;
}
export interface TreeMap { readonly kind: 'map'; readonly origin: Origin; readonly entries: ReadonlyMap<string, TreeEntry> }
export interface TreeList { readonly kind: 'list'; readonly origin: Origin; readonly items: readonly Tree[] }
export interface TreeLeaf {
  readonly kind: 'leaf';
  readonly origin: Origin;
  readonly value: string | number | boolean | null;
  /** As written, before it became a number or a truth. */
  readonly written: string;
  /** Offset in the file of each character of a text value, where it can be known: plain and simply quoted text on one line. */
  readonly textStart: number | null;
}
export type Tree = TreeMap | TreeList | TreeLeaf;

/** The bare data, for the shape check. Keys that could reach a prototype were refused before. */
export function plainData(tree: Tree): unknown {
  if (tree.kind === 'leaf') return tree.value;
  if (tree.kind === 'list') return tree.items.map(plainData);
  const data: Record<string, unknown> = {};
  for (const [key, entry] of tree.entries) data[key] = plainData(entry.value);
  return data;
}
