/** The issues with their options from pole to pole; which holds while nothing is agreed; who must carry one out. */
import { plain } from '../../../../engine/record/plain.ts';
import type { Scenario } from '../../../../engine/scenario/scenario.ts';
import { wrap } from '../layout.ts';
import type { Page } from '../layout.ts';
import * as names from '../names.ts';
import { list } from '../words.ts';

const BRINGS = { 'limited-truce': 'brings a limited truce', ceasefire: 'brings a ceasefire' } as const;

/** `ids`: with the names that the command line takes. */
export function issues(scenario: Scenario, at: Page, ids = true): string[] {
  const id = (of: string): string => (ids ? ` (${of})` : '');
  return scenario.issues.flatMap((issue) => [
    ...wrap(`${at.paint.bold(plain(issue.title))}${id(issue.id)}`, at.width, '  '),
    ...issue.options.flatMap((option) => {
      const notes = [
        ...(option.id === issue.standing ? ['holds while nothing is agreed'] : []),
        ...(option.brings === undefined ? [] : [BRINGS[option.brings]]),
        ...(option.performedBy.length > 0 ? [`carried out by ${list(option.performedBy.map((id) => names.party(scenario, id)))}, who must consent`] : []),
      ];
      return wrap(`${plain(option.title)}${id(option.id)}${notes.length > 0 ? `; ${notes.join('; ')}` : ''}`, at.width, '    - ', '      ');
    }),
  ]);
}
