/** The scenario files that come with Winset: those that stand by themselves, and variants of them, which change one assumption. */
import { join } from 'node:path';
import { shippedFolder, shippedNames, variantOf } from '../../cli/find.ts';
import { formatProblem, readScenario, type Scenario } from '../../engine/index.ts';

export const SCENARIOS: readonly string[] = shippedNames().filter((name) => variantOf(name) === null);
export const VARIANTS: readonly string[] = shippedNames().filter((name) => variantOf(name) !== null);

/** A shipped scenario by its name. @throws with all its problems in words */
export function readShipped(name: string, from?: string): Scenario {
  const result = readScenario(join(shippedFolder(), `${name}.yaml`), from === undefined ? {} : { from });
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'));
  return result.scenario;
}
