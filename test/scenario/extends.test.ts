/** `extends:` — what is merged, what is removed, and what may not be reached. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readScenario } from '../../engine/scenario/read.ts';
import type { Problem } from '../../engine/scenario/problem.ts';
import type { Scenario } from '../../engine/scenario/scenario.ts';

const outer = mkdtempSync(join(tmpdir(), 'winset-'));
const folder = join(outer, 'scenarios');
const base = readFileSync(new URL('bad/base/good.yaml', import.meta.url), 'utf8');

beforeAll(() => {
  mkdirSync(join(folder, 'parts'), { recursive: true });
  writeFileSync(join(folder, 'base.yaml'), base);
  writeFileSync(join(outer, 'secret.yaml'), 'title: Secret');
  symlinkSync(join(outer, 'secret.yaml'), join(folder, 'link.yaml'));
  symlinkSync(outer, join(folder, 'out'));
});
afterAll(() => rmSync(outer, { recursive: true, force: true }));

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}
function scenario(text: string, name = 'variant.yaml'): Scenario {
  const result = readScenario(write(name, text));
  if (!result.ok) throw new Error(result.problems.map((problem) => problem.message).join('\n'));
  return result.scenario;
}
function problems(text: string, name = 'variant.yaml'): readonly Problem[] {
  const result = readScenario(write(name, text));
  return result.ok ? [] : result.problems;
}
const codes = (text: string): readonly string[] => problems(text).map((problem) => problem.code);

describe('merging', () => {
  it('changes one value deep inside and leaves the rest', () => {
    const plain = scenario(base, 'base.yaml');
    const variant = scenario('extends: base.yaml\nid: wet\nlevers: { rain: { value: 0.8 } }');
    expect(variant.levers[0]).toMatchObject({ id: 'rain', value: 0.8, range: [0, 1], title: 'Rain' });
    expect({ ...variant, id: plain.id, hash: plain.hash, levers: plain.levers }).toEqual(plain);
    expect(variant.hash).not.toBe(plain.hash);
  });
  it('keeps the order of the base, and appends', () => {
    const variant = scenario('extends: base.yaml\nevents:\n  flood: { title: A flood, chance: 0, assumed: none this year }\n  brawl: { times: 2 }');
    expect(variant.events.map((event) => [event.id, event.times])).toEqual([['brawl', 2], ['flood', null]]);
  });
  it('replaces lists', () => {
    expect(scenario('extends: base.yaml\nleaves-out: [the weather]').leavesOut).toEqual(['the weather']);
  });
  it('removes what is left empty', () => {
    expect(scenario('extends: base.yaml\nevents:').events).toEqual([]);
    expect(scenario('extends: base.yaml\nparties: { north: { red-lines: null } }').parties[0]?.redLines).toEqual([]);
    expect(codes('extends: base.yaml\nparties: { north: { bonds: null } }')).toEqual(['empty-value']);
  });
  it('asks of a new name that is nearly one of the base whether that was meant, and of others not', () => {
    const [near] = problems('extends: base.yaml\nlevers: { rian: { value: 0.8 } }');
    expect(near).toMatchObject({ code: 'missing-key', path: 'levers.rian.title' });
    expect(near.hint).toMatch(/^did you mean rain, which the file that is extended has\? If it is new: title: /u);
    expect(problems('extends: base.yaml\nlevers: { thunder: { value: 0.8 } }')[0].hint).toMatch(/^title: /u);
    expect(problems(base.replace('levers:', 'levers:\n  rian: { value: 0.8, range: [0, 1], assumed: test }'), 'alone.yaml')[0].hint).not.toMatch(/did you mean/u);
  });
  it('takes several bases, the later over the earlier, and the same twice', () => {
    write('parts/wet.yaml', 'levers: { rain: { value: 0.1 } }');
    write('parts/dry.yaml', 'extends: wet.yaml\nlevers: { rain: { value: 0.9 } }');
    expect(scenario('extends: [base.yaml, parts/dry.yaml]').levers[0]?.value).toBe(0.9);
    expect(scenario('extends: [base.yaml, parts/dry.yaml, parts/wet.yaml]').levers[0]?.value).toBe(0.1);
  });
  it('gives the same hash to the same meaning', () => {
    const hash = scenario(base, 'base.yaml').hash;
    expect(hash).toMatch(/^[0-9a-f]{64}$/u);
    expect(scenario('extends: base.yaml # as it is').hash).toBe(hash);
    expect(scenario(base.replaceAll(/^#.*$/gmu, '').replaceAll(': {', ':   {')).hash).toBe(hash);
    expect(scenario('extends: base.yaml\ntitle: Another').hash).not.toBe(hash);
  });
});

describe('a problem in a base', () => {
  it('names the base and its line', () => {
    write('parts/typo.yaml', 'parties:\n  south:\n    worth:\n      toll: { weihgt: 1 }');
    const [problem] = problems('extends: [base.yaml, parts/typo.yaml]');
    expect(problem).toMatchObject({ code: 'unknown-key', file: join(folder, 'parts/typo.yaml'), line: 4, column: 15, path: 'parties.south.worth.toll.weihgt', hint: 'did you mean weight?' });
  });
  it('names each file of a mistake in both', () => {
    write('parts/typo.yaml', 'issues: { toll: { standing: south } }');
    const found = problems('extends: [base.yaml, parts/typo.yaml]\nmediator: { party: juge }');
    expect(found.map((problem) => `${problem.code} ${problem.file.slice(folder.length + 1)}`).sort()).toEqual(['unknown-option parts/typo.yaml', 'unknown-party variant.yaml']);
  });
});

describe('what may not be reached', () => {
  it('is refused by its name, by a link, and through a linked folder', () => {
    for (const name of ['../secret.yaml', join(outer, 'secret.yaml'), 'parts/../../secret.yaml', 'link.yaml', 'out/secret.yaml']) expect(codes(`extends: [base.yaml, ${name}]`), name).toEqual(['extends-outside']);
  });
  it('tells nothing of what is there', () => {
    const there = problems('extends: ../secret.yaml');
    const notThere = problems('extends: ../nothing.yaml');
    expect(there.map((problem) => problem.message.replace('secret', 'nothing'))).toEqual(notThere.map((problem) => problem.message));
    expect(JSON.stringify([there, problems('extends: link.yaml')])).not.toContain('Secret');
  });
  it('is refused from a base too, measured from the first file', () => {
    write('parts/up.yaml', 'extends: ../../secret.yaml');
    expect(codes('extends: parts/up.yaml')).toEqual(['extends-outside']);
    write('parts/side.yaml', 'extends: ../base.yaml');
    expect(codes('extends: parts/side.yaml')).toEqual([]);
    // From its own folder, the same file may not go up.
    expect(readScenario(join(folder, 'parts/side.yaml'))).toMatchObject({ ok: false, problems: [{ code: 'extends-outside' }] });
  });
  it('is a circle', () => {
    expect(codes('extends: variant.yaml')).toEqual(['extends-cycle']);
    write('parts/one.yaml', 'extends: two.yaml');
    write('parts/two.yaml', 'extends: one.yaml');
    expect(codes('extends: parts/one.yaml')).toEqual(['extends-cycle']);
  });
  it('is a folder, nothing, or a file that is none', () => {
    expect(codes('extends: parts')).toEqual(['file-not-a-file']);
    expect(codes('extends: [nothing.yaml, neither.yaml]')).toEqual(['extends-missing', 'extends-missing']);
    expect(codes('extends: ""')).toEqual(['extends-outside']);
    expect(codes('extends: 5')).toContain('wrong-kind');
    writeFileSync(join(folder, 'large.yaml'), new Uint8Array(2_000_000));
    expect(codes('extends: large.yaml')).toEqual(['file-too-large']);
  });
});
