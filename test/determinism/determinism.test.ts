/** The same scenario, seed and choices give the same bytes, wherever and whenever they are played. Works on dist/, as a user does. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../helpers/architecture/source.ts';

interface Look { readonly scenario: string; readonly hash: string; readonly runs: string; readonly batch: string; readonly seeds: number; readonly different: number }

/** Far from where most people work: another date, dotless i, decimal comma, another folder. */
const ELSEWHERE = { TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
const HERE = { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' };

function node(args: readonly string[], place: Readonly<Record<string, string>>, folder: string): { code: number | null; out: string; err: string } {
  const env = { ...process.env, ...place, NO_COLOR: '1' };
  const done = spawnSync(process.execPath, args, { cwd: folder, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

const folder = mkdtempSync(join(tmpdir(), 'winset-'));
const golden = JSON.parse(readFileSync(`${ROOT}test/determinism/golden.json`, 'utf8')) as readonly Look[];

describe('runs of every shipped scenario', () => {
  const played = node([`${ROOT}test/determinism/runs.mjs`], ELSEWHERE, folder);
  const looks = played.out.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Look);

  it('are played in another time zone, language and folder', () => {
    expect(played.err).toBe('');
    expect(looks.map(({ scenario }) => scenario)).toContain('tutorial');
  });
  it('are those of golden.json (after a change that was meant: node test/determinism/runs.mjs --write)', () => {
    expect(looks).toEqual(golden);
  });
  it('differ from seed to seed: as many runs as seeds, 200 of a scenario', () => {
    for (const look of looks) expect(look.different, look.scenario).toBe(look.seeds);
    expect(looks.find((look) => look.scenario === 'tutorial')?.seeds).toBe(200);
  });
});

describe('the command', () => {
  it.each([
    ['run', '--seed', '7', '--json'],
    ['run', '--seed', '7'],
    ['batch', '--seed', '7', '--runs', '50', '--json'],
  ])('%s prints the same bytes there and here: %s %s', (command, ...rest) => {
    const args = [`${ROOT}dist/bin.js`, command, 'tutorial', ...rest];
    const there = node(args, ELSEWHERE, folder);
    const here = node(args, HERE, ROOT);
    expect(there.code, there.err).toBe(0);
    expect(there.out.length).toBeGreaterThan(200);
    expect(there.out).toBe(here.out);
  });
  it('gives another run under another seed', () => {
    const [one, other] = ['7', '8'].map((seed) => node([`${ROOT}dist/bin.js`, 'run', 'tutorial', '--seed', seed], HERE, ROOT).out);
    expect(one).not.toBe(other);
  });
});
