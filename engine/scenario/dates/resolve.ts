/** The file as it stands on one day: of dated values the latest not after it, and without the entries that are not there. */
import type { Tree, TreeEntry, TreeList, TreeMap } from '../tree.ts';
import { byDay, datedMap, isDocument, isEmpty, looksLikeDay } from './days.ts';
import { boundedMap, boundsOf, withoutBounds } from './entries.ts';

/** Something that the file has on other days. */
export interface Absence {
  readonly path: readonly string[];
  readonly tree: Tree;
  /** The day on which it comes, or on which it has gone. */
  readonly day: string;
  readonly is: 'later' | 'over';
}
export interface OnDay { readonly tree: Tree; readonly absences: readonly Absence[] }

export function onDay(tree: Tree, day: string): OnDay {
  const absences: Absence[] = [];
  const walk = new Walk(day, absences);
  return { tree: walk.tree(tree, []) ?? { kind: 'map', origin: tree.origin, entries: new Map<string, TreeEntry>() }, absences };
}

/** Whether anything in the file depends on the day. */
export function hasDates(tree: Tree, path: readonly string[] = []): boolean {
  if ((datedMap(tree, path) ?? boundedMap(tree, path)) !== undefined) return true;
  if (tree.kind === 'list') return tree.items.some((item, index) => hasDates(item, [...path, String(index)]));
  return tree.kind === 'map' && [...tree.entries].some(([key, entry]) => hasDates(entry.value, [...path, key]));
}

class Walk {
  readonly day: string;
  readonly absences: Absence[];

  constructor(day: string, absences: Absence[]) {
    this.day = day;
    this.absences = absences;
  }

  /** Undefined: it is not there on this day. */
  tree(tree: Tree, path: readonly string[]): Tree | undefined {
    const dated = datedMap(tree, path);
    if (dated !== undefined) return this.dated(dated, path);
    const bounded = boundedMap(tree, path);
    if (bounded !== undefined) return this.bounded(bounded, path);
    if (tree.kind === 'leaf' || isDocument(path)) return tree;
    return tree.kind === 'list' ? this.list(tree, path) : this.map(tree, path);
  }

  /** What holds nothing but what is not there is not there either. */
  list(tree: TreeList, path: readonly string[]): TreeList | undefined {
    const items = tree.items.map((item, index) => this.tree(item, [...path, String(index)])).filter((item) => item !== undefined);
    return items.length === 0 && tree.items.length > 0 ? undefined : { ...tree, items };
  }

  map(tree: TreeMap, path: readonly string[]): TreeMap | undefined {
    const entries = new Map<string, TreeEntry>();
    for (const [key, entry] of tree.entries) {
      // A day among other names has been reported.
      if (path.length > 0 && looksLikeDay(key)) continue;
      const value = this.tree(entry.value, [...path, key]);
      if (value !== undefined) entries.set(key, { ...entry, value });
    }
    return entries.size === 0 && tree.entries.size > 0 ? undefined : { ...tree, entries };
  }

  dated(tree: TreeMap, path: readonly string[]): Tree | undefined {
    const days = byDay(tree);
    const at = days.findLastIndex(([day]) => day <= this.day);
    days.forEach(([day, entry], index) => {
      const next = days[index + 1];
      if (index > at) this.absences.push({ path, tree: entry.value, day, is: 'later' });
      else if (index < at && next !== undefined) this.absences.push({ path, tree: entry.value, day: next[0], is: 'over' });
    });
    const chosen = days[at];
    return chosen === undefined || isEmpty(chosen[1].value) ? undefined : this.tree(chosen[1].value, path);
  }

  bounded(tree: TreeMap, path: readonly string[]): Tree | undefined {
    const { since, until } = boundsOf(tree);
    const rest = withoutBounds(tree);
    if (since !== undefined && this.day < since) this.absences.push({ path, tree: rest, day: since, is: 'later' });
    else if (until !== undefined && this.day >= until) this.absences.push({ path, tree: rest, day: until, is: 'over' });
    else return this.tree(rest, path);
    return undefined;
  }
}
