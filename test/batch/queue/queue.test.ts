/** Batches and designs behind a real Redis: machines that die, a caller that dies, a queue that forgets; each ends in the bytes of this machine. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { Queue } from 'bullmq';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { batch, compile, playCells, readScenario } from '../../../engine/index.ts';
import { queueCrew, WHERE } from '../../../engine/batch/queue/crew.ts';
import { openLink, type Link } from '../../../engine/batch/queue/link.ts';
import { readAddress } from '../../../engine/batch/queue/address.ts';
import { ROOT } from '../../helpers/architecture/source.ts';
import { hashOfFile, keeping, place } from '../helpers.ts';
import { HAS_REDIS, redisIn, type Redis } from './redis.ts';

const BIN = path.resolve('dist/bin.js');
const WORKER = path.resolve('test/batch/queue/worker.mjs');
const here = place();
const children: ChildProcess[] = [];
let redis: Redis;
afterAll(here.remove);
// Registered first, so it comes last: whoever is left of a test is ended, wherever it stands.
afterEach(() => { for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL'); });

interface Started { readonly child: ChildProcess; readonly said: () => string; readonly code: Promise<number | null>; readonly until: (words: RegExp) => Promise<void> }
function start(args: readonly string[], more: Readonly<Record<string, string>> = {}): Started {
  const child = spawn(process.execPath, args, { cwd: here.path, env: { ...process.env, NO_COLOR: '', FORCE_COLOR: '', ...more } });
  children.push(child);
  let said = '';
  child.stdout.on('data', (data: Buffer) => { said += data.toString(); });
  child.stderr.on('data', (data: Buffer) => { said += data.toString(); });
  const code = new Promise<number | null>((resolve) => { child.on('close', resolve); });
  const until = async (words: RegExp): Promise<void> => {
    const deadline = Date.now() + 60_000;
    while (!words.test(said)) {
      if (child.exitCode !== null || Date.now() > deadline) throw new Error(`never said ${words}: ${said}`);
      await new Promise((go) => { setTimeout(go, 10); });
    }
  };
  return { child, said: () => said, code, until };
}
const work = (version = '1', file = '', more: Readonly<Record<string, string>> = {}): Started => start([WORKER, redis.url, version, file], more);
const call = (args: readonly string[], more: Readonly<Record<string, string>> = {}): Started => start([BIN, 'batch', 'tutorial', '--seed', 'queue', '--json', '--queue', redis.url, ...args], more);
const VERSION = (spawnSync(process.execPath, [BIN, '--version'], { encoding: 'utf8' }).stdout ?? '').trim();
const alone = (args: readonly string[]): string => spawnSync(process.execPath, [BIN, 'batch', 'tutorial', '--seed', 'queue', '--json', '--workers', '1', ...args], { encoding: 'utf8', cwd: here.path }).stdout;
async function chunksOf(file: string, chunks: number): Promise<void> {
  const deadline = Date.now() + 60_000;
  const there = (): number => (existsSync(here.file(`${file}.partial`)) ? readdirSync(here.file(`${file}.partial`)).filter((name) => /^chunk-\d+\.parquet$/u.test(name)).length : 0);
  while (there() < chunks && Date.now() < deadline) await new Promise((go) => { setTimeout(go, 5); });
}
/** What a caller printed: its lines about the queue go to the same place in these tests. */
const json = (said: string): string => said.slice(said.indexOf('{\n'));

async function withLink<T>(act: (link: Link) => Promise<T>): Promise<T> {
  const link = await openLink(readAddress(redis.url), () => {});
  try { return await act(link); } finally { link.close(); }
}

const read = readScenario(`${ROOT}scenarios/tutorial.yaml`);
if (!read.ok) throw new Error('no tutorial');

