/** Everything that rests on an assumption, with the reason that the file gives: what a reader may doubt first. */
import { valuesOf } from '../../../../engine/analysis/evidence.ts';
import { plain } from '../../../../engine/record/plain.ts';
import type { Scenario } from '../../../../engine/scenario/scenario.ts';
import { valueWords } from '../evidence-words.ts';
import { wrap } from '../layout.ts';
import type { Page } from '../layout.ts';

/** What the file leaves to the format's defaults is explained in scenarios/README.md. */
export function assumptions(scenario: Scenario, at: Page): string[] {
  return valuesOf(scenario).flatMap((value) => (value.evidence.assumed === undefined ? [] : wrap(`${valueWords(value, scenario)}: ${plain(value.evidence.assumed)}`, at.width, '  - ', '    ')));
}
