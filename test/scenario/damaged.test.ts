/** Damaged files: whatever is cut, doubled or put in place of something else, there is a scenario or a problem, never an exception. */
import { parse, stringify } from 'yaml';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../engine/scenario/problem.ts';
import { readScenarioText } from '../../engine/scenario/read.ts';
import { goodText } from './helpers.ts';

const JUNK: readonly unknown[] = [
  { '2024-03-15': 'x' }, { '2024-03-01': null }, { '2024-13-45': 1 }, { '2024-03-01': { '2024-03-15': {} } }, { '2024-03-15': [], x: 1 }, { since: '2024-03-15' }, { until: 3 },
  null, [], {}, 'x', -1, 1e300, 0, 1, true, ['a', 'b'], [1], { a: 1 }, { to: 'x' }, { to: {} }, 'x.y', '0.5 / week', 'rain / week', '0 days', '2024-02-30', 'settled.x', 'anger > 1 && (b', '',
  'toString', 'anger', 'fighting', 'round / round', '!'.repeat(400), `${'('.repeat(200)}1`, 'settled.toString', '1 ? 2 : 3', 'fighting in []', 'x'.repeat(700), '\u202e', '1e999',
];
const NAMES = ['2024-03-15', 'since', 'until', 'toString', 'valueOf', 'hasOwnProperty', 'away', 'left', 'held', 'waived', 'settled', 'a.b', 'pressed.x', 'offered.a.b', 'north.waived', 'north.', '.', '', 'deadline-near'];

type Spot = readonly [holder: Record<string, unknown> | unknown[], key: string];
function spots(node: unknown): Spot[] {
  if (typeof node !== 'object' || node === null) return [];
  const holder = node as Record<string, unknown> | unknown[];
  return Object.entries(holder).flatMap(([key, value]): Spot[] => [[holder, key], ...spots(value)]);
}

function told(text: string): string {
  const result = readScenarioText(text, { file: 'damaged.yaml' });
  if (result.ok) {
    // What is whole is whole on later days too, or says why not; and without its source.
    const later = readScenarioText(text, { file: 'damaged.yaml', from: '2024-03-20' });
    const bare = readScenarioText(text, { file: 'damaged.yaml', without: result.scenario.sources.map(({ id }) => id) });
    expect([later.ok || later.problems.length > 0, bare.ok]).toEqual([true, true]);
    return '';
  }
  for (const problem of result.problems) {
    expect(problem.line).toBeGreaterThanOrEqual(1);
    expect(problem.column).toBeGreaterThanOrEqual(1);
    expect(`${problem.message} ${problem.hint ?? ''}`).not.toMatch(/undefined|NaN|\[object|Invalid input|native code/u);
  }
  return result.problems.map(formatProblem).join('\n');
}

describe('a damaged file', () => {
  it('is read or refused, with values and names put in place of others', () => {
    const change = fc.tuple(fc.nat(), fc.constantFrom('drop', 'junk', 'rename', 'copy'), fc.nat());
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const data: unknown = parse(goodText);
        for (const [where, how, what] of changes) {
          const all = spots(data);
          const [holder, key] = all[where % all.length] ?? [{}, ''];
          const [other, otherKey] = all[what % all.length] ?? [{}, ''];
          const map = holder as Record<string, unknown>;
          if (how === 'junk') map[key] = JUNK[what % JUNK.length];
          else if (how === 'copy') map[key] = structuredClone((other as Record<string, unknown>)[otherKey]);
          else if (how === 'rename' && !Array.isArray(holder)) map[NAMES[what % NAMES.length] ?? ''] = map[key];
          if (how === 'drop' || how === 'rename') Reflect.deleteProperty(map, key);
        }
        told(stringify(data, { aliasDuplicateObjects: false }));
      }),
      { numRuns: 150, seed: 20_250_422 },
    );
  });
  it('is read or refused, with its text cut and patched', () => {
    const patch = fc.tuple(fc.nat(), fc.nat({ max: 30 }), fc.constantFrom('', '{', '}', '[', ']', ':', ': ', '#', '\t', '- ', '*a ', '&a ', '!!x ', '"', "'", '|\n', '\n', '<<: ', '? ', '\r', '\\', '...\n', '---\n'));
    fc.assert(
      fc.property(fc.array(patch, { minLength: 1, maxLength: 3 }), (patches) => {
        let text = goodText;
        for (const [where, length, put] of patches) {
          const at = where % text.length;
          text = text.slice(0, at) + put + text.slice(at + length);
        }
        // eslint-disable-next-line no-control-regex
        expect(told(text)).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/u);
      }),
      { numRuns: 150, seed: 20_250_422 },
    );
  });
});
