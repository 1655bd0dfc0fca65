/**
 * Every option of every command does something: what comes out, or what is written, differs from the same without it. Options that bear on how long it takes alone
 * (--workers, --queue) are at least read: a wrong value is refused. A new option has no row, and fails.
 */
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../cli/main.ts';
import { CAMERA } from '../exchange/helpers.ts';
import { folder, winset } from './fake-io.ts';
import { RICH } from './rich.ts';

const place = folder();
afterAll(place.remove);
const camera = CAMERA.map((file) => file.path).join(' ');
beforeAll(async () => {
  writeFileSync(place.file('rich.yaml'), RICH);
  writeFileSync(place.file('other.yaml'), RICH.replace('0.4 - 0.2 * aid', '0.6 - 0.5 * aid'));
  // It is signed where one of two levers is high, so that there are two boxes.
  writeFileSync(place.file('split.yaml'), RICH.replace('0.4 - 0.2 * aid', '"aid > 0.7 || weather > 0.7 ? 0.2 : 1.2"'));
  writeFileSync(place.file('there.yaml'), 'mine');
  writeFileSync(place.file('there.svg'), 'mine');
  writeFileSync(place.file('there.html'), 'mine');
  writeFileSync(place.file('there.parquet'), 'mine');
  writeFileSync(place.file('untidy.yaml'), RICH.replace('title: The strait\nquestion', '\n\n\ntitle: The strait\nquestion'));
  for (const line of ['run rich.yaml --seed 5 --out saved.jsonl', 'batch rich.yaml -n 100 --shard 1/2 --out 1.parquet', 'batch rich.yaml -n 100 --shard 2/2 --out 2.parquet', 'export genius rich.yaml --out there']) {
    const { code, err } = await winset(line, { cwd: place.path });
    if (code !== 0) throw new Error(`${line}: ${err}`);
  }
});

/** What only repeats how it was asked. */
const ECHOED = new Set(['seed', 'run', 'runs', 'asked', 'view', 'vary', 'held', 'set', 'from', 'method', 'hash', 'until', 'name']);
function bare(out: string): string {
  try {
    const data: unknown = JSON.parse(out);
    return JSON.stringify(data, (key, value: unknown) => (ECHOED.has(key) ? undefined : value));
  } catch {
    return out.split('\n').filter((line) => !/^(?:Again: | +--|Seed )/u.test(line)).join('\n');
  }
}

/** All that came of a command: its end, what it said, and each file as it is afterwards. New files are taken away again. */
async function cameOf(line: string, isTTY = false): Promise<{ readonly out: string; readonly all: string }> {
  const files = (): readonly string[] => readdirSync(place.path, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(place.file(name)).isFile());
  const before = new Map(files().map((name) => [name, readFileSync(place.file(name))] as const));
  const { code, out, err } = await winset(line, { cwd: place.path, isTTY, columns: 80 });
  const after = files().map((name) => [name, readFileSync(place.file(name), 'latin1')]);
  for (const name of files()) if (!before.has(name)) rmSync(place.file(name));
  for (const [name, bytes] of before) writeFileSync(place.file(name), bytes);
  return { out, all: JSON.stringify([code, bare(out), err, after]) };
}

/** Many rows share the command without the option. */
const withouts = new Map<string, Promise<{ readonly all: string }>>();
function cameWithout(line: string): Promise<{ readonly all: string }> {
  const came = withouts.get(line) ?? cameOf(line);
  withouts.set(line, came);
  return came;
}

