/** The built program killed, stopped and run short of room, as a batch on somebody's machine is. `npm run build` comes first. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countRuns, planChunks } from '../../engine/index.ts';
import { hashOfFile, place } from './helpers.ts';

const BIN = path.resolve('dist/bin.js');
const here = place();
afterAll(here.remove);
beforeAll(() => {
  if (!existsSync(BIN)) throw new Error('dist/bin.js is missing; run npm run build first');
});

const env = { ...process.env, NO_COLOR: '', FORCE_COLOR: '' };
const words = (file: string, more: readonly string[] = []): string[] => [BIN, 'batch', 'tutorial', '-n', '10000', '--seed', 'kill', '--out', file, '--json', ...more];
const run = (args: readonly string[]) => spawnSync(process.execPath, args, { encoding: 'utf8', cwd: here.path, env, maxBuffer: 64 * 1024 * 1024 });
const chunksIn = (file: string): number => (existsSync(`${file}.partial`) ? readdirSync(`${file}.partial`).filter((name) => /^chunk-\d+\.parquet$/u.test(name)).length : 0);

/** Starts the batch and ends it with a signal once so many chunks are there, at some moment of the next. */
async function ended(args: readonly string[], file: string, chunks: number, by: NodeJS.Signals, wait: number): Promise<{ readonly code: number | null; readonly said: string; readonly told: string; readonly milliseconds: number }> {
  const child = spawn(process.execPath, args, { cwd: here.path, env });
  let [said, told] = ['', ''];
  child.stdout.on('data', (data: Buffer) => { said += data.toString(); });
  child.stderr.on('data', (data: Buffer) => { told += data.toString(); });
  const closed = new Promise<number | null>((resolve) => { child.on('close', resolve); });
  const deadline = Date.now() + 30_000;
  while (chunksIn(file) < chunks && child.exitCode === null && Date.now() < deadline) await new Promise((go) => { setTimeout(go, 5); });
  await new Promise((go) => { setTimeout(go, wait); });
  const start = performance.now();
  child.kill(by);
  return { code: await closed, said, told, milliseconds: performance.now() - start };
}

describe('a batch', () => {
  it('killed at any moments goes on to the very bytes of an uninterrupted one', async () => {
    const whole = run(words('whole.parquet', ['--workers', '1']));
    expect(whole.stderr).toBe('');
    const file = here.file('killed.parquet');
    let kills = 0;
    for (const [chunks, wait, workers] of [[0, 250, 2], [4, 7, 2], [15, 3, 1], [30, 11, 2]] as const) {
      const { code } = await ended(words('killed.parquet', ['--resume', '--workers', String(workers)]), file, chunks, 'SIGKILL', wait);
      if (code === null) kills++;
      expect(existsSync(file)).toBe(code === 0);
    }
    expect(kills).toBeGreaterThan(1);
    const done = run(words('killed.parquet', ['--resume', '--workers', '2']));
    expect(done.status, done.stderr).toBe(0);
    expect(done.stdout).toBe(whole.stdout);
    expect(hashOfFile(file)).toBe(hashOfFile(here.file('whole.parquet')));
    expect(existsSync(`${file}.partial`)).toBe(false);
  }, 120_000);

  it.each(['1', '2'])('stopped with Ctrl+C shows what is finished within a second, with 130 (%s workers)', async (workers) => {
    const file = here.file(`stopped-${workers}.parquet`);
    const args = [BIN, 'batch', 'tutorial', '-n', '3000000', '--out', file, '--json', '--workers', workers];
    const { code, said, told, milliseconds } = await ended(args, file, 5, 'SIGINT', 10);
    expect(code).toBe(130);
    // A second, and what a busy machine adds.
    expect(milliseconds).toBeLessThan(2500);
    const result = JSON.parse(said) as { readonly runs: number; readonly asked: number };
    expect(result.asked).toBe(3_000_000);
    expect(planChunks(3_000_000).some((_, at, all) => countRuns(all.slice(0, at + 1)) === result.runs)).toBe(true);
    expect(told).toBe(`Interrupted after ${result.runs} of 3000000 runs; the same command with --resume goes on with them.\n`);
    // The same runs as a batch of their own.
    const alone = JSON.parse(run([BIN, 'batch', 'tutorial', '-n', String(result.runs), '--json']).stdout) as object;
    expect({ ...alone, asked: 3_000_000 }).toEqual(result);
  }, 60_000);

  it('whose file finds no more room says so, and keeps what it has', () => {
    // A limit on the size of files, in blocks of 1024 bytes: the chunks fit, the whole does not.
    const done = spawnSync('bash', ['-c', `trap '' XFSZ; ulimit -f 60; exec "$0" "$@"`, process.execPath, ...words('limit.parquet', ['--workers', '1'])], { encoding: 'utf8', cwd: here.path, env });
    expect(done.status, done.stdout).toBe(1);
    expect(done.stderr).toMatch(/^winset batch: The rows cannot be kept in “limit\.parquet”: .+\.\n$/u);
    expect(existsSync(here.file('limit.parquet'))).toBe(false);
    expect(run(words('limit.parquet', ['--resume'])).status).toBe(0);
    expect(hashOfFile(here.file('limit.parquet'))).toBe(hashOfFile(here.file('whole.parquet')));
  }, 60_000);
});