describe.skipIf(!HAS_REDIS)('behind a queue', () => {
  beforeAll(async () => {
    if (!existsSync(BIN)) throw new Error('dist/bin.js is missing; run npm run build first');
    redis = await redisIn(here.path);
    await redis.start();
  });
  afterEach(() => withLink((link) => link.client.flushall()));
  afterAll(async () => {
    await redis.kill();
  });

  it('a batch of two workers, one of which is killed in the middle of a piece, is the batch of one machine, and leaves nothing', async () => {
    const [one, two] = [work(VERSION), work(VERSION)];
    await Promise.all([one.until(/Takes|Plays|$/u), two.until(/Takes|Plays|$/u)]);
    const caller = call(['-n', '40000', '--out', 'killed.parquet']);
    await one.until(/Plays The mill and the dam|Plays/u);
    one.child.kill('SIGKILL');
    expect(await caller.code, caller.said()).toBe(0);
    const whole = alone(['-n', '40000', '--out', 'whole.parquet']);
    expect(json(caller.said())).toBe(whole);
    expect(hashOfFile(here.file('killed.parquet'))).toBe(hashOfFile(here.file('whole.parquet')));
    const left = await withLink((link) => link.client.keys('winset:pieces:*'));
    expect(left.filter((key) => /[0-9a-f]{40}$/u.test(key))).toEqual([]);
  }, 120_000);

  it('a caller that was killed comes back and collects what is finished', async () => {
    work(VERSION);
    const args = ['-n', '100000', '--out', 'caller.parquet', '--resume'];
    const first = call(args);
    await chunksOf('caller.parquet', 8);
    first.child.kill('SIGKILL');
    expect(await first.code).toBeNull();
    expect(existsSync(here.file('caller.parquet.partial'))).toBe(true);
    const again = call(args);
    expect(await again.code, again.said()).toBe(0);
    expect(json(again.said())).toBe(alone(['-n', '100000', '--out', 'caller-alone.parquet']));
    expect(hashOfFile(here.file('caller.parquet'))).toBe(hashOfFile(here.file('caller-alone.parquet')));
  }, 120_000);

  it('a queue that is started anew, with nothing left of what stood in it, is filled again', async () => {
    const worker = work(VERSION);
    const caller = call(['-n', '100000']);
    await worker.until(/Plays/u);
    await redis.kill();
    await caller.until(/does not answer any more \(.*\); trying again/u);
    await redis.start();
    expect(await caller.code, caller.said()).toBe(0);
    expect(caller.said()).toMatch(/answers again/u);
    expect(json(caller.said())).toBe(alone(['-n', '100000']));
  }, 120_000);

  it('a piece that kills whoever plays it fails the batch with its reason', async () => {
    const worker = work(VERSION, path.resolve('test/batch/crashing-worker.mjs'), { CRASHING_WORKER: JSON.stringify({ chunk: 3 }) });
    const caller = call(['-n', '400']);
    expect(await caller.code).toBe(1);
    expect(caller.said()).toContain('The runs 151 to 200 failed on the workers that took them: A worker died twice on the runs 151 to 200: out of luck');
    expect(worker.child.exitCode).toBeNull();
  }, 60_000);

  it('a worker of another version refuses, says so, ends, and harms nothing', async () => {
    const caller = call(['-n', '300']);
    await caller.until(/No worker takes part yet/u);
    const other = work('0.0.1');
    expect(await other.code).toBe(1);
    expect(other.said()).toContain(`The work in this queue is of Winset ${VERSION}, this worker is 0.0.1`);
    work(VERSION);
    expect(await caller.code, caller.said()).toBe(0);
    expect(json(caller.said())).toBe(alone(['-n', '300']));
  }, 60_000);

  it('work that is none is refused, and the worker goes on', async () => {
    const worker = work(VERSION);
    await withLink(async (link) => {
      const queue = new Queue(WHERE.name, { connection: link.client, prefix: WHERE.prefix });
      await queue.add('piece', { winset: 1, version: VERSION, kind: 'shell', run: 'touch /tmp/x' }, { jobId: 'hostile' });
      await worker.until(/it is no work that Winset can do/u);
      await queue.close();
    });
    const caller = call(['-n', '100']);
    expect(await caller.code, caller.said()).toBe(0);
  }, 60_000);

  it('a worker that is stopped gives back what it is at', async () => {
    const one = work(VERSION);
    const caller = call(['-n', '50000']);
    await one.until(/Plays/u);
    one.child.kill('SIGINT');
    expect(await one.code, one.said()).toBe(0);
    work(VERSION);
    expect(await caller.code, caller.said()).toBe(0);
    expect(json(caller.said())).toBe(alone(['-n', '50000']));
  }, 60_000);

  it('a caller stopped with Ctrl+C shows what is finished, takes back what stands, and ends with 130', async () => {
    work(VERSION);
    const caller = call(['-n', '500000', '--out', 'stopped.parquet']);
    await chunksOf('stopped.parquet', 3);
    caller.child.kill('SIGINT');
    expect(await caller.code).toBe(130);
    expect(caller.said()).toMatch(/Interrupted after \d+ of 500000 runs/u);
    const waiting = await withLink((link) => link.client.llen('winset:pieces:wait'));
    expect(waiting).toBe(0);
  }, 60_000);

  it('designs give what this machine gives', async () => {
    work('1');
    const cells = [{ scenario: 0, runs: 120 }, { scenario: 0, runs: 30, levers: { drought: 0.9 } }, { scenario: 0, runs: 20, vary: true, first: 500 }];
    const asked = { seed: 'd', measures: ['rounds', 'peace_days'], texts: ['blocked_by'] };
    const found = await withLink(async (link) => {
      const crew = queueCrew({ link, version: '1', written: [read], told: () => {} });
      try { return await playCells([read.scenario], cells, { ...asked, crew }); } finally { await crew.close(); }
    });
    expect(found).toEqual(await playCells([read.scenario], cells, asked));
  }, 60_000);

  it('a batch called as a library is the batch', async () => {
    work('1');
    const model = compile(read.scenario);
    const found = await withLink(async (link) => {
      const crew = queueCrew({ link, version: '1', written: [read], told: () => {} });
      try { return await keeping(model, here.file('lib.parquet'), { crew }); } finally { await crew.close(); }
    });
    expect(found).toEqual(await batch(model, { seed: 'rows', runs: 400 }));
    await keeping(model, here.file('lib-alone.parquet'));
    expect(hashOfFile(here.file('lib.parquet'))).toBe(hashOfFile(here.file('lib-alone.parquet')));
  }, 60_000);
});

