/** Expressions: what is allowed, what it becomes, and where a problem in one points. */
import { describe, expect, it } from 'vitest';
import type { NumberTree, TruthTree } from '../../engine/scenario/expression-tree.ts';
import { isNever, rangeOf } from '../../engine/scenario/expression-range.ts';
import { problemsOf, scenarioOf } from './helpers.ts';

const quoted = (text: string): string => JSON.stringify(text);
function truth(text: string): TruthTree {
  const when = scenarioOf(`events: { brawl: { when: ${quoted(text)} } }`).events[0]?.when;
  if (when?.type !== 'truth') throw new Error('no condition');
  return when.tree;
}
function number(text: string): NumberTree {
  const value = scenarioOf(`parties: { north: { walk-away: { value: ${quoted(text)} } } }`).parties[0]?.walkAway?.value;
  if (value?.type !== 'number') throw new Error('no number');
  return value.tree;
}
const problem = (text: string): { readonly code: string; readonly hint: string | null } | undefined => problemsOf(`events: { brawl: { when: ${quoted(text)} } }`)[0];

describe('numbers', () => {
  it('keep the order of operations', () => {
    expect(number('0.1 + 0.2 * 3')).toEqual({ op: '+', left: { op: 'number', value: 0.1 }, right: { op: '*', left: { op: 'number', value: 0.2 }, right: { op: 'number', value: 3 } } });
    expect(number('-2')).toEqual({ op: 'number', value: -2 });
    expect(number('-cold')).toEqual({ op: 'negate', of: { op: 'name', name: { kind: 'gauge', party: 'north', gauge: 'cold' } } });
  });
  it('may be written bare in YAML', () => {
    expect(scenarioOf('parties: { north: { walk-away: { value: 0.3 } } }').parties[0]?.walkAway?.value).toEqual({ type: 'number', text: '0.3', tree: { op: 'number', value: 0.3 } });
  });
  it.each([
    ['cold', { kind: 'gauge', party: 'north', gauge: 'cold' }],
    ['north.cold', { kind: 'gauge', party: 'north', gauge: 'cold' }],
    ['anger', { kind: 'gauge', party: null, gauge: 'anger' }],
    ['rain', { kind: 'lever', lever: 'rain' }],
    ['round', { kind: 'round' }],
    ['days', { kind: 'days' }],
    ['truce_days', { kind: 'truce-days' }],
    ['refusals', { kind: 'refusals' }],
    ['standing', { kind: 'standing' }],
  ])('%s', (text, name) => expect(number(text)).toEqual({ op: 'name', name }));
  it('may be chosen by a condition, and be the least or most of several', () => {
    expect(number('settled.quiet ? 0.5 : min(cold, rain, 0.2)')).toMatchObject({ op: 'if', test: { op: 'holds', name: { kind: 'settled', stage: 'quiet' } }, else: { op: 'min', of: [{}, {}, { value: 0.2 }] } });
  });
});

describe('conditions', () => {
  it.each([
    ['fighting == "war"', { op: 'is', name: { kind: 'fighting' }, word: 'war' }],
    ["'war' != fighting", { op: 'not', of: { op: 'is', name: { kind: 'fighting' }, word: 'war' } }],
    ['stage in ["quiet", "opening"]', { op: 'in', name: { kind: 'stage' }, words: ['quiet', 'opening'] }],
    ['in_force.toll == "shared"', { op: 'is', name: { kind: 'in-force', issue: 'toll' }, word: 'shared' }],
    ['south.posture == "left"', { op: 'is', name: { kind: 'posture', party: 'south' }, word: 'left' }],
    ['north.stance.toll == "ours"', { op: 'is', name: { kind: 'stance', party: 'north', issue: 'toll' }, word: 'ours' }],
    ['north.line.no_bare_bridge == "waived"', { op: 'is', name: { kind: 'line', party: 'north', line: 'no-bare-bridge' }, word: 'waived' }],
    ['ended == "left" || diplomacy == "stalled"', { op: 'or', left: { op: 'is', name: { kind: 'ended' }, word: 'left' }, right: { op: 'is', name: { kind: 'diplomacy' }, word: 'stalled' } }],
  ])('%s', (text, tree) => expect(truth(text)).toEqual(tree));
});

