/** Every problem has a file that shows it and its exact message, and a row in scenarios/README.md. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { PROBLEM_CODES, formatProblem } from '../../engine/scenario/problem.ts';
import type { ProblemCode } from '../../engine/scenario/problem.ts';
import { readScenarioText } from '../../engine/scenario/read.ts';

const BAD = new URL('bad/', import.meta.url);
const names = readdirSync(BAD).filter((name) => name.endsWith('.yaml')).map((name) => name.slice(0, -'.yaml'.length));
const text = (name: string): string => readFileSync(new URL(name, BAD), 'utf8');

/** Reads a file of the folder as if one stood in it: the message names it without the way to it. */
function messages(name: string): { readonly codes: readonly string[]; readonly shown: string; /** messages without a hint, or without a place */ readonly mute: readonly string[] } {
  const result = readScenarioText(text(`${name}.yaml`), { file: fileURLToPath(new URL(`${name}.yaml`, BAD)) });
  if (result.ok) return { codes: [], shown: '', mute: [] };
  const way = fileURLToPath(BAD);
  const mute = result.problems.filter(({ hint, excerpt }) => hint === null || excerpt === '').map(({ message }) => message);
  return { mute, codes: result.problems.map((problem) => problem.code), shown: `${result.problems.map((problem) => formatProblem({ ...problem, file: problem.file.replace(way, '') })).join('\n\n')}\n` };
}

/** Codes of what cannot be kept as a file here; files.test.ts and extends.test.ts make them. */
const MADE_IN_TESTS: readonly ProblemCode[] = [
  'file-missing', 'file-not-a-file', 'file-unreadable', 'file-too-large', 'file-binary', 'file-not-utf8', 'file-empty', 'too-many-problems',
];

/** Codes of files of other formats; test/exchange/bad.test.ts holds each to its message. */
const FOREIGN = readdirSync(new URL('../exchange/bad/', import.meta.url)).filter((name) => name.endsWith('.txt')).map((name) => name.slice(0, -'.txt'.length));

describe('files with a problem', () => {
  it.each(names)('%s', (name) => {
    const { codes, shown, mute } = messages(name);
    expect(shown).toBe(text(`${name}.txt`));
    // One mistake a file, and nothing but its own code; and each says what to write instead.
    expect(new Set(codes)).toEqual(new Set([name]));
    expect(mute).toEqual([]);
  });
});

describe('every code', () => {
  it('has a file and its message, or is made in a test', () => {
    const kept = readdirSync(BAD).filter((name) => name.endsWith('.txt')).map((name) => name.slice(0, -'.txt'.length));
    expect([...kept].sort()).toEqual([...names].sort());
    expect([...names, ...FOREIGN, ...MADE_IN_TESTS].sort()).toEqual([...PROBLEM_CODES].sort());
  });
  it('that is made in a test is named in one', () => {
    const tests = ['files.test.ts', 'extends.test.ts'].map((name) => readFileSync(new URL(name, import.meta.url), 'utf8')).join('\n');
    for (const code of MADE_IN_TESTS) expect(tests).toContain(`'${code}'`);
  });
  it('has one row in scenarios/README.md, and no row has no code', () => {
    const page = readFileSync(new URL('../../scenarios/README.md', import.meta.url), 'utf8');
    const table = page.slice(page.indexOf('## Problems'));
    const rows = [...table.matchAll(/^\| `([a-z0-9-]+)` \| (.+) \| (.+) \|$/gmu)].map((row) => row[1]);
    expect(rows).toEqual([...PROBLEM_CODES]);
  });
});
