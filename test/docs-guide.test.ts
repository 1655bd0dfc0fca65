/** docs/writing-a-scenario.md: its pieces, put together, are a scenario without problems; its commands run on it; every field of the format stands in it. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { compile, formatProblem, PROBLEM_CODES, readScenario, scenarioSchema } from '../engine/index.ts';
import { playRun } from '../engine/run/kernel.ts';
import { read, ROOT } from './helpers/architecture/source.ts';

const guide = read('docs/writing-a-scenario.md').text;
const blocks = (opening: string): readonly string[] => [...guide.matchAll(new RegExp(`^\`\`\`${opening}\\n(.*?)^\`\`\``, 'gms'))].map(([, text]) => text ?? '');
const pieces = blocks('yaml');
const further = blocks('yaml further');
const commands = blocks('sh').flatMap((block) => block.split('\n')).filter((line) => line !== '').map((line) => line.replace(/^npx winset /u, ''));

const folder = mkdtempSync(join(tmpdir(), 'winset-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
cpSync(`${ROOT}scenarios/figures.yaml`, join(folder, 'figures.yaml'));

type Tree = Readonly<Record<string, unknown>>;
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where a key comes again, one adds to the one that is there: what the page tells its readers to do. */
function added(to: unknown, more: unknown): unknown {
  if (!isTree(to) || !isTree(more)) return more;
  return Object.fromEntries([...new Set([...Object.keys(to), ...Object.keys(more)])].map((key) => [key, key in more ? added(to[key], more[key]) : to[key]]));
}

function problems(name: string, content: unknown): readonly string[] {
  const file = join(folder, name);
  writeFileSync(file, stringify(content));
  const result = readScenario(file);
  return result.ok ? [] : result.problems.map(formatProblem);
}

const whole = pieces.map((piece): unknown => parse(piece)).reduce(added, {});

describe('the guide', () => {
  it('has twelve steps, each with a trap', () => {
    const steps = guide.split(/^## (?=\d+\. )/mu).slice(1);
    expect(steps.map((step) => Number.parseInt(step, 10))).toEqual(Array.from({ length: 12 }, (_, at) => at + 1));
    for (const step of steps.slice(0, 11)) expect(step, step.slice(0, 40)).toMatch(/\*\*Traps?\.\*\*/u);
  });

  it('gives pieces that make one scenario without problems, of which every outcome comes up', () => {
    expect(problems('mine.yaml', whole)).toEqual([]);
    const result = readScenario(join(folder, 'mine.yaml'));
    if (!result.ok) throw new Error('mine.yaml has problems');
    const model = compile(result.scenario);
    const ended = new Set(Array.from({ length: 400 }, (_, run) => playRun(model, run + 1, { seed: 'guide' }).outcome));
    expect(ended).toEqual(new Set(result.scenario.outcomes.map((_, at) => at)));
  });

  it.each(further.map((piece, at) => [at + 1, piece] as const))('gives further piece %i, a variant without problems', (at, piece) => {
    problems('mine.yaml', whole);
    expect(problems(`further-${at}.yaml`, added({ winset: 1, extends: 'mine.yaml' }, parse(piece)))).toEqual([]);
  });

  it('would not pass if a piece were wrong', () => {
    const found = problems('wrong.yaml', added(whole, { issues: { ceasefire: { standing: 'nnoe' } } }));
    expect(found.join('\n')).toContain(PROBLEM_CODES.find((code) => code === 'unknown-option'));
  });

  it.each(commands)('winset %s runs', (line) => {
    problems('mine.yaml', whole);
    const done = spawnSync(process.execPath, [`${ROOT}dist/bin.js`, ...line.split(' ')], { cwd: folder, encoding: 'utf8' });
    expect(done.status, done.stderr).toBe(0);
    expect(done.stdout.length).toBeGreaterThan(20);
  });

  it('names every field of the format', () => {
    const named = new Set([...guide.matchAll(/[a-z][a-z-]*/gu)].map(([word]) => word));
    expect(fieldsOf(scenarioSchema()).filter((field) => !named.has(field))).toEqual([]);
  });
});

/** Names of properties anywhere in the schema. */
function fieldsOf(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(fieldsOf);
  if (!isTree(node)) return [];
  const own = isTree(node['properties']) ? Object.keys(node['properties']) : [];
  return [...own, ...Object.values(node).flatMap(fieldsOf)];
}
