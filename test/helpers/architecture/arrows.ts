/** Who may import whom: between folders, from packages, and never in a circle. */
import { imports } from './source.ts';
import type { Finding, SourceFile } from './source.ts';

/**
 * The order in which data flows. A file may import from its own folder and from folders of a lower rank. The reader of
 * scenarios stands above `record` for one thing: text for people is made plain in one place, for problems too.
 */
const RANK: Readonly<Record<string, number>> = {
  vocabulary: 0, chance: 1, record: 1, scenario: 2, charts: 3, model: 4, rules: 5, run: 6, batch: 7, analysis: 8, index: 9, cli: 10,
};

/** Where a package may be imported; what stands in no row, nowhere but in the tests. The first row that names it counts. */
const PACKAGES: readonly (readonly [name: RegExp, where: RegExp, words: string])[] = [
  [/^seedrandom$/, /^engine\/chance\//, 'engine/chance'],
  [/^xstate(\/|$)/, /^engine\/(charts\/|run\/stepper)/, 'engine/charts and engine/run/stepper*'],
  [/^(yaml|@marcbachmann\/cel-js)(\/|$)/, /^engine\/(scenario|exchange)\//, 'engine/scenario'],
  [/^zod$/, /^(engine\/(scenario|exchange|batch\/(keep|queue))\/|cli\/)/, 'engine/scenario, engine/batch/keep, engine/batch/queue and cli, where what comes from others is read'],
  [/^(bullmq|ioredis)$/, /^engine\/batch\/queue\//, 'engine/batch/queue'],
  [/^(saxes|csv-parse)(\/|$)/, /^engine\/exchange\//, 'engine/exchange'],
  [/^hyparquet(-writer)?$/, /^engine\/batch\/(rows|keep)\//, 'engine/batch/rows and engine/batch/keep'],
  [/^string-width$/, /^(cli|engine\/scenario)\//, 'cli and engine/scenario'],
  [/^(vega|vega-lite|@resvg\/resvg-js|dejavu-fonts-ttf)$/, /^cli\/views\/charts\//, 'cli/views/charts'],
  [/^(ink|react|yargs)(\/|$)/, /^cli\//, 'cli'],
  [/^node:(fs|fs\/promises|path|url|crypto|buffer|zlib)$/, /^(engine|cli)\//, 'anywhere'],
  [/^node:worker_threads$/, /^(engine\/batch|cli)\//, 'engine/batch and cli'],
  [/^node:/, /^cli\//, 'cli'],
];

/** The part of the project a file belongs to: a folder of engine/, a file at its top, or cli. */
function part(path: string): string {
  const [top, next = ''] = path.split('/');
  return top === 'engine' ? next.replace(/\.tsx?$/, '') : (top ?? '');
}

export function wrongArrows(files: readonly SourceFile[]): Finding[] {
  return files.flatMap((file) => imports(file).flatMap((found) => {
    const at = `${file.path}:${found.line}`;
    if (found.file === null) return [];
    if (!/\.tsx?$/.test(found.file)) return [`${at} imports ${found.from}: write the file's ending`];
    const [from, to] = [part(file.path), part(found.file)];
    if (from === to) return [];
    if (from === 'exchange') return ['scenario', 'vocabulary', 'record'].includes(to) ? [] : [`${at}: exchange may import scenario (and plain text from record) only, not ${to}`];
    if (to === 'exchange') return from === 'index' || from === 'cli' ? [] : [`${at}: only the door and cli may import exchange`];
    const [low, high] = [RANK[to], RANK[from]];
    if (low === undefined || high === undefined) return [`${at}: ${low === undefined ? to : from} has no place in the order of folders`];
    return low < high ? [] : [`${at}: ${from} may not import ${to}`];
  }));
}

export function wrongPackages(files: readonly SourceFile[]): Finding[] {
  return files.flatMap((file) => imports(file).flatMap((found) => {
    if (found.file !== null) return [];
    const rule = PACKAGES.find(([name]) => name.test(found.from));
    if (!rule) return [`${file.path}:${found.line}: ${found.from} is not among the packages the project uses`];
    return rule[1].test(file.path) ? [] : [`${file.path}:${found.line}: ${found.from} may be imported in ${rule[2]} only`];
  }));
}

/** Where a package is imported, types not counted. */
export function importersOf(name: string, files: readonly SourceFile[]): string[] {
  return files.filter((file) => imports(file).some((found) => found.from === name && !found.typesOnly)).map((file) => file.path);
}

/** Circles of imports, types included, each named once. */
export function circles(files: readonly SourceFile[]): Finding[] {
  const next = new Map(files.map((file) => [file.path, imports(file).flatMap((found) => (found.file === null ? [] : [found.file]))]));
  const done = new Set<string>();
  const found: Finding[] = [];
  const visit = (path: string, way: readonly string[]): void => {
    const from = way.indexOf(path);
    if (from >= 0) found.push([...way.slice(from), path].join(' → '));
    if (from >= 0 || done.has(path)) return;
    for (const to of next.get(path) ?? []) visit(to, [...way, path]);
    done.add(path);
  };
  for (const file of files) visit(file.path, []);
  return found;
}

/** Packages that are loaded with this file, before anything is asked of it: `import()` and types do not count. */
export function loadedWith(entry: string, files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const packages = new Set<string>();
  const seen = new Set<string>();
  const visit = (path: string): void => {
    const file = byPath.get(path);
    if (!file || seen.has(path)) return;
    seen.add(path);
    for (const found of imports(file)) {
      if (found.dynamic || found.typesOnly) continue;
      if (found.file === null) packages.add(found.from);
      else visit(found.file);
    }
  };
  visit(entry);
  return [...packages].sort();
}