/** By command: the words without the option (`null`: those of the first row), and those that it adds. */
type Rows = Readonly<Record<string, string | readonly [without: string, adds: string]>>;
const LEVERS: Rows = { from: '--from 2025-02-17', set: '--set aid=0', view: '--view doubtful', vary: '--vary' };
const LUCK: Rows = { ...LEVERS, seed: '--seed 2' };
const chart = (command: string, more: string): Rows => ({
  format: '', out: [`${command} ${more}`, '--out x.svg'], force: [`${command} ${more} --out there.svg`, '--force'],
});
const PLAYED = { workers: '--workers 0', queue: '--queue nowhere' };
const DOES: Readonly<Record<string, { readonly base: string; readonly options: Rows }>> = {
  run: { base: 'run rich.yaml', options: { ...LUCK, run: '--run 2', replay: ['run', '--replay saved.jsonl'], out: '--out x.jsonl', force: ['run rich.yaml --out saved.jsonl', '--force'] } },
  batch: {
    base: 'batch rich.yaml -n 60 --json',
    options: { ...LUCK, ...PLAYED, runs: ['batch rich.yaml --json', '-n 50'], until: ['batch rich.yaml -n 4000 --json', '--until 10%'], shard: '--shard 1/2', out: '--out x.parquet', resume: ['batch rich.yaml -n 100 --shard 1/2 --out 1.parquet', '--resume'], force: ['batch rich.yaml -n 60 --out there.parquet', '--force'] },
  },
  merge: { base: 'merge 1.parquet 2.parquet', options: { out: '--out x.parquet', force: ['merge 1.parquet 2.parquet --out there.parquet', '--force'] } },
  text: { base: 'text rich.yaml light=joint patrol=shared --json', options: { from: ['text rich.yaml light=joint patrol=shared', '--from 2025-02-17'], set: '--set aid=0.9', view: '--view hopeful', seed: '--seed 2' } },
  analyze: {
    base: 'analyze rich.yaml --json',
    options: { ...LEVERS, round: '--round 6', run: ['analyze rich.yaml --round 6 --json', '--run 3'], seed: ['analyze rich.yaml --round 6 --json', '--seed 9'], stage: '--stage nowhere', size: ['analyze two-concessions --json', '--size 1'], runs: '--runs 20', workers: ['analyze rich.yaml --runs 20', '--workers 0'] },
  },
  redlines: { base: 'redlines other.yaml -n 30 --json', options: { ...LUCK, vary: ['redlines rich.yaml -n 200 --json', '--vary'], workers: '--workers 0', of: '--of stances', stage: ['redlines two-concessions -n 3 --json', '--stage plan'], runs: ['redlines rich.yaml -n 30 --json', '-n 31'] } },
  'turning-points': { base: 'turning-points other.yaml -n 30 --json', options: { ...LUCK, workers: '--workers 0', run: '--run 3', runs: ['turning-points rich.yaml --json', '-n 60'] } },
  sensitivity: {
    base: 'sensitivity rich.yaml -n 240 --each 10 --of none --json',
    options: { ...LUCK, ...PLAYED, of: ['sensitivity rich.yaml -n 240 --each 10 --json', '--of none'], method: ['sensitivity rich.yaml -n 400 --each 5 --of none --json', '--method sobol'], lever: '--lever aid', runs: ['sensitivity rich.yaml --each 10 --of none -n 300 --json', '-n 600'], each: ['sensitivity rich.yaml -n 480 --of none --json', '--each 10'], ...chart('sensitivity rich.yaml -n 240 --each 10 --of none', ''), format: ['sensitivity rich.yaml -n 240 --each 10 --of none', '--format csv'] },
  },
  sweep: {
    base: 'sweep other.yaml --lever weather=0:1:2 -n 60 --json',
    options: { from: '--from 2025-02-17', set: '--set aid=0', view: '--view doubtful', seed: '--seed 2', ...PLAYED, lever: ['sweep rich.yaml --lever weather=0:1:2 -n 20 --json', '--lever aid=0:1:2'], of: '--of none', runs: ['sweep rich.yaml --lever aid=0:1:2 --json', '-n 30'], ...chart('sweep rich.yaml --lever weather=0:1:2 -n 20', ''), format: ['sweep rich.yaml --lever weather=0:1:2 -n 20', '--format csv'] },
  },
  discover: {
    base: 'discover other.yaml -n 900 --of none --json',
    options: { ...LUCK, ...PLAYED, of: ['discover other.yaml -n 900 --json', '--of none'], lever: '--lever aid', coverage: '--coverage 20%', boxes: ['discover split.yaml -n 900 --of lasting,collapsed --json', '--boxes 3'], runs: ['discover other.yaml --of none -n 600 --json', '-n 900'], ...chart('discover other.yaml -n 900 --of none', ''), format: ['discover other.yaml -n 900 --of none', '--format csv'] },
  },
  survival: {
    base: 'survival other.yaml -n 200 --json',
    options: { ...LUCK, ...PLAYED, of: '--of truce', by: '--by light', runs: ['survival rich.yaml -n 150 --json', '-n 300'], ...chart('survival rich.yaml -n 200 --of agreement', ''), format: ['survival rich.yaml -n 200 --of agreement', '--format csv'] },
  },
  report: {
    base: 'report rich.yaml -n 100',
    options: { ...LUCK, ...PLAYED, out: '--out x.html', force: ['report rich.yaml -n 100 --out there.html', '--force'], runs: ['report rich.yaml -n 100', '-n 200'], with: '--with discovery', of: ['report rich.yaml -n 100 --with discovery', '--of none'], chart: ['report rich.yaml -n 100 --format csv', '--chart outcomes'], format: ['report rich.yaml -n 100 --chart outcomes', '--format csv'] },
  },
  compare: { base: 'compare rich.yaml other.yaml -n 60 --json', options: { ...LUCK, workers: '--workers 0', 'set-a': '--set-a aid=0.9', 'set-b': '--set-b aid=0.9', runs: ['compare rich.yaml other.yaml --json -n 30', '-n 60'] } },
  check: { base: 'check rich.yaml', options: { from: '--from 2025-01-01' } },
  fmt: { base: 'fmt untidy.yaml', options: { check: '--check' } },
  list: { base: 'list', options: {} },
  show: { base: 'show rich.yaml', options: { from: '--from 2025-02-17', as: '--as coast' } },
  evidence: { base: 'evidence rich.yaml --without A -n 60 --json', options: { ...LUCK, workers: '--workers 0', claim: ['evidence rich.yaml --json', '--claim A.1'], without: ['evidence rich.yaml --json', '--without A'], runs: ['evidence rich.yaml --without A --json', '-n 50'] } },
  diagram: { base: 'diagram rich.yaml', options: { party: '--party coast', svg: '--svg', from: '--from 2025-01-01' } },
  new: { base: 'new border-talks --parties North,South --issues Pass', options: { parties: ['new border-talks --issues Pass', '--parties A,B'], issues: ['new border-talks --parties A,B', '--issues Toll'], out: '--out x.yaml', force: ['new border-talks --parties A,B --issues Pass --out there.yaml', '--force'] } },
  import: { base: `import genius ${camera}`, options: { rounds: '--rounds 7', out: '--out x.yaml', force: [`import genius ${camera} --out there.yaml`, '--force'] } },
  export: { base: 'export genius rich.yaml', options: { stage: ['export genius two-concessions', '--stage plan'], from: '--from 2025-01-01', out: '--out x', force: ['export genius rich.yaml --out there', '--force'] } },
  'round-robin': { base: 'round-robin tutorial -n 2 --json', options: { tactics: '--tactics boulware,conceder', runs: ['round-robin tutorial --tactics boulware,conceder --json', '-n 3'], seed: '--seed 2', from: ['round-robin rich.yaml -n 2 --tactics boulware,conceder --json', '--from 2025-02-17'], workers: '--workers 0' } },
  baselines: { base: 'baselines spatial/emission-standards --json', options: { rounds: ['baselines spatial/emission-standards --json', '--rounds 1'], from: '--from 2025-01-01', set: '--set no-deal=0.1', view: '--view nobody' } },
  backtest: { base: 'backtest -n 2 --json', options: { runs: ['backtest -n 2 --json', '-n 3'], seed: '--seed 2', ...PLAYED } },
  schema: { base: 'schema', options: {} },
};
/** These need a terminal, or end only with it: their options are tried in sittings (dashboard/, watching/, watch.test.ts) and behind a queue. */
const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  step: ['seed', 'run', 'from', 'set', 'view', 'vary', 'as', 'replay', 'plain', 'ascii', 'no-color'],
  watch: ['set', 'from', 'view', 'vary', 'runs', 'seed', 'workers', 'ascii', 'json', 'no-color'],
  worker: ['queue', 'workers', 'no-color'],
  check: ['watch'],
};