describe.skipIf(!HAS_REDIS)('a queue that lets nobody in', () => {
  it('is a failure with a hint; the password is nowhere', async () => {
    const shut = await redisIn(here.path, ['--requirepass', 'sesame-open']);
    await shut.start();
    try {
      for (const [url, env] of [[shut.url, {}], [shut.url.replace('//', '//:hunter2@'), {}], [shut.url, { WINSET_QUEUE_PASSWORD: 'hunter2' }]] as const) {
        const { code, said } = start([BIN, 'batch', 'tutorial', '-n', '100', '--queue', url], env);
        expect(await code, said()).toBe(1);
        expect(said()).toContain(`The queue at ${shut.url} lets nobody in with this user and password`);
        expect(said()).not.toContain('hunter2');
      }
      const worker = start([BIN, 'worker', '--queue', shut.url, '--workers', '1'], { WINSET_QUEUE_PASSWORD: 'sesame-open' });
      const caller = start([BIN, 'batch', 'tutorial', '-n', '100', '--json', '--queue', shut.url.replace('//', '//:sesame-open@')]);
      expect(await caller.code, caller.said()).toBe(0);
      expect(caller.said() + worker.said()).not.toContain('sesame-open');
      worker.child.kill('SIGINT');
      expect(await worker.code).toBe(130);
    } finally {
      await shut.kill();
    }
  }, 60_000);
});

describe.skipIf(!HAS_REDIS)('a queue over TLS', () => {
  it('is used where its certificate is one that the machine trusts, and refused where it is not', async () => {
    const made = spawnSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'key.pem', '-out', 'cert.pem', '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'], { cwd: here.path });
    expect(made.status, String(made.stderr)).toBe(0);
    const plainly = await redisIn(here.path);
    const tls = await redisIn(here.path, ['--tls-port', String(plainly.port), '--tls-cert-file', 'cert.pem', '--tls-key-file', 'key.pem', '--tls-ca-cert-file', 'cert.pem', '--tls-auth-clients', 'no']);
    await tls.start();
    try {
      const url = `rediss://localhost:${plainly.port}`;
      const trusting = { NODE_EXTRA_CA_CERTS: here.file('cert.pem') };
      start([BIN, 'worker', '--queue', url, '--workers', '1'], trusting);
      const caller = start([BIN, 'batch', 'tutorial', '-n', '100', '--json', '--queue', url], trusting);
      expect(await caller.code, caller.said()).toBe(0);
      const doubting = start([BIN, 'batch', 'tutorial', '-n', '100', '--queue', url]);
      expect(await doubting.code).toBe(1);
      expect(doubting.said()).toMatch(/No queue answers at rediss:.*certificate/u);
    } finally {
      await tls.kill();
    }
  }, 60_000);
});

describe('where no queue answers', () => {
  it.each(['batch', 'worker'])('%s tries again, says so once, and fails with what to do', async (command) => {
    const { url } = await redisIn(here.path);
    const { code, said } = start([BIN, command, ...(command === 'batch' ? ['tutorial'] : []), '--queue', url]);
    expect(await code).toBe(1);
    expect(said().match(/trying again/gu)).toHaveLength(1);
    expect(said()).toContain(`No queue answers at ${url} (the connection is refused). Start one with`);
  }, 60_000);
  it.each([['http://x', 'does not begin with redis'], ['nonsense', 'this is none']])('an address that is none is wrong usage: %s', async (url, words) => {
    const { code, said } = start([BIN, 'batch', 'tutorial', '--queue', url]);
    expect(await code).toBe(2);
    expect(said()).toContain(words);
  });
});
