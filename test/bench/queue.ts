/** Pieces behind a queue beside the same pieces on threads: how many small ones in a second, and what the queue costs where a piece takes a second. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { readScenario, threadCrew, type Crew } from '../../engine/index.ts';
import { deal } from '../../engine/batch/deal.ts';
import type { Chunk } from '../../engine/batch/plan.ts';
import { readAddress } from '../../engine/batch/queue/address.ts';
import { queueCrew } from '../../engine/batch/queue/crew.ts';
import { openLink } from '../../engine/batch/queue/link.ts';
import { VERSION } from '../../cli/version.ts';
import { HAS_REDIS, redisIn } from '../batch/queue/redis.ts';
import { rounded, table } from './child.ts';

const THREADS = 2;
const BIN = fileURLToPath(new URL('../../dist/bin.js', import.meta.url));
const WORKERS = new URL('../../dist/worker.js', import.meta.url);

interface Played { readonly seconds: number; readonly counts: string }

/** Plays the pieces after one a thread, so that threads are started and the scenario is compiled on both sides. */
async function timed(crew: Crew, scenario: Parameters<Crew['batch']>[0]['scenario'], pieces: readonly Chunk[]): Promise<Played> {
  const errand = { scenario, options: { seed: 'bench', rows: null } };
  const hands = crew.batch(errand, 64);
  const warm = Array.from({ length: 2 * THREADS }, (_, at): Chunk => ({ index: at, first: 900_000_001 + at * 10, runs: 10 }));
  await deal({ pieces: warm, hands, take: () => {}, onProgress: null, signal: null });
  const counts: string[] = [];
  const start = performance.now();
  await deal({ pieces, hands, take: (piece, part) => { counts[piece.index] = part.tally.counts.join(' '); }, onProgress: null, signal: null });
  const seconds = (performance.now() - start) / 1000;
  await Promise.all(hands.map((hand) => hand.end()));
  return { seconds, counts: counts.join('\n') };
}

export async function queue(): Promise<string> {
  if (!HAS_REDIS) return 'queue: there is no redis-server here\n';
  const folder = mkdtempSync(join(tmpdir(), 'winset-queue-'));
  const redis = await redisIn(folder);
  await redis.start();
  const worker = spawn(process.execPath, [BIN, 'worker', '--queue', redis.url, '--workers', String(THREADS)], { stdio: 'ignore' });
  try {
    const rows: string[][] = [];
    for (const [name, pieces, wanted] of [['tutorial', 400, null], ['ukraine-2025', 16, 1]] as const) {
      const read = readScenario(fileURLToPath(new URL(`../../scenarios/${name}.yaml`, import.meta.url)));
      if (!read.ok) throw new Error(name);
      const cut = (runs: number): readonly Chunk[] => Array.from({ length: pieces }, (_, index) => ({ index, first: 1 + index * runs, runs }));
      // A piece that takes about as long as wanted, as threads side by side play it.
      const probe = wanted === null ? null : await timed(threadCrew(THREADS, WORKERS), read.scenario, cut(600));
      const runs = probe === null || wanted === null ? 1 : Math.max(1, Math.round((wanted * 600 * pieces) / THREADS / probe.seconds));
      const link = await openLink(readAddress(redis.url), () => {});
      const crew = queueCrew({ link, version: VERSION, written: [read], told: () => {} });
      const [there, here] = [await timed(crew, read.scenario, cut(runs)), await timed(threadCrew(THREADS, WORKERS), read.scenario, cut(runs))];
      await crew.close();
      if (there.counts !== here.counts) throw new Error('the queue and the threads gave different counts');
      rows.push([`${pieces} pieces of ${runs} run${runs === 1 ? '' : 's'} of ${name}`, rounded(here.seconds, 2), rounded(there.seconds, 2), rounded(pieces / there.seconds, 1), `${rounded(100 * (1 - here.seconds / there.seconds), 1)} %`]);
    }
    return table(`A queue beside threads, ${THREADS} each; the counts were the same`, [['', 'threads, s', 'queue, s', 'pieces a second', 'lost to the queue'], ...rows]);
  } finally {
    worker.kill('SIGKILL');
    await redis.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}