const rows = COMMANDS.filter(({ name }) => DOES[name] !== undefined).flatMap(({ name, options }) => options.filter((option) => ELSEWHERE[name]?.includes(option) !== true).map((option) => [name, option] as const));

describe('options', () => {
  it('all have a row', () => {
    for (const { name, options } of COMMANDS) {
      const known = [...Object.keys(DOES[name]?.options ?? {}), ...(ELSEWHERE[name] ?? []), ...(DOES[name] === undefined ? [] : ['json', 'no-color'])];
      expect(options.filter((option) => !known.includes(option)), name).toEqual([]);
    }
  });
  it.each(rows.filter(([, option]) => option !== 'no-color' && option !== 'json'))('%s --%s does something', async (command, option) => {
    const row = DOES[command]?.options[option];
    if (row === undefined) throw new Error('no row');
    const [without, adds] = typeof row === 'string' ? [DOES[command]?.base ?? '', row] : row;
    const runs = / -n \d+/u;
    const line = adds.startsWith('-n') ? `${without.replace(runs, '')} ${adds}` : `${without} ${adds}`;
    expect((await cameOf(line)).all).not.toBe((await cameWithout(without)).all);
  }, 60_000);
  it.each(rows.filter(([command, option]) => option === 'json' && command !== 'schema'))('%s --%s gives JSON and nothing else', async (command) => {
    const line = (DOES[command]?.base ?? '').replace(' --json', '');
    const { out } = await cameOf(`${line} --json`);
    const first = out.split('\n')[0] ?? '';
    expect(() => { JSON.parse(command === 'run' ? first : out); }).not.toThrow();
  }, 60_000);
  it.each(rows.filter(([, option]) => option === 'no-color'))('%s --%s takes colour away on a terminal', async (command) => {
    const line = `${(DOES[command]?.base ?? '').replace(' --json', '')}${command === 'report' ? ' --out x.html' : ''}`;
    expect((await cameOf(`${line} --no-color`, true)).out).not.toContain('\u001b[');
  }, 60_000);
});