describe('what is refused', () => {
  it.each([
    '[1, 2].map(x, x) == 1', 'has(anger.x)', '{"a": 1}.a > 0', 'anger[0] > 1', 'anger % 2 > 1', '"a" + "b" == "c"', 'size("a") > 1', 'int(anger) > 0', 'b"a" == b"a"',
    '5u > 1', 'null == null', 'anger == null', 'timestamp("2024-01-01") > 1', '"a".matches("(a+)+$")', 'anger > 0 ? true : false', 'true == true', '"war" == "war"', 'fighting in "war"',
    'fighting in [stage]', 'constructor > 1', '__proto__ > 1', 'toString > 1', 'north.constructor > 1', 'north.stance.constructor == "a"', 'settled', 'north', 'anger > 0.5 // and so on, \n true',
  ])('%s', (text) => expect(problem(text)?.code).toMatch(/^expression/u));
  it('is deep, or long', () => {
    expect(problem(`${'('.repeat(120)}anger > 0${')'.repeat(120)}`)?.code).toBeUndefined();
    expect(problem(`${'!'.repeat(200)}settled.quiet`)?.code).toBe('expression-refused');
    expect(problem(`${'('.repeat(240)}true${')'.repeat(240)}`)?.code).toBeUndefined();
    expect(problem(`${'('.repeat(490)}true`)?.code).toBe('expression');
    expect(problem(`anger > 0${' '.repeat(500)}`)?.code).toBe('expression-too-long');
  });
  it.each([
    ['fighting = "war"', 'compare with ==, as in fighting == "war"'],
    ['anger > 0.5 and cold > 1', 'write && for and, || for or, ! for not'],
    ['angre > 0.5', 'did you mean anger?'],
    ['cold > 0.5', 'did you mean north.cold?'],
    ['fighting == "truce"', 'there are: "war", "limited-truce", "ceasefire"'],
  ])('%s is helped: %s', (text, hint) => expect(problem(text)?.hint).toBe(hint));
});

describe('the place of a problem', () => {
  const column = (line: string): readonly number[] => problemsOf(`parties:\n${line}`).map((found) => found.column);
  it('is inside of the text, however it is quoted', () => {
    expect(column('  north: { walk-away: { value: 0.1 + clod } }')).toEqual([38]);
    expect(column('  north: { walk-away: { value: "0.1 + clod" } }')).toEqual([39]);
    expect(column("  north: { walk-away: { value: '0.1 + clod' } }")).toEqual([39]);
  });
  it('is the whole text where escapes come between', () => {
    expect(column('  north: { walk-away: { value: "0.1 \\x2B clod" } }')).toEqual([32]);
  });
});

describe('bounds', () => {
  const bounds = { ranges: new Map<string, readonly [number, number]>([['rain', [0.2, 0.8]]]), length: { rounds: 10, days: 70 } };
  it('hold whatever the values are', () => {
    expect(rangeOf(number('0.4 - 0.1 * cold'), bounds)).toEqual([0.4 - 0.1, 0.4]);
    expect(rangeOf(number('max(rain, 0.5) / (1 + cold)'), bounds)).toEqual([0.25, 0.8]);
    expect(rangeOf(number('-standing'), bounds)).toEqual([-Infinity, Infinity]);
  });
  it('tell what can never hold, and nothing else', () => {
    expect(isNever(truth('rain >= 0 && anger < 0.5'), bounds)).toBe(false);
    for (const text of ['anger > 1', 'anger > 0.5 && round < 1', '!(anger <= 1)', 'rain == 2', 'round > 10', 'days > 70', 'truce_days >= 71', 'false']) expect(problem(text)?.code, text).toBe('never-true');
    for (const text of ['anger >= 1', 'anger == 1', 'true', 'rain != 2', 'round >= 10', 'days >= 70', 'refusals > 100', 'standing > 3 || true']) expect(problem(text)?.code, text).not.toBe('never-true');
  });
});
