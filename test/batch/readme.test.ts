/** The cluster jobs of the README play shards that join to the batch they say; with fewer runs, in fewer parts, of a small scenario. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { place } from './helpers.ts';

const here = place();
afterAll(here.remove);
const BIN = path.resolve('dist/bin.js');
const readme = readFileSync('README.md', 'utf8');
const block = (begins: string): string => readme.slice(readme.indexOf(begins)).split('```', 1)[0];
const small = (script: string): string => script.replaceAll('100000000', '200').replaceAll('ukraine-2025', 'tutorial').replaceAll('/8', '/2');
const env = (more: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({ ...process.env, ...more, PATH: `${here.path}/bin:${process.env['PATH'] ?? ''}` });
const winset = (words: readonly string[], folder: string) => spawnSync(process.execPath, [BIN, ...words], { encoding: 'utf8', cwd: folder });

beforeAll(() => {
  mkdirSync(here.file('bin'));
  writeFileSync(here.file('bin/winset'), `#!/bin/sh\nexec "${process.execPath}" "${BIN}" "$@"\n`, { mode: 0o755 });
});

interface Job { readonly spec: { readonly template: { readonly spec: { readonly containers: readonly { readonly command: readonly string[] }[] } } } }

it.each([
  ['Slurm', () => ['sh', '-c', small(block('#!/bin/sh\n#SBATCH'))], (part: number) => ({ SLURM_ARRAY_TASK_ID: String(part), SLURM_CPUS_PER_TASK: '1' })],
  ['Kubernetes', () => (parse(block('{ apiVersion: batch/v1')) as Job).spec.template.spec.containers[0].command.map(small), (part: number) => ({ JOB_COMPLETION_INDEX: String(part - 1) })],
] as const)('%s', (name, command, variables) => {
  const folder = here.file(name);
  mkdirSync(folder);
  for (const part of [1, 2]) {
    const [program, ...words] = command();
    const done = spawnSync(program, words, { encoding: 'utf8', cwd: folder, env: env(variables(part)) });
    expect(done.status, done.stderr).toBe(0);
  }
  const whole = winset(['batch', 'tutorial', '-n', '200', '--json'], folder).stdout;
  expect(winset(['merge', 'part-1.parquet', 'part-2.parquet', '-o', 'whole.parquet', '--json'], folder).stdout).toBe(whole);
});
