/** Files of other formats with a problem: each has its exact message. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { importActors, importGenius, importGeniusWeb, type ImportResult } from '../../engine/exchange/import.ts';
import { formatProblem } from '../../engine/scenario/problem.ts';
import { jsonTree } from '../../engine/exchange/json-tree.ts';
import { sourceFile } from '../../engine/scenario/origin.ts';
import { newReport } from '../../engine/scenario/report.ts';
import { CAMERA, OPTIONS } from './helpers.ts';

const BAD = new URL('bad/', import.meta.url);
const files = readdirSync(BAD).filter((name) => !name.endsWith('.txt'));

function imported(name: string): ImportResult {
  const file = { name, path: fileURLToPath(new URL(name, BAD)) };
  // The profile of the seller is the one that is wrong.
  if (name.endsWith('.xml')) return importGenius([...CAMERA.slice(0, 2), file], OPTIONS);
  return name.endsWith('.json') ? importGeniusWeb([file], OPTIONS) : importActors([file], OPTIONS);
}

describe('files of other formats', () => {
  it.each(files)('%s', (name) => {
    const result = imported(name);
    const problems = result.ok ? [] : result.problems;
    const code = name.replace(/\.[a-z]+$/u, '');
    expect(`${problems.map(formatProblem).join('\n\n')}\n`).toBe(readFileSync(new URL(`${code}.txt`, BAD), 'utf8'));
    expect(problems.map((problem) => problem.code)).toEqual([code]);
  });
  it('are there for each message', () => {
    const texts = readdirSync(BAD).filter((name) => name.endsWith('.txt')).map((name) => name.slice(0, -4));
    expect(texts.sort()).toEqual(files.map((name) => name.replace(/\.[a-z]+$/u, '')).sort());
  });
});

/** A place in JSON, marked by ‸ and found by the reader. */
it.each(['{ "a": ‸x }', '{ "a": [1, 2‸', '{ "a": 1 ‸"b": 2 }', '[1, 2] ‸]', '{ "name": "jobs", "issuesValues": { "car": { "values": ["yes", n‸ot] } }, "more": "a long text so that the message is cut" }'])('finds the fault in %s', (marked) => {
  const at = marked.indexOf('‸');
  const report = newReport();
  jsonTree(sourceFile('a.json', marked.replace('‸', '')), report);
  expect(report.list().map(({ code, column }) => [code, column])).toEqual([['json', marked.endsWith('‸') ? at : at + 1]]);
});
