/** A Redis of a test's own, on a free port. Where there is none the tests that need it are skipped, and say so; in CI there must be one. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createServer, connect } from 'node:net';
import type { AddressInfo } from 'node:net';

export const HAS_REDIS = spawnSync('redis-server', ['--version']).status === 0;
if (!HAS_REDIS) {
  if (process.env['CI'] === 'true') throw new Error('redis-server is missing; .ci/run installs it');
  process.stderr.write('SKIPPED: tests of the queue need redis-server (Debian: apt-get install redis-server).\n');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => { server.close(resolve); });
  return port;
}

const answers = (port: number): Promise<boolean> => new Promise((resolve) => {
  const socket = connect(port, '127.0.0.1', () => { socket.destroy(); resolve(true); });
  socket.on('error', () => resolve(false));
});

export interface Redis {
  readonly port: number;
  readonly url: string;
  start(): Promise<void>;
  /** As when the machine loses its power: nothing is saved. */
  kill(): Promise<void>;
}

/** Not started yet. `more`: further words of its command line; its files, of which there are none, would be in `folder`. */
export async function redisIn(folder: string, more: readonly string[] = []): Promise<Redis> {
  const port = await freePort();
  let child: ChildProcess | null = null;
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    async start() {
      child = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder, ...more], { stdio: 'ignore' });
      while (!await answers(port)) {
        if (child.exitCode !== null) throw new Error('redis-server does not start');
        await new Promise((resolve) => { setTimeout(resolve, 20); });
      }
    },
    async kill() {
      const last = child;
      child = null;
      if (last === null || last.exitCode !== null) return;
      const gone = new Promise((resolve) => { last.once('exit', resolve); });
      last.kill('SIGKILL');
      await gone;
    },
  };
}
