/** On every day on which a shipped scenario starts, nothing in it rests on what was said later. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { formatProblem, readScenario, type Scenario } from '../../engine/index.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'scenarios');
const shipped = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml') && 'id' in (parse(readFileSync(join(FOLDER, file), 'utf8')) as object));

function read(file: string, from?: string): Scenario {
  const result = readScenario(join(FOLDER, file), from === undefined ? {} : { from });
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'));
  return result.scenario;
}

/** Every claim that anything in the scenario rests on. */
function claimsUnder(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'because' && Array.isArray(inner) ? inner.map(String) : claimsUnder(inner)));
}

/** Claims that something rests on and that are later than the start. */
function tooLate(scenario: Scenario): readonly string[] {
  const dates = new Map(scenario.claims.map(({ id, date }) => [id, date]));
  return claimsUnder(scenario).filter((id) => (dates.get(id) ?? '') > scenario.from);
}

describe.each(shipped)('%s', (file) => {
  const { starts } = read(file);
  it.each(starts)('rests on %s on nothing later', (day) => {
    const scenario = read(file, day);
    expect(scenario.from).toBe(day);
    expect(tooLate(scenario)).toEqual([]);
  });
  it('would be found if it did', () => {
    const scenario = read(file);
    expect(tooLate({ ...scenario, from: '0000-01-01' })).toHaveLength(claimsUnder(scenario).length);
  });
});
