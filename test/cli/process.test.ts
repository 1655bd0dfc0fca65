/** The built program as a process: exit codes, broken pipes, interruptions, other places. `npm run build` comes first. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folder } from './fake-io.ts';

const BIN = resolve('dist/bin.js');
const place = folder();
afterAll(place.remove);
beforeAll(() => {
  if (!existsSync(BIN)) throw new Error('dist/bin.js is missing; run npm run build first');
});

const quiet = { ...process.env, NO_COLOR: '', FORCE_COLOR: '' };

function winset(words: readonly string[], env: Record<string, string> = {}, cwd = process.cwd()) {
  return spawnSync(process.execPath, [BIN, ...words], { encoding: 'utf8', cwd, env: { ...quiet, ...env }, maxBuffer: 64 * 1024 * 1024 });
}

describe('the process', () => {
  it.each<[string[], number]>([
    [['list'], 0],
    [['run', 'tutorial', '--out', '/nowhere/at/all.jsonl'], 1],
    [['run', 'tutoral'], 2],
    [['step', 'tutorial'], 2],
  ])('%j ends with %i', (words, code) => {
    const done = winset(words);
    expect(done.status, done.stderr).toBe(code);
    expect(done.stderr).not.toMatch(/\n\s+at /u);
  });

  it('prints nothing but data on stdout and nothing on stderr where nobody watches', () => {
    const done = winset(['batch', 'tutorial', '-n', '60', '--json']);
    expect(done.stderr).toBe('');
    expect(JSON.parse(done.stdout)).toMatchObject({ runs: 60 });
    expect(winset(['batch', 'tutorial', '-n', '60']).stdout).not.toContain('\u001b');
  });

  it('gives a pipe all of a long output', async () => {
    const child = spawn(process.execPath, [BIN, 'show', 'london-april', '--json'], { stdio: ['ignore', 'pipe', 'ignore'] });
    let size = 0;
    child.stdout.pause();
    // A slow reader: the program is done long before the pipe is empty.
    await new Promise((wait) => { setTimeout(wait, 1500); });
    for await (const chunk of child.stdout) size += (chunk as Buffer).length;
    expect(size).toBe(Buffer.byteLength(winset(['show', 'london-april', '--json']).stdout));
    expect(size).toBeGreaterThan(100_000);
  });

  it('falls silent with 0 when its reader goes away', () => {
    const done = spawnSync('bash', ['-c', `set -o pipefail; "${process.execPath}" "${BIN}" show london-april --json | head -n 1; echo "\${PIPESTATUS[0]}"`], { encoding: 'utf8', env: quiet });
    expect(done.stdout).toBe('{\n0\n');
    expect(done.stderr).toBe('');
  });

  it('ends with 130 on an interruption, and says what is finished', async () => {
    const child = spawn(process.execPath, [BIN, 'batch', 'london-april', '-n', '5000000'], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [said, told] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => { said += chunk.toString(); });
    child.stderr.on('data', (chunk: Buffer) => { told += chunk.toString(); });
    await new Promise((wait) => { setTimeout(wait, 2000); });
    child.kill('SIGINT');
    const code = await new Promise<number | null>((ended) => { child.on('close', ended); });
    expect(code).toBe(130);
    const runs = /^Interrupted after (\d+) of 5000000 runs\.\n$/u.exec(told)?.[1];
    expect(said === '' ? '0' : /How (\d+) runs ended/u.exec(said)?.[1]).toBe(runs);
  });

  it('says in a line that the disk is full', () => {
    const done = spawnSync('bash', ['-c', `"${process.execPath}" "${BIN}" list > /dev/full`], { encoding: 'utf8', env: quiet });
    expect({ status: done.status, stderr: done.stderr }).toEqual({ status: 1, stderr: 'winset: the output cannot be written: the disk is full.\n' });
  });

  it('gives the same bytes in another place, language and time zone', () => {
    for (const words of [['run', 'tutorial', '--seed', '7'], ['run', 'tutorial', '--seed', '7', '--json'], ['batch', 'tutorial', '-n', '50', '--json']]) {
      const here = winset(words).stdout;
      expect(winset(words, { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }, tmpdir()).stdout).toBe(here);
    }
  });

  it('keeps a saved run and plays it to the same bytes', () => {
    const first = winset(['run', 'tutorial', '--seed', '7', '--out', 'mine.jsonl', '--json'], {}, place.path);
    expect(readFileSync(place.file('mine.jsonl'), 'utf8')).toBe(first.stdout);
    expect(winset(['run', '--replay', 'mine.jsonl', '--json'], {}, place.path).stdout).toBe(first.stdout);
  });
});
