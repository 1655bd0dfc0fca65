/** From a name to a scenario file: one of the shipped ones by its name, or any file by its path. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { plain } from '../engine/record/plain.ts';
import { didYouMean } from './nearest.ts';
import { UsageError } from './stops.ts';

/** What `winset` opens when it is not told what. */
export const FLAGSHIP = 'ukraine-2025';

const ENDING = /\.ya?ml$/u;

/** The folder of the shipped scenarios: beside the source, and beside the built program. */
export function shippedFolder(): string {
  let at = path.dirname(fileURLToPath(import.meta.url));
  for (let up = 0; up < 4; up++) {
    const folder = path.join(at, 'scenarios');
    if (existsSync(folder)) return folder;
    at = path.dirname(at);
  }
  return path.join(at, 'scenarios');
}

/** A file that others extend has no id of its own; it is no scenario. */
function hasName(file: string): boolean {
  return /^id:/mu.test(readFileSync(file, 'utf8'));
}

/** Whether a file only holds parts for others to extend: some of a scenario's lists, and nothing that makes a scenario. */
export function isBase(file: string): boolean {
  const text = readFileSync(file, 'utf8');
  return /^(?:sources|claims|figures|levers|issues|gauges):/mu.test(text) && !/^(?:id|title|parties|stages|outcomes|extends):/mu.test(text);
}

/** Names of the shipped scenarios, sorted. */
export function shippedNames(folder = shippedFolder()): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => name.endsWith('.yaml') && hasName(path.join(folder, name))).map((name) => name.replace(ENDING, '')).sort((a, b) => (a < b ? -1 : 1));
}

/** The shipped scenario that a shipped file varies: the one it extends. Null: it stands by itself. */
export function variantOf(name: string, folder = shippedFolder()): string | null {
  const extended = /^extends: *(\S+)$/mu.exec(readFileSync(path.join(folder, `${name}.yaml`), 'utf8'))?.[1]?.replace(ENDING, '');
  return extended !== undefined && extended !== name && shippedNames(folder).includes(extended) ? extended : null;
}

export interface Titled { readonly name: string; readonly title: string }

/** Told by its first lines alone, so that a list of all need not read and check each. @param name of a file in the folder, perhaps in one below */
function titled(name: string, folder: string): Titled {
  const title = /^title: *(?:"(.*)"|(.*))$/mu.exec(readFileSync(path.join(folder, `${name}.yaml`), 'utf8'));
  return { name, title: title?.[1] ?? title?.[2] ?? name };
}

/** The shipped variants of a shipped scenario. */
export function variantsOf(name: string, folder = shippedFolder()): readonly Titled[] {
  return shippedNames(folder).filter((each) => variantOf(each, folder) === name).map((each) => titled(each, folder));
}

/** Folders of the shipped scenarios with more of them, made for one purpose each. */
export const COLLECTIONS = ['history', 'spatial'] as const;
export type Collection = (typeof COLLECTIONS)[number];

/** The scenarios of one of them, each with the name by which it is opened: history/dayton-1995. */
export function collected(collection: Collection, folder = shippedFolder()): readonly Titled[] {
  return shippedNames(path.join(folder, collection)).map((name) => titled(`${collection}/${name}`, folder));
}

/** The name by which a shipped scenario is opened that a person, or a record, calls by its last part; undefined: none comes with Winset. */
export function shippedAs(name: string, folder = shippedFolder()): string | undefined {
  const all = [...shippedNames(folder), ...COLLECTIONS.flatMap((each) => collected(each, folder).map((one) => one.name))];
  return all.find((one) => one === name) ?? all.find((one) => path.posix.basename(one) === name);
}

/** A link that leads in a circle, or a folder that may not be entered, leads to no file either. */
function isFile(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    return false;
  }
}

/** Relative to where the user is, unless that leads upwards. */
function shortest(file: string, cwd: string): string {
  const relative = path.relative(cwd, file);
  return relative === '' || relative.startsWith('..') || path.isAbsolute(relative) ? file : relative;
}

/** The file's path as the user would write it. Reading it must start from `cwd`. */
export function findScenario(name: string, cwd: string, folder = shippedFolder()): string {
  const asPath = path.resolve(cwd, name);
  if (name.includes('/') || name.includes('\\') || ENDING.test(name)) {
    if (isFile(asPath)) return name;
    // Those that come with Winset in folders of their own: history/dayton-1995.
    const below = path.join(folder, `${name.replace(ENDING, '')}.yaml`);
    if (COLLECTIONS.some((one) => name.startsWith(`${one}/`)) && /^[a-z]+\/[a-z0-9-]+(\.ya?ml)?$/u.test(name) && isFile(below)) return shortest(below, cwd);
    const bare = shippedAs(path.basename(name).replace(ENDING, ''), folder);
    const hint = bare === undefined ? '' : ` The scenario that comes with Winset is simply called ${bare}.`;
    throw new UsageError(existsSync(asPath) ? `“${plain(name)}” is not a file.` : `There is no file “${plain(name)}”.${hint}`);
  }
  const names = shippedNames(folder);
  if (names.includes(name)) return shortest(path.join(folder, `${name}.yaml`), cwd);
  if (isFile(asPath)) return name;
  const below = shippedAs(name, folder);
  throw new UsageError(`There is no scenario “${plain(name)}”.${below === undefined ? didYouMean(name, names) : ` Did you mean ${below}?`} For a file of your own, give its path: ./${plain(name)}.yaml`);
}
