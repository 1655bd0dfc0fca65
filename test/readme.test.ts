/** What the README tells people to type works as it stands there. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT, filesBelow, read } from './helpers/architecture/source.ts';

const readme = read('README.md').text;

/** The code blocks of a language. */
function blocks(language: string): string[] {
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map((found) => found[1] ?? '');
}

const commands = blocks('sh').flatMap((block) => block.split(/\n| && /)).filter((line) => line.startsWith('npx winset ')).map((line) => line.slice('npx winset '.length));

describe('the README', () => {
  // A folder as a reader has it: the scenarios, the built program under its name, and the file the README has them write.
  const folder = mkdtempSync(join(tmpdir(), 'winset-'));
  beforeAll(() => {
    cpSync(`${ROOT}scenarios`, join(folder, 'scenarios'), { recursive: true });
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(ROOT, join(folder, 'node_modules/winset'));
    for (const text of blocks('yaml')) {
      const name = /^# (\S+\.yaml)$/m.exec(text)?.[1];
      if (name !== undefined) writeFileSync(join(folder, name), text);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('shows the three jobs', () => {
    for (const job of ['step', 'run', 'batch', 'text', 'check']) expect(commands.some((line) => line.startsWith(`${job} `)), job).toBe(true);
  });

  it('cites the version that it stands beside', () => {
    expect(readme).toContain(`Version ${(JSON.parse(read('package.json').text) as { readonly version: string }).version}.`);
  });

  // The full-screen step needs a terminal; it has tests of its own.
  it.each(commands.filter((line) => !line.startsWith('step')))('winset %s', (line) => {
    const done = spawnSync(process.execPath, [`${ROOT}dist/bin.js`, ...line.split(' ')], { cwd: folder, encoding: 'utf8' });
    expect(done.status, done.stderr).toBe(0);
    expect(done.stdout.length).toBeGreaterThan(0);
  });

  it('gives a library example whose types hold and which runs', () => {
    const [example = ''] = blocks('ts');
    const file = join(folder, 'example.ts');
    writeFileSync(file, example);
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({
      compilerOptions: { target: 'es2023', module: 'nodenext', strict: true, noEmit: true, types: ['node'], typeRoots: [`${ROOT}node_modules/@types`] }, files: ['example.ts'],
    }));
    const checked = spawnSync(process.execPath, [`${ROOT}node_modules/typescript/bin/tsc`, '-p', folder], { encoding: 'utf8' });
    expect(checked.stdout).toBe('');
    const ran = spawnSync(process.execPath, ['--import', pathToFileURL(`${ROOT}node_modules/tsx/dist/loader.mjs`).href, file], { cwd: folder, encoding: 'utf8' });
    expect(ran.status, ran.stderr).toBe(0);
    expect(ran.stdout).toContain('They sign');
  });
});

describe('links in the pages', () => {
  const pages = ['README.md', 'CHANGELOG.md', ...['engine', 'cli', 'test', 'scenarios', 'docs'].flatMap((part) => (existsSync(ROOT + part) ? filesBelow(part) : [])).filter((path) => path.endsWith('.md'))];
  const dead = (path: string, text: string): string[] => [...text.matchAll(/\]\(([^)\s#:]+)(#[^)]*)?\)/g)].map((found) => posix.join(dirname(path), found[1] ?? '')).filter((target) => !existsSync(ROOT + target)).map((target) => `${path} → ${target}`);

  it('lead somewhere', () => {
    expect(pages.flatMap((path) => dead(path, read(path).text))).toEqual([]);
    expect(dead('engine/README.md', 'see [this](nowhere.md)')).toEqual(['engine/README.md → engine/nowhere.md']);
  });
});
