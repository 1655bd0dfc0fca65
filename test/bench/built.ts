/**
 * Work that is measured as users run it: TypeScript as it stands is slower. It is bundled by the settings of the build, into a file in `dist/`
 * that is gone afterwards, and each work has a process of its own, as a batch has, so that none is slowed by what another left behind.
 */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { inFolder } from './child.ts';
import type { Works } from './built/works.ts';

function run(words: readonly string[]): string {
  const done = spawnSync(process.execPath, [...words], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 28 });
  if (done.status !== 0) throw new Error(done.stderr);
  return done.stdout;
}

export type Ask = <Name extends keyof Works>(work: Name, ...words: Parameters<Works[Name]>) => Awaited<ReturnType<Works[Name]>>;

export function built(act: (ask: Ask) => string): Promise<string> {
  return inFolder((folder) => {
    const file = join(folder, 'main.mjs');
    run([resolve('test/bench/bundle.mjs'), file]);
    return act((work, ...words) => JSON.parse(run([file, work, JSON.stringify(words)])) as Awaited<ReturnType<Works[typeof work]>>);
  }, resolve('dist'));
}
