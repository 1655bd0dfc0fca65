/** Domains of the tests, imported, and what packages are worth in a scenario, reckoned by hand. */
import { fileURLToPath } from 'node:url';
import { importGenius, type ImportOptions, type ImportResult } from '../../engine/exchange/import.ts';
import { formatProblem } from '../../engine/scenario/problem.ts';
import { readScenarioText } from '../../engine/scenario/read.ts';
import type { Amount, Scenario } from '../../engine/scenario/scenario.ts';

export const OPTIONS: ImportOptions = { id: null, rounds: 100 };
export const domainFile = (name: string): { readonly name: string; readonly path: string } => ({ name, path: fileURLToPath(new URL(`domains/${name}`, import.meta.url)) });
export const CAMERA = ['camera-domain.xml', 'camera-buyer.xml', 'camera-seller.xml'].map(domainFile);

export function scenarioOf(result: ImportResult): Scenario {
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'));
  const read = readScenarioText(result.text, { file: 'imported.yaml' });
  if (!read.ok) throw new Error(read.problems.map(formatProblem).join('\n'));
  return read.scenario;
}
export const camera = (): Scenario => scenarioOf(importGenius(CAMERA, OPTIONS));

const value = (of: Amount | undefined): number => (of !== undefined && 'value' in of ? of.value : NaN);

/** The worth to a party of a package, titles by issue. */
export function worth(scenario: Scenario, party: string, terms: Readonly<Record<string, string>>): number {
  const own = scenario.parties.find((each) => each.id === party)?.worth ?? [];
  const total = own.reduce((sum, each) => sum + value(each.weight), 0);
  return own.reduce((sum, each) => {
    const issue = scenario.issues.find((one) => one.id === each.issue);
    const option = issue?.options.find((one) => one.title === terms[issue.title]);
    return sum + (value(each.weight) * value(each.scores[option?.id ?? ''])) / 100 / total;
  }, 0);
}