describe('an option that can do nothing here', () => {
  it.each(['run tutorial --vary', 'batch tutorial -n 20 --vary --json', 'compare tutorial tutorial -n 20 --vary', 'redlines tutorial -n 3 --vary', 'survival tutorial -n 50 --vary', 'turning-points tutorial -n 3 --vary', 'analyze tutorial --vary'])('is told: %s', async (line) => {
    const { code, err } = await winset(line);
    expect({ code, err }).toEqual({ code: 0, err: '--vary draws nothing here: the file does not say how likely the values of its levers are, so they are held.\n' });
  });
  it('is not told where it does something, on one side at least', async () => {
    for (const line of ['run rich.yaml --vary', 'compare tutorial rich.yaml -n 20 --vary', 'run rich.yaml --vary --view hopeful']) expect((await winset(line, { cwd: place.path })).err, line).toBe('');
    expect((await winset('run rich.yaml --vary --view hopeful --set weather=0.5', { cwd: place.path })).err).toContain('--vary draws nothing here');
  });
  it('is told where a run is over before others could begin in it', async () => {
    expect((await winset('analyze tutorial --round 50 --runs 10')).err).toBe('The run is over by then, so none of the runs of --runs are played from there.\n');
    expect((await winset('analyze tutorial --round 2 --runs 10')).err).toBe('');
  });
  it('is told in the page of a batch, also where there is no lever at all', async () => {
    expect((await winset('batch tutorial -n 20 --vary')).out.replaceAll(/\s+/gu, ' ')).toContain('Levers were to be drawn for each run, but the file does not say how');
  });
});
