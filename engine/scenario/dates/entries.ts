/** `since` and `until`: the days between which an entry of a list, or of a map of names, is there. */
import { z } from 'zod';
import { scenarioFile } from '../shape/file.ts';
import { schemasAt } from '../shape/schema-walk.ts';
import type { Tree, TreeMap } from '../tree.ts';
import { isDocument, textOf } from './days.ts';

export const BOUNDS = ['since', 'until'] as const;

/** The map, if it is an entry that says from when or until when it is there. Anywhere else the two are unknown keys, as others are. */
export function boundedMap(tree: Tree, path: readonly string[]): TreeMap | undefined {
  if (tree.kind !== 'map' || path.length === 0 || isDocument(path) || !BOUNDS.some((key) => tree.entries.has(key))) return undefined;
  return schemasAt(scenarioFile, path.slice(0, -1)).some((schema) => schema instanceof z.ZodRecord || schema instanceof z.ZodArray) ? tree : undefined;
}

/** The first day on which it is there, and the first on which it no longer is. */
export function boundsOf(tree: TreeMap): { readonly since: string | undefined; readonly until: string | undefined } {
  return { since: textOf(tree, 'since'), until: textOf(tree, 'until') };
}

export function withoutBounds(tree: TreeMap): TreeMap {
  return { ...tree, entries: new Map([...tree.entries].filter(([key]) => key !== 'since' && key !== 'until')) };
}
