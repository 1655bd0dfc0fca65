/** Where the walkers part, a person is told how to see it again, and the scenario is kept: shown by a fault put into the kernel's tables on purpose. */
import { execSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { readScenario } from '../../engine/index.ts';
import { winset } from '../cli/fake-io.ts';
import { generated } from '../helpers/generate.ts';
import { DISAGREEMENTS, keptIn, lookFor, type Faulty } from '../helpers/walkers/keep.ts';
import { caseOf, RUNS, searchGenerated } from '../helpers/walkers/search.ts';

/** A name that a shell would split. */
const folder = mkdtempSync(join(tmpdir(), 'winset kept '));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

const faulty: Faulty = { fault: 'draw-of-a-gauge', place: 0 };
const before = readdirSync(DISAGREEMENTS);

function messageOf(play: () => unknown): string {
  try { play(); } catch (error) { return error instanceof Error ? error.message : String(error); }
  return '';
}
const message = messageOf(() => searchGenerated({ count: 30, folder, faulty }));
const [kept] = keptIn(folder);

/** The command that a line of the message names. */
const commandIn = (said: string, what: string): string => new RegExp(`^${what}:\\s+(.+)$`, 'mu').exec(said)?.[1] ?? '';

function run(command: string): { readonly code: number; readonly out: string } {
  try {
    return { code: 0, out: execSync(command, { cwd: fileURLToPath(new URL('../../', import.meta.url)), encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }) };
  } catch (error) {
    const { status, stdout } = error as { readonly status: number; readonly stdout: string };
    return { code: status, out: stdout };
  }
}

it('keeps a generated scenario on which they part as a file named by its seed', () => {
  expect(readdirSync(folder)).toEqual([`${kept?.seed}.yaml`]);
  expect(message).toContain(`${kept?.seed}.yaml`);
  // What is kept is the scenario itself, whatever becomes of the generator.
  expect(kept?.text.split('\n').slice(1).join('\n')).toBe(generated(Number(kept?.seed), { wide: true }));
  expect(readScenario(join(folder, `${kept?.seed}.yaml`)).ok).toBe(true);
});

it('is found again when what was kept is played, and only where the fault is', () => {
  if (kept === undefined) throw new Error('nothing was kept');
  const again = lookFor(caseOf(kept.seed, kept.text, { faulty }));
  expect(again.ok && again.found).not.toBeNull();
  expect(message).toContain(again.ok ? again.found?.difference.kernel : '');
  expect(lookFor(caseOf(kept.seed, kept.text))).toEqual({ ok: true, found: null });
});

it('prints a command that plays it in both walkers and shows the first record that differs', () => {
  const command = commandIn(message, 'Both walkers');
  const { code, out } = run(command);
  expect([command, code]).toEqual([command, 1]);
  const [said] = out.split('\n');
  expect(said).toMatch(/^(From .+: )?run \d+, .+: .+ differs$/u);
  expect(message).toContain(said?.replace(/^From [^ ]+ /u, ''));
  const [stepper, kernel] = ['stepper', 'kernel'].map((which) => new RegExp(`^ {2}${which}: +(\\{.+\\})$`, 'mu').exec(out)?.[1] ?? '');
  expect(JSON.parse(stepper ?? '')).not.toEqual(JSON.parse(kernel ?? ''));
  // Without the fault the same words find nothing.
  const mended = run(command.replace(/ --fault \S+/u, ''));
  expect(mended.code).toBe(0);
  expect(mended.out).toContain('alike, in every way');
}, 60_000);

it('prints another that shows that run as the stepper plays it', async () => {
  const [, , ...words] = commandIn(message, 'The run').match(/'[^']*'|\S+/gu)?.map((word) => word.replaceAll("'", '')) ?? [];
  const { code, out, err } = await winset(words);
  expect([words[0], code, err]).toEqual(['run', 0, '']);
  expect(out).toContain('Generated');
});

it('writes nothing where all is well', () => {
  const good = mkdtempSync(join(tmpdir(), 'winset-good-'));
  expect(searchGenerated({ count: 3, folder: good })).toBeGreaterThan(0);
  expect(readdirSync(good)).toEqual([]);
  rmSync(good, { recursive: true });
  expect(readdirSync(DISAGREEMENTS)).toEqual(before);
});

it('has a folder of nothing but scenarios that can be read, named by a seed', () => {
  expect(readdirSync(DISAGREEMENTS).filter((name) => name !== 'README.md' && !/^[\w-]+\.yaml$/u.test(name))).toEqual([]);
  for (const { seed } of keptIn(DISAGREEMENTS)) expect([seed, readScenario(join(DISAGREEMENTS, `${seed}.yaml`)).ok]).toEqual([seed, true]);
  expect(RUNS.length).toBeGreaterThan(1);
  expect(readFileSync(join(DISAGREEMENTS, 'README.md'), 'utf8')).toContain('npx tsx test/run/disagree.ts');
});
