/** Keeps the sentences of engine/README.md true. Each check is also shown something wrong, so that none can pass by sleeping. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { circles, importersOf, loadedWith, wrongArrows, wrongPackages } from './helpers/architecture/arrows.ts';
import { impurities } from './helpers/architecture/purity.ts';
import { defaultExports, downloadAddresses, looseVersions, missingFromLock, pathsByHand, pathsOfOneMachine, tooLong, typesGivenUp, unfinished, withoutReadme } from './helpers/architecture/shape.ts';
import { ROOT, filesBelow, foldersBelow, read, sources } from './helpers/architecture/source.ts';
import type { SourceFile } from './helpers/architecture/source.ts';

const engine = sources('engine');
const program = sources('engine', 'cli');
const everything = sources('engine', 'cli', 'test');
const file = (path: string, text: string): SourceFile => ({ path, text });

/** Text files under version control; all files where there is none (an unpacked archive). */
function committed(): SourceFile[] {
  const listed = existsSync(`${ROOT}.git`)
    ? execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' }).split('\0').filter((path) => path !== '' && existsSync(ROOT + path))
    : filesBelow('.');
  return listed.filter((path) => !/\.(png|parquet|gz)$/.test(path)).map(read);
}

describe('arrows between folders', () => {
  it('go one way', () => {
    expect(wrongArrows(program)).toEqual([]);
  });
  it.each([
    ['engine/chance/x.ts', "import { a } from '../scenario/scenario.ts';"],
    ['engine/record/x.ts', "import type { A } from '../scenario/scenario.ts';"],
    ['engine/rules/x.ts', "import type { A } from '../run/look.ts';"],
    ['engine/rules/x.ts', "export type A = import('../batch/batch.ts').A;"],
    ['engine/run/x.ts', "export { a } from '../index.ts';"],
    ['engine/run/x.ts', "export const a = import('../../cli/main.ts');"],
    ['engine/exchange/x.ts', "import { a } from '../model/model.ts';"],
    ['engine/run/x.ts', "import { a } from '../exchange/a.ts';"],
    ['engine/run/x.ts', "import { a } from '../somewhere/a.ts';"],
    ['engine/run/x.ts', "import { a } from './look';"],
    ['cli/x.ts', "import { a } from '../test/helpers/a.ts';"],
  ])('are seen when %s breaks them: %s', (path, text) => {
    expect(wrongArrows([file(path, text)])).toHaveLength(1);
  });
  it('allow what is meant', () => {
    expect(wrongArrows([file('engine/exchange/x.ts', "import { a } from '../scenario/a.ts';"), file('cli/x.ts', "import { a } from '../engine/index.ts';")])).toEqual([]);
  });
});

