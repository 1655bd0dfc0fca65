/** Tables of actors and profiles of GeniusWeb, taken in. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { importActors, importGenius, importGeniusWeb, type ImportResult } from '../../engine/exchange/import.ts';
import { placesOf } from '../../engine/exchange/spatial-draft.ts';
import type { Problem } from '../../engine/scenario/problem.ts';
import { OPTIONS, scenarioOf, worth } from './helpers.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'winset-tables-'));
afterAll(() => { rmSync(folder, { recursive: true }); });
function file(name: string, text: string): { readonly name: string; readonly path: string } {
  writeFileSync(path.join(folder, name), text);
  return { name, path: path.join(folder, name) };
}
const table = (text: string): ImportResult => importActors([file('actors.csv', text)], OPTIONS);
const codes = (result: ImportResult): readonly (readonly [string, number])[] => (result.ok ? [] : result.problems.map(({ code, line }) => [code, line]));

describe('a table of actors', () => {
  it('may have semicolons, commas in numbers, other columns, a mark at its beginning, and salience out of a hundred', () => {
    const result = table('\ufeffCountry;Note;Saliency;Influence;Ideal point\r\nNorth;"a; b";80;1,5;-2,5\r\n\r\nSouth;;40;0,5;7\r\n');
    const { parties, issues } = scenarioOf(result);
    expect(result.ok && result.notes).toEqual(['Salience goes from 0 to 100 in the table; it was divided by 100.']);
    expect(result.ok && result.leftOut).toEqual([{ what: 'column “Note”', count: 1, places: [{ file: 'actors.csv', count: 1, line: 1 }] }]);
    expect(parties.map(({ name, positions }) => [name, positions?.[0]])).toMatchObject([
      ['North', { at: { value: -2.5 }, capability: { value: 1.5 }, salience: { value: 0.8 } }], ['South', { at: { value: 7 }, capability: { value: 0.5 }, salience: { value: 0.4 } }],
    ]);
    expect(issues[0]?.title).toBe('Ideal point');
    expect(issues[0]?.options[0]).toMatchObject({ id: 'at-minus-2-5', at: -2.5 });
  });
  it('has worth that falls evenly with the distance', () => {
    const scenario = scenarioOf(table('actor,capability,position,salience\nA,1,0,1\nB,1,10,1\n'));
    expect(worth(scenario, 'a', { position: '2.5' })).toBeCloseTo(0.75, 12);
    expect(worth(scenario, 'b', { position: '2.5' })).toBeCloseTo(0.25, 12);
  });
  it('knows a column with its unit', () => {
    expect(scenarioOf(table('Actor,Capability (0 to 1),Position (years),Salience\nA,1,0,1\nB,1,10,1\n')).issues[0]?.title).toBe('Position (years)');
  });
  it('keeps positions beside the grid while they are few', () => {
    expect(placesOf([0, 1, 3])).toContain(1);
    expect(placesOf([0, 0.333, 1])).toHaveLength(22);
    expect(placesOf(Array.from({ length: 300 }, (_, at) => at / 7.77))).toHaveLength(21);
  });
  it('says what is wrong, with its line', () => {
    expect(codes(table('actor,capability,position,salience\nA,1,0,1\nA,1,10,1\n'))).toEqual([['listed-twice', 3]]);
    expect(codes(table('actor,capability,position,salience\nA,1,zero,1\nB,1,10,1\n'))).toEqual([['wrong-kind', 2]]);
    expect(codes(table('actor,capability,position,salience\nA,1,0,1\nB,-1,10,1\n'))).toEqual([['out-of-range', 3]]);
    expect(codes(table('actor,capability,position,salience\nA,1,5,1\nB,1,5,1\n'))).toEqual([['too-few', 1]]);
    expect(codes(table('actor,capability,position,salience\nA,1,0,0\nB,0,10,1\n'))).toEqual([['weights-all-zero', 1]]);
    expect(codes(table('actor,capability,position,salience\n"A,1,0,1\nB,1,10,1\n'))).toMatchObject([['csv', expect.any(Number)]]);
    expect(codes(table('actor,power,influence,position,salience\nA,1,1,0,1\nB,1,1,10,1\n'))).toEqual([['listed-twice', 1]]);
    expect(codes(table('actor,capability,position,salience\nA\u202eB,1,0,1\nB,1,10,1\n'))).toEqual([['hidden-character', 2]]);
    expect(codes(table(`actor,capability,position,salience\n${Array.from({ length: 300 }, (_, at) => `A${at},1,${at},1`).join('\n')}`))).toEqual([['too-long', 202]]);
    expect(codes(table('\n'))).toEqual([['file-empty', 1]]);
  });
  it('cannot write its own lines into the scenario', () => {
    const scenario = scenarioOf(table('actor,capability,"position: { }\n# x",salience\n"A"": { b: [",1,0,1\n"evil\nwinset: 2",1,10,1\n'));
    expect(scenario.parties.map((party) => party.name)).toEqual(['A": { b: [', 'evil\nwinset: 2']);
  });
});

const profile = (more: object, domain: object = {}): string => JSON.stringify({ LinearAdditiveUtilitySpace: {
  issueUtilities: { car: { DiscreteValueSetUtilities: { valueUtilities: { yes: 1, no: 0.2 } } }, pay: { NumberValueSetUtilities: { lowValue: '2000', lowUtility: 0, highValue: '4000', highUtility: 1 } } },
  issueWeights: { car: 0.3, pay: 0.7 }, domain: { name: 'jobs', issuesValues: { car: { values: ['yes', 'no'] }, pay: { range: ['2000', '4000', '500'] } }, ...domain }, name: 'applicant', reservationBid: null, ...more,
} });
const other = profile({ name: 'employer' });

describe('profiles of GeniusWeb', () => {
  const read = (...texts: readonly string[]): ImportResult => importGeniusWeb(texts.map((text, at) => file(`p${at}.json`, text)), OPTIONS);
  it('are worth what they say, ranges on a line and reservations as bids', () => {
    const scenario = scenarioOf(read(profile({ reservationBid: { issuevalues: { car: 'no', pay: '2500' } } }), other));
    expect(scenario.issues.map((issue) => issue.options.map((option) => option.title))).toEqual([['yes', 'no'], ['2000', '2500', '3000', '3500', '4000']]);
    expect(worth(scenario, 'applicant', { car: 'no', pay: '3000' })).toBeCloseTo(0.3 * 0.2 + 0.7 * 0.5, 12);
    expect(Number(scenario.parties[0]?.walkAway?.value.text)).toBeCloseTo(0.3 * 0.2 + 0.7 * 0.25, 12);
    expect(scenario.parties.map((party) => party.name)).toEqual(['applicant', 'employer']);
  });
  it('hold more than a scenario has a place for, which is told; descriptions of the domain are kept', () => {
    const described = { domain: { name: 'jobs', description: 'Terms of a job', issuesValues: { car: { values: ['yes', 'no'], description: 'A car\nof the firm', cost: { yes: 3 } }, pay: { range: ['2000', '4000', '500'] } } } };
    const result = read(profile({ discountFactor: 0.9, colour: null, ...described }), profile({ name: 'employer', discount_factor: 0.8, mood: 'good', domain: { ...described.domain, description: 'A contract' } }));
    expect(scenarioOf(result).issues).toHaveLength(2);
    if (!result.ok) throw new Error('it was imported');
    expect(result.leftOut).toEqual([
      { what: 'cost', count: 2, places: [{ file: 'p0.json', count: 1, line: 1 }, { file: 'p1.json', count: 1, line: 1 }] },
      { what: 'discount factor', count: 2, places: [{ file: 'p0.json', count: 1, line: 1 }, { file: 'p1.json', count: 1, line: 1 }] },
      { what: 'description', count: 1, places: [{ file: 'p1.json', count: 1, line: 1 }] },
      { what: 'key “mood”', count: 1, places: [{ file: 'p1.json', count: 1, line: 1 }] },
    ]);
    expect(result.text).toContain('\n# Terms of a job\nwinset: 1\n');
    expect(result.text).toContain('    # A car of the firm\n    options:');
    const nothing = read(profile({}), other);
    expect(nothing.ok && nothing.leftOut).toEqual([]);
  });
  it('may come with their domain in a file of its own', () => {
    const domain = JSON.stringify({ name: 'jobs', issuesValues: { car: { values: ['yes', 'no'] }, pay: { range: [2000, 4000, 500] } } });
    expect(scenarioOf(read(domain, profile({}), other)).issues).toHaveLength(2);
    expect(codes(read(domain, domain, other))).toEqual([['foreign-mismatch', 1]]);
  });
  it('say what is wrong', () => {
    expect(codes(read(profile({ issueWeights: { car: 'much', pay: 1 } }), other))).toEqual([['wrong-kind', 1]]);
    expect(codes(read(profile({ issueUtilities: { car: { DiscreteValueSetUtilities: { valueUtilities: { yes: 1 } } }, pay: {} } }), other))).toEqual([['foreign-missing', 1]]);
    expect(codes(read(profile({}, { issuesValues: { car: { values: ['yes', 'no'] }, pay: { range: ['2000', '4000', '1'] } } }), other))).toEqual([['too-long', 1]]);
    expect(codes(read('{ "issuesValues": { "__proto__": { "values": ["a", "b"] } } }', other))).toEqual([['forbidden-key', 1]]);
    expect(codes(read(`{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`, other))).toEqual([['too-deep', 1]]);
    expect(codes(read(profile({}))).map(([code]) => code)).toEqual(['too-few']);
  });
});

describe('a file that cannot be taken in', () => {
  it.each([
    ['a domain or a profile of GENIUS', importGenius, '.xml'], ['a domain or a profile of GeniusWeb', importGeniusWeb, '.json'], ['a table of actors', importActors, '.csv'],
  ] as const)('is named for what it should be: %s', (what, take, ending) => {
    const problem = (name: string, text: string): Partial<Problem> | undefined => {
      const result = take([file(name, text)], OPTIONS);
      return result.ok ? undefined : result.problems[0];
    };
    expect(problem('large', '#'.repeat(1_000_001))).toMatchObject({ code: 'file-too-large', message: `There are 1000001 bytes here; ${what} may have 1000000.`, hint: 'is it the right file?' });
    expect(problem('binary', 'a\0')).toMatchObject({ code: 'file-binary', hint: `${what} is plain text in UTF-8` });
    const result = take([{ path: folder, name: 'folder' }], OPTIONS);
    expect(result.ok ? [] : result.problems).toMatchObject([{ code: 'file-not-a-file', message: `This is a folder, not ${what}.`, hint: `name a file that ends in ${ending}` }]);
  });
});
