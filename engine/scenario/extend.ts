/**
 * `extends:` — a file that changes parts of others. Maps are merged key by key, everything else is replaced, an empty value
 * removes. Only files below the folder of the first file may be reached, by their real paths.
 */
import { realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, normalize, relative, resolve, sep } from 'node:path';
import { isDated } from './dates/days.ts';
import { readSource } from './files.ts';
import type { SourceFile } from './origin.ts';
import type { Report } from './report.ts';
import type { Tree, TreeEntry, TreeLeaf, TreeMap } from './tree.ts';
import { yamlTree } from './yaml-tree.ts';

/** Files that one scenario may be made of, counted each time one is used. */
const MOST_FILES = 50;

interface Loading {
  readonly report: Report;
  /** Real path of the first file's folder. */
  readonly folder: string;
  /** How that folder is written in names of files. */
  readonly shownFolder: string;
  /** Files that were read, or would be if they were there: their paths. */
  readonly sought: Set<string>;
  files: number;
  failed: boolean;
}

/** The tree of a file (`base` in `folder`) with all that it extends merged below it; undefined if a part cannot be had. @param sought paths of the files that it extends are added, also of such that are missing */
export function mergedTree(file: SourceFile, base: string, folder: string, report: Report, sought: Set<string> = new Set()): Tree | undefined {
  const loading: Loading = { report, folder: realFolder(folder), shownFolder: dirname(file.name), sought, files: 0, failed: false };
  const own = realOf(join(folder, base));
  const tree = load(loading, file, loading.folder, own === null ? [] : [own]);
  return loading.failed ? undefined : tree;
}

function load(loading: Loading, file: SourceFile, folder: string, chain: readonly string[]): Tree | undefined {
  const tree = yamlTree(file, loading.report);
  if (tree === undefined) loading.failed = true;
  if (tree?.kind !== 'map') return tree;
  let below: Tree | undefined;
  for (const leaf of namedFiles(tree)) {
    const base = loadBase(loading, leaf, folder, chain);
    if (base !== undefined) below = below === undefined ? base : merge(below, base);
  }
  return below === undefined ? tree : merge(below, tree);
}

/** The file names under `extends:`; anything else there is for the shape check. */
function namedFiles(tree: TreeMap): readonly TreeLeaf[] {
  const value = tree.entries.get('extends')?.value;
  if (value === undefined) return [];
  const leaves = value.kind === 'list' ? value.items : [value];
  return leaves.filter((leaf): leaf is TreeLeaf => leaf.kind === 'leaf' && typeof leaf.value === 'string');
}

function loadBase(loading: Loading, leaf: TreeLeaf, folder: string, chain: readonly string[]): Tree | undefined {
  const wanted = String(leaf.value);
  const fail = (code: 'extends-missing' | 'extends-outside' | 'extends-cycle' | 'extends-too-many', message: string, hint: string): undefined => {
    loading.report.at(code, leaf.origin, 'extends', message, hint);
    loading.failed = true;
    return undefined;
  };
  const outside = (): undefined => fail('extends-outside', `${JSON.stringify(wanted)} lies outside of the folder of the scenario.`, 'copy the file beside the scenario and name it there');
  const target = resolve(folder, wanted);
  // Before looking at the disk: what lies outside is not even asked for.
  if (isAbsolute(wanted) || !isInside(loading.folder, target)) return outside();
  loading.sought.add(target);
  const real = realOf(target);
  if (real === null) return fail('extends-missing', `There is no file ${JSON.stringify(wanted)}.`, 'the name is taken from the folder of the file that says extends');
  if (!isInside(loading.folder, real)) return outside();
  if (chain.includes(real)) return fail('extends-cycle', `${JSON.stringify(wanted)} extends itself, by way of the files between.`, 'leave one extends out');
  loading.files += 1;
  if (loading.files > MOST_FILES) return fail('extends-too-many', `More than ${MOST_FILES} files are merged here.`, 'put what they share into one file');
  const source = readSource(real, shownName(loading, target), loading.report);
  if (source === undefined) {
    loading.failed = true;
    return undefined;
  }
  return load(loading, source, dirname(real), [...chain, real]);
}

/** As the caller would name it: beside the first file's own name. */
function shownName(loading: Loading, target: string): string {
  return normalize(join(loading.shownFolder, relative(loading.folder, target)));
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function realFolder(folder: string): string {
  return realOf(folder) ?? resolve(folder);
}

function realOf(path: string): string | null {
  if (path.includes('\0')) return null;
  try {
    return realpathSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP' || code === 'EACCES' || code === 'ENAMETOOLONG') return null;
    throw error;
  }
}

/** `over` wins. What one of the two gives by day and the other does not is replaced as a whole: a day is no name beside others. Keys keep the place they have below, so that order does not change with a value. */
export function merge(under: Tree, over: Tree, path: readonly string[] = []): Tree {
  if (under.kind !== 'map' || over.kind !== 'map' || isDated(under, path) !== isDated(over, path)) return over;
  const entries = new Map<string, TreeEntry>(under.entries);
  entries.delete('extends');
  for (const [key, entry] of over.entries) {
    const old = entries.get(key);
    if (old === undefined) entries.set(key, entry);
    else if (entry.value.kind === 'leaf' && entry.value.value === null) entries.delete(key);
    else entries.set(key, { ...entry, value: merge(old.value, entry.value, [...path, key]) });
  }
  return { kind: 'map', origin: over.origin, entries };
}