describe('imports', () => {
  it('never run in a circle', () => {
    expect(circles(everything)).toEqual([]);
    expect(circles([file('engine/a.ts', "import { b } from './b.ts';"), file('engine/b.ts', "import type { a } from './a.ts';")])).toEqual(['engine/a.ts → engine/b.ts → engine/a.ts']);
  });
  it('take each package where it belongs', () => {
    expect(wrongPackages(program)).toEqual([]);
  });
  it.each([
    ['engine/rules/x.ts', 'xstate'], ['engine/run/kernel.ts', 'xstate'], ['engine/run/x.ts', 'seedrandom'], ['engine/analysis/x.ts', 'ink'],
    ['engine/index.ts', 'yargs'], ['engine/model/x.ts', 'react/jsx-runtime'], ['cli/x.ts', 'yaml'], ['engine/rules/x.ts', 'node:os'], ['engine/run/x.ts', 'left-pad'],
  ])('are seen when %s takes %s', (path, from) => {
    expect(wrongPackages([file(path, `import { a } from '${from}';`)])).toHaveLength(1);
  });
  it('draw on seedrandom in one place', () => {
    const places = importersOf('seedrandom', program);
    expect(places).toHaveLength(1);
    expect(places[0]).toMatch(/^engine\/chance\//);
  });
  it('leave the heavy packages to the command that needs them', () => {
    const heavy = /^(ink|react|xstate|zod|vega|vega-lite|@resvg\/resvg-js)(\/|$)/;
    expect(loadedWith('cli/bin.ts', program).filter((name) => heavy.test(name))).toEqual([]);
    const bad = [file('cli/bin.ts', "import { main } from './main.ts';"), file('cli/main.ts', "import { Text } from 'ink';\nvoid import('yargs');")];
    expect(loadedWith('cli/bin.ts', bad)).toEqual(['ink']);
  });
});

describe('the engine', () => {
  it('may draw in WebAssembly, in one file', () => {
    expect(impurities([file('engine/chance/lanes.ts', 'export const x = WebAssembly.validate(code);')])).toEqual([]);
    expect(engine.filter(({ text }) => text.includes('typeof WebAssembly')).map(({ path }) => path)).toEqual(['engine/chance/lanes.ts']);
  });
  it('knows no clock, chance, locale or environment, and runs no text as code', () => {
    expect(impurities(engine)).toEqual([]);
  });
  it.each([
    'Date.now()', 'new Date()', 'Date()', 'new Date(2025, 1, 2)', 'performance.now()', 'Math.random()', "Math['random']()", 'process.env.HOME', 'globalThis.process',
    'eval("1")', 'new Function("return 1")', 'new Intl.Collator()', '"a".localeCompare("b")', '(1).toLocaleString()', 'new Date(0).getHours()', 'Math.pow(a, b)', 'a ** 0.5', 'crypto.randomUUID()', 'WebAssembly.validate(code)',
  ])('is seen to break that: %s', (text) => {
    expect(impurities([file('engine/x.ts', `export const x = ${text};`)])).not.toEqual([]);
  });
  it.each(['Date.UTC(2025, 1, 2)', 'Date.parse("2025-02-03")', 'new Date(0).getUTCDay()', '2 ** 20', '({ process: 1 }).process', 'Math.exp(1)'])('may: %s', (text) => {
    expect(impurities([file('engine/x.ts', `export const x = ${text};`)])).toEqual([]);
  });
});

describe('files', () => {
  it('hold one thought', () => {
    expect(tooLong(everything)).toEqual([]);
    expect(tooLong([file('a.ts', 'a;\n'.repeat(301))])).toHaveLength(1);
    expect(tooLong([file('a.ts', 'a;\n'.repeat(300))])).toEqual([]);
  });
  it('export by name', () => {
    expect(defaultExports(everything.filter(({ path }) => path !== 'test/vitest.config.ts'))).toEqual([]);
    expect(defaultExports([file('a.tsx', 'export default function A() { return <b />; }')])).toHaveLength(1);
  });
  it('keep their types', () => {
    expect(typesGivenUp(everything.filter(({ path }) => path !== 'test/architecture.test.ts' && path !== 'test/helpers/architecture/shape.ts'))).toEqual([]);
    expect(typesGivenUp([file('a.ts', 'export const a: any = 1;'), file('b.ts', '// @ts-ignore\n')])).toHaveLength(2);
  });
  it('are finished', () => {
    expect(unfinished(committed().filter(({ path }) => /^(engine|cli|scenarios|test|README)/.test(path)))).toEqual([]);
    expect(unfinished([file('a.ts', ['// TO', 'DO: later'].join('')), file('b.ts', ["it.sk", "ip('x')"].join(''))])).toHaveLength(2);
  });
  it('name no path of one machine', () => {
    expect(pathsOfOneMachine(committed())).toEqual([]);
    const paths = ['see @work/main', '"@home/me/x"', 'the folder ..@work/x'].map((line) => line.replace('@', '/'));
    expect(paths.map((line) => pathsOfOneMachine([file('a.md', line)]).length)).toEqual([1, 1, 0]);
  });
  it('find their way in a folder with a space in its name', () => {
    expect(pathsByHand(everything)).toEqual([]);
    expect(pathsByHand([file('a.ts', "export const a = new URL('a.yaml', import.meta.url).pathname;")])).toHaveLength(1);
  });
  it('have a README beside them', () => {
    const folders = [...new Set([...foldersBelow('engine', 1), ...foldersBelow('cli', 1), ...foldersBelow('cli/views', 1), ...foldersBelow('test', 1), 'scenarios'])];
    expect(withoutReadme(folders, folders.flatMap((folder) => filesBelow(folder)))).toEqual([]);
    expect(withoutReadme(['engine/new'], ['engine/new/a.ts'])).toEqual(['engine/new/: no README.md']);
  });
});

describe('the package', () => {
  it('writes every version out', () => {
    expect(looseVersions(read('package.json').text)).toEqual([]);
    expect(looseVersions('{"dependencies":{"a":"^1.0.0"}}')).toEqual(['a ^1.0.0']);
  });
  it('locks versions and checksums, and no download address', () => {
    expect(downloadAddresses(read('package-lock.json').text)).toEqual([]);
    expect(downloadAddresses('"resolved": "https://registry.example/a.tgz"')).toHaveLength(1);
  });
  it('locks what every kind of machine needs', () => {
    expect(missingFromLock(read('package-lock.json').text)).toEqual([]);
    expect(missingFromLock('{"packages":{"node_modules/a":{"version":"1.0.0","optionalDependencies":{"a-mac":"1.0.0"}}}}')).toEqual(['a-mac']);
  });
});
