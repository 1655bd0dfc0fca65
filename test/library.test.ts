/** What docs/library.md shows has the types that it says, runs, and prints what stands below it. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { ROOT, read } from './helpers/architecture/source.ts';

const page = read('docs/library.md').text;
const examples = [...page.matchAll(/^```ts\n(.*?)^```\n+(?:^```text\n(.*?)^```)?/gms)].map((found, at) => ({ file: `example-${at + 1}.ts`, code: found[1] ?? '', printed: found[2] ?? '' }));

const folder = mkdtempSync(join(tmpdir(), 'winset-library-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
cpSync(`${ROOT}scenarios`, join(folder, 'scenarios'), { recursive: true });
mkdirSync(join(folder, 'node_modules'));
symlinkSync(ROOT, join(folder, 'node_modules/winset'));
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
for (const { file, code } of examples) writeFileSync(join(folder, file), code);

/** All in one process, which starts once; what each prints, by file. */
function printed(): ReadonlyMap<string, string> {
  writeFileSync(join(folder, 'all.mjs'), examples.map(({ file }) => `console.log('--- ${file}');\nawait import('./${file}');\n`).join(''));
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', pathToFileURL(`${ROOT}node_modules/tsx/dist/loader.mjs`).href, 'all.mjs'], { cwd: folder, encoding: 'utf8' });
  const parts = stdout.split(/^--- (.*)\n/mu).slice(1);
  return new Map([...parts.flatMap((part, at) => (at % 2 === 0 ? [[part, parts[at + 1] ?? ''] as const] : [])), ['errors', stderr]]);
}

describe('the library’s page', () => {
  it('has an example for each of its jobs', () => {
    const names = new Set(examples.flatMap(({ code }) => (/import \{ ([^}]+) \} from 'winset'/u.exec(code)?.[1] ?? '').split(', ')));
    for (const name of ['readScenario', 'compile', 'step', 'batch', 'analyze']) expect(names).toContain(name);
    for (const { printed, file } of examples) expect([file, printed.length > 0]).toEqual([file, true]);
  });
  it('has examples whose types hold', () => {
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({
      compilerOptions: { target: 'es2023', module: 'nodenext', strict: true, noUncheckedIndexedAccess: true, noEmit: true, types: ['node'], typeRoots: [`${ROOT}node_modules/@types`] }, files: examples.map(({ file }) => file),
    }));
    expect(spawnSync(process.execPath, [`${ROOT}node_modules/typescript/bin/tsc`, '-p', folder], { encoding: 'utf8' }).stdout).toBe('');
  });
  it('has examples that run, and print what stands below them', () => {
    const said = printed();
    expect(said.get('errors')).toBe('');
    for (const { file, printed: expected } of examples) expect([file, said.get(file)]).toEqual([file, expected]);
  });
});
