/** A scenario without problems, and variants of it by a few lines. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Problem } from '../../engine/scenario/problem.ts';
import { readScenarioText } from '../../engine/scenario/read.ts';
import type { Scenario } from '../../engine/scenario/scenario.ts';

export const GOOD = fileURLToPath(new URL('bad/base/good.yaml', import.meta.url));
export const goodText = readFileSync(GOOD, 'utf8');

/** Problems of the good scenario with these lines over it. */
export function problemsOf(lines: string): readonly Problem[] {
  const result = readVariant(lines);
  return result.ok ? [] : result.problems;
}
export function scenarioOf(lines = ''): Scenario {
  const result = readVariant(lines);
  if (!result.ok) throw new Error(result.problems.map((problem) => `${problem.path}: ${problem.message}`).join('\n'));
  return result.scenario;
}
function readVariant(lines: string): ReturnType<typeof readScenarioText> {
  return readScenarioText(`extends: good.yaml\n${lines}`, { file: GOOD.replace('good.yaml', 'variant.yaml') });
}
